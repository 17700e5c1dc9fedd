// outdated-snapshots: snapshots of a format that drizzle-kit no longer reads without "up".
#include <fmt/format.h>

#include <optional>
#include <vector>

#include "lint/facts/drizzle_folder.h"
#include "lint/facts/snapshot_owners.h"
#include "lint/journal/analysis.h"
#include "lint/rule/rule.h"

namespace hoglint::rules {
namespace {

void Check(const TrackFacts& facts, Findings& findings) {
  if (facts.track.drizzle == nullptr) return;
  const std::vector<const Migration*> owners = SnapshotOwners(facts.track);
  std::optional<ChainAnomaly> last;
  std::size_t count = 0;
  for (const ChainAnomaly& anomaly : CheckChain(facts.track.drizzle->snapshots)) {
    const Migration* owner = owners[anomaly.snapshot];
    if (anomaly.kind != ChainAnomalyKind::kOutdated || owner == nullptr) continue;
    if (owner->merged && !facts.all) continue;
    ++count;
    last = anomaly;
  }
  if (!last) return;
  const Migration& owner = *owners[last->snapshot];
  const Snapshot& snapshot = facts.track.drizzle->snapshots[last->snapshot];
  Finding& finding = findings.Add(
      last->span,
      count == 1
          ? fmt::format("the snapshot of {} is of version {}", owner.tag, snapshot.version)
          : fmt::format("{} snapshots up to that of {} are of an old version", count, owner.tag));
  finding.migration = owner.tag;
  finding.subject = "version";
  finding.effect =
      "drizzle-kit check and generate want the newest version and refuse to go on; "
      "generate does so with exit code 0";
  finding.remedy = "run drizzle-kit up and commit what it changes; it leaves the SQL alone";
}

}  // namespace

extern const Rule outdated_snapshots{
    .id = "outdated-snapshots",
    .family = Family::kJournal,
    .level = Level::kNote,
    .since = "0.1",
    .summary = "Snapshots are of a version that drizzle-kit wants to convert first",
    .effect =
        "drizzle-kit refuses to check or generate while a snapshot is older than its own format; "
        "`generate` does so with exit code 0, so that CI does not notice.",
    .remedy = "Run `drizzle-kit up` and commit the snapshots.",
    .manual = "",
    .check = TrackCheck{Check},
};

}  // namespace hoglint::rules
