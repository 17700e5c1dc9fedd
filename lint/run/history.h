// HistoryReport: what happened to merged migrations, commit by commit, ready to be rendered.
#ifndef HOGLINT_LINT_RUN_HISTORY_H_
#define HOGLINT_LINT_RUN_HISTORY_H_

#include <cstdint>
#include <string>
#include <vector>

#include "lint/facts/track_history.h"
#include "lint/run/report.h"

namespace hoglint {

// A commit and what it did, compared with its first parent.
struct CommitEvents {
  CommitName commit;
  std::vector<HistoryEvent> events;  // never empty
};

struct FolderHistory {
  std::string folder;                 // shown path
  std::uint32_t commits = 0;          // looked at
  std::uint32_t touching = 0;         // of them: those that change the folder
  bool cut_off = false;               // older ones exist, but not in this shallow clone
  std::vector<CommitEvents> changes;  // oldest first
};

struct HistoryReport {
  std::vector<FolderHistory> folders;
  std::vector<NotChecked> not_checked;
};

}  // namespace hoglint

#endif  // HOGLINT_LINT_RUN_HISTORY_H_
