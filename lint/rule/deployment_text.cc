#include "lint/rule/deployment_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "lint/facts/application.h"
#include "lint/rule/project_commands.h"

namespace hoglint {
namespace {

// More ways to one place help nobody.
constexpr std::size_t kMaxOthers = 3;

std::size_t PlaceOf(const RunCommand& run, std::size_t link, const ApplicationFacts& facts) {
  if (facts.all) return link;
  for (std::size_t i = link; i < run.chain.size(); ++i) {
    if (!facts.workspace.unchanged.contains(run.chain[i].file->file)) return i;
  }
  return link;
}

Span PlaceOf(const DeployedProgram& program) { return program.run.chain[program.place].span; }

std::vector<DeployedProgram> In(const Application& application, const ApplicationFacts& facts,
                                ProgramTest test) {
  std::vector<DeployedProgram> programs;
  for (RunCommand& run : ProgramsOf(*application.deployment)) {
    const Reach reach = ReachOf(run);
    if (reach == Reach::kByHand || !test(run)) continue;
    const std::size_t link = ResponsibleLink(run);
    const std::size_t place = PlaceOf(run, link, facts);
    const Span span = run.chain[place].span;
    const auto known = std::ranges::find_if(
        programs, [&](const DeployedProgram& each) { return PlaceOf(each) == span; });
    if (known == programs.end()) {
      programs.push_back(
          {.run = std::move(run), .link = link, .place = place, .reach = reach, .others = {}});
    } else if (known->run.first().span != run.first().span && known->others.size() < kMaxOthers) {
      known->others.push_back(run.first());
    }
  }
  return programs;
}

void AddLabel(const CommandLink& first, Finding& finding) {
  const auto* place = std::get_if<Span>(&finding.place);
  if (place != nullptr && *place == first.span) return;
  finding.related.push_back({first.span, fmt::format("{} runs it", first.command->where)});
}

}  // namespace

std::vector<DeployedProgram> DeployedPrograms(const ApplicationFacts& facts, ProgramTest test) {
  std::vector<DeployedProgram> programs = In(facts.application, facts, test);
  std::set<Span> elsewhere;
  for (const auto& application : facts.workspace.applications) {
    if (programs.empty() || application.get() == &facts.application) break;
    for (const DeployedProgram& each : In(*application, facts, test)) {
      elsewhere.insert(PlaceOf(each));
    }
  }
  std::erase_if(programs,
                [&](const DeployedProgram& each) { return elsewhere.contains(PlaceOf(each)); });
  return programs;
}

Finding& AddDeployed(const DeployedProgram& program, Findings& findings) {
  const CommandLink& link = program.run.chain[program.link];
  Finding& finding = findings.Add(PlaceOf(program), ChainText(program.run, program.link));
  finding.subject = fmt::format("{}: {}", link.command->where, program.run.last().call);
  AddLabel(program.run.first(), finding);
  for (const CommandLink& other : program.others) AddLabel(other, finding);
  if (program.run.chain.size() > program.place + 1) {
    finding.related.push_back({program.run.last().span, "here"});
  }
  return finding;
}

bool OnlyMigrates(const Deployment& deployment, const DeploymentFile& file,
                  const DeploymentCommand& command) {
  const std::vector<RunCommand> runs = ProgramsOf(deployment, file, command);
  return !runs.empty() && std::ranges::all_of(runs, RunsMigrations);
}

std::string MigratingScriptOf(const ApplicationFacts& facts) {
  const Application& application = facts.application;
  for (const char* name : {"db:migrate", "migrate"}) {
    const auto script = application.package.scripts.find(name);
    // One that pushes is what has to go.
    if (script == application.package.scripts.end()) continue;
    if (script->second.find("push") == std::string::npos) return name;
  }
  for (const DeploymentFile& file : application.deployment->files) {
    if (file.kind != DeploymentKind::kPackageScripts || file.file != application.package_file) {
      continue;
    }
    for (const DeploymentCommand& command : file.commands) {
      if (OnlyMigrates(*application.deployment, file, command)) return command.name;
    }
  }
  return {};
}

std::string MigrateCommand(const ApplicationFacts& facts, const DeploymentFile& file) {
  // An image of Hogsend's scaffold has tsx, and no package manager that may write.
  if (UsesHogsend(facts.application) && file.kind == DeploymentKind::kRailway) {
    return "tsx scripts/migrate.ts";
  }
  const std::string script = MigratingScriptOf(facts);
  if (!script.empty()) return RunScript(facts.application, script);
  return UsesHogsend(facts.application) ? "tsx scripts/migrate.ts" : "drizzle-kit migrate";
}

}  // namespace hoglint
