// The parts of the model, one function per kind of statement; effects.cc dispatches to them. Each
// adds to the set what its statement does.
#ifndef HOGLINT_LINT_LOCKS_STATEMENT_EFFECTS_H_
#define HOGLINT_LINT_LOCKS_STATEMENT_EFFECTS_H_

#include "lint/locks/effect_set.h"

namespace hoglint {

// The relation of that name. One that the catalogue does not hold is taken for a table of which
// nothing is known, and locked. Null: a relation of PostgreSQL itself, or `if_exists` and it is
// missing for certain.
const Relation* Target(EffectSet& set, const ObjectName& name, LockMode mode,
                       bool if_exists = false);

// alter_table_effects.cc
void AddEffects(EffectSet& set, const AlterTable& statement);
// create_effects.cc
void AddEffects(EffectSet& set, const CreateTable& statement);
void AddEffects(EffectSet& set, const CreateTableAs& statement);
void AddEffects(EffectSet& set, const CreateView& statement);
void AddEffects(EffectSet& set, const CreateSequence& statement);
void AddEffects(EffectSet& set, const CreateStatistics& statement);
void AddEffects(EffectSet& set, const CreateFunction& statement);
void AddEffects(EffectSet& set, const CreateTrigger& statement);
void AddEffects(EffectSet& set, const CreateRule& statement);
void AddEffects(EffectSet& set, const CreatePolicy& statement);
void AddEffects(EffectSet& set, const AlterPolicy& statement);
// index_effects.cc
void AddEffects(EffectSet& set, const CreateIndex& statement);
void AddEffects(EffectSet& set, const Reindex& statement);
void AddEffects(EffectSet& set, const Cluster& statement);
void AddEffects(EffectSet& set, const RefreshMaterializedView& statement);
void AddEffects(EffectSet& set, const Vacuum& statement);
// drop_effects.cc
void AddEffects(EffectSet& set, const Drop& statement);
void AddEffects(EffectSet& set, const Truncate& statement);
// query_effects.cc
void AddEffects(EffectSet& set, const Select& statement);
void AddEffects(EffectSet& set, const Insert& statement);
void AddEffects(EffectSet& set, const Update& statement);
void AddEffects(EffectSet& set, const Delete& statement);
void AddEffects(EffectSet& set, const Merge& statement);
void AddEffects(EffectSet& set, const Copy& statement);
void AddEffects(EffectSet& set, const LockTable& statement);
// other_effects.cc
void AddEffects(EffectSet& set, const OtherStatement& statement);
// object_effects.cc
void AddEffects(EffectSet& set, const AlterOwner& statement);
void AddEffects(EffectSet& set, const AlterDomain& statement);
void AddEffects(EffectSet& set, const AlterSequence& statement);
void AddEffects(EffectSet& set, const Rename& statement);
void AddEffects(EffectSet& set, const SetSchema& statement);
void AddEffects(EffectSet& set, const Comment& statement);
void AddEffects(EffectSet& set, const Grant& statement);

}  // namespace hoglint

#endif  // HOGLINT_LINT_LOCKS_STATEMENT_EFFECTS_H_
