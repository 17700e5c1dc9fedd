// Do a table's validated CHECKs prove that its rows lie inside, or outside, a partition's bounds?
#ifndef HOGLINT_LINT_LOCKS_PARTITION_BOUNDS_H_
#define HOGLINT_LINT_LOCKS_PARTITION_BOUNDS_H_

#include <string_view>

#include "lint/schema/catalogue.h"

namespace hoglint {

// True when every row of `table` is proven to belong into `bound` of `parent`: ATTACH PARTITION
// then reads none (manual: sql-altertable, ATTACH PARTITION). Understands
// comparisons of the key with constants, IN and IS NULL, joined by AND, OR and NOT; false is "not
// proven".
[[nodiscard]] bool ProvesInside(const Relation& table, const Relation& parent,
                                const PartitionBound& bound);
// True when no row of the DEFAULT partition can belong into `bound`.
[[nodiscard]] bool ProvesOutside(const Relation& rest, const Relation& parent,
                                 const PartitionBound& bound);

// True when the condition has `NOT (column IS NULL)` among its conjuncts.
[[nodiscard]] bool DeniesNull(const Expression& check, std::string_view column);

}  // namespace hoglint

#endif  // HOGLINT_LINT_LOCKS_PARTITION_BOUNDS_H_
