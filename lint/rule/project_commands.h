// The commands of a project, as a remedy names them.
#ifndef HOGLINT_LINT_RULE_PROJECT_COMMANDS_H_
#define HOGLINT_LINT_RULE_PROJECT_COMMANDS_H_

#include <string>
#include <string_view>

#include "lint/facts/application.h"
#include "lint/facts/workspace.h"

namespace hoglint {

// "pnpm db:generate", "npm run db:generate".
[[nodiscard]] std::string RunScript(const Application& application, std::string_view script);

// The script of package.json that runs drizzle-kit generate for the track, else that itself: "npx
// drizzle-kit generate".
[[nodiscard]] std::string GenerateCommand(const Application& application, const Track& track);

}  // namespace hoglint

#endif  // HOGLINT_LINT_RULE_PROJECT_COMMANDS_H_
