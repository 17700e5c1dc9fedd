// One function per statement kind, called by Apply. Internal to lint/schema.
#ifndef HOGLINT_LINT_SCHEMA_APPLY_STATEMENTS_H_
#define HOGLINT_LINT_SCHEMA_APPLY_STATEMENTS_H_

#include <vector>

#include "lint/schema/apply_context.h"

namespace hoglint::apply {

// apply_create_table.cc
void ApplyStatement(Context& context, const CreateTable& create);
// apply_view.cc
void ApplyStatement(Context& context, const CreateTableAs& create);
void ApplyStatement(Context& context, const CreateView& create);
// apply_index.cc
void ApplyStatement(Context& context, const CreateIndex& create);
// apply_sequence.cc
void ApplyStatement(Context& context, const CreateSequence& create);
void ApplyStatement(Context& context, const AlterSequence& alter);
// apply_type.cc
void ApplyStatement(Context& context, const CreateEnum& create);
void ApplyStatement(Context& context, const CreateCompositeType& create);
void ApplyStatement(Context& context, const CreateOtherType& create);
void ApplyStatement(Context& context, const CreateDomain& create);
void ApplyStatement(Context& context, const AlterEnum& alter);
void ApplyStatement(Context& context, const AlterDomain& alter);
// apply_routine.cc
void ApplyStatement(Context& context, const CreateFunction& create);
void ApplyStatement(Context& context, const CreateTrigger& create);
void ApplyStatement(Context& context, const CreateRule& create);
void ApplyStatement(Context& context, const CreatePolicy& create);
void ApplyStatement(Context& context, const AlterPolicy& alter);
// apply_alter_table.cc
void ApplyStatement(Context& context, const AlterTable& alter);
// apply_rename.cc
void ApplyStatement(Context& context, const Rename& rename);
// apply_set_schema.cc
void ApplyStatement(Context& context, const SetSchema& set);
// apply_drop.cc
void ApplyStatement(Context& context, const Drop& drop);
// apply_session.cc
void ApplyStatement(Context& context, const CreateSchema& create);
void ApplyStatement(Context& context, const CreateExtension& create);
void ApplyStatement(Context& context, const SetVariable& set);
void ApplyStatement(Context& context, const Select& select);
// apply_data.cc; MarkRows notes that the relations may have rows now
void MarkRows(Context& context, const std::vector<ObjectName>& names);
void ApplyStatement(Context& context, const Insert& insert);
void ApplyStatement(Context& context, const Update& update);
void ApplyStatement(Context& context, const Delete& del);
void ApplyStatement(Context& context, const Merge& merge);
void ApplyStatement(Context& context, const Copy& copy);
void ApplyStatement(Context& context, const Truncate& truncate);
void ApplyStatement(Context& context, const LockTable& lock);
void ApplyStatement(Context& context, const RefreshMaterializedView& refresh);
// apply_unfollowed.cc
void ApplyStatement(Context& context, const OtherStatement& other);
void ApplyStatement(Context& context, const DoBlock& block);
void ApplyStatement(Context& context, const DynamicSql& dynamic);
void ApplyStatement(Context& context, const DropOwned& drop);
void ApplyStatement(Context& context, const AlterExtension& alter);
void ApplyStatement(Context& context, const Grant& grant);
void ApplyStatement(Context& context, const Comment& comment);
void ApplyStatement(Context& context, const Reindex& reindex);
void ApplyStatement(Context& context, const Cluster& cluster);
void ApplyStatement(Context& context, const Vacuum& vacuum);

}  // namespace hoglint::apply

#endif  // HOGLINT_LINT_SCHEMA_APPLY_STATEMENTS_H_
