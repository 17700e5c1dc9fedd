#include "checker/cli/baseline_command.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <tuple>
#include <utility>
#include <vector>

#include "checker/cli/config_file.h"
#include "checker/cli/linting.h"
#include "checker/disk/paths.h"
#include "lint/base/did_you_mean.h"
#include "lint/report/baseline_file.h"

namespace hoglint {
namespace {

constexpr std::array<std::string_view, 3> kActions{"write", "prune", "show"};

std::string Shown(const Environment& environment, const std::string& path) {
  return RelativePath(path, environment.folder);
}

std::string Count(std::size_t count) {
  return fmt::format("{} finding{}", count, count == 1 ? "" : "s");
}

Result<std::vector<BaselineEntry>> ReadEntries(const Environment& environment,
                                               const std::string& path) {
  if (!environment.files.Stat(path)) return std::vector<BaselineEntry>();
  const auto text = environment.files.Read(path);
  const std::string shown = Shown(environment, path);
  if (!text) return Error{fmt::format("cannot read {}: {}", shown, text.error().message)};
  auto entries = ParseBaseline(*text);
  if (!entries) return Error{fmt::format("{}: {}", shown, entries.error().message)};
  return entries;
}

Result<std::string> TakeAction(Arguments& arguments) {
  if (arguments.operands.empty()) return Error{"baseline wants one of: write, prune, show"};
  std::string action = arguments.operands.front();
  if (std::ranges::find(kActions, action) == kActions.end()) {
    const auto meant = DidYouMean(action, kActions);
    return Error{fmt::format(
        "baseline: no '{}'; {}", action,
        meant ? fmt::format("did you mean '{}'?", *meant) : "it is one of write, prune, show")};
  }
  arguments.operands.erase(arguments.operands.begin());
  return action;
}

// Tells entries of the old baseline that this run could not have found again.
class OutOfSight {
 public:
  // `whole`: the run was about the whole project, so that what it did not see is gone.
  OutOfSight(const Linted& linted, bool all, bool whole) : whole_(whole) {
    for (const Track& track : linted.project.workspace.tracks) {
      for (const Migration& migration : track.migrations) {
        const std::string& path = linted.project.sources[migration.file].path();
        judged_[path] = all || !migration.merged;
      }
    }
  }

  bool operator()(const BaselineEntry& entry) const {
    const auto migration = judged_.find(entry.file);
    return migration == judged_.end() ? !whole_ : !migration->second;
  }

 private:
  std::map<std::string, bool> judged_;  // by the shown path of a migration
  bool whole_;
};

// By file, as people look for it.
std::string Show(std::vector<BaselineEntry> entries, const std::string& shown) {
  std::ranges::sort(entries, {}, [](const BaselineEntry& entry) {
    return std::tie(entry.file, entry.rule, entry.message);
  });
  std::string text;
  for (const BaselineEntry& entry : entries) {
    text += fmt::format("{}: {} [{}]\n", entry.file, entry.message, entry.rule);
  }
  return text + fmt::format("{} in {}\n", Count(entries.size()), shown);
}

std::set<std::string> FingerprintsOf(const std::vector<BaselineEntry>& entries) {
  std::set<std::string> fingerprints;
  for (const BaselineEntry& entry : entries) fingerprints.insert(entry.fingerprint);
  return fingerprints;
}

}  // namespace

Result<std::set<std::string>> ReadBaseline(const Environment& environment,
                                           const Arguments& arguments) {
  const auto entries = ReadEntries(environment, arguments.baseline);
  if (!entries) return entries.error();
  return FingerprintsOf(*entries);
}

Result<std::string> RunBaseline(const Environment& environment, Arguments given) {
  const auto action = TakeAction(given);
  if (!action) return action.error();
  const bool whole = given.operands.empty();
  const auto arguments = WithConfig(environment, std::move(given));
  if (!arguments) return arguments.error();
  const std::string shown = Shown(environment, arguments->baseline);
  auto known = ReadEntries(environment, arguments->baseline);
  if (!known) return known.error();
  if (*action == "show") return Show(*known, shown);

  const auto linted = LintProject(environment, *arguments, {});
  if (!linted) return linted.error();
  if (!linted->project.failures.empty()) return linted->project.failures.front();
  std::vector<BaselineEntry> found =
      BaselineEntriesOf(linted->report.findings, linted->project.sources);
  const OutOfSight out_of_sight(*linted, arguments->all, whole);
  std::vector<BaselineEntry> entries;
  const std::set<std::string> before = FingerprintsOf(*known);
  const std::set<std::string> now = FingerprintsOf(found);
  std::ranges::copy_if(*known, std::back_inserter(entries), [&](const BaselineEntry& entry) {
    return !now.contains(entry.fingerprint) && out_of_sight(entry);
  });
  std::ranges::copy_if(found, std::back_inserter(entries), [&](const BaselineEntry& entry) {
    return *action == "write" || before.contains(entry.fingerprint);
  });
  const std::size_t count = FingerprintsOf(entries).size();
  const auto error =
      environment.write_file(arguments->baseline, RenderBaseline(std::move(entries)));
  if (error) return Error{fmt::format("cannot write {}: {}", shown, error->message)};
  return fmt::format("{} in {} ({} before)\n", Count(count), shown, before.size());
}

}  // namespace hoglint
