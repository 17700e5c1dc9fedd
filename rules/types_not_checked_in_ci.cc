// types-not-checked-in-ci: no workflow of a Sendoka project runs the TypeScript compiler.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "lint/facts/application.h"
#include "lint/facts/deploy_commands.h"
#include "lint/rule/rule.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

bool IsCi(const DeploymentFile& file) {
  return file.kind == DeploymentKind::kGitHubWorkflow || file.kind == DeploymentKind::kGitLabCi;
}

// Programs that check types, or that may: what a task of theirs does is not known.
bool ChecksTypes(const RunCommand& run) {
  constexpr auto kCheckers = std::to_array<std::string_view>(
      {"tsc", "vue-tsc", "tsgo", "svelte-check", "attw", "deno", "make", "just", "task", "nx"});
  const std::string_view program = run.words.front();
  if (std::ranges::find(kCheckers, program) != kCheckers.end()) return true;
  // Next.js checks types when it builds, unless it is told not to.
  return program == "next" && run.words.size() > 1 && run.words[1] == "build";
}

// The words of a command that could not be followed may say so as well: `turbo run check-types`.
bool SoundsLikeIt(const DeploymentCommand& command) {
  return command.text.find("type") != std::string::npos ||
         command.text.find("tsc") != std::string::npos;
}

std::string_view Launcher(std::string_view manager) {
  if (manager == "pnpm") return "pnpm exec";
  if (manager == "yarn") return "yarn";
  return manager == "bun" ? "bunx" : "npx";
}

void Check(const ApplicationFacts& facts, Findings& findings) {
  const Deployment& deployment = *facts.application.deployment;
  const DeploymentFile* first = nullptr;
  for (const DeploymentFile& file : deployment.files) {
    if (!IsCi(file) || file.commands.empty()) continue;
    if (first == nullptr) first = &file;
    for (const DeploymentCommand& command : file.commands) {
      if (SoundsLikeIt(command) ||
          std::ranges::any_of(ProgramsOf(deployment, file, command), ChecksTypes)) {
        return;
      }
    }
  }
  // Without a workflow there may be a CI system that hoglint does not read.
  if (first == nullptr) return;
  Finding& finding = findings.Add(WholeFile{first->file}, "No workflow runs `tsc --noEmit`");
  finding.effect =
      "code that still reads a column which the schema files rename or drop is found only when it "
      "runs";
  finding.remedy =
      "add a step:" +
      SqlLine(fmt::format("- run: {} tsc --noEmit", Launcher(facts.application.package_manager)));
}

}  // namespace

extern const Rule types_not_checked_in_ci;
const Rule types_not_checked_in_ci{
    .id = "types-not-checked-in-ci",
    .family = Family::kProject,
    .level = Level::kNote,
    .since = "0.1",
    .summary = "No workflow of a Sendoka project checks the types",
    .effect =
        "Queries are typed by the schema files: the compiler finds what still reads a column that "
        "they rename or drop, if somebody runs it. It does not see SQL: a migration that drops a "
        "column which the schema files still have compiles.",
    .remedy =
        "Let a workflow run `tsc --noEmit`, or a script that does. `next build` counts. Where no "
        "workflow of GitHub's or GitLab's runs any command, nothing is said.",
    .manual = "",
    .check = ApplicationCheck{Check},
    .presets = kSendokaPreset,
};

}  // namespace hoglint::rules
