#include "lint/typescript/schema_columns.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "lint/typescript/schema_heads.h"

namespace hoglint {
namespace {

bool IsLower(char c) { return c >= 'a' && c <= 'z'; }
bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }
bool IsLowerOrDigit(char c) { return IsLower(c) || (c >= '0' && c <= '9'); }

// The length of the word at the front, as drizzle-orm's casing.js takes it apart:
// [\da-z]+ | [A-Z]+(?![a-z]) | [A-Z][\da-z]+
std::size_t WordLength(std::string_view text) {
  const auto run = [&](std::size_t from, auto fits) {
    while (from < text.size() && fits(text[from])) ++from;
    return from;
  };
  if (IsLowerOrDigit(text.front())) return run(0, IsLowerOrDigit);
  if (!IsUpper(text.front())) return 0;
  const std::size_t upper = run(0, IsUpper);
  if (upper == text.size() || !IsLower(text[upper])) return upper;
  return upper > 1 ? upper - 1 : run(1, IsLowerOrDigit);
}

// Types whose text is the builder's name, or another.
struct PlainType {
  std::string_view builder;
  std::string_view type;  // empty: the builder's name
};
constexpr std::array kPlainTypes = {
    PlainType{"bigint", {}},
    PlainType{"bigserial", {}},
    PlainType{"boolean", {}},
    PlainType{"bytea", {}},  // 1.0
    PlainType{"cidr", {}},
    PlainType{"date", {}},
    PlainType{"doublePrecision", "double precision"},
    PlainType{"geometry", "geometry(point)"},
    PlainType{"inet", {}},
    PlainType{"integer", {}},
    PlainType{"json", {}},
    PlainType{"jsonb", {}},
    PlainType{"line", {}},
    PlainType{"macaddr", {}},
    PlainType{"macaddr8", {}},
    PlainType{"point", {}},
    PlainType{"real", {}},
    PlainType{"serial", {}},
    PlainType{"smallint", {}},
    PlainType{"smallserial", {}},
    PlainType{"text", {}},
    PlainType{"uuid", {}},
};

// The object of options in a builder's call: the first argument that is one.
class Options {
 public:
  Options(SchemaValues& values, const SchemaExpression& call) : values_(values) {
    for (const SchemaExpression& argument : SchemaValues::Arguments(call)) {
      if (values.Text(argument)) continue;
      members_ = values.Members(argument);
      known_ = known_ && members_ && members_->all;
    }
  }

  // Empty where the option is not given, or cannot be known: then `known` is false.
  std::string Get(std::string_view name) {
    if (!members_) return {};
    const auto found = std::find_if(members_->members.rbegin(), members_->members.rend(),
                                    [&](const SchemaMember& each) { return each.name == name; });
    if (found == members_->members.rend()) return {};
    auto literal = values_.Literal(found->value);
    known_ = known_ && literal;
    return literal.value_or(std::string());
  }
  [[nodiscard]] bool known() const { return known_; }

 private:
  SchemaValues& values_;
  std::optional<SchemaMembers> members_;
  bool known_ = true;
};

std::string InBrackets(const std::string& text) { return text.empty() ? text : "(" + text + ")"; }

// As getSQLType() of drizzle-orm 0.45 writes it: a timestamp has a space before its precision where
// its mode is not "string". Absent for what is no builder of a column.
std::optional<std::string> DrizzleType(const std::string& builder, Options& options) {
  const auto plain = std::ranges::find(kPlainTypes, builder, &PlainType::builder);
  if (plain != kPlainTypes.end()) return plain->type.empty() ? builder : std::string(plain->type);
  if (builder == "varchar" || builder == "char") return builder + InBrackets(options.Get("length"));
  if (builder == "bit" || builder == "vector" || builder == "halfvec" || builder == "sparsevec") {
    return builder + InBrackets(options.Get("dimensions"));
  }
  if (builder == "numeric" || builder == "decimal") {
    const std::string precision = options.Get("precision");
    const std::string scale = options.Get("scale");
    if (precision.empty() || scale.empty()) return "numeric" + InBrackets(precision);
    return fmt::format("numeric({}, {})", precision, scale);
  }
  if (builder == "time" || builder == "timestamp") {
    std::string precision = InBrackets(options.Get("precision"));
    const bool spaced = builder == "timestamp" && options.Get("mode") != "string";
    if (!precision.empty() && spaced) precision.insert(0, " ");
    return builder + precision + (options.Get("withTimezone") == "true" ? " with time zone" : "");
  }
  if (builder == "interval") {
    const std::string fields = options.Get("fields");
    const std::string precision = options.Get("precision");
    return "interval" + (fields.empty() ? fields : " " + fields) +
           (precision == "0" ? std::string() : InBrackets(precision));
  }
  return std::nullopt;
}

class ColumnReader {
 public:
  ColumnReader(SchemaValues& values, const SchemaSettings& settings, DeclaredTable& table)
      : values_(values), settings_(settings), table_(table) {}

