// The third argument of pgTable: (t) => [...] or (t) => ({...}) of indexes, keys and references.
#include <algorithm>
#include <array>
#include <utility>

#include "lint/typescript/schema_columns.h"
#include "lint/typescript/schema_heads.h"

namespace hoglint {
namespace {

// What is called on a column within an index: t.createdAt.desc()
constexpr std::array<std::string_view, 5> kColumnCalls = {"asc", "desc", "nullsFirst", "nullsLast",
                                                          "op"};

class ExtrasReader {
 public:
  ExtrasReader(SchemaValues& values, DeclaredTable& table) : values_(values), table_(table) {}

  void Read(const SchemaExpression& extras) {
    const SchemaValue function = values_.Evaluate(extras);
    SchemaValue columns;
    columns.kind = ValueKind::kColumns;
    std::optional<SchemaExpression> returned;
    if (function.kind == ValueKind::kExpression) {
      returned = values_.Returned(function.expression, {columns});
    }
    if (!returned) {
      table_.more_indexes = true;
      return;
    }
    if (const auto members = values_.Members(*returned)) {
      table_.more_indexes = !members->all;
      for (const SchemaMember& each : members->members) Add(each.value);
    } else if (const auto elements = values_.Elements(*returned)) {
      table_.more_indexes = !elements->all;
      for (const SchemaExpression& each : elements->elements) Add(each);
    } else {
      table_.more_indexes = true;
    }
  }

 private:
  void Add(const SchemaExpression& item) {
    const SchemaChain chain = values_.Chain(item);
    const TsNode* function = chain.base.IsExpression("call_expression")
                                 ? chain.base.expression.node->Field("function")
                                 : nullptr;
    if (function == nullptr) {
      table_.more_indexes = true;
      return;
    }
    const SchemaExpression& call = chain.base.expression;
    const SchemaValue callee = values_.Evaluate({call.module, function, call.scope});
    if (callee.IsPgCore("index") || callee.IsPgCore("uniqueIndex") || callee.IsPgCore("unique")) {
      AddIndex(item, chain, callee.name);
    } else if (callee.IsPgCore("primaryKey")) {
      AddPrimaryKey(item, call);
    } else if (callee.IsPgCore("foreignKey")) {
      AddForeignKey(item, chain);
    } else if (callee.IsPgCore("check")) {
      AddCheck(item, call);
    } else if (!callee.IsPgCore("pgPolicy")) {
      table_.more_indexes = true;
    }
  }

  static Span SpanOf(const SchemaExpression& item) { return item.module->SpanOf(*item.node); }

  void AddIndex(const SchemaExpression& item, const SchemaChain& chain,
                const std::string& function) {
    DeclaredIndex index;
    index.span = SpanOf(item);
    index.unique = function != "index";
    index.constraint = function == "unique";
    const auto arguments = SchemaValues::Arguments(chain.base.expression);
    if (!arguments.empty()) index.name = values_.Text(arguments.front()).value_or(std::string());
    for (const ChainCall& each : chain.calls) {
      auto columns = SchemaValues::Arguments(each.call);
      if (each.method == "using" && !columns.empty()) columns.erase(columns.begin());
      if (each.method != "on" && each.method != "onOnly" && each.method != "using") continue;
      for (const SchemaExpression& column : columns) index.columns.push_back(ColumnName(column));
    }
    table_.indexes.push_back(std::move(index));
  }

  // primaryKey({ columns: [t.a, t.b], name }), primaryKey(t.a, t.b)
  void AddPrimaryKey(const SchemaExpression& item, const SchemaExpression& call) {
    DeclaredIndex key;
    key.span = SpanOf(item);
    key.unique = key.constraint = key.primary = true;
    const auto arguments = SchemaValues::Arguments(call);
    const auto options = arguments.empty() ? std::nullopt : values_.Members(arguments.front());
    if (options) {
      key.columns = ColumnNames(*options, "columns");
      key.name = NameIn(*options);
    } else {
      for (const SchemaExpression& each : arguments) key.columns.push_back(ColumnName(each));
    }
    if (key.columns.size() == 1) {
      const auto column =
          std::ranges::find(table_.columns, key.columns.front(), &DeclaredColumn::name);
      if (column != table_.columns.end()) column->primary_key = true;
    }
    table_.indexes.push_back(std::move(key));
  }

