#include "lint/facts/declared_difference.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "lint/base/ascii.h"
#include "lint/base/source_file.h"
#include "lint/facts/declared_key_difference.h"
#include "lint/facts/declared_ownership.h"
#include "lint/sql/parse.h"

namespace hoglint {
namespace {

// "text[]" -> "text", "[]".
std::pair<std::string, std::string> SplitArray(const std::string& type) {
  const std::size_t bracket = type.ends_with(']') ? type.find('[') : std::string::npos;
  if (bracket == std::string::npos) return {type, ""};
  return {type.substr(0, bracket), "[]"};
}

std::string SchemaOf(const std::string& schema) { return schema.empty() ? "public" : schema; }

bool IsTable(const Relation& relation) {
  return relation.kind == RelationKind::kTable || relation.kind == RelationKind::kPartitionedTable;
}
bool IsView(const Relation& relation) {
  return relation.kind == RelationKind::kView || relation.kind == RelationKind::kMaterializedView;
}

// drizzle-orm makes these NOT NULL by themselves, or PostgreSQL does (measured, drizzle-kit
// 0.31.11).
bool IsNotNull(const DeclaredColumn& column) {
  return column.not_null || column.primary_key || column.identity || column.builder == "serial" ||
         column.builder == "bigserial" || column.builder == "smallserial";
}

// The type of a column as format_type() prints it, from the words of drizzle-kit.
class TypeTexts {
 public:
  // Empty where it cannot be told.
  std::string Of(const std::string& type) {
    const auto [known, added] = texts_.try_emplace(type);
    if (added) known->second = Read(type);
    return known->second;
  }

 private:
  static std::string Read(const std::string& type) {
    Sources sources;
    const SourceFile& file = sources.Add("type.sql", fmt::format("CREATE TABLE t (c {})", type));
    const ParsedFile parsed = Parse(file, {});
    if (parsed.statements.size() != 1 || !parsed.problems.empty()) return {};
    const auto* create = As<CreateTable>(parsed.statements.front());
    if (create == nullptr || create->columns.size() != 1) return {};
    return FormatType(create->columns.front().type);
  }

  std::map<std::string, std::string> texts_;
};

class Comparing {
 public:
  Comparing(const DeclaredSchema& declared, const Catalogue& known,
            const DeclaredCompareOptions& options)
      : declared_(declared), known_(known), options_(options) {}

  std::vector<DeclaredDifference> Run() && {
    for (const DeclaredEnum& each : declared_.enums) {
      if (Takes(each.span, each.exported, each.name)) Compare(each);
    }
    for (const DeclaredTable& each : declared_.tables) {
      if (Takes(each.span, each.exported, each.name)) Compare(each);
    }
    for (const DeclaredView& each : declared_.views) {
      if (options_.views && !each.existing && Takes(each.span, each.exported, each.name)) {
        Compare(each);
      }
    }
    AddGone();
    return std::move(found_);
  }

 private:
  // Once for each name that drizzle-kit sees.
  bool Takes(const Span& span, bool exported, const DeclaredName& name) {
    if (name.name.empty()) return false;
    return declared_.InSchema(span.file, exported) && seen_.insert(KeyOf(name)).second;
  }

  [[nodiscard]] bool IsOwnersModule(const std::string& module) const {
    return options_.owner != nullptr && OwnerOfModule(*options_.owner, module) != nullptr;
  }

  DeclaredDifference& Add(DeclaredChange kind, std::string_view thing, const QualifiedName& object,
                          std::optional<Span> span) {
    DeclaredDifference& difference = found_.emplace_back();
    difference.kind = kind;
    difference.thing = thing;
    difference.object = object;
    difference.span = span;
    return difference;
  }

  DeclaredDifference& AddPart(DeclaredChange kind, const QualifiedName& object,
                              std::string_view part_thing, std::string part,
                              std::optional<Span> span) {
    const bool of_enum = part_thing == "value" || part_thing == "order";
    DeclaredDifference& difference = Add(kind, of_enum ? "enum" : "table", object, span);
    difference.part_thing = part_thing;
    difference.part = std::move(part);
    return difference;
  }

  // What others brought before the history is not the migrations'.
  [[nodiscard]] const Relation* Find(const QualifiedName& name) const {
    const Relation* relation = known_.Find(name);
    if (relation == nullptr || options_.all_was_declared) return relation;
    return relation->origin.batch == BatchId::kBeforeHistory ? nullptr : relation;
  }
  [[nodiscard]] const Type* FindType(const QualifiedName& name) const {
    const auto found = known_.types().find(name);
    if (found == known_.types().end()) return nullptr;
    const bool before = found->second.origin.batch == BatchId::kBeforeHistory;
    return before && !options_.all_was_declared ? nullptr : &found->second;
  }

