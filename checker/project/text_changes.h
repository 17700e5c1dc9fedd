// Whether two versions of a file mean the same. Private to checker/project.
#ifndef HOGLINT_CHECKER_PROJECT_TEXT_CHANGES_H_
#define HOGLINT_CHECKER_PROJECT_TEXT_CHANGES_H_

#include <optional>
#include <string>
#include <string_view>

#include "lint/base/span.h"

namespace hoglint {

// How the statements of a migration differ.
struct StatementChange {
  std::string words;          // "1 statement changed, 2 added"
  std::optional<Span> first;  // the first one that is new, without its file
};

// Absent when only comments, white space or the case of words differ. `sections`: lines of goose
// and dbmate tell which parts go up, and only those count.
[[nodiscard]] std::optional<StatementChange> CompareStatements(std::string_view before,
                                                               std::string_view after,
                                                               bool sections);

// The statements as one text, equal where CompareStatements finds no difference.
[[nodiscard]] std::string StatementsOf(std::string_view text, bool sections);

// False when the snapshots differ in white space only, or when drizzle-kit brought it to a newer
// format.
[[nodiscard]] bool SnapshotDiffers(std::string_view before, std::string_view after);

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_PROJECT_TEXT_CHANGES_H_
