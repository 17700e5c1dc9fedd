// What a new partition costs its relatives; shared by ATTACH PARTITION and CREATE TABLE.
#ifndef HOGLINT_LINT_LOCKS_PARTITION_PARTS_H_
#define HOGLINT_LINT_LOCKS_PARTITION_PARTS_H_

#include "lint/locks/effect_set.h"

namespace hoglint {

// Tables with a foreign key to the partitioned table, which now has another partition.
void LockKeysToParent(EffectSet& set, const Relation& parent);
// The DEFAULT partition must not hold rows of the new one: it is read unless a CHECK proves it.
void CheckDefaultPartition(EffectSet& set, const Relation& parent, const PartitionBound& bound);

}  // namespace hoglint

#endif  // HOGLINT_LINT_LOCKS_PARTITION_PARTS_H_
