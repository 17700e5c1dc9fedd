// broken-snapshot-chain: snapshots that do not follow from one another.
#include <fmt/format.h>

#include <string>
#include <vector>

#include "lint/facts/drizzle_folder.h"
#include "lint/facts/journal_entries.h"
#include "lint/facts/snapshot_owners.h"
#include "lint/journal/analysis.h"
#include "lint/rule/rule.h"

namespace hoglint::rules {
namespace {

struct Words {
  std::string message;
  std::string effect;
  std::string remedy;
  Level level = Level::kWarning;
};

constexpr std::string_view kAnew =
    "delete the migration with its entry and snapshot, and run drizzle-kit generate again on top "
    "of "
    "the others";

Words Fork(const std::string& tag, const std::string& other) {
  return {fmt::format("the snapshots of {} and {} have the same parent", other, tag),
          "each was generated without the other, as on two branches: drizzle-kit check fails, and "
          "generate refuses to run (with exit code 0)",
          std::string(kAnew), Level::kError};
}

Words NotBefore(const std::string& tag, const std::string& parent) {
  return {
      fmt::format("the snapshot of {} builds on that of {}, not on the one before it", tag, parent),
      "it was generated without the migrations between the two, so the next drizzle-kit generate "
      "may write their statements a second time",
      std::string(kAnew)};
}

Words Missing(const std::string& tag) {
  return {fmt::format("the snapshot of {} builds on one that is not there", tag),
          "a snapshot was deleted or overwritten, perhaps with its migration: what that one did is "
          "nowhere any more, and drizzle-kit check does not see it",
          "restore the snapshot from history; if all that it had is in the others, set prevId to "
          "the id of the snapshot before"};
}

// Tags by the positions of their snapshots.
Words WordsOf(const ChainAnomaly& anomaly, const std::string& tag, const std::string& other) {
  switch (anomaly.kind) {
    case ChainAnomalyKind::kParentMissing:
      return Missing(tag);
    case ChainAnomalyKind::kParentNotBefore:
      return NotBefore(tag, other);
    case ChainAnomalyKind::kFork:
      return Fork(tag, other);
    case ChainAnomalyKind::kSecondRoot:
      return {
          fmt::format("the snapshot of {} has no parent, as if it were the first", tag),
          "drizzle-kit generated it against an empty schema: its SQL creates again what is there",
          std::string(kAnew)};
    case ChainAnomalyKind::kDuplicateId:
      return {fmt::format("the snapshots of {} and {} have the same id", other, tag),
              "one is a copy of the other: what comes after cannot say which one it builds on",
              "give the copy an id of its own, and let the next one's prevId name it"};
    case ChainAnomalyKind::kOutdated:
      break;
  }
  return {};
}

void Check(const TrackFacts& facts, Findings& findings) {
  if (facts.track.drizzle == nullptr) return;
  const std::vector<const Migration*> owners = SnapshotOwners(facts.track);
  const bool lacks_files = LacksFiles(facts.track);
  const auto tag_of = [&owners](std::size_t snapshot) {
    return owners[snapshot] == nullptr ? std::string() : owners[snapshot]->tag;
  };
  for (const ChainAnomaly& anomaly : CheckChain(facts.track.drizzle->snapshots)) {
    const Migration* owner = owners[anomaly.snapshot];
    if (anomaly.kind == ChainAnomalyKind::kOutdated || owner == nullptr) continue;
    if (owner->merged && !facts.all) continue;
    // The migration that is missing has taken its snapshot along.
    if (lacks_files && (anomaly.kind == ChainAnomalyKind::kParentMissing ||
                        anomaly.kind == ChainAnomalyKind::kParentNotBefore)) {
      continue;
    }
    const std::string other = anomaly.other ? tag_of(*anomaly.other) : std::string();
    Words words = WordsOf(anomaly, owner->tag, other);
    Finding& finding = findings.Add(anomaly.span, std::move(words.message));
    finding.level = words.level;
    finding.migration = owner->tag;
    finding.subject = owner->tag;
    finding.effect = std::move(words.effect);
    finding.remedy = std::move(words.remedy);
  }
}

}  // namespace

extern const Rule broken_snapshot_chain{
    .id = "broken-snapshot-chain",
    .family = Family::kJournal,
    .level = Level::kError,
    .since = "0.1",
    .summary = "A snapshot of Drizzle's does not follow from the one before it",
    .effect =
        "Each snapshot names its parent. Two with one parent come from two branches, and "
        "drizzle-kit refuses to go on; a parent that is not there was deleted, perhaps together "
        "with a migration that some databases have run.",
    .remedy =
        "After a merge, delete your own migration with its entry and snapshot, and generate it "
        "again on top of base. Restore a snapshot that was deleted.",
    .manual = "",
    .check = TrackCheck{Check},
};

}  // namespace hoglint::rules
