#include "lint/facts/lost_guarantee.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace hoglint {
namespace {

using ColumnSet = std::set<std::string_view>;

ColumnSet SetOf(const std::vector<std::string>& columns) {
  return {columns.begin(), columns.end()};
}

// Does a guarantee of kind `kind` on `columns` stand in for the dropped constraint? The columns
// must be the same ones, since ON CONFLICT names them.
bool StandsIn(ConstraintKind kind, const ColumnSet& columns, const Constraint& dropped) {
  const bool same_kind = IsUnique(dropped.kind) ? IsUnique(kind) : kind == dropped.kind;
  return same_kind && !columns.contains("") && columns == SetOf(dropped.columns);
}

bool IsEquivalent(const ConstraintDefinition& added, const Constraint& dropped,
                  const StatementFacts& facts) {
  // A CHECK of the same name is the changed rule: what it lets in is the author's business.
  if (added.kind == ConstraintKind::kCheck || added.kind == ConstraintKind::kExclude) {
    return added.kind == dropped.kind && added.name == dropped.name;
  }
  if (!StandsIn(added.kind, SetOf(added.columns), dropped)) return false;
  if (!added.references || !dropped.references) return true;
  const Relation* target = facts.before.Find(added.references->table);
  return target != nullptr && target->id == dropped.references->table;
}

bool AddsEquivalent(const AlterTable& alter, const Constraint& dropped,
                    const StatementFacts& facts) {
  return std::ranges::any_of(alter.actions, [&](const AlterTableAction& action) {
    return action.kind == AlterTableKind::kAddConstraint && action.constraint &&
           IsEquivalent(*action.constraint, dropped, facts);
  });
}

bool IsEquivalentIndex(const CreateIndex& index, const Constraint& dropped) {
  if (!index.unique || index.where) return false;
  ColumnSet columns;
  for (const IndexElement& element : index.elements) columns.insert(element.column);
  return StandsIn(ConstraintKind::kUnique, columns, dropped);
}

// True when some statement of the batch makes the constraint's end harmless, or is the better place
// to report.
bool BatchAnswers(const Relation& table, const Constraint& dropped, const StatementFacts& facts) {
  const auto answers = [&](const Statement& statement) {
    if (DropsGroundOf(dropped, table.name, statement, facts)) return true;
    if (const auto* alter = As<AlterTable>(statement)) {
      return facts.before.ResolveExisting(alter->table) == table.name &&
             AddsEquivalent(*alter, dropped, facts);
    }
    const auto* index = As<CreateIndex>(statement);
    return index != nullptr && facts.before.ResolveExisting(index->table) == table.name &&
           IsEquivalentIndex(*index, dropped);
  };
  const auto answers_at = [&](std::uint32_t position) {
    return answers(*facts.batch.statements[position].statement);
  };
  if (answers(facts.statement)) return true;
  if (std::ranges::any_of(facts.LaterNaming(table.name.name), answers_at)) return true;
  if (std::ranges::any_of(facts.EarlierNaming(table.name.name), answers_at)) return true;
  if (!dropped.references) return false;
  // The referenced table goes: so must the foreign key.
  const Relation* referenced = facts.before.Get(dropped.references->table);
  return referenced != nullptr &&
         std::ranges::any_of(facts.LaterNaming(referenced->name.name), [&](std::uint32_t position) {
           const Statement& later = *facts.batch.statements[position].statement;
           return As<Drop>(later) != nullptr &&
                  DropsGroundOf(dropped, referenced->name, later, facts);
         });
}

// True when another constraint or index of the table still guarantees the same.
bool IsRedundant(const Relation& table, const Constraint& dropped, const StatementFacts& facts) {
  for (const Constraint& other : table.constraints) {
    if (other.name == dropped.name || !IsUnique(other.kind)) continue;
    if (StandsIn(other.kind, SetOf(other.columns), dropped)) return true;
  }
  for (const RelationId id : table.indexes) {
    const Relation* relation = facts.before.Get(id);
    if (relation == nullptr || !relation->index || id == dropped.index) continue;
    const IndexDetails& index = *relation->index;
    if (!index.unique || !index.valid || index.where) continue;
    ColumnSet columns;
    for (const IndexElement& element : index.elements) columns.insert(element.column);
    if (StandsIn(ConstraintKind::kUnique, columns, dropped)) return true;
  }
  return false;
}

bool SetsNotNull(const Statement& statement, const Relation& table, const std::string& column) {
  const auto* alter = As<AlterTable>(statement);
  return alter != nullptr && alter->table.name == table.name.name &&
         std::ranges::any_of(alter->actions, [&](const AlterTableAction& action) {
           return action.kind == AlterTableKind::kSetNotNull && action.column == column;
         });
}

// Here, or further down in the batch.
bool BecomesNotNull(const Relation& table, const std::string& column, const StatementFacts& facts) {
  return SetsNotNull(facts.statement, table, column) ||
         std::ranges::any_of(facts.LaterNaming(table.name.name), [&](std::uint32_t position) {
           return SetsNotNull(*facts.batch.statements[position].statement, table, column);
         });
}

// CHECK (c IS NOT NULL) of a column that is NOT NULL by now: it has served its purpose.
bool OnlyRepeatsNotNull(const Relation& table, const Constraint& dropped,
                        const StatementFacts& facts) {
  if (dropped.kind != ConstraintKind::kCheck || !dropped.check) return false;
  const Expression& check = *dropped.check;
  if (check.proves_not_null.empty() || check.columns.size() != check.proves_not_null.size() ||
      !check.functions.empty() || !check.operators.empty()) {
    return false;
  }
  return std::ranges::all_of(check.proves_not_null, [&](const std::string& name) {
    const Column* column = table.FindColumn(name);
    return (column != nullptr && column->not_null && column->not_null_validated) ||
           BecomesNotNull(table, name, facts);
  });
}

// --- a unique constraint that comes back as less --------------------------------------------

std::optional<WeakerSuccessor> DeferrableOf(const AlterTable& alter, const Constraint& dropped,
                                            const StatementFacts& facts) {
  for (const AlterTableAction& action : alter.actions) {
    if (action.kind != AlterTableKind::kAddConstraint || !action.constraint) continue;
    const ConstraintDefinition& added = *action.constraint;
    if (!added.deferrable || !IsUnique(added.kind) || !IsEquivalent(added, dropped, facts)) {
      continue;
    }
    return WeakerSuccessor{WeakerKind::kDeferrable,
                           added.name.empty() ? action.span : added.name_span};
  }
  return std::nullopt;
}

// The statement makes the index of that name a constraint.
bool UsesIndex(const Statement& statement, const std::string& index) {
  const auto* alter = As<AlterTable>(statement);
  return alter != nullptr &&
         std::ranges::any_of(alter->actions, [&](const AlterTableAction& action) {
           return action.constraint && action.constraint->using_index == index;
         });
}

std::optional<WeakerSuccessor> IndexOf(const CreateIndex& index, const Constraint& dropped,
                                       const StatementFacts& facts) {
  if (index.name != dropped.name || !IsEquivalentIndex(index, dropped)) return std::nullopt;
  const auto uses = [&](std::uint32_t position) {
    return UsesIndex(*facts.batch.statements[position].statement, index.name);
  };
  if (std::ranges::any_of(facts.LaterNaming(index.table.name), uses)) return std::nullopt;
  return WeakerSuccessor{WeakerKind::kIndex, index.name_span};
}

std::optional<WeakerSuccessor> WeakerIn(const Statement& statement, const Relation& table,
                                        const Constraint& dropped, const StatementFacts& facts) {
  const auto* alter = As<AlterTable>(statement);
  if (alter != nullptr && facts.before.ResolveExisting(alter->table) == table.name) {
    return DeferrableOf(*alter, dropped, facts);
  }
  const auto* index = As<CreateIndex>(statement);
  if (index == nullptr || facts.before.ResolveExisting(index->table) != table.name) {
    return std::nullopt;
  }
  return IndexOf(*index, dropped, facts);
}

}  // namespace

