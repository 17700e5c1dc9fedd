// image-without-migrations: the image in which a deploy migrates lacks the migrations, the script
// or the program that runs it.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "lint/facts/client_config.h"
#include "lint/facts/deploy_commands.h"
#include "lint/facts/deploy_image.h"
#include "lint/facts/ignore_patterns.h"
#include "lint/facts/migrations_target.h"
#include "lint/facts/package_places.h"
#include "lint/rule/rule.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

// A command that migrates in an image of the project's.
struct ImageRun {
  const RunCommand* run = nullptr;
  const DeploymentFile* image = nullptr;
  std::string target;  // stage; empty: the last
};

// The files that it needs, relative to the build's context.
struct Needed {
  std::string folder;  // of the migrations
  std::string script;  // empty: another program
};

std::optional<ImageRun> InImage(const RunCommand& run, const Deployment& deployment) {
  const DeploymentFile& file = *run.first().file;
  const DeploymentCommand& command = *run.first().command;
  if (ReachOf(run) != Reach::kDeployment) return std::nullopt;
  ImageRun found{.run = &run, .image = nullptr, .target = {}};
  if (file.kind == DeploymentKind::kRailway) {
    found.image = RailwayImage(deployment, file);
  } else if (file.kind == DeploymentKind::kCompose) {
    const auto service = std::ranges::find(file.services, command.service, &ComposeService::name);
    if (service == file.services.end()) return std::nullopt;
    found.image = ServiceImage(deployment, file, *service);
    found.target = service->target;
  } else if (file.kind == DeploymentKind::kDockerfile && command.phase == CommandPhase::kStart &&
             command.stage + 1 == file.stages.size()) {
    found.image = &file;
  }
  if (found.image == nullptr || found.image->stages.empty()) return std::nullopt;
  return found;
}

std::optional<Needed> NeededBy(const ImageRun& in_image, const ApplicationFacts& facts) {
  const Application& application = facts.application;
  const DrizzleConfigFile* config = ClientConfig(application);
  const MigratingScript* script = ScriptOf(*in_image.run, application);
  const MigrateCall* call = script == nullptr ? nullptr : FolderCall(*script);
  // What is really read comes first: that `out` differs is migrations-folder-mismatch.
  std::string folder = call == nullptr ? std::string() : ShownIn(application.folder, *call->folder);
  if (folder.empty() && config != nullptr) folder = ShownOut(*config);
  if (folder.empty()) return std::nullopt;
  Needed needed{.folder = SeenFrom(in_image.image->folder, folder), .script = {}};
  if (script != nullptr) {
    needed.script = SeenFrom(in_image.image->folder, ShownIn(application.folder, script->path));
  }
  return needed;
}

std::string RunText(const ImageRun& in_image) {
  return fmt::format("{} of {}", in_image.run->first().command->where,
                     in_image.run->first().file->path);
}

constexpr const char* kSilent =
    "Hogsend's migrate script takes a folder that is not there, or has no journal, for one without "
    "migrations: it logs a line, applies nothing of this project, and the deploy goes on";
constexpr const char* kLoud = "the command fails, and the deploy with it";

// Dockerfile.dockerignore comes before .dockerignore
// (https://docs.docker.com/build/concepts/context/#filename-and-location).
const DeploymentFile* IgnoreFileOf(const DeploymentFile& image, const Deployment& deployment) {
  const DeploymentFile* found = nullptr;
  for (const DeploymentFile& file : deployment.files) {
    if (file.kind != DeploymentKind::kDockerIgnore) continue;
    if (file.path == image.path + ".dockerignore") return &file;
    if (file.path == ShownIn(image.folder, ".dockerignore")) found = &file;
  }
  return found;
}

// The line of .dockerignore that keeps one of the files out of the build.
bool CheckIgnored(const ImageRun& in_image, const Needed& needed, const ApplicationFacts& facts,
                  Findings& findings) {
  struct File {
    std::string path;
    std::string what;
    const char* effect;
  };
  std::vector<File> files{
      {needed.folder + "/9998_next_change.sql", "migrations",
       "the journal names a migration whose file is not there: the migrator stops before it "
       "applies any"},
      {needed.folder + "/meta/_journal.json", "the journal", kSilent}};
  if (!needed.script.empty()) files.push_back({needed.script, needed.script, kLoud});
  const DeploymentFile* file = IgnoreFileOf(*in_image.image, *facts.application.deployment);
  if (file == nullptr) return false;
  const IgnoreFile ignored = ReadDockerIgnore(facts.sources[file->file], {});
  const IgnoreLine* journal = HiddenFromDocker(ignored, files[1].path).line;
  for (const File& each : files) {
    const IgnoreLine* line = HiddenFromDocker(ignored, each.path).line;
    if (line == nullptr) continue;
    Finding& finding = findings.Add(
        line->span, fmt::format("`{}` keeps {} out of the image in which {} migrates",
                                facts.sources.Text(line->span), each.what, RunText(in_image)));
    finding.related.push_back({in_image.run->first().span, "migrates in that image"});
    finding.effect = line == journal ? kSilent : each.effect;
    finding.remedy =
        fmt::format("delete the line, or end the file with{}",
                    SqlLine("!" + (each.path == needed.script ? needed.script : needed.folder)));
    return true;
  }
  return false;
}

