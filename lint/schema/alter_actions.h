// The actions of ALTER TABLE, grouped by what they change. Internal to lint/schema.
#ifndef HOGLINT_LINT_SCHEMA_ALTER_ACTIONS_H_
#define HOGLINT_LINT_SCHEMA_ALTER_ACTIONS_H_

#include "lint/schema/apply_context.h"

namespace hoglint::apply {

// The relation that the actions change. `only`: without its children and partitions.
struct AlterTarget {
  Context& context;
  RelationId table{};
  bool only = false;

  [[nodiscard]] const Relation& relation() const { return *context.catalogue.Get(table); }
  [[nodiscard]] std::vector<RelationId> Tables() const {
    return only ? std::vector{table} : WithDescendants(context.catalogue, table);
  }
};

// alter_column.cc
void AddColumn(const AlterTarget& target, const AlterTableAction& action);
void DropColumn(const AlterTarget& target, const AlterTableAction& action);
void SetColumnDefault(const AlterTarget& target, const AlterTableAction& action);
void DropNotNull(const AlterTarget& target, const AlterTableAction& action);
void AlterColumnType(const AlterTarget& target, const AlterTableAction& action);
void AlterGenerated(const AlterTarget& target, const AlterTableAction& action);
void AlterIdentity(const AlterTarget& target, const AlterTableAction& action);

// alter_constraint.cc
void DropConstraint(const AlterTarget& target, const AlterTableAction& action);
void ValidateConstraint(const AlterTarget& target, const AlterTableAction& action);
void AlterConstraint(const AlterTarget& target, const AlterTableAction& action);

// alter_inheritance.cc
void AddInherit(const AlterTarget& target, const AlterTableAction& action);
void DropInherit(const AlterTarget& target, const AlterTableAction& action);
void AttachPartition(const AlterTarget& target, const AlterTableAction& action);
void DetachPartition(const AlterTarget& target, const AlterTableAction& action);

}  // namespace hoglint::apply

#endif  // HOGLINT_LINT_SCHEMA_ALTER_ACTIONS_H_
