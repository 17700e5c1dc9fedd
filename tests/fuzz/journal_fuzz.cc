// meta/_journal.json: two versions of one (that of base second), and what is asked of them.
#include "lint/journal/journal.h"

#include "lint/journal/analysis.h"
#include "tests/fuzz/target.h"

namespace hoglint::fuzz {
namespace {

void Check(const Journal& journal, const SourceFile& file) {
  for (const Span& span : {journal.version_span, journal.dialect_span}) {
    if (span.begin != span.end) ExpectWithin(span, file, "a part of the header");
  }
  for (const JsonProblem& problem : journal.problems) {
    ExpectWithin(problem.span, file, "a problem");
    Expect(!problem.message.empty(), "a problem says nothing");
  }
  std::uint32_t least = 0;
  for (const JournalEntry& entry : journal.entries) {
    for (const Span& span : {entry.span, entry.idx_span, entry.when_span, entry.tag_span}) {
      if (span.begin != span.end) ExpectWithin(span, file, "a part of an entry");
    }
    Expect(!entry.tag.empty(), "an entry has no tag");
    Expect(entry.position >= least, "entries are not in their order");
    least = entry.position + 1;
  }
}

void ReadJournals(std::string_view bytes) {
  const std::vector<ArchivedFile> files = ReadArchive(bytes);
  Sources sources;
  std::vector<Journal> journals;
  for (const ArchivedFile& each : files) {
    const SourceFile& file = sources.Add("meta/_journal.json", each.text);
    journals.push_back(ReadJournal(file));
    Check(journals.back(), file);
  }
  if (journals.empty()) return;
  const Journal& journal = journals.front();
  const SourceFile& file = sources[FileId{0}];
  std::vector<std::string> sql;
  std::vector<std::string> snapshots;
  for (std::size_t i = 0; i < journal.entries.size(); i += 2) {
    sql.push_back(journal.entries[i].tag + ".sql");
    snapshots.push_back(SnapshotName(journal.entries[i].tag));
  }
  for (const EntryAnomaly& anomaly : CheckEntries(journal, 1'767'225'600'000)) {
    ExpectWithin(anomaly.span, file, "an oddity");
    Expect(anomaly.entry < journal.entries.size(), "an oddity is of no entry");
    Expect(!anomaly.other || *anomaly.other < journal.entries.size(), "the other is no entry");
  }
  for (const FileAnomaly& anomaly : CheckFiles(journal, sql, snapshots)) {
    Expect(!anomaly.entry || *anomaly.entry < journal.entries.size(), "an oddity is of no entry");
  }
  (void)GreatestWhen(journal.entries);
  for (const std::size_t skipped : SkippedOnBase(journal, journals.back())) {
    Expect(skipped < journal.entries.size(), "what is skipped is no entry");
  }
  Expect(SkippedOnBase(journal, journal).empty(), "what base has itself is skipped there");
}

const Target kTarget("journal", ReadJournals);

}  // namespace
}  // namespace hoglint::fuzz