void CheckCopied(const ImageRun& in_image, const Needed& needed, Findings& findings) {
  const auto stages = StagesOf(*in_image.image, in_image.target);
  if (stages.empty()) return;
  const bool folder = MayHold(stages, needed.folder);
  const bool script = needed.script.empty() || MayHold(stages, needed.script);
  if (folder && script) return;
  std::vector<std::string> missing;
  std::string lines;
  const auto add = [&](const std::string& path) {
    missing.push_back(path);
    lines += SqlLine(fmt::format("COPY ./{0} ./{0}", path));
  };
  if (!script) add(needed.script.substr(0, std::max(needed.script.rfind('/'), std::size_t{1})));
  if (!folder) add(needed.folder);
  const DockerStage& stage = *stages.front();
  Finding& finding =
      findings.Add(stage.span, fmt::format("No COPY brings {} into the image in which {} migrates",
                                           JoinNames(missing), RunText(in_image)));
  finding.related.push_back({in_image.run->first().span, "migrates in that image"});
  finding.effect = script ? kSilent : kLoud;
  finding.remedy = "add to the last stage:" + lines;
}

bool InstallsWithoutDevelopment(const std::string& command) {
  static constexpr auto kSigns = std::to_array<std::string_view>(
      {"--prod", "--production", "--omit=dev", "--omit dev", "--only=production", "-P "});
  const bool installs =
      command.find("install") != std::string::npos || command.find(" ci") != std::string::npos ||
      command.find("prune") != std::string::npos || command.find("deploy") != std::string::npos;
  return installs && std::ranges::any_of(kSigns, [&](std::string_view sign) {
           return command.find(sign) != std::string::npos;
         });
}

// tsx among the devDependencies, and an image that has none of these.
void CheckTsx(const ImageRun& in_image, const ApplicationFacts& facts, Findings& findings) {
  const RunCommand& run = *in_image.run;
  if (run.words.front() != "tsx" || !run.last().call.starts_with("tsx")) return;
  const DeploymentCommand* install = nullptr;
  for (const DeploymentCommand& command : in_image.image->commands) {
    if (command.phase != CommandPhase::kBuild) continue;
    if (command.text.find("tsx") != std::string::npos) return;  // installed there
    if (InstallsWithoutDevelopment(command.text)) install = &command;
  }
  if (install == nullptr) return;
  const RequestedPackage* found = nullptr;
  const auto requested = RequestedPackages(facts.sources[facts.application.package_file]);
  for (const RequestedPackage& package : requested) {
    if (package.name != "tsx") continue;
    if (!package.development) return;
    found = &package;
  }
  if (found == nullptr) return;
  Finding& finding = findings.Add(
      found->span,
      fmt::format("{} needs tsx, and the image has no devDependencies", RunText(in_image)));
  finding.related.push_back({install->span, "leaves them out"});
  finding.effect = fmt::format("tsx is not found when the deploy migrates: {}", kLoud);
  finding.remedy = "move tsx to `dependencies`, as Hogsend's scaffold has it";
}

void Check(const ApplicationFacts& facts, Findings& findings) {
  if (ClientConfig(facts.application) == nullptr) return;
  const Deployment& deployment = *facts.application.deployment;
  const std::vector<RunCommand> runs = ProgramsOf(deployment);
  std::vector<std::pair<const DeploymentFile*, std::string>> seen;
  for (const RunCommand& run : runs) {
    if (!RunsMigrations(run)) continue;
    const auto in_image = InImage(run, deployment);
    if (!in_image) continue;
    std::pair<const DeploymentFile*, std::string> image{in_image->image, in_image->target};
    if (std::ranges::find(seen, image) != seen.end()) continue;
    seen.push_back(std::move(image));
    CheckTsx(*in_image, facts, findings);
    const auto needed = NeededBy(*in_image, facts);
    if (!needed || CheckIgnored(*in_image, *needed, facts, findings)) continue;
    CheckCopied(*in_image, *needed, findings);
  }
}

}  // namespace

extern const Rule image_without_migrations;
const Rule image_without_migrations{
    .id = "image-without-migrations",
    .family = Family::kProject,
    .level = Level::kError,
    .since = "0.1",
    .summary = "The image in which a deploy migrates lacks the migrations or the script",
    .effect =
        "Without the migrations folder in the image nothing fails: Hogsend's runner logs that "
        "there is no folder, the scaffold's script that there is no journal, and both end with 0: "
        "the project's migrations are never applied. Without the script, or without tsx, the "
        "deploy fails.",
    .remedy =
        "COPY the migrations and the script into the last stage, keep them out of .dockerignore, "
        "and keep tsx in `dependencies`. Looked at are images of this project in which railway, "
        "compose or their own CMD migrates; a copy from another stage counts as holding what it "
        "may hold. In .dockerignore a pattern without a slash is one of the context's own folder: "
        "`*.sql` does not hide `migrations/0000_init.sql`, `**/*.sql` does.",
    .manual = "",
    .check = ApplicationCheck{Check},
    .presets = kHogsendPreset,
};

}  // namespace hoglint::rules
