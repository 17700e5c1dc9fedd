// hoglint.baseline: what was found before and is no longer reported, one finding a line.
#ifndef HOGLINT_LINT_REPORT_BASELINE_FILE_H_
#define HOGLINT_LINT_REPORT_BASELINE_FILE_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lint/base/result.h"
#include "lint/rule/finding.h"

namespace hoglint {

class Sources;

// One line: the fingerprint decides, the rest is for people.
struct BaselineEntry {
  std::string fingerprint;  // 16 hexadecimal digits
  std::string rule;
  std::string file;  // shown path; empty for a database object
  std::string message;
  std::uint32_t line = 0;  // in the file that it was read from; 0: in none
};

[[nodiscard]] std::vector<BaselineEntry> BaselineEntriesOf(std::span<const Finding> findings,
                                                           const Sources& sources);

// Sorted by file, rule, message and fingerprint, without duplicates: two branches that each write
// one merge line by line.
[[nodiscard]] std::string RenderBaseline(std::vector<BaselineEntry> entries);

// The entries of such a file; empty lines and those that begin with # are none. The Error tells the
// line that is no entry.
[[nodiscard]] Result<std::vector<BaselineEntry>> ParseBaseline(std::string_view text);

}  // namespace hoglint

#endif  // HOGLINT_LINT_REPORT_BASELINE_FILE_H_
