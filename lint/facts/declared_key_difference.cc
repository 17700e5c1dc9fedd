#include "lint/facts/declared_key_difference.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <utility>

#include "lint/facts/declared_ownership.h"

namespace hoglint {
namespace {

// Also where the config's `casing` makes their names, see FindDeclared.
bool SameColumn(const std::string& known, const std::string& declared) {
  return known == TruncateIdentifier(declared) || known == TruncateIdentifier(SnakeCase(declared));
}

bool SameColumns(const std::vector<std::string>& known, const std::vector<std::string>& declared) {
  return std::ranges::equal(known, declared, SameColumn);
}

bool IsKeyOn(const Constraint& constraint, const std::vector<std::string>& columns) {
  return constraint.references && SameColumns(constraint.columns, columns);
}

// users_name_index, users_name_unique (drizzle-kit 0.31.11)
std::string MadeUpName(const DeclaredTable& table, const DeclaredIndex& index) {
  return fmt::format("{}_{}_{}", table.name.name, fmt::join(index.columns, "_"),
                     index.constraint ? "unique" : "index");
}

struct ActionWords {
  ForeignKeyAction action;
  std::string_view drizzle;
  std::string_view sql;
};
constexpr std::array kActions = {
    ActionWords{ForeignKeyAction::kNoAction, "no action", "NO ACTION"},
    ActionWords{ForeignKeyAction::kRestrict, "restrict", "RESTRICT"},
    ActionWords{ForeignKeyAction::kCascade, "cascade", "CASCADE"},
    ActionWords{ForeignKeyAction::kSetNull, "set null", "SET NULL"},
    ActionWords{ForeignKeyAction::kSetDefault, "set default", "SET DEFAULT"},
};

class KeyComparing {
 public:
  explicit KeyComparing(const KeyComparison& comparison)
      : table_(comparison.table),
        relation_(comparison.relation),
        known_(comparison.known),
        options_(comparison.options) {}

  std::vector<DeclaredDifference> Run() && {
    ComparePrimaryKey();
    CompareIndexes();
    CompareForeignKeys();
    if (options_.checks) CompareChecks();
    return std::move(found_);
  }

 private:
  DeclaredDifference& Add(DeclaredChange kind, std::string_view part_thing, std::string part,
                          const Span& span) {
    DeclaredDifference& difference = found_.emplace_back();
    difference.kind = kind;
    difference.thing = "table";
    difference.object = relation_.name;
    difference.part_thing = part_thing;
    difference.part = std::move(part);
    difference.span = span;
    return difference;
  }

  // Whether all indexes and keys of the table are listed, so that others are gone.
  [[nodiscard]] bool KnowsAllKeys() const {
    return options_.all_was_declared && !table_.more_columns && !table_.more_indexes &&
           std::ranges::none_of(table_.columns, &DeclaredColumn::uncertain);
  }

  // Its columns, in no order that counts.
  void ComparePrimaryKey() {
    std::vector<std::string> declared;
    std::optional<Span> span;
    for (const DeclaredColumn& each : table_.columns) {
      if (!each.primary_key) continue;
      declared.push_back(each.name);
      span = each.span;
    }
    for (const DeclaredIndex& each : table_.indexes) {
      if (!each.primary) continue;
      declared = each.columns;
      span = each.span;
    }
    if (std::ranges::count(declared, "") > 0) return;
    const Constraint* known = relation_.PrimaryKey();
    if (!span) {
      if (known != nullptr && KnowsAllKeys()) {
        Add(DeclaredChange::kGone, "primary key", known->name, table_.name_span);
      }
      return;
    }
    if (known != nullptr && std::ranges::is_permutation(known->columns, declared, SameColumn)) {
      return;
    }
    Add(DeclaredChange::kMissing, "primary key", fmt::format("({})", fmt::join(declared, ", ")),
        *span);
  }

  void CompareIndexes() {
    std::set<RelationId> declared;
    bool all_known = KnowsAllKeys();
    // Those with a name first, so that one without is not taken for them.
    for (const bool named : {true, false}) {
      for (const DeclaredIndex& each : table_.indexes) {
        if (each.primary || each.name.empty() == named) continue;
        const bool expressions = each.columns.empty() || std::ranges::count(each.columns, "") > 0;
        if (!named && expressions) {
          all_known = false;
        } else {
          CompareIndex(each, declared);
        }
      }
    }
    for (const RelationId id : relation_.indexes) {
      const Relation* index = known_.Get(id);
      if (!all_known || index == nullptr || index->index->primary || declared.contains(id))
        continue;
      Add(DeclaredChange::kGone, index->index->of_constraint ? "unique constraint" : "index",
          index->name.name, table_.name_span);
    }
  }

