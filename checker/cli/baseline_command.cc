#include "checker/cli/baseline_command.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

#include "checker/cli/baseline_sight.h"
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

}  // namespace

Result<std::vector<BaselineEntry>> ReadBaseline(const Environment& environment,
                                                const Arguments& arguments) {
  const std::string& path = arguments.baseline;
  if (!environment.files.Stat(path)) return std::vector<BaselineEntry>();
  const auto text = environment.files.Read(path);
  const std::string shown = Shown(environment, path);
  if (!text) return Error{fmt::format("cannot read {}: {}", shown, text.error().message)};
  auto entries = ParseBaseline(*text);
  if (!entries) return Error{fmt::format("{}: {}", shown, entries.error().message)};
  return entries;
}

Result<std::string> RunBaseline(const Environment& environment, Arguments given) {
  const auto action = TakeAction(given);
  if (!action) return action.error();
  const auto arguments = WithConfig(environment, std::move(given));
  if (!arguments) return arguments.error();
  const std::string shown = Shown(environment, arguments->baseline);
  auto known = ReadBaseline(environment, *arguments);
  if (!known) return known.error();
  if (*action == "show") return Show(*known, shown);

  const auto linted = LintProject(environment, *arguments, {});
  if (!linted) return linted.error();
  if (!linted->project.failures.empty()) return linted->project.failures.front();
  std::vector<BaselineEntry> found =
      BaselineEntriesOf(linted->report.findings, linted->project.sources);
  const BaselineSight sight(environment, *arguments, linted->project, linted->report.not_checked);
  std::vector<BaselineEntry> entries;
  const std::set<std::string> before = FingerprintsOf(*known);
  const std::set<std::string> now = FingerprintsOf(found);
  std::ranges::copy_if(*known, std::back_inserter(entries), [&](const BaselineEntry& entry) {
    return !now.contains(entry.fingerprint) && !sight.Judged(entry);
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
