#include "lint/typescript/code_names.h"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <utility>

#include "lint/typescript/code_names_declare.h"
#include "lint/typescript/code_names_scope.h"
#include "lint/typescript/code_names_sql.h"

namespace hoglint {
namespace {

bool IsOneOf(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

bool IsFunction(std::string_view kind) {
  return IsOneOf(
      kind, {"arrow_function", "function_expression", "function_declaration", "method_definition",
             "generator_function", "generator_function_declaration"});
}

// Methods of an array whose callback is given its elements, one by one.
bool GivesEach(std::string_view method) {
  return IsOneOf(method, {"map", "forEach", "filter", "find", "findIndex", "findLast", "some",
                          "every", "flatMap"});
}

bool ListsColumns(std::string_view method) {
  return method == "getTableColumns" || method == "getColumns";
}

bool HasKey(const TsNode* object, std::string_view key) {
  return object != nullptr && std::ranges::any_of(object->children, [&](const TsNode& member) {
           return PropertyKey(member) == key;
         });
}

// { password: false }: every other column is selected (drizzle-orm 0.45.4, run).
bool OnlyLeavesOut(const TsNode& columns) {
  return columns.kind == "object" && !columns.children.empty() &&
         std::ranges::all_of(columns.children, [](const TsNode& member) {
           const TsNode* value = member.Field("value");
           return value != nullptr && value->kind == "false";
         });
}

class Finder {
 public:
  Finder(std::span<const SoughtTable> tables, const ImportLookup& lookup)
      : tables_(tables),
        things_(tables),
        declarations_(things_, lookup,
                      [this](const TsNode& place, std::size_t table, std::string_view property) {
                        AddProperty(place, table, property);
                      }) {}

  [[nodiscard]] std::vector<CodeName> Run(const TsNode& program) {
    Scope scope;
    for (const TsNode& statement : program.children) declarations_.Import(statement, scope);
    Block(program, scope);
    std::ranges::sort(names_);
    const auto same = [](const CodeName& a, const CodeName& b) {
      return a.begin == b.begin && a.table == b.table && a.column == b.column;
    };
    names_.erase(std::unique(names_.begin(), names_.end(), same), names_.end());
    return std::move(names_);
  }

 private:
  // --- the walk ---
  void Block(const TsNode& block, Scope& scope);
  void Visit(const TsNode& node, Scope& scope);
  void VisitChildren(const TsNode& node, Scope& scope);
  void VisitFunction(const TsNode& function, const Scope& outer, Thing first);
  void VisitArgument(const TsNode& argument, Scope& scope, Thing first);
  void VisitLoop(const TsNode& loop, const Scope& outer);
  void VisitMember(const TsNode& member, const Scope& scope);
  void VisitIdentifier(const TsNode& identifier, const Scope& scope);
  [[nodiscard]] bool VisitOmission(const TsNode& declarator, const TsNode& value,
                                   const Scope& scope);
  void VisitCall(const TsNode& call, Scope& scope);
  void VisitQuery(const CallChain& chain, const Scope& scope);
  void VisitRelational(const CodeCall& call, std::size_t table, Scope& scope);
  void VisitSelection(const TsNode& selection, const Scope& scope);
  void VisitKeys(const TsNode& value, std::size_t table);
  void VisitText(const TsNode& text, bool tagged, const Scope& scope);

  // --- what is found ---
  void Add(const TsNode& node, std::size_t table, std::string column, NamedBy by) {
    names_.push_back({.begin = node.begin,
                      .end = node.begin + static_cast<std::uint32_t>(node.text.size()),
                      .table = table,
                      .column = std::move(column),
                      .by = by});
  }
  void AddProperty(const TsNode& node, std::size_t table, std::string_view property) {
    const SoughtColumn* column = things_.Column(table, property);
    if (column != nullptr) Add(node, table, column->name, NamedBy::kName);
  }
  // Every column that the schema declares, but those that are keys of `left_out`.
  void AddEvery(const TsNode* node, std::optional<std::size_t> table,
                const TsNode* left_out = nullptr) {
    if (node == nullptr || !table) return;
    for (const SoughtColumn& column : tables_[*table].columns) {
      if (column.property.empty() || HasKey(left_out, column.property)) continue;
      Add(*node, *table, column.name, NamedBy::kEveryColumn);
    }
  }
  void AddTable(const TsNode& node, std::size_t table) {
    if (tables_[table].whole) Add(node, table, "", NamedBy::kName);
  }

  std::span<const SoughtTable> tables_;
  Things things_;
  Declarations declarations_;
  std::vector<CodeName> names_;
};

// --- the walk ----------------------------------------------------------------------------------

void Finder::Block(const TsNode& block, Scope& scope) {
  declarations_.DeclareAll(block, scope);
  VisitChildren(block, scope);
}

void Finder::VisitChildren(const TsNode& node, Scope& scope) {
  for (const TsNode& child : node.children) Visit(child, scope);
}

void Finder::Visit(const TsNode& node, Scope& scope) {
  if (NamesNothing(node.kind)) return;
  if (IsFunction(node.kind)) return VisitFunction(node, scope, {});
  if (node.kind == "statement_block" || node.kind == "switch_body") {
    Scope inner(&scope);
    return Block(node, inner);
  }
  if (node.kind == "for_in_statement") return VisitLoop(node, scope);
  if (node.kind == "call_expression") return VisitCall(node, scope);
  if (node.kind == "variable_declarator") {
    const TsNode* value = node.Field("value");
    if (value != nullptr && !VisitOmission(node, *value, scope)) Visit(*value, scope);
    return;
  }
  if (node.kind == "member_expression" || node.kind == "subscript_expression") {
    VisitMember(node, scope);
  } else if (IsOneOf(node.kind, {"identifier", "shorthand_property_identifier"})) {
    VisitIdentifier(node, scope);
  } else if (node.kind == "string" || node.kind == "template_string") {
    VisitText(node, false, scope);
  }
  VisitChildren(node, scope);
}

void Finder::VisitFunction(const TsNode& function, const Scope& outer, Thing first) {
  Scope scope(&outer);
  const TsNode* single = function.Field("parameter");
  if (single != nullptr) {
    Declarations::Hide(*single, scope);
    declarations_.Bind(*single, first, scope);
  }
  const TsNode* parameters = function.Field("parameters");
  if (parameters != nullptr) {
    for (const TsNode& parameter : parameters->children) Declarations::Hide(parameter, scope);
    const TsNode* front = parameters->children.empty() ? nullptr : &parameters->children.front();
    const TsNode* pattern = front == nullptr ? nullptr : front->Field("pattern");
    if (pattern != nullptr) declarations_.Bind(*pattern, first, scope);
  }
  const TsNode* body = function.Field("body");
  if (body == nullptr) return;
  if (body->kind == "statement_block") return Block(*body, scope);
  Visit(*body, scope);
}

void Finder::VisitArgument(const TsNode& argument, Scope& scope, Thing first) {
  if (IsFunction(argument.kind)) return VisitFunction(argument, scope, first);
  Visit(argument, scope);
}

// for (const row of rows)
void Finder::VisitLoop(const TsNode& loop, const Scope& outer) {
  Scope scope(&outer);
  const TsNode* left = loop.Field("left");
  const TsNode* right = loop.Field("right");
  const TsNode* body = loop.Field("body");
  if (left == nullptr || right == nullptr) return;
  Declarations::Hide(*left, scope);
  const Thing rows = things_.Of(*right, outer);
  if (rows.kind == ThingKind::kRows)
    declarations_.Bind(*left, {ThingKind::kRow, rows.table}, scope);
  Visit(*right, scope);
  if (body != nullptr) Visit(*body, scope);
}

void Finder::VisitIdentifier(const TsNode& identifier, const Scope& scope) {
  if (const auto table = things_.TableOf(&identifier, scope)) AddTable(identifier, *table);
}

// users.legacyName, row?.legacyName, users["legacyName"], schema.users
void Finder::VisitMember(const TsNode& member, const Scope& scope) {
  const TsNode* object = member.Field("object");
  const TsNode* property = member.Field("property");
  const TsNode* index = member.Field("index");
  if (object == nullptr || (property == nullptr && index == nullptr)) return;
  const Thing thing = things_.Of(*object, scope);
  if (thing.kind == ThingKind::kTables) {
    if (const auto table = things_.TableOf(&member, scope)) AddTable(member, *table);
    return;
  }
  if (thing.kind != ThingKind::kTable && thing.kind != ThingKind::kRow) return;
  const TsString text = index == nullptr ? TsString{} : StringOf(*index);
  AddProperty(member, thing.table, property == nullptr ? text.value : property->text);
}

// const { password, ...rest } = getTableColumns(users): rest has every other column.
bool Finder::VisitOmission(const TsNode& declarator, const TsNode& value, const Scope& scope) {
  const TsNode* pattern = declarator.Field("name");
  if (pattern == nullptr || pattern->Child("rest_pattern") == nullptr) return false;
  const CallChain chain = ChainOf(value);
  if (chain.calls.size() != 1 || !ListsColumns(chain.calls.front().method)) return false;
  const TsNode* table = Argument(chain.calls.front(), 0);
  AddEvery(table, things_.TableOf(table, scope), pattern);
  return true;
}

void Finder::VisitCall(const TsNode& call, Scope& scope) {
  const TsNode* callee = call.Field("function");
  const TsNode* arguments = call.Field("arguments");
  if (callee == nullptr || arguments == nullptr) return VisitChildren(call, scope);
  Visit(*callee, scope);
  if (arguments->kind == "template_string") {
    const bool tagged = callee->text == "sql" || callee->text.ends_with(".sql");
    VisitText(*arguments, tagged, scope);
    return VisitChildren(*arguments, scope);
  }
  const CallChain chain = ChainOf(call);
  if (chain.calls.empty()) return VisitChildren(*arguments, scope);
  if (chain.calls.size() == 1) {
    if (const auto table = things_.RelationalTable(chain)) {
      AddTable(*chain.root, *table);
      return VisitRelational(chain.calls.front(), *table, scope);
    }
  }
  VisitQuery(chain, scope);
  Thing element;
  const TsNode* object = Bare(*callee).Field("object");
  if (object != nullptr && GivesEach(chain.calls.back().method)) {
    const Thing rows = things_.Of(*object, scope);
    if (rows.kind == ThingKind::kRows) element = {ThingKind::kRow, rows.table};
  }
  for (const TsNode& argument : arguments->children) VisitArgument(argument, scope, element);
}

// What the last call of a query names by itself.
void Finder::VisitQuery(const CallChain& chain, const Scope& scope) {
  const CodeCall& last = chain.calls.back();
  const TsNode* argument = Argument(last, 0);
  if (last.method == "from" || IsJoin(last.method)) {
    if (SelectsEverything(chain)) AddEvery(argument, things_.TableOf(argument, scope));
  } else if (last.method == "insert" || ListsColumns(last.method)) {
    AddEvery(argument, things_.TableOf(argument, scope));
  } else if (last.method == "select" || last.method == "selectDistinct") {
    if (argument != nullptr) VisitSelection(*argument, scope);
  } else if (IsOneOf(last.method, {"values", "set", "onConflictDoUpdate", "returning"})) {
    const auto table = things_.TargetOf(chain, scope);
    if (!table) return;
    if (last.method == "returning") {
      if (argument == nullptr) AddEvery(last.arguments, table);
    } else if (argument != nullptr && last.method != "onConflictDoUpdate") {
      VisitKeys(*argument, *table);
    } else if (argument != nullptr) {
      for (const TsNode& member : Bare(*argument).children) {
        const TsNode* value = member.Field("value");
        if (value != nullptr && PropertyKey(member) == "set") VisitKeys(*value, *table);
      }
    }
  }
}

// select({ user: users })
void Finder::VisitSelection(const TsNode& selection, const Scope& scope) {
  for (const TsNode& member : Bare(selection).children) {
    const TsNode* value = member.kind == "pair" ? member.Field("value") : &member;
    if (value != nullptr && member.kind != "spread_element") {
      AddEvery(value, things_.TableOf(value, scope));
    }
  }
}

// db.query.users.findMany({ columns: { legacyName: true }, where: (users, { eq }) => ... })
void Finder::VisitRelational(const CodeCall& call, std::size_t table, Scope& scope) {
  const TsNode* config = Argument(call, 0);
  const Thing thing{ThingKind::kTable, table};
  bool some_columns = false;
  const TsNode* left_out = nullptr;
  if (config != nullptr) {
    for (const TsNode& member : Bare(*config).children) {
      const std::string key = PropertyKey(member);
      const TsNode* value = member.Field("value");
      some_columns = some_columns || key == "columns" || member.kind == "spread_element";
      if (key == "columns" && value != nullptr && OnlyLeavesOut(Bare(*value))) left_out = value;
      if (value == nullptr) {
        Visit(member, scope);
      } else if (IsOneOf(key, {"columns", "where", "orderBy"}) && Bare(*value).kind == "object") {
        VisitKeys(*value, table);
        VisitChildren(*value, scope);
      } else {
        VisitArgument(*value, scope,
                      IsOneOf(key, {"where", "orderBy", "extras"}) ? thing : Thing{});
      }
    }
  }
  if (left_out != nullptr) {
    AddEvery(left_out, table, &Bare(*left_out));
  } else if (!some_columns) {
    AddEvery(call.arguments, table);
  }
}

// The keys of an object, of each object of a list, of those that a callback makes, and of those
// that are spread under a condition.
void Finder::VisitKeys(const TsNode& value, std::size_t table) {
  const TsNode& node = Bare(value);
  if (node.kind == "object") {
    for (const TsNode& member : node.children) {
      if (member.kind == "spread_element" && !member.children.empty()) {
        VisitKeys(member.children.front(), table);
        continue;
      }
      const TsNode* assigned = member.Field("value");
      if (assigned != nullptr && assigned->text == "false" && assigned->kind == "false") continue;
      const TsNode* key = member.Field("key");
      AddProperty(key == nullptr ? member : *key, table, PropertyKey(member));
    }
  } else if (node.kind == "array") {
    for (const TsNode& element : node.children) VisitKeys(element, table);
  } else if (node.kind == "ternary_expression") {
    for (const char* branch : {"consequence", "alternative"}) {
      if (const TsNode* object = node.Field(branch)) VisitKeys(*object, table);
    }
  } else if (node.kind == "binary_expression") {  // a && { legacyName: a }
    if (const TsNode* object = node.Field("right")) VisitKeys(*object, table);
  } else if (node.kind == "call_expression") {
    const CallChain chain = ChainOf(node);
    const TsNode* callback = chain.calls.empty() || chain.calls.back().method != "map"
                                 ? nullptr
                                 : Argument(chain.calls.back(), 0);
    const TsNode* body = callback == nullptr ? nullptr : callback->Field("body");
    if (body != nullptr && body->kind != "statement_block") VisitKeys(*body, table);
  }
}

// A string, or a template with the tables that are put into it.
void Finder::VisitText(const TsNode& text, bool tagged, const Scope& scope) {
  if (text.text.size() < 2) return;
  SqlText sql;
  std::uint32_t at = text.begin + 1;
  const auto add_until = [&](std::uint32_t end) {
    if (end > at) sql.Add(text.text.substr(at - text.begin, end - at), at);
  };
  for (const TsNode& child : text.children) {
    const bool escape = child.kind == "escape_sequence";
    if (!escape && child.kind != "template_substitution") continue;
    add_until(child.begin);
    at = child.begin + static_cast<std::uint32_t>(child.text.size());
    const TsNode* inner = escape || child.children.empty() ? nullptr : &child.children.front();
    const auto table = things_.TableOf(inner, scope);
    if (!table) {
      sql.Add(escape ? " " : " ? ", child.begin);
      continue;
    }
    const SoughtTable& named = tables_[*table];
    const std::string schema = named.schema.empty() ? "" : "\"" + named.schema + "\".";
    sql.Add(schema + "\"" + named.name + "\"", inner->begin);
  }
  add_until(text.begin + static_cast<std::uint32_t>(text.text.size()) - 1);
  if (!tagged && !LooksLikeSql(sql.text())) return;
  for (CodeName& name : NamesInSql(sql, tables_)) names_.push_back(std::move(name));
}

}  // namespace

std::vector<CodeName> FindCodeNames(const TsNode& program, std::span<const SoughtTable> tables,
                                    const ImportLookup& lookup) {
  return Finder(tables, lookup).Run(program);
}

}  // namespace hoglint
