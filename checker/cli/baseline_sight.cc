#include "checker/cli/baseline_sight.h"

#include <fmt/format.h>

#include <algorithm>
#include <variant>

#include "checker/disk/paths.h"
#include "lint/report/display_text.h"
#include "rules/rule_table.h"

namespace hoglint {
namespace {

const Rule* RuleOf(const BaselineEntry& entry) {
  const auto rules = AllRules();
  const auto rule =
      std::ranges::find_if(rules, [&](const Rule* each) { return each->id.view() == entry.rule; });
  return rule == rules.end() ? nullptr : *rule;
}

// Rules that look at a whole folder or application rest upon more files than the one in which their
// finding stands.
bool LooksAtMigrations(const Rule& rule) {
  return !std::holds_alternative<TrackCheck>(rule.check) &&
         !std::holds_alternative<ApplicationCheck>(rule.check);
}

// History goes by the base that a run is compared with, ownership by what is installed, the project
// by files that git need not have, such as .env: another machine finds something else.
bool DependsOnWhere(Family family) {
  return family == Family::kHistory || family == Family::kOwnership || family == Family::kProject;
}

// Where a gap is; empty when it concerns the run.
std::string FileOf(const NotChecked& gap, const Sources& sources) {
  return gap.place ? sources[gap.place->file].path() : gap.file;
}

// A file named by itself whose past is unknown is judged otherwise than in its folder.
bool HasItsPast(const Track& track) {
  return track.layout != Layout::kLooseFiles || track.starts_at_beginning ||
         std::ranges::any_of(track.migrations, &Migration::merged);
}

}  // namespace

std::set<std::string> FingerprintsOf(std::span<const BaselineEntry> entries) {
  std::set<std::string> fingerprints;
  for (const BaselineEntry& entry : entries) fingerprints.insert(entry.fingerprint);
  return fingerprints;
}

BaselineSight::BaselineSight(const Environment& environment, const Arguments& arguments,
                             const Project& project, std::span<const NotChecked> gaps)
    : environment_(environment), arguments_(arguments), project_(project), any_gap_(!gaps.empty()) {
  for (const Track& track : project.workspace.tracks) {
    if (!track.folder.empty()) files_.insert(DisplayText(track.folder));
    for (std::size_t i = 0; i < track.migrations.size(); ++i) {
      const std::string& path = project.sources[track.migrations[i].file].path();
      migrations_[DisplayText(path)] = {&track, i};
    }
  }
  for (std::size_t i = 0; i < project.sources.size(); ++i) {
    files_.insert(DisplayText(project.sources[FileId{static_cast<std::uint32_t>(i)}].path()));
  }
  for (const NotChecked& gap : gaps) AddGap(gap);
}

void BaselineSight::AddGap(const NotChecked& gap) {
  const std::string file = FileOf(gap, project_.sources);
  if (file.empty()) gap_of_run_ = true;
  const auto add = [&](const Track* track, std::size_t position) {
    const auto [first, added] = first_gaps_.emplace(track, position);
    if (!added) first->second = std::min(first->second, position);
  };
  for (const Track& track : project_.workspace.tracks) {
    if (file == track.folder) add(&track, 0);
  }
  const auto seen = migrations_.find(DisplayText(file));
  if (seen != migrations_.end()) add(seen->second.track, seen->second.position);
}

// A run from within one package of several calls itself whole and does not see the others' files:
// only what is on no disk is gone. What was escaped for the baseline cannot be looked for.
bool BaselineSight::IsGone(const BaselineEntry& entry) const {
  return entry.file.find('\\') == std::string::npos &&
         !environment_.files.Stat(AbsolutePath(entry.file, arguments_.shown_from));
}

bool BaselineSight::Judged(const BaselineEntry& entry) const {
  const auto seen = migrations_.find(entry.file);
  if (seen != migrations_.end()) {
    return arguments_.all || !seen->second.track->migrations[seen->second.position].merged;
  }
  if (!arguments_.whole_project || !arguments_.all) return false;
  return entry.file.empty() || files_.contains(entry.file) || IsGone(entry);
}

// Nothing of the run, of the migration or of those before it was left unchecked: what it does
// depends on them.
bool BaselineSight::FollowedUpTo(const Seen& seen) const {
  const auto first = first_gaps_.find(seen.track);
  return !gap_of_run_ && (first == first_gaps_.end() || first->second > seen.position);
}

bool BaselineSight::CertainlyJudged(const BaselineEntry& entry, const Selection& selection) const {
  const Rule* rule = RuleOf(entry);
  if (rule == nullptr || entry.file.empty() || !Judged(entry)) return false;
  if (!arguments_.usual_run || !project_.failures.empty() || DependsOnWhere(rule->family)) {
    return false;
  }
  if (selection.LevelOf(*rule, entry.file) == Level::kOff || selection.IsIgnored(entry.file)) {
    return false;
  }
  const auto seen = migrations_.find(entry.file);
  const bool of_migration = LooksAtMigrations(*rule);
  if (seen != migrations_.end() && of_migration) {
    return HasItsPast(*seen->second.track) && FollowedUpTo(seen->second);
  }
  if (!of_migration && !files_.contains(entry.file)) return false;
  return arguments_.whole_project && arguments_.all && !any_gap_;
}

std::optional<UnusedSetting> UnusedEntries(std::span<const BaselineEntry> unused,
                                           const std::string& shown) {
  if (unused.empty()) return std::nullopt;
  const auto first = std::ranges::min_element(unused, {}, &BaselineEntry::line);
  const std::string what = fmt::format("{} [{}] in {}", first->message, first->rule, first->file);
  const std::string message =
      unused.size() == 1
          ? fmt::format("this finding is gone: {}; hoglint baseline prune --all forgets it", what)
          : fmt::format(
                "{} findings are gone, the first here: {}; hoglint baseline prune --all "
                "forgets them",
                unused.size(), what);
  return UnusedSetting{.file = shown, .line = first->line, .message = message};
}

}  // namespace hoglint
