#include "lint/facts/cascade.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "lint/schema/apply.h"

namespace hoglint {
namespace {

constexpr std::size_t kShown = 6;

// The relations that the statement names, and so their own parts.
std::set<RelationId> Named(const StatementFacts& facts) {
  std::set<RelationId> ids;
  const auto add = [&](const ObjectName& name) {
    if (const Relation* relation = facts.before.Find(name)) ids.insert(relation->id);
  };
  if (const auto* drop = As<Drop>(facts.statement)) {
    for (const ObjectReference& object : drop->objects) add(object.parent.value_or(object.name));
  }
  if (const auto* alter = As<AlterTable>(facts.statement)) add(alter->table);
  return ids;
}

// True when something of the table itself may depend on one of its columns or constraints.
bool HasOwnDependents(const Relation& table) {
  return !table.policies.empty() || !table.triggers.empty() || !table.referenced_by.empty() ||
         std::ranges::any_of(table.columns, [](const Column& column) {
           return column.generated_expression.has_value();
         });
}

// True when the statement names the part itself.
bool DropsPart(const AlterTable& alter, AlterTableKind kind, const std::string& part) {
  return std::ranges::any_of(alter.actions, [&](const AlterTableAction& action) {
    const bool column = kind == AlterTableKind::kDropColumn;
    return action.kind == kind && (column ? action.column : action.name) == part;
  });
}

bool DropsColumns(const AlterTable& alter) {
  return std::ranges::count(alter.actions, AlterTableKind::kDropColumn, &AlterTableAction::kind) >
         0;
}

// True when a function may take or return rows of the relation: its printed types have the name.
bool MayHaveFunctions(const Catalogue& catalogue, const Relation& relation) {
  const auto has_name = [&](const std::string& types) {
    return types.find(relation.name.name) != std::string::npos;
  };
  return std::ranges::any_of(catalogue.functions(), [&](const auto& entry) {
    const Function& function = entry.second;
    return has_name(function.returns) || std::ranges::any_of(function.argument_types, has_name) ||
           std::ranges::any_of(function.row, has_name);
  });
}

// False when nothing can depend on what is named: then the copy of the catalogue is spared.
bool HasDependents(const StatementFacts& facts) {
  const auto* drop = As<Drop>(facts.statement);
  const bool relations =
      drop == nullptr || drop->kind == ObjectKind::kTable || drop->kind == ObjectKind::kView ||
      drop->kind == ObjectKind::kMaterializedView || drop->kind == ObjectKind::kForeignTable;
  if (!relations) return true;
  return std::ranges::any_of(Named(facts), [&](RelationId id) {
    const Relation& relation = *facts.before.Get(id);
    if (drop == nullptr && HasOwnDependents(relation)) return true;
    const auto other = [id](RelationId dependent) { return dependent != id; };
    return std::ranges::any_of(relation.referenced_by, other) || !relation.read_by.empty() ||
           !relation.children.empty() ||
           (drop != nullptr && MayHaveFunctions(facts.before, relation));
  });
}

bool IsNamedFunction(const Function& function, const StatementFacts& facts) {
  const auto* drop = As<Drop>(facts.statement);
  return drop != nullptr && std::ranges::any_of(drop->objects, [&](const ObjectReference& object) {
           return object.name.name == function.name.name;
         });
}

// Compares the catalogue before and after, relation by relation.
class Comparison {
 public:
  Comparison(const StatementFacts& facts, const Catalogue& after)
      : facts_(facts), after_(after), named_(Named(facts)) {}

  std::vector<std::string> Finish() && {
    for (const auto& [name, id] : facts_.before.relation_names()) Compare(id);
    for (const auto& [name, function] : facts_.before.functions()) {
      if (after_.functions().contains(name) || IsNamedFunction(function, facts_)) continue;
      if (function.origin.batch != facts_.batch.id) Add("function", DisplayName(name));
    }
    return std::move(names_);
  }

 private:
  void Add(std::string_view kind, const std::string& name) {
    names_.push_back(fmt::format("{} {}", kind, name));
  }

  void Compare(RelationId id) {
    const Relation* before = facts_.before.Get(id);
    const Relation* after = after_.Get(id);
    if (before == nullptr || before == after) return;
    if (named_.contains(id)) return CompareNamed(*before, after);
    if (IsNew(*before, facts_) || IsDroppedLater(before->name)) return;
    if (after == nullptr) return AddRelation(*before);
    const std::string table = DisplayName(before->name);
    for (const Column& column : before->columns) {
      const Column* left = after->FindColumn(column.name);
      const std::string name = fmt::format("{}.{}", table, QuoteIdentifier(column.name));
      if (left == nullptr) {
        Add("column", name);
      } else if (column.default_value && !left->default_value) {
        Add("the default of", name);
      }
    }
    for (const Constraint& constraint : before->constraints) {
      if (after->FindConstraint(constraint.name) != nullptr) continue;
      if (!GoesWithColumn(before->name, constraint)) AddConstraint(*before, constraint);
    }
    CompareGuards(*before, *after);
  }

