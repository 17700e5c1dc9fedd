// Which rules run, how much their findings matter in which file, and which files are not judged.
#ifndef HOGLINT_LINT_RUN_SELECTION_H_
#define HOGLINT_LINT_RUN_SELECTION_H_

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "lint/rule/rule.h"

namespace hoglint {

// Levels, by rule id, for the files that one of the patterns fits (lint/config/glob.h); without a
// pattern for everything.
struct LevelOverride {
  std::vector<std::string> paths;
  std::map<std::string, Level> levels;
  std::map<std::string, OptionValues> options = {};  // of rules, by id
};

// What a preset of that name (lint/config) switches on; kEveryProject for one that names no rules.
[[nodiscard]] Presets PresetNamed(std::string_view name);
// What the dependencies of the workspace's applications choose.
[[nodiscard]] Presets PresetsFor(const Workspace& workspace);

struct Selection {
  Presets presets = kEveryProject;       // those that are chosen
  std::map<std::string, Level> levels;   // override the defaults of the rules
  std::vector<LevelOverride> overrides;  // override `levels`; of several that fit the last counts
  std::vector<std::string> ignore;       // patterns of files that are read and not judged
  std::map<std::string, OptionValues> options = {};  // of rules, by id

  // The level that the rule has without further words: off unless one of its presets is chosen.
  [[nodiscard]] Level DefaultOf(const Rule& rule) const;
  // The level of a rule's findings in a file; empty for what is in none.
  [[nodiscard]] Level LevelOf(const Rule& rule, std::string_view path) const;
  // What the rule's options are set to for a file; each option by itself, the last word counts.
  [[nodiscard]] OptionValues OptionsOf(const Rule& rule, std::string_view path) const;
  // True when an option of the rule is set for some file.
  [[nodiscard]] bool SetsOptionsOf(const Rule& rule) const;
  // True when there may be a file for which the rule is on.
  [[nodiscard]] bool IsOnSomewhere(const Rule& rule) const;
  [[nodiscard]] bool IsIgnored(std::string_view path) const;
};

}  // namespace hoglint

#endif  // HOGLINT_LINT_RUN_SELECTION_H_
