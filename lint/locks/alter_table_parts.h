// The subcommands of ALTER TABLE, one function per family. All of them run under the lock of the
// strongest subcommand, which the caller passes on as `lock` for the relations that they add.
#ifndef HOGLINT_LINT_LOCKS_ALTER_TABLE_PARTS_H_
#define HOGLINT_LINT_LOCKS_ALTER_TABLE_PARTS_H_

#include <string_view>
#include <vector>

#include "lint/locks/effect_set.h"
#include "lint/locks/relation_walk.h"

namespace hoglint {

// One subcommand with what it needs to know of the statement around it.
struct AlterContext {
  EffectSet& set;
  const AlterTable& statement;
  const AlterTableAction& action;
  const Relation& table;
  LockMode lock;

  [[nodiscard]] const Catalogue& before() const { return set.before(); }
  [[nodiscard]] int version() const { return set.version(); }
  // The table, and its descendants unless ONLY was written.
  [[nodiscard]] Relations Family() const;
  // Takes the statement's lock on the table or a relative; only the latter needs a reason.
  void LockMember(const Relation& member, std::string_view reason) const {
    set.Lock(member, lock, &member == &table ? std::string_view() : reason);
  }
};

// alter_table_locks.cc: the lock that the subcommand alone would take.
[[nodiscard]] LockMode LockOfAction(const AlterTableAction& action);
// True when the subcommand is applied to the descendants as well, all of them locked alike.
[[nodiscard]] bool ReachesDescendants(const AlterContext& context);

// column_effects.cc
void AddColumnEffects(const AlterContext& context);
void DropColumnEffects(const AlterContext& context);
void SetNotNullEffects(const AlterContext& context);
void SetExpressionEffects(const AlterContext& context);
void IdentityEffects(const AlterContext& context);
// True when the statement drops a column of that name.
[[nodiscard]] bool DropsColumn(const AlterTable& statement, std::string_view column);
// column_type_effects.cc
void ColumnTypeEffects(const AlterContext& context);
// constraint_effects.cc
void AddConstraintEffects(const AlterContext& context);
void AlterConstraintEffects(const AlterContext& context);
void ValidateConstraintEffects(const AlterContext& context);
void DropConstraintEffects(const AlterContext& context);
// partition_effects.cc
void AttachPartitionEffects(const AlterContext& context);
void AttachIndexEffects(const AlterContext& context);
void DetachPartitionEffects(const AlterContext& context);
void InheritEffects(const AlterContext& context);

// constraint_effects.cc, for CREATE TABLE and ADD COLUMN too
// ---------------------------------------

// The table that a foreign key of `table` references, and its partitions, get their triggers.
void LockReferenced(EffectSet& set, const ObjectName& referenced, const Relation* table);
// Every row of `table` is looked up in the referenced table, by a query that the server plans.
// `values` false: the rows hold NULL, so that nothing is looked up.
void ValidateForeignKey(EffectSet& set, const Relation& table, const Relation* referenced,
                        std::string_view reason, bool values = true);
// The constraint goes: both tables, and their partitions, lose their triggers.
void LockForDroppedKey(EffectSet& set, const ForeignKeyLink& link, std::string_view reason);
// True when a validated CHECK, or the column itself, proves that the column has no NULL.
// `statement` may be one that drops such a CHECK at the same time.
[[nodiscard]] bool IsProvenNotNull(const Relation& table, std::string_view column,
                                   const AlterTable* statement = nullptr);

}  // namespace hoglint

#endif  // HOGLINT_LINT_LOCKS_ALTER_TABLE_PARTS_H_