  // False when there is a column whose name cannot be known.
  bool Add(const SchemaMember& member) {
    const SchemaChain chain = values_.Chain(member.value);
    if (!chain.base.IsExpression("call_expression")) return false;
    const SchemaExpression& call = chain.base.expression;
    const ColumnHead head = ColumnHeadOf(values_, call);
    DeclaredColumn column;
    column.span = member.module->SpanOf(*member.pair);
    column.property = member.name;
    column.builder = head.builder;
    column.builder_module = head.module;
    auto name = NameOf(member.name, call, head);
    if (!name) return false;
    column.name = *std::move(name);
    SetType(head, call, column);
    std::vector<DeclaredReference> references;
    for (const ChainCall& each : chain.calls) Apply(each, column, references);
    for (DeclaredReference& each : references) {
      each.columns = {column.name};
      table_.references.push_back(std::move(each));
    }
    if (column.unique) AddUnique(chain, column);
    Put(std::move(column));
    return true;
  }

 private:
  // A first argument that is a text is the name; without one it is the property's.
  std::optional<std::string> NameOf(const std::string& property, const SchemaExpression& call,
                                    const ColumnHead& head) {
    const auto arguments = SchemaValues::Arguments(call);
    if (!arguments.empty()) {
      auto text = values_.Text(arguments.front());
      if (text && !text->empty()) return text;
      if (!text && !values_.Members(arguments.front())) return std::nullopt;
    }
    // What a function of another package names its column cannot be known.
    if (!head.drizzle && !head.enumeration && head.custom.node == nullptr) return std::nullopt;
    const std::optional<std::string>& casing = settings_.casing;
    return casing ? std::optional(CasedName(property, *casing)) : std::nullopt;
  }

  void SetType(const ColumnHead& head, const SchemaExpression& call, DeclaredColumn& column) {
    if (head.enumeration) {
      if (!head.enumeration->name) return;
      column.type = head.enumeration->name->name;
      // drizzle-kit 0.31 forgets the schema of an enum whose values are an object.
      const auto arguments = SchemaValues::Arguments(head.enumeration->call);
      const bool by_object = arguments.size() > 1 && !values_.Elements(arguments[1]);
      if (by_object && settings_.line == DrizzleLine::kUnknown) column.uncertain = true;
      if (!by_object || settings_.line == DrizzleLine::kOne) {
        column.type_schema = head.enumeration->name->schema;
      }
      return;
    }
    if (head.custom.node != nullptr) {
      column.type = CustomType(head.custom);
      return;
    }
    if (!head.drizzle) {
      column.uncertain = true;
      return;
    }
    Options options(values_, call);
    auto type = DrizzleType(head.builder, options);
    const bool of_line = head.builder == "geometry" && settings_.line != DrizzleLine::kBeforeOne;
    column.uncertain = !type || (of_line && !options.Get("srid").empty()) || !options.known();
    if (type && options.known()) column.type = *std::move(type);
    if (!head.builder.ends_with("serial")) return;
    column.has_default = true;
    // drizzle-orm forgets it for the one of 64 bits.
    column.not_null = head.builder != "bigserial" || options.Get("mode") == "number";
  }

  // customType({ dataType() { return "citext" } }); empty where it is computed.
  std::string CustomType(const SchemaExpression& parameters) {
    const auto members = values_.Members(parameters);
    if (!members) return {};
    const auto type = std::ranges::find(members->members, "dataType", &SchemaMember::name);
    if (type == members->members.end()) return {};
    const SchemaValue function = values_.Evaluate(type->value);
    if (function.kind != ValueKind::kExpression) return {};
    const auto text = values_.Returned(function.expression, {});
    return text ? values_.Text(*text).value_or(std::string()) : std::string();
  }

  void Apply(const ChainCall& each, DeclaredColumn& column,
             std::vector<DeclaredReference>& references) {
    const std::string_view method = each.method;
    if (method == "notNull") {
      column.not_null = true;
    } else if (method == "primaryKey") {
      column.primary_key = column.not_null = true;
    } else if (method == "default") {
      column.has_default = !IsNothing(each.call);
    } else if (method == "defaultNow" || method == "defaultRandom") {
      column.has_default = true;
    } else if (method == "generatedAlwaysAs") {
      column.generated = column.has_default = true;
    } else if (method == "generatedAlwaysAsIdentity" || method == "generatedByDefaultAsIdentity") {
      column.identity = column.has_default = column.not_null = true;
    } else if (method == "unique") {
      column.unique = true;
    } else if (method == "references") {
      AddReference(each.call, references);
    } else if (method == "array") {
      MakeArray(each.call, column, references);
    } else if (!method.starts_with('$')) {  // $type, $defaultFn, $onUpdate: the database has none
      column.uncertain = true;
    }
  }