  void Compare(const DeclaredEnum& each) {
    const QualifiedName key = KeyOf(each.name);
    const Type* type = FindType(key);
    if (type == nullptr) {
      if (!IsOwners(options_, key)) Add(DeclaredChange::kMissing, "enum", key, each.name_span);
      return;
    }
    if (!each.values || type->kind != TypeKind::kEnum) return;
    CompareOrder(key, each, *type);
    for (const std::string& value : *each.values) {
      const bool there =
          std::ranges::find(type->values, value, &EnumValue::label) != type->values.end();
      if (!there) AddPart(DeclaredChange::kMissing, key, "value", value, each.name_span);
    }
    for (const EnumValue& value : type->values) {
      const bool there = std::ranges::find(*each.values, value.label) != each.values->end();
      if (!there) AddPart(DeclaredChange::kGone, key, "value", value.label, each.name_span);
    }
  }

  // drizzle-kit makes the type anew for it.
  void CompareOrder(const QualifiedName& key, const DeclaredEnum& each, const Type& type) {
    std::vector<std::string> known;
    for (const EnumValue& value : type.values) known.push_back(value.label);
    if (known == *each.values || !std::ranges::is_permutation(known, *each.values)) return;
    DeclaredDifference& difference =
        AddPart(DeclaredChange::kType, key, "order", "values", each.name_span);
    difference.declared = fmt::format("{}", fmt::join(*each.values, ", "));
    difference.known = fmt::format("{}", fmt::join(known, ", "));
  }

  void Compare(const DeclaredView& each) {
    const QualifiedName key = KeyOf(each.name);
    const Relation* relation = Find(key);
    if (relation == nullptr && !IsOwners(options_, key)) {
      Add(DeclaredChange::kMissing, "view", key, each.name_span);
    }
  }

  void Compare(const DeclaredTable& each) {
    const QualifiedName key = KeyOf(each.name);
    const Relation* relation = Find(key);
    if (relation == nullptr) {
      if (!IsOwners(options_, key)) Add(DeclaredChange::kMissing, "table", key, each.name_span);
      return;
    }
    if (!IsTable(*relation) || relation->columns_unknown) return;
    std::set<std::string> declared;
    bool all_named = !each.more_columns;
    for (const DeclaredColumn& column : each.columns) {
      all_named = all_named && !column.name.empty();
      if (column.name.empty()) continue;
      const Column* known = FindDeclared(*relation, column);
      declared.insert(known == nullptr ? column.name : known->name);
      if (IsOwnersModule(column.builder_module)) continue;
      if (known == nullptr) {
        AddPart(DeclaredChange::kMissing, key, "column", column.name, column.span);
      } else {
        CompareColumn(key, column, *relation, *known);
      }
    }
    for (DeclaredDifference& difference : CompareKeys({each, *relation, known_, options_})) {
      found_.push_back(std::move(difference));
    }
    if (!all_named || !options_.all_was_declared) return;
    for (const Column& column : relation->columns) {
      if (declared.contains(column.name)) continue;
      AddPart(DeclaredChange::kGone, key, "column", column.name, each.name_span);
    }
  }

  void CompareColumn(const QualifiedName& table, const DeclaredColumn& column,
                     const Relation& relation, const Column& known) {
    if (column.uncertain) return;
    CompareDefault(table, column, known);
    const std::string type = TypeOf(column);
    if (!type.empty() && !known.type.empty() && ToLowerAscii(type) != ToLowerAscii(known.type)) {
      DeclaredDifference& difference =
          AddPart(DeclaredChange::kType, table, "column", known.name, column.span);
      difference.declared = type;
      difference.known = known.type;
    }
    // The columns of a primary key are NOT NULL in the database, whatever is declared.
    const Constraint* key = relation.PrimaryKey();
    const bool in_key =
        key != nullptr && std::ranges::find(key->columns, known.name) != key->columns.end();
    if (in_key || column.primary_key || IsNotNull(column) == known.not_null) return;
    DeclaredDifference& difference =
        AddPart(DeclaredChange::kNullability, table, "column", known.name, column.span);
    difference.declared = IsNotNull(column) ? "NOT NULL" : "nullable";
    difference.known = known.not_null ? "NOT NULL" : "nullable";
  }

