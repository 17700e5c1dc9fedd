// What became of a folder's migrations between two commits. Private to checker/project.
#ifndef HOGLINT_CHECKER_PROJECT_FOLDER_CHANGES_H_
#define HOGLINT_CHECKER_PROJECT_FOLDER_CHANGES_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "checker/project/folder_state.h"
#include "lint/facts/track_history.h"

namespace hoglint {

// One side of a comparison: the folder with its path as reports show it.
struct FolderSide {
  const FolderState& state;
  std::string shown;
};

// The events in the order of the migrations. Those that were added at the end are none. Places have
// no file yet: it is that of `after` called HistoryEvent::file. Reads only files whose ids differ.
[[nodiscard]] std::vector<HistoryEvent> CompareFolders(const FolderSide& before,
                                                       const FolderSide& after,
                                                       const ReadById& read);

// What a migration's number is to its tool, without leading zeros: "4" of 0004_x, "1.2" of V1_2__x.
// Empty for names without one and for timestamps, which are as good as names.
[[nodiscard]] std::string MigrationNumber(Layout layout, const StateFile& migration);

// "drizzle/0001_x.sql"; the folder "." is left out.
[[nodiscard]] std::string ShownIn(const std::string& folder, const std::string& path);

// The file of `before` that the event is about, whose coming to base is worth telling; empty when
// it is about no single one.
[[nodiscard]] std::string PathBefore(const FolderState& before, const HistoryEvent& event);

// An event about the migrations of one side.
[[nodiscard]] HistoryEvent MakeEvent(HistoryEventKind kind, const FolderSide& side,
                                     const StateFile& migration);

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_PROJECT_FOLDER_CHANGES_H_
