// Questions about the entries of a track's journal: whether they are all there, and which of them
// the change brings.
#ifndef HOGLINT_LINT_FACTS_JOURNAL_ENTRIES_H_
#define HOGLINT_LINT_FACTS_JOURNAL_ENTRIES_H_

#include <string>
#include <string_view>
#include <vector>

#include "lint/facts/workspace.h"
#include "lint/journal/journal.h"

namespace hoglint {

// The track's journal; null when it has none.
[[nodiscard]] const Journal* JournalOf(const Track& track);

// The journal breaks off or lacks entries, so that what is not in it may yet be meant to be.
[[nodiscard]] bool IsCutOff(const Journal& journal);
// An entry's file is not there: the track lacks a migration, and what later ones build upon.
[[nodiscard]] bool LacksFiles(const Track& track);

// 0001_x.down.sql and the like: the way back from a migration, which is none itself.
[[nodiscard]] bool IsWayBack(std::string_view name);

// The file that no entry names and that has the number of this entry, whose file is not there: it
// was renamed, most likely. Empty where none has, or several; ways back do not count.
[[nodiscard]] std::string RenamedFileOf(const Track& track, std::string_view tag);

// For each entry, whether rules look at it: all of them with `all`, else those that base does not
// have, by its journal where that is known, by the entry's file where not. An entry without a file
// counts as new then.
[[nodiscard]] std::vector<bool> LintedEntries(const Track& track, bool all);

}  // namespace hoglint

#endif  // HOGLINT_LINT_FACTS_JOURNAL_ENTRIES_H_
