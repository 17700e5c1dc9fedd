// malformed-snapshot: a snapshot that drizzle-kit, or hoglint, cannot read.
#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "lint/facts/drizzle_folder.h"
#include "lint/facts/snapshot_owners.h"
#include "lint/rule/rule.h"

namespace hoglint::rules {
namespace {

bool IsNoJson(const JsonProblem& problem) {
  return problem.kind == JsonProblemKind::kSyntax ||
         problem.kind == JsonProblemKind::kConflictMarkers ||
         problem.kind == JsonProblemKind::kByteOrderMark;
}

Finding& Report(const JsonProblem& problem, const Migration& owner, Findings& findings) {
  Finding& finding = findings.Add(problem.span, problem.message);
  finding.migration = owner.tag;
  finding.subject = problem.message;
  if (IsNoJson(problem)) {
    finding.effect = "drizzle-kit reads every snapshot in meta, and no command of it works";
    finding.remedy = "take the snapshot of base, delete your migration and generate it again";
  } else if (problem.kind == JsonProblemKind::kMissing ||
             problem.kind == JsonProblemKind::kWrongType) {
    finding.level = Level::kWarning;
    finding.effect = "drizzle-kit calls the snapshot malformed, and no command of it works";
    finding.remedy = "restore the snapshot from history, or generate the migration again";
  } else {
    finding.level = Level::kNote;
    finding.effect = "hoglint could not compare this part of the snapshot with the SQL";
    finding.remedy = "nothing, when drizzle-kit wrote it so";
  }
  return finding;
}

// One merge leaves many conflicts in a snapshot; they are one finding, at the first of them.
void ReportAll(const std::vector<JsonProblem>& problems, const Migration& owner,
               Findings& findings) {
  const auto conflicts =
      std::ranges::count(problems, JsonProblemKind::kConflictMarkers, &JsonProblem::kind);
  bool told = false;
  for (const JsonProblem& problem : problems) {
    const bool conflict = problem.kind == JsonProblemKind::kConflictMarkers;
    if (conflict && std::exchange(told, true)) continue;
    Finding& finding = Report(problem, owner, findings);
    if (!conflict || conflicts < 2) continue;
    finding.message =
        fmt::format("holds {} unresolved merge conflicts; their first sides were read", conflicts);
  }
}

void Check(const TrackFacts& facts, Findings& findings) {
  if (facts.track.drizzle == nullptr) return;
  const std::vector<const Migration*> owners = SnapshotOwners(facts.track);
  for (std::size_t i = 0; i < owners.size(); ++i) {
    if (owners[i] == nullptr || (owners[i]->merged && !facts.all)) continue;
    const Snapshot& snapshot = facts.track.drizzle->snapshots[i];
    // Emptied by hand: that members are missing is meant.
    if (snapshot.is_stub) continue;
    ReportAll(snapshot.problems, *owners[i], findings);
  }
}

}  // namespace

extern const Rule malformed_snapshot{
    .id = "malformed-snapshot",
    .family = Family::kJournal,
    .level = Level::kError,
    .since = "0.1",
    .summary = "A snapshot of Drizzle's is no JSON, or lacks what drizzle-kit reads",
    .effect =
        "drizzle-kit reads all snapshots in `meta` before it does anything: with one that does not "
        "parse, most often a merge conflict that was committed, nobody can generate a migration.",
    .remedy = "Take base's snapshot, delete your own migration, and generate it again.",
    .manual = "",
    .check = TrackCheck{Check},
};

}  // namespace hoglint::rules
