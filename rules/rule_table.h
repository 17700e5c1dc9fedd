// The table of all rules: what selects and documents rules starts here. Its definition is generated
// from the files in rules/ (cmake/rule_table.cmake).
#pragma once

#include <span>

#include "lint/rule/rule.h"

namespace hoglint {

// Every rule that is built in, sorted by id. The table is constant data: it outlives main.
std::span<const Rule* const> AllRules();

}  // namespace hoglint
