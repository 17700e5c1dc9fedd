// What the commands of deployment files come down to: followed through package managers, scripts of
// package.json (with their pre and post scripts), shell scripts, sh -c and launchers, to the
// programs that run in the end.
#ifndef HOGLINT_LINT_FACTS_DEPLOY_COMMANDS_H_
#define HOGLINT_LINT_FACTS_DEPLOY_COMMANDS_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lint/base/span.h"
#include "lint/deployment/deployment.h"

namespace hoglint {

// One step on the way from a deployment file to a program.
struct CommandLink {
  const DeploymentFile* file = nullptr;        // never null; of the deployment that was asked
  const DeploymentCommand* command = nullptr;  // of the file, never null
  std::string call;                            // what it runs: "pnpm db:push"
  Span span;  // of the call; of the whole command where that was put together or has escapes
};

// A program that runs.
struct RunCommand {
  std::vector<CommandLink> chain;  // never empty; the last call is the program's
  // The program without folder and version, and its arguments: "drizzle-kit", "push", "--force".
  std::vector<std::string> words;
  std::vector<std::string> assigned;  // NAME=value before it, anywhere on the way

  [[nodiscard]] const CommandLink& first() const { return chain.front(); }
  [[nodiscard]] const CommandLink& last() const { return chain.back(); }
};

// The programs that a command of `file` runs, in order. Each script that it leads to is followed
// once. A call that nothing is known of is itself the program.
[[nodiscard]] std::vector<RunCommand> ProgramsOf(const Deployment& deployment,
                                                 const DeploymentFile& file,
                                                 const DeploymentCommand& command);

// Those of all commands of all files, in the order of the files.
[[nodiscard]] std::vector<RunCommand> ProgramsOf(const Deployment& deployment);

// False when so many commands lead to each other that ProgramsOf leaves some out.
[[nodiscard]] bool CanFollowAll(const Deployment& deployment);

// "preDeployCommand runs `pnpm deploy`, which runs `pnpm db:push`, which is `drizzle-kit push`".
// From the link `from` on.
[[nodiscard]] std::string ChainText(const RunCommand& run, std::size_t from = 0);

// Whether it is drizzle-kit with that command: "push", which is "push:pg" too.
[[nodiscard]] bool IsDrizzleKit(const RunCommand& run, std::string_view command);

// Whether it applies migrations: drizzle-kit migrate, a file such as scripts/migrate.ts, or a
// script db:migrate that is not there to be followed.
[[nodiscard]] bool RunsMigrations(const RunCommand& run);

// Who has a command run.
enum class Reach : std::uint8_t {
  kDeployment,  // a build, a deploy, a start, or a job on a database that outlives it
  kHook,        // a git hook, with every developer
  kByHand,      // one developer: a local script, an image or compose file for development
};

[[nodiscard]] Reach ReachOf(const RunCommand& run);

// The link of the chain that has to change: the innermost one that is no local script of
// package.json, which anybody may run by hand.
[[nodiscard]] std::size_t ResponsibleLink(const RunCommand& run);

// True for a name such as docker-compose.dev.yml, Dockerfile.test, .env.local.
[[nodiscard]] bool IsForDevelopment(std::string_view path);

}  // namespace hoglint

#endif  // HOGLINT_LINT_FACTS_DEPLOY_COMMANDS_H_
