#include "lint/run/selection.h"

#include <algorithm>
#include <optional>

#include "lint/config/config.h"
#include "lint/config/glob.h"
#include "lint/facts/application.h"

namespace hoglint {
namespace {

std::optional<Level> LevelIn(const std::map<std::string, Level>& levels, const Rule& rule) {
  const auto found = levels.find(std::string(rule.id.view()));
  if (found == levels.end()) return std::nullopt;
  return found->second;
}

bool AnyFits(const std::vector<std::string>& patterns, std::string_view path) {
  return std::ranges::any_of(
      patterns, [path](const std::string& pattern) { return GlobFits(pattern, path); });
}

}  // namespace

Presets PresetNamed(std::string_view name) {
  if (name == "hogsend") return kHogsendPreset;
  if (name == "sendoka") return kSendokaPreset;
  return kEveryProject;
}

Presets PresetsFor(const Workspace& workspace) {
  Presets presets = kEveryProject;
  for (const auto& application : workspace.applications) {
    for (const ConfigPreset* preset : PresetsFor(application->package)) {
      presets |= PresetNamed(preset->name);
    }
  }
  return presets;
}

Level Selection::DefaultOf(const Rule& rule) const {
  if (rule.presets == kEveryProject || (rule.presets & presets) != 0) return rule.level;
  return Level::kOff;
}

Level Selection::LevelOf(const Rule& rule, std::string_view path) const {
  Level level = LevelIn(levels, rule).value_or(DefaultOf(rule));
  for (const LevelOverride& override : overrides) {
    if (!override.paths.empty() && !AnyFits(override.paths, path)) continue;
    level = LevelIn(override.levels, rule).value_or(level);
  }
  return level;
}

OptionValues Selection::OptionsOf(const Rule& rule, std::string_view path) const {
  const std::string id(rule.id.view());
  OptionValues values;
  if (const auto found = options.find(id); found != options.end()) values = found->second;
  for (const LevelOverride& override : overrides) {
    const auto found = override.options.find(id);
    if (found == override.options.end()) continue;
    if (!override.paths.empty() && !AnyFits(override.paths, path)) continue;
    for (const auto& [name, value] : found->second) values[name] = value;
  }
  return values;
}

bool Selection::SetsOptionsOf(const Rule& rule) const {
  const std::string id(rule.id.view());
  return options.contains(id) || std::ranges::any_of(overrides, [&](const LevelOverride& override) {
           return override.options.contains(id);
         });
}

bool Selection::IsOnSomewhere(const Rule& rule) const {
  // What holds everywhere is certain; each override for some files may switch the rule on.
  Level level = LevelIn(levels, rule).value_or(DefaultOf(rule));
  bool somewhere = false;
  for (const LevelOverride& override : overrides) {
    const auto given = LevelIn(override.levels, rule);
    if (!given) continue;
    if (override.paths.empty()) {
      level = *given;
      somewhere = false;
    } else if (*given != Level::kOff) {
      somewhere = true;
    }
  }
  return somewhere || level != Level::kOff;
}

bool Selection::IsIgnored(std::string_view path) const { return AnyFits(ignore, path); }

}  // namespace hoglint
