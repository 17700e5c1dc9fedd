// Parses many files at once: parsing is most of a run's time, and files know nothing of each other.
#ifndef HOGLINT_CHECKER_PROJECT_PARSE_FILES_H_
#define HOGLINT_CHECKER_PROJECT_PARSE_FILES_H_

#include <span>
#include <vector>

#include "lint/base/source_file.h"
#include "lint/sql/parse.h"

namespace hoglint {

struct ParseJob {
  FileId file{};
  ParseOptions options;
};

// The files' statements, in the order of the jobs; on several threads where there is enough to do.
[[nodiscard]] std::vector<ParsedFile> ParseFiles(const Sources& sources,
                                                 std::span<const ParseJob> jobs);

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_PROJECT_PARSE_FILES_H_
