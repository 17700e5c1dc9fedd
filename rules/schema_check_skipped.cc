// schema-check-skipped: a file that builds, deploys or starts a Hogsend app switches off the check
// that the database has the schema which the build needs.
#include <fmt/format.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lint/deployment/shell.h"
#include "lint/facts/application.h"
#include "lint/facts/deploy_commands.h"
#include "lint/rule/deployment_text.h"
#include "lint/rule/rule.h"

namespace hoglint::rules {
namespace {

constexpr std::string_view kName = "SKIP_SCHEMA_CHECK";
constexpr std::string_view kSetting = "SKIP_SCHEMA_CHECK=true";

// One place that sets it.
struct Skip {
  Span span;
  std::string where;
  Level level = Level::kError;
};

// "true", and ${X:-true} where X is not set. Only this word skips the check (hogsend.md, 3): TRUE,
// 1 and yes do not.
bool IsTrue(std::string_view value) {
  if (value == "true") return true;
  return value.starts_with("${") && (value.ends_with("-true}") || value.ends_with("=true}"));
}

// Sets the variable: the word itself, --env=..., --build-arg=...; or it is the text of an sh -c.
bool Sets(std::string_view text, int depth) {
  constexpr int kMaxDepth = 4;  // a hostile text may nest for as long as the stack lasts
  for (const ShellCommand& command : SplitShell(text)) {
    const std::string_view program = command.words.front().text;
    const bool prints = program == "echo" || program == "printf";
    // What is only printed sets nothing, but for the file from which a workflow takes variables.
    if (prints && text.find("GITHUB_ENV") == std::string_view::npos) continue;
    for (const ShellWord& word : command.words) {
      if (word.text == kSetting || word.text.ends_with("=" + std::string(kSetting))) return true;
      const bool inner = word.text.size() < text.size() && depth < kMaxDepth &&
                         word.text.find(kSetting) != std::string::npos;
      if (inner && Sets(word.text, depth + 1)) return true;
    }
  }
  return false;
}

// Scripts that start an image without a database, to see whether it starts, have to skip the check.
bool IsPreflight(std::string_view name) {
  return name.starts_with("preflight") || name.starts_with("smoke");
}

// What nobody deploys with: a setting there may be copied, or stays with one developer.
Level LevelIn(const DeploymentFile& file) {
  return IsForDevelopment(file.path) ? Level::kWarning : Level::kError;
}

std::optional<Level> LevelOf(const DeploymentFile& file, const DeploymentCommand& command) {
  if (command.phase == CommandPhase::kHook || IsPreflight(command.name)) return std::nullopt;
  // What a build sets for one command of its own is gone when the app starts.
  if (command.phase == CommandPhase::kBuild) return std::nullopt;
  return command.phase == CommandPhase::kLocal ? Level::kWarning : LevelIn(file);
}

// The setting's own bytes where the command's text is that of the file.
Span SettingIn(const DeploymentCommand& command) {
  const Span whole = command.span;
  const std::size_t at = command.text.find(kSetting);
  if (whole.end - whole.begin != command.text.size() || at == std::string::npos) return whole;
  const auto begin = whole.begin + static_cast<std::uint32_t>(at);
  return {whole.file, begin, begin + static_cast<std::uint32_t>(kSetting.size())};
}

std::vector<Skip> SkipsIn(const DeploymentFile& file) {
  std::vector<Skip> skips;
  for (const DeploymentVariable& variable : file.environment) {
    if (variable.name != kName || !IsTrue(variable.value)) continue;
    const std::string where = variable.where.empty() ? file.path : variable.where;
    skips.push_back({variable.span, where, LevelIn(file)});
  }
  for (const DeploymentCommand& command : file.commands) {
    const auto level = LevelOf(file, command);
    if (level && Sets(command.text, 0))
      skips.push_back({SettingIn(command), command.where, *level});
  }
  return skips;
}

// An earlier application of the workspace reads the file too.
bool IsSaidElsewhere(const DeploymentFile& file, const ApplicationFacts& facts) {
  for (const auto& application : facts.workspace.applications) {
    if (application.get() == &facts.application) return false;
    for (const DeploymentFile& other : application->deployment->files) {
      if (other.file == file.file) return true;
    }
  }
  return false;
}

void Check(const ApplicationFacts& facts, Findings& findings) {
  for (const DeploymentFile& file : facts.application.deployment->files) {
    if (IsSaidElsewhere(file, facts)) continue;
    for (const Skip& skip : SkipsIn(file)) {
      Finding& finding =
          findings.Add(skip.span, fmt::format("{} switches the schema check off", skip.where));
      finding.level = skip.level;
      finding.subject = skip.where;
      finding.effect = fmt::format(
          "with {} the app starts on a database whose schema it does not know, with every start "
          "and "
          "not only in the emergency that this is for: its queries fail one by one instead",
          kSetting);
      finding.remedy = fmt::format(
          "take it out, and let the deploy run `{}` before the new version starts; in an emergency "
          "set it in the platform's settings, and remove it with the next deploy",
          MigrateCommand(facts, file));
    }
  }
}

}  // namespace

extern const Rule schema_check_skipped;
const Rule schema_check_skipped{
    .id = "schema-check-skipped",
    .family = Family::kProject,
    .level = Level::kError,
    .since = "0.1",
    .summary = "SKIP_SCHEMA_CHECK=true is committed where the app is deployed from",
    .effect =
        "A Hogsend app does not start while migrations of the engine are pending. "
        "`SKIP_SCHEMA_CHECK=true` is the way around that in an emergency; committed, it is the "
        "rule: the app starts on any schema, and its queries fail one by one.",
    .remedy =
        "Take it out and migrate before the start. Set it by hand where an emergency needs it, and "
        "take it off with the next deploy. Scripts called preflight or smoke, which start an image "
        "without a database, may set it; in files for development and in local scripts it is a "
        "warning.",
    .manual = "",
    .check = ApplicationCheck{Check},
    .presets = kHogsendPreset,
};

}  // namespace hoglint::rules
