// migrations-folder-mismatch: drizzle-kit writes migrations into another folder than the one that
// is applied.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "lint/deployment/deployment.h"
#include "lint/facts/client_config.h"
#include "lint/facts/migrations_target.h"
#include "lint/rule/rule.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

// A place that says which folder is applied.
struct Applied {
  Span span;
  std::string folder;  // as shown
  std::string where;   // "scripts/migrate.ts", "CLIENT_MIGRATIONS_FOLDER"
};

std::vector<Applied> AppliedFolders(const ApplicationFacts& facts) {
  const Application& application = facts.application;
  std::vector<Applied> found;
  for (const MigratingScript& script : application.migrating->scripts) {
    const MigrateCall* call = FolderCall(script);
    if (call == nullptr) continue;
    found.push_back({Span{script.file, call->folder_begin, call->folder_end},
                     ShownIn(application.folder, *call->folder), script.path});
  }
  return found;
}

std::string_view LastPart(std::string_view path) {
  while (path.ends_with('/')) path.remove_suffix(1);
  return path.substr(path.rfind('/') + 1);
}

// CLIENT_MIGRATIONS_FOLDER is a path of the container's: only its end can be compared.
std::vector<Applied> FoldersOfEnvironment(const ApplicationFacts& facts) {
  std::vector<Applied> found;
  for (const DeploymentFile& file : facts.application.deployment->files) {
    for (const DeploymentVariable& variable : file.environment) {
      if (variable.name != "CLIENT_MIGRATIONS_FOLDER" || variable.value.empty() ||
          variable.value.find('$') != std::string::npos) {
        continue;
      }
      found.push_back({variable.span, variable.value, variable.name});
    }
  }
  return found;
}

constexpr const char* kEffect =
    "what drizzle-kit generates is not applied, and nothing fails: Hogsend's runner skips a folder "
    "without a journal, or applies the old migrations that it finds, and ends with 0";

Span OutSpan(const DrizzleConfigFile& config) {
  const ConfigValue& value = config.config.out;
  const ConfigBytes& object = config.config.object;
  return value.is_literal() ? Span{config.file, value.begin, value.end}
                            : Span{config.file, object.begin, object.end};
}

// All of them name another folder than the config: it is the config that was changed.
void ReportConfig(const std::string& out, const Span& place, const std::vector<Applied>& others,
                  Findings& findings) {
  const Applied& first = others.front();
  Finding& finding = findings.Add(place, fmt::format("drizzle-kit writes to {}, and {} applies {}",
                                                     out, first.where, first.folder));
  for (const Applied& each : others) finding.related.push_back({each.span, "applied from here"});
  finding.effect = kEffect;
  finding.remedy =
      fmt::format("let `out` name {}, or let {} name {}", first.folder, first.where, out);
}

// In the file that says what is applied, or in the config where only that was changed.
void ReportApplied(const Applied& applied, const std::string& out, const Span& out_span,
                   const ApplicationFacts& facts, Findings& findings) {
  const auto& unchanged = facts.workspace.unchanged;
  if (unchanged.contains(applied.span.file) && !unchanged.contains(out_span.file)) {
    ReportConfig(out, out_span, {applied}, findings);
    return;
  }
  Finding& finding =
      findings.Add(applied.span, fmt::format("{} applies {}, and drizzle-kit writes to {}",
                                             applied.where, applied.folder, out));
  finding.related.push_back({out_span, "drizzle-kit writes here"});
  finding.effect = kEffect;
  finding.remedy = fmt::format("let {} name {}", applied.where, out);
}

void Check(const ApplicationFacts& facts, Findings& findings) {
  const DrizzleConfigFile* config = ClientConfig(facts.application);
  if (config == nullptr || facts.application.migrating == nullptr) return;
  const std::string out = ShownOut(*config);
  if (out.empty()) return;
  std::vector<Applied> others;
  bool agreed = false;
  const auto take = [&](Applied& each, bool same) {
    agreed = agreed || same;
    if (!same) others.push_back(std::move(each));
  };
  for (Applied& each : AppliedFolders(facts)) take(each, each.folder == out);
  for (Applied& each : FoldersOfEnvironment(facts)) {
    take(each, LastPart(each.folder) == LastPart(out));
  }
  if (!agreed && others.size() > 1) {
    ReportConfig(out, OutSpan(*config), others, findings);
    return;
  }
  for (const Applied& each : others) ReportApplied(each, out, OutSpan(*config), facts, findings);
}

}  // namespace

extern const Rule migrations_folder_mismatch;
const Rule migrations_folder_mismatch{
    .id = "migrations-folder-mismatch",
    .family = Family::kProject,
    .level = Level::kError,
    .since = "0.1",
    .summary = "A Hogsend project applies another folder than drizzle-kit writes to",
    .effect =
        "drizzle-kit writes to `out` of drizzle.config; the migrate script and "
        "`CLIENT_MIGRATIONS_FOLDER` say what is applied. Where they differ new migrations are "
        "never applied, and nothing fails: `migrateClient` logs that there is no folder and "
        "returns, the scaffold's script does the same without a journal, and both end with 0.",
    .remedy =
        "Let all of them name one folder. The script's folder is followed through constants, "
        "`join`, `resolve`, `new URL`, `import.meta` and `process.env.X ?? \"...\"`; anything else "
        "is not judged. What an image holds is `image-without-migrations`.",
    .manual = "",
    .check = ApplicationCheck{Check},
    .presets = kHogsendPreset,
};

}  // namespace hoglint::rules
