// Findings that say the same of one table, made one.
#ifndef HOGLINT_LINT_RUN_GROUPING_H_
#define HOGLINT_LINT_RUN_GROUPING_H_

#include <vector>

#include "lint/rule/finding.h"

namespace hoglint {

// Keeps of each group (`Finding::group`) the first finding of the highest level, with the places of
// the others as labels and their number behind the message. The order stays.
void MergeGroups(std::vector<Finding>& findings);

}  // namespace hoglint

#endif  // HOGLINT_LINT_RUN_GROUPING_H_