  void AddCheck(const SchemaExpression& item, const SchemaExpression& call) {
    const auto arguments = SchemaValues::Arguments(call);
    const auto name = arguments.empty() ? std::nullopt : values_.Text(arguments.front());
    if (!name) {
      table_.more_indexes = true;
      return;
    }
    table_.checks.push_back({.span = SpanOf(item), .name = *name});
  }

  void AddForeignKey(const SchemaExpression& item, const SchemaChain& chain) {
    const auto arguments = SchemaValues::Arguments(chain.base.expression);
    const auto options = arguments.empty() ? std::nullopt : values_.Members(arguments.front());
    if (!options) {
      table_.more_indexes = true;
      return;
    }
    DeclaredReference reference;
    const auto foreign = std::ranges::find(options->members, "foreignColumns", &SchemaMember::name);
    const auto columns =
        foreign == options->members.end() ? std::nullopt : values_.Elements(foreign->value);
    if (columns && !columns->elements.empty()) {
      const SchemaValue own = values_.Evaluate(columns->elements.front());
      if (own.kind == ValueKind::kOwnColumn) {
        reference.constant = table_.constant;
        reference.table = table_.name;
      } else {
        reference = ReferenceTo(values_, columns->elements.front());
      }
    }
    reference.span = SpanOf(item);
    reference.columns = ColumnNames(*options, "columns");
    for (const ChainCall& each : chain.calls) {
      const auto action = SchemaValues::Arguments(each.call);
      if (!action.empty()) SetAction(values_, each.method, action.front(), reference);
    }
    table_.references.push_back(std::move(reference));
  }

  std::string NameIn(const SchemaMembers& options) {
    const auto name = std::ranges::find(options.members, "name", &SchemaMember::name);
    if (name == options.members.end()) return {};
    return values_.Text(name->value).value_or(std::string());
  }

  std::vector<std::string> ColumnNames(const SchemaMembers& options, std::string_view key) {
    std::vector<std::string> names;
    const auto list = std::ranges::find(options.members, key, &SchemaMember::name);
    if (list == options.members.end()) return names;
    const auto elements = values_.Elements(list->value);
    if (!elements) return names;
    for (const SchemaExpression& each : elements->elements) names.push_back(ColumnName(each));
    return names;
  }

  // Empty for an expression: sql`lower(${t.email})`.
  std::string ColumnName(const SchemaExpression& expression) {
    SchemaExpression at{expression.module, SchemaValues::Bare(expression.node), expression.scope};
    while (at.node != nullptr && at.node->kind == "call_expression") {
      const TsNode* function = at.node->Field("function");
      const TsNode* method = function == nullptr ? nullptr : function->Field("property");
      const TsNode* object = function == nullptr ? nullptr : function->Field("object");
      if (method == nullptr || object == nullptr ||
          std::ranges::find(kColumnCalls, method->text) == kColumnCalls.end()) {
        return {};
      }
      at.node = SchemaValues::Bare(object);
    }
    if (at.node == nullptr) return {};
    const SchemaValue value = values_.Evaluate(at);
    std::string property;
    if (value.kind == ValueKind::kOwnColumn) {
      property = value.name;
    } else if (at.node->kind == "member_expression" && at.node->Field("property") != nullptr) {
      property = at.node->Field("property")->text;  // users.email within users
    }
    const auto column = std::ranges::find(table_.columns, property, &DeclaredColumn::property);
    return column == table_.columns.end() ? std::string() : column->name;
  }

  SchemaValues& values_;
  DeclaredTable& table_;
};

}  // namespace

void SetAction(SchemaValues& values, std::string_view method, const SchemaExpression& action,
               DeclaredReference& reference) {
  if (method == "onDelete") reference.on_delete = values.Text(action);
  if (method == "onUpdate") reference.on_update = values.Text(action);
}

void ReadExtras(SchemaValues& values, const SchemaExpression& extras, DeclaredTable& table) {
  ExtrasReader(values, table).Read(extras);
}

}  // namespace hoglint