  void CompareIndex(const DeclaredIndex& each, std::set<RelationId>& declared) {
    if (const Relation* index = FindIndex(each, declared)) {
      declared.insert(index->id);
    } else if (!IsOwners(options_, {relation_.name.schema, each.name})) {
      Add(DeclaredChange::kMissing, each.constraint ? "unique constraint" : "index",
          each.name.empty() ? MadeUpName(table_, each) : each.name, each.span);
    }
  }

  // By its name or, where drizzle-kit makes one up, by what it is.
  [[nodiscard]] const Relation* FindIndex(const DeclaredIndex& declared,
                                          const std::set<RelationId>& others) const {
    for (const RelationId id : relation_.indexes) {
      const Relation* index = known_.Get(id);
      if (index == nullptr || index->index->primary || others.contains(id)) continue;
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

  void CompareForeignKeys() {
    bool all_known = KnowsAllKeys();
    for (const DeclaredReference& each : table_.references) {
      if (each.columns.empty()) all_known = false;
      if (each.columns.empty() || !each.module.empty() || !each.table) continue;
      const QualifiedName target = KeyOf(*each.table);
      if (!IsOwners(options_, target)) CompareForeignKey(each, target);
    }
    if (!all_known) return;
    for (const Constraint& known : relation_.constraints) {
      const bool declared = std::ranges::any_of(
          table_.references,
          [&](const DeclaredReference& each) { return IsKeyOn(known, each.columns); });
      if (!known.references || declared) continue;
      Add(DeclaredChange::kGone, "foreign key", known.name, table_.name_span);
    }
  }

  void CompareForeignKey(const DeclaredReference& declared, const QualifiedName& target) {
    std::vector<const ForeignKey*> there;
    for (const Constraint& known : relation_.constraints) {
      if (IsKeyOn(known, declared.columns) && NameOf(known.references->table) == target) {
        there.push_back(&*known.references);
      }
    }
    const std::string part =
        fmt::format("({}) to {}", fmt::join(declared.columns, ", "), DisplayName(target));
    if (there.empty()) Add(DeclaredChange::kMissing, "foreign key", part, declared.span);
    if (there.size() != 1) return;
    const ForeignKey& known = *there.front();
    CompareAction(part, "ON DELETE", declared.on_delete, known.on_delete, declared.span);
    CompareAction(part, "ON UPDATE", declared.on_update, known.on_update, declared.span);
  }

  void CompareAction(const std::string& part, std::string_view event,
                     const std::optional<std::string>& declared, ForeignKeyAction known,
                     const Span& span) {
    const auto expected =
        declared ? std::ranges::find(kActions, *declared, &ActionWords::drizzle) : kActions.end();
    const auto actual = std::ranges::find(kActions, known, &ActionWords::action);
    if (expected == kActions.end() || actual == kActions.end() || expected == actual) return;
    DeclaredDifference& difference = Add(DeclaredChange::kType, "foreign key", part, span);
    difference.declared = fmt::format("{} {}", event, expected->sql);
    difference.known = fmt::format("{} {}", event, actual->sql);
  }

  [[nodiscard]] QualifiedName NameOf(RelationId id) const {
    const Relation* relation = known_.Get(id);
    return relation == nullptr ? QualifiedName{} : relation->name;
  }

  // By their names: an expression may be spelled in too many ways.
  void CompareChecks() {
    std::set<std::string> declared;
    for (const DeclaredCheck& each : table_.checks) {
      const std::string name = TruncateIdentifier(each.name);
      declared.insert(name);
      if (relation_.FindConstraint(name) == nullptr) {
        Add(DeclaredChange::kMissing, "check constraint", name, each.span);
      }
    }
    if (!KnowsAllKeys()) return;
    for (const Constraint& known : relation_.constraints) {
      if (known.kind != ConstraintKind::kCheck || declared.contains(known.name)) continue;
      Add(DeclaredChange::kGone, "check constraint", known.name, table_.name_span);
    }
  }

  const DeclaredTable& table_;
  const Relation& relation_;
  const Catalogue& known_;
  const DeclaredCompareOptions& options_;
  std::vector<DeclaredDifference> found_;
};

}  // namespace

std::vector<DeclaredDifference> CompareKeys(const KeyComparison& comparison) {
  return KeyComparing(comparison).Run();
}

bool IsOwners(const DeclaredCompareOptions& options, const QualifiedName& name) {
  if (options.owner == nullptr) return false;
  const Catalogue& owned = options.owner->catalogue;
  return owned.Find(name) != nullptr || owned.types().contains(name) ||
         OwnsSchema(*options.owner, name.schema);
}

}  // namespace hoglint
