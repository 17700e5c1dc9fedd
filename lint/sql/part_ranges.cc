#include "lint/sql/part_ranges.h"

#include <algorithm>

namespace hoglint::sql {

PartRanges::PartRanges(const Source& source, const List* parts, const CollateClause* collation,
                       std::uint32_t end)
    : source_(source), end_(end) {
  for (auto* part : Items<Node>(parts)) {
    if (!Is(part, T_Constraint)) continue;
    begins_.push_back(source.TokenAt(Cast<Constraint>(part)->location));
  }
  if (collation) begins_.push_back(source.TokenAt(collation->location));
  std::ranges::sort(begins_);
}

TokenRange PartRanges::Of(const Constraint* part) const {
  const std::uint32_t begin = source_.TokenAt(part->location);
  const auto next = std::ranges::upper_bound(begins_, begin);
  return {begin, next == begins_.end() ? end_ : std::min(*next, end_)};
}

}  // namespace hoglint::sql
