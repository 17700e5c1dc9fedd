// malformed-journal: meta/_journal.json is no JSON, or lacks what Drizzle reads in it.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "lint/facts/journal_entries.h"
#include "lint/rule/rule.h"

namespace hoglint::rules {
namespace {

// JSON.parse refuses the file as a whole (measured, drizzle-orm 0.45.4).
bool StopsAll(const JsonProblem& problem) {
  return problem.kind == JsonProblemKind::kSyntax ||
         problem.kind == JsonProblemKind::kConflictMarkers ||
         problem.kind == JsonProblemKind::kByteOrderMark;
}

// The entry that the problem is in, when base has it already: nothing that this change brings.
bool IsOfMergedEntry(const JsonProblem& problem, const Journal& journal,
                     const std::vector<bool>& linted) {
  for (std::size_t i = 0; i < journal.entries.size(); ++i) {
    const Span& entry = journal.entries[i].span;
    if (problem.span.begin >= entry.begin && problem.span.begin < entry.end) return !linted[i];
  }
  return false;
}

void ExplainUnreadable(const JsonProblem& problem, Finding& finding) {
  finding.effect =
      "Drizzle reads the journal with JSON.parse, which refuses all of it: no migration runs, and "
      "hoglint has seen only a part";
  if (problem.kind == JsonProblemKind::kConflictMarkers) {
    finding.remedy =
        "keep base's entries as they are and put yours behind them, with the next idx and number "
        "and a when greater than all others; or delete your migration with its snapshot "
        "and generate it again";
  } else if (problem.kind == JsonProblemKind::kByteOrderMark) {
    finding.remedy = "save the file without a byte order mark";
  } else {
    finding.remedy =
        "correct the JSON, or take the file from base and generate the migration again";
  }
}

// What Drizzle makes of a member that is missing or of another type.
void ExplainMember(const JsonProblem& problem, Finding& finding) {
  if (problem.member == "when") {
    finding.effect =
        "no number is not greater than the newest applied one: databases that have run any "
        "migration skip the entry and say success";
    finding.remedy =
        "give the entry a when in milliseconds since 1970 that is greater than all "
        "others in the journal";
  } else if (problem.member == "tag") {
    finding.effect = "the tag names the .sql file: the migrator looks for undefined.sql and stops";
    finding.remedy = "set tag to the name of the migration's file, without .sql";
  } else if (problem.member == "entries") {
    finding.effect = "the migrator reads its list of migrations from entries and stops without it";
    finding.remedy = "restore the entries from base";
  } else if (problem.member == "idx") {
    finding.level = std::min(finding.level, Level::kWarning);
    finding.effect = "drizzle-kit numbers the next migration by the idx of the last entry";
    finding.remedy = "number the entries 0, 1, 2 in their order";
  } else {
    finding.level = Level::kNote;
    finding.effect = "Drizzle's own tools always write it";
    finding.remedy = "write it as drizzle-kit does";
  }
}

void Check(const TrackFacts& facts, Findings& findings) {
  const Journal* journal = JournalOf(facts.track);
  if (journal == nullptr) return;
  const std::vector<bool>& linted = facts.linted_entries;
  for (const JsonProblem& problem : journal->problems) {
    if (!StopsAll(problem) && IsOfMergedEntry(problem, *journal, linted)) continue;
    Finding& finding = findings.Add(problem.span, problem.message);
    finding.subject = problem.message;
    if (StopsAll(problem)) {
      ExplainUnreadable(problem, finding);
    } else if (problem.kind == JsonProblemKind::kUnsupported) {
      finding.level = Level::kWarning;
      finding.effect =
          "hoglint reads PostgreSQL's language only: what it says of these files "
          "means nothing";
      finding.remedy = "leave this folder out";
    } else if (problem.kind == JsonProblemKind::kDuplicateKey) {
      finding.level = Level::kWarning;
      finding.effect = "JSON.parse keeps the last of them and says nothing";
      finding.remedy = "delete the one that is not meant";
    } else {
      ExplainMember(problem, finding);
    }
  }
}

}  // namespace

extern const Rule malformed_journal{
    .id = "malformed-journal",
    .family = Family::kJournal,
    .level = Level::kError,
    .since = "0.1",
    .summary = "Drizzle's journal is no JSON, or an entry lacks what the migrator reads",
    .effect =
        "Drizzle's migrator knows the migrations from `meta/_journal.json` alone. When that does "
        "not parse (a merge conflict that was committed, a missing comma), nothing runs; an entry "
        "without `when` is skipped silently.",
    .remedy =
        "After a merge keep the entries of base as they are, and put yours behind them with the "
        "next number and a greater `when`; or delete your migration and generate it again.",
    .manual = "",
    .check = TrackCheck{Check},
};

}  // namespace hoglint::rules
