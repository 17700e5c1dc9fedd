// SELECT, INSERT, UPDATE, DELETE, MERGE, COPY and LOCK TABLE. What triggers, rules and functions
// run on their behalf is not followed.
#include <algorithm>
#include <string>

#include "lint/locks/dependents.h"
#include "lint/locks/query_walk.h"
#include "lint/locks/relation_walk.h"
#include "lint/locks/statement_effects.h"

namespace hoglint {
namespace {

constexpr auto kRowExclusive = LockMode::kRowExclusive;

bool Names(const std::vector<std::string>& columns, const std::string& column) {
  return std::ranges::find(columns, column) != columns.end();
}

// Each new value of a foreign key is looked up; the planner opens all indexes for that. `certain`
// false: perhaps no row has a new value.
void LookUpReferenced(EffectSet& set, const ForeignKeyLink& link, bool certain) {
  if (link.referenced == nullptr || !link.constraint->enforced) return;
  for (const Relation* part : PartitionsOf(set.before(), *link.referenced)) {
    set.Lock(*part, LockMode::kRowShare, "its keys are locked for the foreign key");
    set.Query(*part, false, {});
    for (const Relation* index : IndexesOf(set.before(), *part)) {
      set.Lock(*index, LockMode::kRowShare, "opened to look keys up");
    }
    if (!certain || part != link.referenced) AssumeWithIndexes(set, *part);
  }
}

// A rewrite rule can turn the statement into any other.
bool HasRules(EffectSet& set, const Relation& table) {
  if (table.rules.empty()) return false;
  set.NotModelled("a rewrite rule of " + table.name.name + " changes what the statement does");
  return true;
}

void Draw(EffectSet& set, const Relation& sequence, const Insert& statement) {
  set.Lock(sequence, kRowExclusive, "numbers the new rows");
  if (statement.from_query) set.Assume(sequence);  // there may be no row
}

// Columns that an INSERT leaves out take their default, perhaps from a sequence.
void DrawDefaults(EffectSet& set, const Relation& table, const Insert& statement) {
  const bool positional = statement.columns.empty() && statement.source;
  for (const Column& column : table.columns) {
    if (positional || Names(statement.columns, column.name)) continue;
    const bool identity = column.identity != Identity::kNone;
    if (identity) {
      for (const Relation* sequence : OwnedSequences(set.before(), table, column.name)) {
        Draw(set, *sequence, statement);
      }
    }
    if (!column.default_value) continue;
    for (const RelationId id : column.default_value->sequences) {
      if (const Relation* sequence = set.before().Get(id)) {
        Draw(set, *sequence, statement);
      }
    }
  }
}

// The expression that a VALUES list of one row gives the column; null when not known.
const Expression* GivenValue(const Relation& table, const Insert& statement,
                             const std::string& name) {
  if (!statement.source || !statement.source->is_values || statement.value_rows != 1) {
    return nullptr;
  }
  std::size_t place = 0;
  if (statement.columns.empty()) {
    while (place < table.columns.size() && table.columns[place].name != name) ++place;
  } else {
    while (place < statement.columns.size() && statement.columns[place] != name) ++place;
  }
  const auto& outputs = statement.source->outputs;
  return place < outputs.size() ? &outputs[place].value : nullptr;
}

// True when the INSERT can give the foreign key a value other than NULL.
bool GivesValue(const Relation& table, const Constraint& key, const Insert& statement) {
  return std::ranges::all_of(key.columns, [&](const std::string& name) {
    if (statement.columns.empty() || Names(statement.columns, name)) {
      const Expression* value = GivenValue(table, statement, name);
      return value == nullptr || !value->is_null;
    }
    const Column* column = table.FindColumn(name);
    return column != nullptr && column->default_value && !column->default_value->expression.is_null;
  });
}

void InsertInto(EffectSet& set, const Relation& table, const Insert& statement) {
  set.Lock(table, kRowExclusive);
  for (const Relation* part :
       IsPartitioned(table) ? DescendantsOf(set.before(), table) : Relations{}) {
    set.Lock(*part, kRowExclusive, "where the rows may belong");
    set.Assume(*part);
  }
  if (statement.on_conflict) {
    for (const Relation* index : IndexesOf(set.before(), table)) {
      set.Lock(*index, kRowExclusive, "looked at for conflicts");
      set.Assume(*index);
    }
  }
  DrawDefaults(set, table, statement);
  for (const ForeignKeyLink& link : OutgoingKeys(set.before(), table)) {
    const bool certain = statement.value_rows > 0;
    if (GivesValue(table, *link.constraint, statement)) LookUpReferenced(set, link, certain);
  }
}

bool MatchesNothing(const Boxed<Expression>& where) {
  return where && where->is_constant && !where->is_true;
}

// The rows that refer to deleted or changed ones: looked for, or changed along.
void FollowReferencing(EffectSet& set, const Relation& table, bool deleted,
                       const std::vector<std::string>& changed, int depth) {
  constexpr int kMaxDepth = 16;
  if (depth > kMaxDepth) return;
  for (const ForeignKeyLink& link : IncomingKeys(set.before(), table)) {
    if (!link.constraint->enforced) continue;
    const ForeignKey& key = *link.constraint->references;
    const bool concerned =
        deleted || std::ranges::any_of(
                       key.columns, [&](const std::string& name) { return Names(changed, name); });
    if (!concerned) continue;
    const ForeignKeyAction action = deleted ? key.on_delete : key.on_update;
    const bool looks =
        action == ForeignKeyAction::kNoAction || action == ForeignKeyAction::kRestrict;
    const LockMode mode = looks ? LockMode::kRowShare : kRowExclusive;
    ReadRelation(set, *link.table, mode, false, "its rows refer to those that change");
    for (const Relation* part : FamilyOf(set.before(), *link.table)) {
      AssumeWithIndexes(set, *part);
    }
    if (looks || link.table == &table) continue;
    FollowReferencing(set, *link.table, deleted && action == ForeignKeyAction::kCascade,
                      link.constraint->columns, depth + 1);
  }
}

bool IsNullAssignment(const Update& statement, const std::string& column) {
  for (std::size_t i = 0; i < statement.columns.size() && i < statement.values.size(); ++i) {
    if (statement.columns[i] == column) return statement.values[i].is_null;
  }
  return false;
}

void CheckAssignedKeys(EffectSet& set, const Relation& table, const Update& statement) {
  for (const ForeignKeyLink& link : OutgoingKeys(set.before(), table)) {
    const bool assigned = std::ranges::any_of(link.constraint->columns, [&](const auto& column) {
      return Names(statement.columns, column) && !IsNullAssignment(statement, column);
    });
    if (assigned) LookUpReferenced(set, link, false);  // values may be the old ones
  }
}

void WriteAll(EffectSet& set, const std::vector<ObjectName>& names) {
  ReadRelations(set, names, kRowExclusive, "changed by a part of the query");
}

void LockFamily(EffectSet& set, const Relation& relation, LockMode mode) {
  for (const Relation* member : FamilyOf(set.before(), relation)) {
    set.Lock(*member, mode, "locked by the statement");
    // Unless ONLY is written, which the statement does not say.
    if (member != &relation) set.Assume(*member);
  }
}

}  // namespace

void AddEffects(EffectSet& set, const Select& statement) { RunQuery(set, statement.query); }

void AddEffects(EffectSet& set, const Insert& statement) {
  if (statement.source) RunQuery(set, *statement.source);
  WriteAll(set, statement.writes);
  const Relation* table = Target(set, statement.table, kRowExclusive);
  if (table == nullptr || HasRules(set, *table)) return;
  if (table->view) return set.NotModelled("INSERT into a view");
  InsertInto(set, *table, statement);
}

void AddEffects(EffectSet& set, const Update& statement) {
  ReadRelations(set, statement.reads, LockMode::kAccessShare, "read by the statement");
  WriteAll(set, statement.writes);
  const Relation* table = Target(set, statement.table, kRowExclusive);
  if (table == nullptr || HasRules(set, *table)) return;
  const bool nothing = MatchesNothing(statement.where);
  ReadRelation(set, *table, kRowExclusive, !nothing,
               statement.where ? "rows to change are looked for" : "every row is changed");
  if (nothing) return;
  CheckAssignedKeys(set, *table, statement);
  FollowReferencing(set, *table, false, statement.columns, 0);
}

void AddEffects(EffectSet& set, const Delete& statement) {
  ReadRelations(set, statement.reads, LockMode::kAccessShare, "read by the statement");
  WriteAll(set, statement.writes);
  const Relation* table = Target(set, statement.table, kRowExclusive);
  if (table == nullptr || HasRules(set, *table)) return;
  const bool nothing = MatchesNothing(statement.where);
  ReadRelation(set, *table, kRowExclusive, !nothing,
               statement.where ? "rows to delete are looked for" : "every row is deleted");
  if (!nothing) FollowReferencing(set, *table, true, {}, 0);
}

void AddEffects(EffectSet& set, const Merge& statement) {
  ReadRelations(set, statement.reads, LockMode::kAccessShare, "read by the statement");
  const Relation* table = Target(set, statement.table, kRowExclusive);
  if (table == nullptr || HasRules(set, *table)) return;
  ReadRelation(set, *table, kRowExclusive, true, "rows to merge are looked for");
}

void AddEffects(EffectSet& set, const Copy& statement) {
  if (statement.query) return RunQuery(set, *statement.query);
  if (!statement.table) return;
  const LockMode mode = statement.from ? kRowExclusive : LockMode::kAccessShare;
  const Relation* table = Target(set, *statement.table, mode);
  if (table == nullptr) return;
  set.Lock(*table, mode);
  if (!statement.from) return set.Scan(*table, "every row is copied out");
  Insert insert;
  InsertInto(set, *table, insert);
}

void AddEffects(EffectSet& set, const LockTable& statement) {
  const auto mode = static_cast<LockMode>(statement.mode);
  for (const ObjectName& name : statement.tables) {
    const Relation* target = Target(set, name, mode);
    if (target == nullptr) continue;
    for (const Relation* relation : ReadThrough(set.before(), *target)) {
      if (relation->kind != RelationKind::kMaterializedView) LockFamily(set, *relation, mode);
    }
  }
}

}  // namespace hoglint
