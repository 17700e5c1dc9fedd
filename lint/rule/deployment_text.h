// The programs that deployments run, as the rules about them report them: one finding for each
// place that has to change.
#ifndef HOGLINT_LINT_RULE_DEPLOYMENT_TEXT_H_
#define HOGLINT_LINT_RULE_DEPLOYMENT_TEXT_H_

#include <cstddef>
#include <string>
#include <vector>

#include "lint/facts/deploy_commands.h"
#include "lint/rule/rule.h"

namespace hoglint {

struct DeployedProgram {
  RunCommand run;
  std::size_t link = 0;  // of the chain: what has to change
  // Where it is reported: there, unless the change leaves that file alone and touches one further
  // down the chain.
  std::size_t place = 0;
  Reach reach{};
  std::vector<CommandLink> others;  // first links of other chains that lead through that place
};

// Which programs a rule is about.
using ProgramTest = bool (*)(const RunCommand&);

// The programs that are not only run by hand, in the order of the files. What an earlier
// application of the workspace has in a file that both read is that one's.
[[nodiscard]] std::vector<DeployedProgram> DeployedPrograms(const ApplicationFacts& facts,
                                                            ProgramTest test);

// Adds the finding, at the link that has to change, with the chain as its message and the other
// ends of the chain as labels. Effect and remedy are the rule's.
Finding& AddDeployed(const DeployedProgram& program, Findings& findings);

// True for a command that comes down to programs which apply migrations, and to no other.
[[nodiscard]] bool OnlyMigrates(const Deployment& deployment, const DeploymentFile& file,
                                const DeploymentCommand& command);

// The script of the application's package.json that applies migrations: db:migrate or migrate, else
// the first that does nothing else; empty for none.
[[nodiscard]] std::string MigratingScriptOf(const ApplicationFacts& facts);

// How the application's migrations are applied, as a command of that file: "tsx
// scripts/migrate.ts", "pnpm db:migrate".
[[nodiscard]] std::string MigrateCommand(const ApplicationFacts& facts, const DeploymentFile& file);

}  // namespace hoglint

#endif  // HOGLINT_LINT_RULE_DEPLOYMENT_TEXT_H_
