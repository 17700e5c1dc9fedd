// CREATE statements: what they do to relations that exist already.
#include <algorithm>
#include <string>

#include "lint/locks/alter_table_parts.h"
#include "lint/locks/partition_parts.h"
#include "lint/locks/query_walk.h"
#include "lint/locks/statement_effects.h"
#include "lint/sql/parse.h"

namespace hoglint {
namespace {

constexpr auto kAccessExclusive = LockMode::kAccessExclusive;
constexpr auto kShareUpdateExclusive = LockMode::kShareUpdateExclusive;

bool Exists(const Catalogue& before, const ObjectName& name) {
  return before.Find(before.Resolve(name)) != nullptr;
}

void LockKeyTargets(EffectSet& set, const std::vector<ConstraintDefinition>& constraints,
                    const QualifiedName& self) {
  for (const ConstraintDefinition& constraint : constraints) {
    if (constraint.kind != ConstraintKind::kForeignKey || !constraint.references) continue;
    // A key to the new table itself touches nothing that exists.
    if (set.before().Resolve(constraint.references->table) == self) continue;
    LockReferenced(set, constraint.references->table, nullptr);
  }
}

// The new partition joins its parent: indexes, foreign keys in both directions, the DEFAULT one.
void JoinParent(EffectSet& set, const CreateTable& statement) {
  const Relation* parent = Target(set, *statement.partition_of, kAccessExclusive);
  if (parent == nullptr) return;
  set.Lock(*parent, kAccessExclusive, "gets a partition");
  if (statement.bound) CheckDefaultPartition(set, *parent, *statement.bound);
  for (const Relation* index : IndexesOf(set.before(), *parent)) {
    set.Lock(*index, kShareUpdateExclusive, "the partition gets its part of it");
  }
  LockKeysToParent(set, *parent);
  for (const ForeignKeyLink& link : OutgoingKeys(set.before(), *parent)) {
    if (link.referenced == nullptr) continue;
    for (const Relation* part : PartitionsOf(set.before(), *link.referenced)) {
      set.Lock(*part, LockMode::kShareRowExclusive, "referenced by the parent's foreign key");
    }
  }
}

}  // namespace

void AddEffects(EffectSet& set, const CreateTable& statement) {
  if (statement.if_not_exists && Exists(set.before(), statement.table)) return;
  const QualifiedName self = set.before().Resolve(statement.table);
  LockKeyTargets(set, statement.constraints, self);
  for (const ColumnDefinition& column : statement.columns) {
    LockKeyTargets(set, column.constraints, self);
  }
  for (const LikeClause& like : statement.like) {
    if (const Relation* source = Target(set, like.source, LockMode::kAccessShare)) {
      set.Lock(*source, LockMode::kAccessShare, "its columns are copied");
    }
  }
  for (const ObjectName& name : statement.inherits) {
    if (const Relation* parent = Target(set, name, kShareUpdateExclusive)) {
      set.Lock(*parent, kShareUpdateExclusive, "gets a child");
    }
  }
  if (statement.of_type) {
    if (const Relation* type = set.before().Find(*statement.of_type)) {
      set.Lock(*type, LockMode::kAccessShare, "gives the columns");
    }
  }
  if (statement.partition_of) JoinParent(set, statement);
}

void AddEffects(EffectSet& set, const CreateTableAs& statement) {
  if (statement.if_not_exists && Exists(set.before(), statement.table)) return;
  if (statement.with_no_data) return LookAtRelations(set, statement.query.reads);
  RunQuery(set, statement.query);
}

void AddEffects(EffectSet& set, const CreateView& statement) {
  LookAtRelations(set, statement.query.reads,
                  statement.query.locks_rows ? LockMode::kRowShare : LockMode::kAccessShare);
  if (!statement.replace) return;
  const Relation* view = set.before().Find(set.before().Resolve(statement.view));
  if (view != nullptr) set.Lock(*view, kAccessExclusive, "replaced");
}

void AddEffects(EffectSet& set, const CreateSequence& statement) {
  if (!statement.options.owned_by_table) return;
  if (const Relation* table =
          Target(set, *statement.options.owned_by_table, LockMode::kAccessShare)) {
    set.Lock(*table, LockMode::kAccessShare, "owns the sequence");
  }
}

void AddEffects(EffectSet& set, const CreateStatistics& statement) {
  for (const ObjectName& name : statement.tables) {
    if (const Relation* table = Target(set, name, kShareUpdateExclusive)) {
      set.Lock(*table, kShareUpdateExclusive);
    }
  }
}

// An SQL function's body is analysed: the tables that it names are locked as if it ran, but not
// read. Other languages keep theirs for later.
void AddEffects(EffectSet& set, const CreateFunction& statement) {
  if (statement.language != "sql" && !statement.language.empty()) return;
  const auto body = ParseRoutineBody(statement, Span{});
  if (!body) return set.NotModelled("the tables that the SQL function names are locked");
  for (const Statement& part : *body) {
    if (const auto* select = As<Select>(part)) {
      LookAtRelations(set, select->query.reads,
                      select->query.locks_rows ? LockMode::kRowShare : LockMode::kAccessShare);
    } else if (const auto* insert = As<Insert>(part)) {
      LookAtRelations(set, {insert->table}, LockMode::kRowExclusive);
      if (insert->source) LookAtRelations(set, insert->source->reads);
    } else if (const auto* update = As<Update>(part)) {
      LookAtRelations(set, {update->table}, LockMode::kRowExclusive);
      LookAtRelations(set, update->reads);
    } else if (const auto* deletion = As<Delete>(part)) {
      LookAtRelations(set, {deletion->table}, LockMode::kRowExclusive);
      LookAtRelations(set, deletion->reads);
    }
  }
}

void AddEffects(EffectSet& set, const CreateTrigger& statement) {
  const Relation* table = Target(set, statement.table, LockMode::kShareRowExclusive);
  if (table == nullptr) return;
  const bool clones = statement.row && IsPartitioned(*table);
  for (const Relation* part : clones ? PartitionsOf(set.before(), *table) : Relations{table}) {
    set.Lock(*part, LockMode::kShareRowExclusive, "gets the trigger too");
  }
}

void AddEffects(EffectSet& set, const CreateRule& statement) {
  const Relation* table = Target(set, statement.table, kAccessExclusive);
  if (table != nullptr) set.Lock(*table, kAccessExclusive);
  set.NotModelled("the tables that the rule's actions name are locked");
}

void AddEffects(EffectSet& set, const CreatePolicy& statement) {
  const Relation* table = Target(set, statement.table, kAccessExclusive);
  if (table != nullptr) set.Lock(*table, kAccessExclusive);
  for (const auto& expression : {statement.using_expression, statement.check_expression}) {
    if (expression) LookAtRelations(set, expression->relations);
  }
}

void AddEffects(EffectSet& set, const AlterPolicy& statement) {
  const Relation* table = Target(set, statement.table, kAccessExclusive);
  if (table != nullptr) set.Lock(*table, kAccessExclusive);
  for (const auto& expression : {statement.using_expression, statement.check_expression}) {
    if (expression) LookAtRelations(set, expression->relations);
  }
}

}  // namespace hoglint