bool IsUnique(ConstraintKind kind) {
  return kind == ConstraintKind::kPrimaryKey || kind == ConstraintKind::kUnique;
}

bool DropsGroundOf(const Constraint& dropped, const QualifiedName& table,
                   const Statement& statement, const StatementFacts& facts) {
  if (const auto* drop = As<Drop>(statement)) {
    return drop->kind == ObjectKind::kTable &&
           std::ranges::any_of(drop->objects, [&](const ObjectReference& object) {
             return facts.before.ResolveExisting(object.name) == table;
           });
  }
  const auto* alter = As<AlterTable>(statement);
  if (alter == nullptr || facts.before.ResolveExisting(alter->table) != table) return false;
  return std::ranges::any_of(alter->actions, [&](const AlterTableAction& action) {
    return action.kind == AlterTableKind::kDropColumn &&
           std::ranges::find(dropped.columns, action.column) != dropped.columns.end();
  });
}

bool IsMissedByNobody(const Constraint& dropped, const Relation& table,
                      const StatementFacts& facts) {
  return dropped.origin.batch == facts.batch.id || !dropped.enforced ||
         OnlyRepeatsNotNull(table, dropped, facts) || IsRedundant(table, dropped, facts) ||
         BatchAnswers(table, dropped, facts);
}

std::optional<WeakerSuccessor> WeakerSuccessorOf(const Constraint& dropped, const Relation& table,
                                                 const StatementFacts& facts) {
  if (!IsUnique(dropped.kind) || dropped.deferrable || dropped.origin.batch == facts.batch.id) {
    return std::nullopt;
  }
  if (auto weaker = WeakerIn(facts.statement, table, dropped, facts)) return weaker;
  for (const auto positions :
       {facts.EarlierNaming(table.name.name), facts.LaterNaming(table.name.name)}) {
    for (const std::uint32_t position : positions) {
      const Statement& other = *facts.batch.statements[position].statement;
      if (auto weaker = WeakerIn(other, table, dropped, facts)) return weaker;
    }
  }
  return std::nullopt;
}

}  // namespace hoglint
