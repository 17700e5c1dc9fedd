#include "lint/facts/table_work.h"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

#include "lint/locks/relation_walk.h"

namespace hoglint {
namespace {

TableWork Sum(const StatementEffects& effects, const Catalogue& before, const ObjectName& name,
              const StatementFacts& facts) {
  TableWork work;
  const Relation* relation = before.Find(name);
  if (relation == nullptr) return work;
  for (const Relation* member : FamilyOf(before, *relation)) {
    const auto found = std::ranges::find(effects.effects, member->id, &Effect::relation);
    if (found == effects.effects.end() || IsNewAndEmpty(*member, facts)) continue;
    work.lock = std::max(work.lock, found->lock);
    work.rewrite |= found->rewrite;
    work.scan |= found->scan;
    work.index_build |= found->index_build;
    work.assumed |= found->assumed;
    if (work.reason.empty()) work.reason = found->reason;
  }
  return work;
}

// The catalogue with a table of that name, as the fold will assume it after the statement.
Catalogue Assuming(const ObjectName& name, const StatementFacts& facts) {
  Catalogue catalogue = facts.before;
  Relation relation;
  relation.name = catalogue.Resolve(name);
  relation.assumed = true;
  relation.columns_unknown = true;
  relation.may_have_rows = true;
  catalogue.AddRelation(std::move(relation));
  return catalogue;
}

TableWork WorkIn(const Statement& statement, const ObjectName& name, const StatementFacts& facts) {
  if (facts.before.Find(name) != nullptr) {
    return Sum(EffectsOf(statement, facts.before, facts.server), facts.before, name, facts);
  }
  const Catalogue assuming = Assuming(name, facts);
  return Sum(EffectsOf(statement, assuming, facts.server), assuming, name, facts);
}

// The subcommand, behind those that drop a column of the name that it adds. (To drop one reads and
// writes no row.)
std::vector<AlterTableAction> WithRoomMade(const AlterTable& alter,
                                           const AlterTableAction& action) {
  std::vector<AlterTableAction> actions;
  if (action.kind == AlterTableKind::kAddColumn && action.column_definition) {
    std::ranges::copy_if(alter.actions, std::back_inserter(actions),
                         [&](const AlterTableAction& other) {
                           return other.kind == AlterTableKind::kDropColumn &&
                                  other.column == action.column_definition->name;
                         });
  }
  actions.push_back(action);
  return actions;
}

}  // namespace

bool IsUnused(const ObjectName& relation, bool if_exists, const StatementFacts& facts) {
  const Relation* found = facts.before.Find(relation);
  if (found == nullptr) return if_exists && IsKnownMissing(relation, facts);
  return IsNew(*found, facts) || found->persistence == Persistence::kTemporary;
}

TableWork WorkOn(const ObjectName& relation, const StatementFacts& facts) {
  if (facts.before.Find(relation) == nullptr) return WorkIn(facts.statement, relation, facts);
  return Sum(facts.effects, facts.before, relation, facts);
}

TableWork WorkOf(const AlterTable& alter, std::size_t action, const StatementFacts& facts) {
  if (alter.actions.size() == 1) return WorkOn(alter.table, facts);
  // The other subcommands are not copied: there may be thousands.
  const Statement statement{
      .span = facts.statement.span,
      .body = AlterTable{.table = alter.table,
                         .object = alter.object,
                         .only = alter.only,
                         .if_exists = alter.if_exists,
                         .actions = WithRoomMade(alter, alter.actions[action])},
      .chunk = facts.statement.chunk,
      .nesting = facts.statement.nesting};
  TableWork work = WorkIn(statement, alter.table, facts);
  if (const Effect* whole = EffectOn(alter.table, facts)) {
    work.lock = std::max(work.lock, whole->lock);
  }
  return work;
}

}  // namespace hoglint
