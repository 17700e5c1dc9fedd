#include "lint/facts/declared_difference.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "lint/base/ascii.h"
#include "lint/base/source_file.h"
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

  [[nodiscard]] bool IsOwners(const QualifiedName& name) const {
    if (options_.owner == nullptr) return false;
    const Catalogue& owned = options_.owner->catalogue;
    return owned.Find(name) != nullptr || owned.types().contains(name) ||
           OwnsSchema(*options_.owner, name.schema);
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
    DeclaredDifference& difference =
        Add(kind, part_thing == "value" ? "enum" : "table", object, span);
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
      if (!IsOwners(key)) Add(DeclaredChange::kMissing, "enum", key, each.name_span);
      return;
    }
    if (!each.values || type->kind != TypeKind::kEnum) return;
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

  void Compare(const DeclaredView& each) {
    const QualifiedName key = KeyOf(each.name);
    const Relation* relation = Find(key);
    if (relation == nullptr && !IsOwners(key)) {
      Add(DeclaredChange::kMissing, "view", key, each.name_span);
    }
  }

  void Compare(const DeclaredTable& each) {
    const QualifiedName key = KeyOf(each.name);
    const Relation* relation = Find(key);
    if (relation == nullptr) {
      if (!IsOwners(key)) Add(DeclaredChange::kMissing, "table", key, each.name_span);
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
    CompareIndexes(each, *relation);
    CompareForeignKeys(each, *relation);
    if (!all_named || !options_.all_was_declared) return;
    for (const Column& column : relation->columns) {
      if (declared.contains(column.name)) continue;
      AddPart(DeclaredChange::kGone, key, "column", column.name, each.name_span);
    }
  }

  void CompareColumn(const QualifiedName& table, const DeclaredColumn& column,
                     const Relation& relation, const Column& known) {
    if (column.uncertain) return;
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

  // Whether all indexes and keys of the table are listed, so that others are gone.
  [[nodiscard]] bool KnowsAllKeys(const DeclaredTable& table) const {
    return options_.all_was_declared && !table.more_columns && !table.more_indexes &&
           std::ranges::none_of(table.columns, &DeclaredColumn::uncertain);
  }

  void CompareIndexes(const DeclaredTable& table, const Relation& relation) {
    const QualifiedName& key = relation.name;
    std::set<RelationId> declared;
    bool all_known = KnowsAllKeys(table);
    for (const DeclaredIndex& each : table.indexes) {
      if (each.primary) continue;
      const bool expressions = each.columns.empty() || std::ranges::count(each.columns, "") > 0;
      if (each.name.empty() && expressions) {
        all_known = false;
        continue;
      }
      if (const Relation* index = FindIndex(relation, each)) {
        declared.insert(index->id);
      } else if (!IsOwners({key.schema, each.name})) {
        AddPart(DeclaredChange::kMissing, key, each.constraint ? "unique constraint" : "index",
                each.name.empty() ? MadeUpName(table, each) : each.name, each.span);
      }
    }
    for (const RelationId id : relation.indexes) {
      const Relation* index = known_.Get(id);
      if (!all_known || index == nullptr || index->index->primary || declared.contains(id))
        continue;
      AddPart(DeclaredChange::kGone, key,
              index->index->of_constraint ? "unique constraint" : "index", index->name.name,
              table.name_span);
    }
  }

  // By its name or, where drizzle-kit makes one up, by what it is.
  [[nodiscard]] const Relation* FindIndex(const Relation& relation,
                                          const DeclaredIndex& declared) const {
    for (const RelationId id : relation.indexes) {
      const Relation* index = known_.Get(id);
      if (index == nullptr || index->index->primary) continue;
      if (!declared.name.empty()) {
        if (index->name.name == TruncateIdentifier(declared.name)) return index;
        continue;
      }
      std::vector<std::string> columns;
      for (const IndexElement& element : index->index->elements) columns.push_back(element.column);
      if (index->index->unique == declared.unique && SameColumns(columns, declared.columns) &&
          index->index->of_constraint == declared.constraint) {
        return index;
      }
    }
    return nullptr;
  }

  // users_name_index, users_name_unique (drizzle-kit 0.31.11)
  static std::string MadeUpName(const DeclaredTable& table, const DeclaredIndex& index) {
    return fmt::format("{}_{}_{}", table.name.name, fmt::join(index.columns, "_"),
                       index.constraint ? "unique" : "index");
  }

  void CompareForeignKeys(const DeclaredTable& table, const Relation& relation) {
    bool all_known = KnowsAllKeys(table);
    for (const DeclaredReference& each : table.references) {
      if (each.columns.empty()) all_known = false;
      if (each.columns.empty() || !each.module.empty() || !each.table) continue;
      const QualifiedName target = KeyOf(*each.table);
      const bool there = std::ranges::any_of(relation.constraints, [&](const Constraint& known) {
        return IsKeyOn(known, each.columns) && NameOf(known.references->table) == target;
      });
      if (there || IsOwners(target)) continue;
      AddPart(DeclaredChange::kMissing, relation.name, "foreign key",
              fmt::format("({}) to {}", fmt::join(each.columns, ", "), DisplayName(target)),
              each.span);
    }
    if (!all_known) return;
    for (const Constraint& known : relation.constraints) {
      const bool declared = std::ranges::any_of(
          table.references,
          [&](const DeclaredReference& each) { return IsKeyOn(known, each.columns); });
      if (!known.references || declared) continue;
      AddPart(DeclaredChange::kGone, relation.name, "foreign key", known.name, table.name_span);
    }
  }

  static bool IsKeyOn(const Constraint& constraint, const std::vector<std::string>& columns) {
    return constraint.references && SameColumns(constraint.columns, columns);
  }
  [[nodiscard]] QualifiedName NameOf(RelationId id) const {
    const Relation* relation = known_.Get(id);
    return relation == nullptr ? QualifiedName{} : relation->name;
  }

  // Also where the config's `casing` makes their names, see FindDeclared.
  static bool SameColumns(const std::vector<std::string>& known,
                          const std::vector<std::string>& declared) {
    return std::ranges::equal(known, declared, [](const std::string& a, const std::string& b) {
      return a == TruncateIdentifier(b) || a == TruncateIdentifier(SnakeCase(b));
    });
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
