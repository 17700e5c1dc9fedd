// What a call of npm, pnpm, yarn, bun, turbo or nx runs. Private to deploy_commands.
#ifndef HOGLINT_LINT_FACTS_PACKAGE_MANAGER_H_
#define HOGLINT_LINT_FACTS_PACKAGE_MANAGER_H_

#include <optional>
#include <string_view>

#include "lint/facts/launchers.h"

namespace hoglint {

// A script, or a program (exec, dlx). Absent when `program` is no package manager, or the words run
// nothing of the project's: `pnpm install`.
[[nodiscard]] std::optional<Call> PackageManagerCall(const Words& words, std::string_view program);

}  // namespace hoglint

#endif  // HOGLINT_LINT_FACTS_PACKAGE_MANAGER_H_