  // .default(null) leaves the column as it was without.
  static bool IsNothing(const SchemaExpression& call) {
    const auto arguments = SchemaValues::Arguments(call);
    const TsNode* value = arguments.empty() ? nullptr : SchemaValues::Bare(arguments.front().node);
    return value == nullptr || value->text == "null" || value->text == "undefined";
  }

  // Before 1.0 an array is a builder of its own, which takes over no more than the name.
  void MakeArray(const SchemaExpression& call, DeclaredColumn& column,
                 std::vector<DeclaredReference>& references) {
    const auto arguments = SchemaValues::Arguments(call);
    const auto size = arguments.empty() ? std::string() : values_.Literal(arguments.front());
    if (!size) column.uncertain = true;
    if (!column.type.empty()) column.type += "[" + size.value_or(std::string()) + "]";
    if (settings_.line == DrizzleLine::kOne) return;
    const bool loses =
        column.not_null || column.has_default || column.unique || !references.empty();
    if (settings_.line == DrizzleLine::kUnknown && loses) column.uncertain = true;
    column.not_null = column.has_default = column.primary_key = false;
    column.unique = column.identity = column.generated = false;
    references.clear();
  }

  void AddReference(const SchemaExpression& call, std::vector<DeclaredReference>& references) {
    DeclaredReference reference;
    const auto arguments = SchemaValues::Arguments(call);
    if (!arguments.empty()) {
      const SchemaValue function = values_.Evaluate(arguments.front());
      const auto to = function.kind == ValueKind::kExpression
                          ? values_.Returned(function.expression, {})
                          : std::nullopt;
      if (to) reference = ReferenceTo(values_, *to);
      reference.span = call.module->SpanOf(*arguments.front().node);
      if (arguments.size() > 1) AddActions(arguments[1], reference);
    } else {
      reference.span = call.module->SpanOf(*call.node);
    }
    references.push_back(std::move(reference));
  }

  // { onDelete: "cascade" }
  void AddActions(const SchemaExpression& options, DeclaredReference& reference) {
    const auto members = values_.Members(options);
    if (!members || !members->all) reference.on_delete = reference.on_update = std::nullopt;
    if (!members) return;
    for (const SchemaMember& each : members->members) {
      SetAction(values_, each.name, each.value, reference);
    }
  }

  void AddUnique(const SchemaChain& chain, const DeclaredColumn& column) {
    DeclaredIndex index;
    index.span = column.span;
    index.unique = index.constraint = true;
    index.columns = {column.name};
    for (const ChainCall& each : chain.calls) {
      if (each.method != "unique") continue;
      const auto arguments = SchemaValues::Arguments(each.call);
      if (arguments.empty()) continue;
      index.name = values_.Text(arguments.front()).value_or(std::string());
    }
    table_.indexes.push_back(std::move(index));
  }

  // A property that is written again replaces the one before it.
  void Put(DeclaredColumn column) {
    const auto same = std::ranges::find(table_.columns, column.property, &DeclaredColumn::property);
    if (same == table_.columns.end()) {
      table_.columns.push_back(std::move(column));
    } else {
      *same = std::move(column);
    }
  }

  SchemaValues& values_;
  const SchemaSettings& settings_;
  DeclaredTable& table_;
};

}  // namespace

std::string CasedName(std::string_view property, std::string_view casing) {
  if (casing != "snake_case" && casing != "camelCase") return std::string(property);
  std::string name;
  while (!property.empty()) {
    const std::size_t length = WordLength(property);
    if (length == 0) {
      property.remove_prefix(1);
      continue;
    }
    const bool first = name.empty();
    if (!first && casing == "snake_case") name += '_';
    for (std::size_t i = 0; i < length; ++i) {
      const char c = property[i];
      const bool keep = casing == "camelCase" && !first;
      const char lower = IsUpper(c) && !(keep && i > 0) ? static_cast<char>(c + 32) : c;
      const char upper = IsLower(c) ? static_cast<char>(c - 32) : c;
      name += keep && i == 0 ? upper : lower;
    }
    property.remove_prefix(length);
  }
  return name;
}

void ReadColumns(SchemaValues& values, const SchemaExpression& columns,
                 const SchemaSettings& settings, DeclaredTable& table) {
  SchemaExpression object = columns;
  const SchemaValue value = values.Evaluate(columns);
  if (value.kind == ValueKind::kExpression && value.expression.node->Field("body") != nullptr) {
    SchemaValue builders;  // (t) => ({ id: t.uuid() })
    builders.kind = ValueKind::kPackage;
    builders.module = kPgCore;
    builders.name = "*";
    const auto returned = values.Returned(value.expression, {builders});
    if (returned) object = *returned;
  }
  const auto members = values.Members(object);
  table.more_columns = !members || !members->all;
  if (!members) return;
  ColumnReader reader(values, settings, table);
  for (const SchemaMember& each : members->members) {
    if (!reader.Add(each)) table.more_columns = true;
  }
}

}  // namespace hoglint
