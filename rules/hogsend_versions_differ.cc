// hogsend-versions-differ: package.json asks for packages of Hogsend that do not belong together.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "lint/config/version_range.h"
#include "lint/facts/application.h"
#include "lint/facts/package_places.h"
#include "lint/rule/rule.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

// @hogsend/db's peer dependency is drizzle-orm >=0.45.0 (read in 0.67.0).
constexpr Version kOldestDrizzle{0, 45, 0};

struct Ranged {
  const RequestedPackage* package;
  VersionRange range;
};

std::vector<Ranged> OfHogsend(const std::vector<RequestedPackage>& requested) {
  std::vector<Ranged> found;
  for (const RequestedPackage& package : requested) {
    if (!package.name.starts_with("@hogsend/")) continue;
    if (const auto range = VersionRangeOf(package.range)) found.push_back({&package, *range});
  }
  return found;
}

const Ranged& Newest(const std::vector<Ranged>& packages) {
  return *std::ranges::max_element(packages, {}, [](const Ranged& each) { return each.range.low; });
}

// The one that the others are measured by: the engine, else the newest.
const Ranged& Leading(const std::vector<Ranged>& packages) {
  const auto engine = std::ranges::find_if(
      packages, [](const Ranged& each) { return each.package->name == "@hogsend/engine"; });
  return engine != packages.end() ? *engine : Newest(packages);
}

void CheckTogether(const std::vector<Ranged>& packages, Findings& findings) {
  if (packages.size() < 2) return;
  const Ranged& leading = Leading(packages);
  std::vector<const RequestedPackage*> apart;
  std::vector<std::string> names;
  for (const Ranged& each : packages) {
    if (Overlap(each.range, leading.range)) continue;
    apart.push_back(each.package);
    names.push_back(fmt::format("{} {}", each.package->name, each.package->range));
  }
  if (apart.empty()) return;
  Finding& finding =
      findings.Add(apart.front()->span,
                   fmt::format("{} beside {} {}: no version of Hogsend is both", JoinNames(names),
                               leading.package->name, leading.package->range));
  finding.related.push_back({leading.package->span, "asked for here"});
  for (std::size_t i = 1; i < apart.size(); ++i) {
    finding.related.push_back({apart[i]->span, "and another version here"});
  }
  finding.effect =
      "Hogsend's packages are released together: the code of one version expects the tables that "
      "the migrations of the same version of @hogsend/db make, and with two versions installed "
      "the deploy may apply the one and check for the other";
  finding.remedy = fmt::format("ask for {} everywhere, and run the package manager",
                               Newest(packages).package->range);
}

void CheckDrizzle(const std::vector<RequestedPackage>& requested, Findings& findings) {
  for (const RequestedPackage& package : requested) {
    if (package.name != "drizzle-orm") continue;
    const auto range = VersionRangeOf(package.range);
    if (!range || range->high > kOldestDrizzle) continue;
    Finding& finding = findings.Add(
        package.span,
        fmt::format("drizzle-orm {} is older than Hogsend's engine wants", package.range));
    finding.effect =
        "@hogsend/db asks for drizzle-orm 0.45.0 or later beside it: tables that it exports and "
        "queries of yours are then made by two copies of drizzle-orm, or by one that is too old";
    finding.remedy = "ask for ^0.45.0, and run the package manager";
  }
}

void Check(const ApplicationFacts& facts, Findings& findings) {
  if (!UsesHogsend(facts.application)) return;
  const auto requested = RequestedPackages(facts.sources[facts.application.package_file]);
  CheckTogether(OfHogsend(requested), findings);
  CheckDrizzle(requested, findings);
}

}  // namespace

extern const Rule hogsend_versions_differ;
const Rule hogsend_versions_differ{
    .id = "hogsend-versions-differ",
    .family = Family::kProject,
    .level = Level::kWarning,
    .since = "0.1",
    .summary = "Packages of Hogsend are asked for in versions that do not go together",
    .effect =
        "`@hogsend/*` are released in lockstep. With `@hogsend/db` of another version than "
        "`@hogsend/engine`, the migrations that a deploy applies are not those that the engine "
        "checks for when it starts. Older than 0.45, drizzle-orm is not what `@hogsend/db` was "
        "written for (its peer dependency).",
    .remedy =
        "Ask for one version of all `@hogsend/` packages. Only ranges that no version fits both of "
        "are reported: `^0.67.0` beside `0.67.2` is fine. What is installed, or what a lockfile "
        "says, is not looked at; nor are `workspace:`, `file:`, `catalog:` and tags.",
    .manual = "",
    .check = ApplicationCheck{Check},
    .presets = kHogsendPreset,
};

}  // namespace hoglint::rules