  // Whether the database fills the column in, and how: a default itself may be spelled in too many
  // ways.
  void CompareDefault(const QualifiedName& table, const DeclaredColumn& column,
                      const Column& known) {
    if (IsNullDefault(known)) return;
    const std::string_view declared =
        FilledBy(column.identity, column.generated, column.has_default);
    const std::string_view there =
        FilledBy(known.identity != Identity::kNone, known.generated != Generated::kNone,
                 static_cast<bool>(known.default_value));
    if (declared == there) return;
    if (!declared.empty()) {
      AddPart(DeclaredChange::kMissing, table, declared, known.name, column.span);
    }
    if (!there.empty() && options_.all_was_declared) {
      AddPart(DeclaredChange::kGone, table, there, known.name, column.span);
    }
  }

  static std::string_view FilledBy(bool identity, bool generated, bool has_default) {
    if (identity) return "identity of column";
    if (generated) return "expression of column";
    return has_default ? "default of column" : "";
  }

  static bool IsNullDefault(const Column& column) {
    if (!column.default_value) return false;
    const std::string text = ToLowerAscii(column.default_value->expression.text);
    return text == "null" || text.starts_with("null::");
  }

  // As the catalogue has it; empty where it is not known.
  std::string TypeOf(const DeclaredColumn& column) {
    if (column.type.empty()) return {};
    const auto split = SplitArray(column.type);
    const std::string& type = split.first;
    const std::string& brackets = split.second;
    const bool is_enum = std::ranges::any_of(declared_.enums, [&](const DeclaredEnum& each) {
      return each.name.name == type && SchemaOf(each.name.schema) == SchemaOf(column.type_schema);
    });
    if (is_enum) {
      TypeName name;
      if (SchemaOf(column.type_schema) != "public") name.schema = column.type_schema;
      name.name = type;
      return FormatType(name) + brackets;
    }
    return types_.Of(type + brackets);
  }

  [[nodiscard]] bool IsDeclared(const QualifiedName& name) const {
    const auto is = [&name](const auto& each) { return KeyOf(each.name) == name; };
    return std::ranges::any_of(declared_.tables, is) || std::ranges::any_of(declared_.views, is);
  }

  // Computed names, unread files and what other packages bring may be any of them.
  [[nodiscard]] bool KnowsAll() const {
    const auto unnamed = [](const auto& each) { return each.name.name.empty(); };
    return options_.all_was_declared && declared_.complete && declared_.foreign_exports.empty() &&
           std::ranges::none_of(declared_.tables, unnamed) &&
           std::ranges::none_of(declared_.views, unnamed) &&
           std::ranges::none_of(declared_.enums, unnamed);
  }

  // A table or view that is declared and not exported is another matter, table-not-exported's.
  void AddGone() {
    if (!KnowsAll()) return;
    for (const auto& [name, type] : known_.types()) {
      if (type.kind == TypeKind::kEnum && !seen_.contains(name)) AddGoneEnum(name);
    }
    for (const auto& [name, id] : known_.relation_names()) {
      const Relation* relation = known_.Get(id);
      if (relation == nullptr || relation->assumed || IsDeclared(name)) continue;
      if (IsTable(*relation)) Add(DeclaredChange::kGone, "table", name, std::nullopt);
      if (IsView(*relation)) Add(DeclaredChange::kGone, "view", name, std::nullopt);
    }
  }

  void AddGoneEnum(const QualifiedName& name) {
    const auto hidden = std::ranges::find_if(
        declared_.enums, [&](const DeclaredEnum& each) { return KeyOf(each.name) == name; });
    if (hidden != declared_.enums.end()) {
      Add(DeclaredChange::kGone, "enum", name, hidden->name_span);
    } else if (!IsDeclared(name)) {
      Add(DeclaredChange::kGone, "enum", name, std::nullopt);
    }
  }

  const DeclaredSchema& declared_;
  const Catalogue& known_;
  const DeclaredCompareOptions& options_;
  std::set<QualifiedName> seen_;
  TypeTexts types_;
  std::vector<DeclaredDifference> found_;
};

}  // namespace

std::vector<DeclaredDifference> CompareWithDeclared(const DeclaredSchema& declared,
                                                    const Catalogue& known,
                                                    const DeclaredCompareOptions& options) {
  return Comparing(declared, known, options).Run();
}

bool BreaksCode(const DeclaredDifference& difference) {
  return difference.kind == DeclaredChange::kMissing &&
         (difference.part.empty() || difference.part_thing == "column" ||
          difference.part_thing == "value");
}

}  // namespace hoglint
