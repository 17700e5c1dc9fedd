// What cannot be said of a table because of what is logged: foreign keys join tables of one kind
// (ATPrepChangePersistence and ATAddForeignKeyConstraint in src/backend/commands/tablecmds.c). Each
// reports a conflict and says whether there was one. Internal to lint/schema.
#ifndef HOGLINT_LINT_SCHEMA_PERSISTENCE_REFUSALS_H_
#define HOGLINT_LINT_SCHEMA_PERSISTENCE_REFUSALS_H_

#include "lint/schema/apply_context.h"

namespace hoglint::apply {

// SET LOGGED, SET UNLOGGED of a temporary table, or of one that a foreign key joins with a table
// that stays what it is.
bool CannotBecome(Context& context, const Relation& table, Persistence persistence,
                  const Span& span);

// A foreign key of a logged table to one that is not, or between a temporary table and others.
bool CannotReferTo(Context& context, const Relation& table, const Relation& target,
                   const Span& span);

}  // namespace hoglint::apply

#endif  // HOGLINT_LINT_SCHEMA_PERSISTENCE_REFUSALS_H_
