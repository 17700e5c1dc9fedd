// Which entries of a baseline a run could have found again, so that those that it did not find are
// gone.
#ifndef HOGLINT_CHECKER_CLI_BASELINE_SIGHT_H_
#define HOGLINT_CHECKER_CLI_BASELINE_SIGHT_H_

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "checker/cli/arguments.h"
#include "checker/cli/environment.h"
#include "checker/project/read_project.h"
#include "lint/report/baseline_file.h"
#include "lint/run/report.h"

namespace hoglint {

[[nodiscard]] std::set<std::string> FingerprintsOf(std::span<const BaselineEntry> entries);

// The first three must outlive it.
class BaselineSight {
 public:
  // `gaps`: what the run did not check.
  BaselineSight(const Environment& environment, const Arguments& arguments, const Project& project,
                std::span<const NotChecked> gaps);

  // The entry's file was judged, or it is no more: what `baseline prune` goes by.
  [[nodiscard]] bool Judged(const BaselineEntry& entry) const;
  // Beyond that, the entry's rule ran and nothing that it may rest upon was left unchecked: what is
  // told without being asked goes by it.
  [[nodiscard]] bool CertainlyJudged(const BaselineEntry& entry, const Selection& selection) const;

 private:
  struct Seen {
    const Track* track = nullptr;
    std::size_t position = 0;  // in the track
  };

  void AddGap(const NotChecked& gap);
  [[nodiscard]] bool IsGone(const BaselineEntry& entry) const;
  [[nodiscard]] bool FollowedUpTo(const Seen& seen) const;

  const Environment& environment_;
  const Arguments& arguments_;
  const Project& project_;
  std::map<std::string, Seen> migrations_;          // by the shown path, as reports write it
  std::set<std::string> files_;                     // all that was read, and the tracks' folders
  std::map<const Track*, std::size_t> first_gaps_;  // position of the first migration with one
  bool any_gap_ = false;
  bool gap_of_run_ = false;  // it is in no file
};

// What is told of entries that are gone: one note for all; absent when there are none. `shown`: the
// baseline's path.
[[nodiscard]] std::optional<UnusedSetting> UnusedEntries(std::span<const BaselineEntry> unused,
                                                         const std::string& shown);

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_CLI_BASELINE_SIGHT_H_
