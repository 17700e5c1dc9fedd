// What a change does to migrations that base has: which of them are merged, and TrackHistory.
// Private to checker/project.
#ifndef HOGLINT_CHECKER_PROJECT_BRANCH_HISTORY_H_
#define HOGLINT_CHECKER_PROJECT_BRANCH_HISTORY_H_

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "checker/project/folder_state.h"
#include "checker/project/gathering.h"
#include "checker/project/locate.h"
#include "lint/facts/track_history.h"
#include "lint/journal/journal.h"

namespace hoglint {

// One track, compared with base. Without anything to compare with, nothing is merged and there is
// no history. Keeps references to what it was made from.
class BranchHistory {
 public:
  BranchHistory(const Location& location, const FoundTrack& found);

  // True for a migration that base has, also under another name or in another folder, and also when
  // it was edited since: databases that ran it never see the edit.
  [[nodiscard]] bool IsMerged(const std::string& path, std::string_view text);

  // Base's journal, as its newest commit has it; it becomes a file of the sources.
  [[nodiscard]] std::optional<Journal> BaseJournal(Gathering& gathering) const;

  // Fills in track.history, from the migrations, their files and, for Drizzle, the journal. The
  // baseline of a squash becomes merged.
  void Finish(Gathering& gathering, Track& track);

 private:
  [[nodiscard]] std::string InRepository(const std::string& folder, std::string_view path) const;
  [[nodiscard]] std::string PathInFolder(const std::string& path) const;
  [[nodiscard]] std::map<std::string, std::string> PresentSql() const;
  [[nodiscard]] std::string PresentId(const std::string& path) const;
  void FindOldFolder();
  void FindMissing();
  [[nodiscard]] FolderState PresentState(const Gathering& gathering, const Track& track);
  [[nodiscard]] std::string IdOfMigration(const Migration& migration, const std::string& path,
                                          std::string_view text);
  // Of a file as it is now; asked for once, since the answer hashes the text.
  [[nodiscard]] Standing StandingAt(const std::string& old_path, std::string_view text);
  void AddPresentSnapshots(const Track& track, FolderState& state);
  void NoteUnknown(Gathering& gathering, const std::vector<HistoryEvent>& events) const;
  void NoteEdits(Gathering& gathering, const std::vector<HistoryEvent>& events) const;
  void KeepOwnEvents(Gathering& gathering, const Track& track,
                     std::vector<HistoryEvent>& events) const;
  void MergeBaselines(const FolderState& present, const std::vector<HistoryEvent>& events,
                      Track& track) const;
  [[nodiscard]] bool IsSoOnBase(const Track& track, const HistoryEvent& event) const;
  void AddClashes(const FolderState& present, const Track& track,
                  std::vector<HistoryEvent>& events) const;
  void AddPlaces(const Track& track, const Gathering& gathering,
                 std::vector<HistoryEvent>& events) const;
  void NameCommits(std::vector<HistoryEvent>& events) const;
  [[nodiscard]] const FolderState& tip() const { return tip_ ? *tip_ : before_; }
  [[nodiscard]] const Repository& git() const { return *location_.comparison->repository; }

  const Location& location_;
  const FoundTrack& found_;
  const Commit* before_commit_ = nullptr;  // null: nothing to compare with
  std::string folder_;                     // in the repository; empty: its root
  std::string old_folder_;                 // where it was on base
  FolderState before_;                     // where the change left base
  std::optional<FolderState> tip_;         // base as it is now, where that differs
  ReadById read_;
  std::map<std::string, std::string> texts_;             // of the present migrations, by id
  std::unordered_map<std::string, Standing> standings_;  // by path in base
  std::optional<std::set<std::string>> missing_;  // ids of base's migrations that are not in place
};

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_PROJECT_BRANCH_HISTORY_H_
