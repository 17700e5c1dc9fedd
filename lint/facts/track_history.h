// What git says of a track: what was done to migrations after they were merged.
#ifndef HOGLINT_LINT_FACTS_TRACK_HISTORY_H_
#define HOGLINT_LINT_FACTS_TRACK_HISTORY_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lint/base/span.h"

namespace hoglint {

// A commit as people name it.
struct CommitName {
  std::string id;       // abbreviated
  std::string subject;  // first line of its message
  std::string date;     // 2026-11-22, UTC
};

enum class HistoryEventKind : std::uint8_t {
  kEdited,           // its statements differ
  kReformatted,      // its bytes differ, its statements do not
  kDeleted,          // neither it nor its text is there any more
  kRenamed,          // the same statements under another name
  kReordered,        // comes before one that it came after
  kWhenChanged,      // its journal entry has another `when`
  kSnapshotEdited,   // the JSON of its snapshot differs, white space apart
  kSnapshotDeleted,  // it is there, its snapshot is not
  kInserted,         // a new one that comes before merged ones
  kSkipped,          // a new one whose `when` is not greater than that of merged ones: never run
  kNumberTaken,      // a new one whose number another new one of base has
  kConverted,        // from Drizzle's journal to the folders of 1.0, files as they were
  kSquashed,         // the first ones gave way to fewer
  kFolderMoved,      // all of it, from another folder
};

// "edited", "when-changed": as JSON has it.
[[nodiscard]] std::string_view HistoryEventName(HistoryEventKind kind);

// One thing that happened to a merged migration, or to all of them.
struct HistoryEvent {
  HistoryEventKind kind{};
  std::string tag;     // the migration as it was called before; empty when it is about all
  std::string file;    // shown path, as it is now; of what is gone, as it was
  std::string other;   // kRenamed: the new tag; kInserted, kNumberTaken, kReordered: the other
                       // one's tag; kSquashed: the last that went; kFolderMoved: the old folder
  std::string detail;  // kEdited: "1 statement changed"; kWhenChanged: "1000 to 2000"
  std::uint32_t count = 1;           // of migrations that it concerns
  bool file_remains = false;         // kDeleted: only its journal entry is gone
  std::optional<Span> place;         // in the present file; absent: the file as such
  std::optional<CommitName> merged;  // what brought it to base, where that was found
};

struct TrackHistory {
  std::string base;                  // as shown: "origin/main"
  std::vector<HistoryEvent> events;  // in the order of the migrations
};

}  // namespace hoglint

#endif  // HOGLINT_LINT_FACTS_TRACK_HISTORY_H_
