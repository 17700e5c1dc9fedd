// Makes one Ownership of several owners'.
#ifndef HOGLINT_CHECKER_ENGINE_TABLES_MERGE_OWNERSHIP_H_
#define HOGLINT_CHECKER_ENGINE_TABLES_MERGE_OWNERSHIP_H_

#include <memory>
#include <vector>

#include "lint/facts/ownership.h"

namespace hoglint {

// Null for none. Of two objects of one name the first owner's counts.
[[nodiscard]] std::shared_ptr<const Ownership> MergeOwnership(
    std::vector<std::shared_ptr<const Ownership>> parts);

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_ENGINE_TABLES_MERGE_OWNERSHIP_H_
