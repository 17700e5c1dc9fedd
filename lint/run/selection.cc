#include "lint/run/selection.h"

#include <algorithm>
#include <optional>

#include "lint/config/glob.h"

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

Level Selection::LevelOf(const Rule& rule, std::string_view path) const {
  Level level = LevelIn(levels, rule).value_or(rule.level);
  for (const LevelOverride& override : overrides) {
    if (!override.paths.empty() && !AnyFits(override.paths, path)) continue;
    level = LevelIn(override.levels, rule).value_or(level);
  }
  return level;
}

bool Selection::IsOnSomewhere(const Rule& rule) const {
  // What holds everywhere is certain; each override for some files may switch the rule on.
  Level level = LevelIn(levels, rule).value_or(rule.level);
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