  // The table that ALTER TABLE names: what else goes of it. The constraints and indexes over a
  // dropped column are its parts.
  void CompareNamed(const Relation& before, const Relation* after) {
    const auto* alter = As<AlterTable>(facts_.statement);
    if (alter == nullptr || after == nullptr || IsDroppedLater(before.name)) return;
    const std::string table = DisplayName(before.name);
    for (const Column& column : before.columns) {
      if (after->FindColumn(column.name) != nullptr) continue;
      if (DropsPart(*alter, AlterTableKind::kDropColumn, column.name)) continue;
      Add("column", fmt::format("{}.{}", table, QuoteIdentifier(column.name)));
    }
    for (const Constraint& constraint : before.constraints) {
      if (DropsColumns(*alter) || after->FindConstraint(constraint.name) != nullptr) continue;
      if (DropsPart(*alter, AlterTableKind::kDropConstraint, constraint.name)) continue;
      if (!GoesWithColumn(before.name, constraint)) AddConstraint(before, constraint);
    }
    CompareGuards(before, *after);
  }

  void AddConstraint(const Relation& table, const Constraint& constraint) {
    Add(constraint.kind == ConstraintKind::kForeignKey ? "foreign key" : "constraint",
        fmt::format("{} of {}", QuoteIdentifier(constraint.name), DisplayName(table.name)));
  }

  // Triggers and policies.
  void CompareGuards(const Relation& before, const Relation& after) {
    const std::string table = DisplayName(before.name);
    for (const Trigger& trigger : before.triggers) {
      if (std::ranges::find(after.triggers, trigger.name, &Trigger::name) == after.triggers.end()) {
        Add("trigger", fmt::format("{} of {}", QuoteIdentifier(trigger.name), table));
      }
    }
    for (const Policy& policy : before.policies) {
      if (std::ranges::find(after.policies, policy.name, &Policy::name) == after.policies.end()) {
        Add("policy", fmt::format("{} of {}", QuoteIdentifier(policy.name), table));
      }
    }
  }

  // A later statement of the batch drops a column of the constraint, or the constraint itself.
  [[nodiscard]] bool GoesWithColumn(const QualifiedName& table,
                                    const Constraint& constraint) const {
    return std::ranges::any_of(facts_.LaterNaming(table.name), [&](std::uint32_t position) {
      const auto* alter = As<AlterTable>(*facts_.batch.statements[position].statement);
      if (alter == nullptr || facts_.before.ResolveExisting(alter->table) != table) return false;
      return std::ranges::any_of(alter->actions, [&](const AlterTableAction& action) {
        if (action.kind == AlterTableKind::kDropConstraint) return action.name == constraint.name;
        return action.kind == AlterTableKind::kDropColumn &&
               std::ranges::find(constraint.columns, action.column) != constraint.columns.end();
      });
    });
  }

  [[nodiscard]] bool IsDroppedLater(const QualifiedName& name) const {
    return std::ranges::any_of(facts_.LaterNaming(name.name), [&](std::uint32_t position) {
      const auto* drop = As<Drop>(*facts_.batch.statements[position].statement);
      return drop != nullptr &&
             std::ranges::any_of(drop->objects, [&](const ObjectReference& object) {
               return !object.parent && facts_.before.ResolveExisting(object.name) == name;
             });
    });
  }

  void AddRelation(const Relation& relation) {
    const std::string name = DisplayName(relation.name);
    switch (relation.kind) {
      case RelationKind::kView:
        return Add("view", name);
      case RelationKind::kMaterializedView:
        return Add("materialized view", name);
      case RelationKind::kTable:
      case RelationKind::kPartitionedTable:
      case RelationKind::kForeignTable:
        return Add("table", name);
      case RelationKind::kIndex:
      case RelationKind::kPartitionedIndex:
      case RelationKind::kSequence:
      case RelationKind::kCompositeType:
        return;  // parts of what is named, or of what is listed
    }
  }

  const StatementFacts& facts_;
  const Catalogue& after_;
  std::set<RelationId> named_;
  std::vector<std::string> names_;
};

}  // namespace

std::vector<std::string> TakenAlong(const StatementFacts& facts) {
  if (!HasDependents(facts)) return {};
  Catalogue after = facts.before;
  (void)Apply(after, facts.statement, facts.batch.id);
  return Comparison(facts, after).Finish();
}

std::string CascadeText(const StatementFacts& facts) {
  const std::vector<std::string> names = TakenAlong(facts);
  if (names.empty()) return {};
  std::string text = "; CASCADE also drops " + names.front();
  const std::size_t shown = std::min(names.size(), kShown);
  for (std::size_t i = 1; i < shown; ++i) {
    text += (i + 1 == names.size() ? " and " : ", ") + names[i];
  }
  if (names.size() > shown) text += fmt::format(" and {} more", names.size() - shown);
  return text;
}

}  // namespace hoglint
