// The part of `hoglint init` that is about git hooks: pre-commit, husky, lefthook.
#ifndef HOGLINT_CHECKER_CLI_INIT_HOOKS_H_
#define HOGLINT_CHECKER_CLI_INIT_HOOKS_H_

#include <string_view>

#include "checker/cli/init_plan.h"

namespace hoglint {

// Where hoglint is: GitHub's owner/name.
inline constexpr std::string_view kHoglintRepository = "hogsend/hoglint";

// Adds what the hooks that the project uses lack. To a file that exists lines are added only where
// it means afterwards what it meant before, and the lines as well; else they go to `by_hand`.
void PlanHooks(const InitFacts& facts, InitPlan& plan);

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_CLI_INIT_HOOKS_H_
