// The relations that a query reads, through views, with the indexes that the planner opens.
#ifndef HOGLINT_LINT_LOCKS_QUERY_WALK_H_
#define HOGLINT_LINT_LOCKS_QUERY_WALK_H_

#include <string_view>
#include <vector>

#include "lint/locks/effect_set.h"

namespace hoglint {

// Locks the relations, what the views among them read, children and partitions, and all their
// indexes; rows are read.
void ReadRelations(EffectSet& set, const std::vector<RelationId>& relations, LockMode mode,
                   std::string_view reason);
void ReadRelations(EffectSet& set, const std::vector<ObjectName>& names, LockMode mode,
                   std::string_view reason);
// The same for one relation. `scan`: the plan may read every row.
void ReadRelation(EffectSet& set, const Relation& relation, LockMode mode, bool scan,
                  std::string_view reason);
// The relations that a query names are locked but not read: views, WITH NO DATA, policies.
void LookAtRelations(EffectSet& set, const std::vector<ObjectName>& names,
                     LockMode mode = LockMode::kAccessShare);
// What a planned and executed query does: reads, data-modifying CTEs, sequences.
void RunQuery(EffectSet& set, const Query& query);

}  // namespace hoglint

#endif  // HOGLINT_LINT_LOCKS_QUERY_WALK_H_
