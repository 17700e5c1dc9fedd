// The statements whose effects are observed on real servers, read from tests/oracle/cases/*.sql.
// The format is plain SQL with directives in comments; tests/oracle/README.md describes it.
#ifndef HOGLINT_TESTS_ORACLE_CASE_H_
#define HOGLINT_TESTS_ORACLE_CASE_H_

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "lint/base/result.h"

namespace hoglint::oracle {

// The versions that are observed. A recording has an answer for each of them.
inline constexpr int kFirstMajor = 14;
inline constexpr int kLastMajor = 18;

// One statement to observe on the standard schema.
struct Case {
  std::string id;                  // unique, "add-column-default-constant"
  std::string file;                // the stem of its file: "add_column"
  int line = 0;                    // 1-based, of the "-- case:" line
  std::string given;               // statements that ran and committed before; may be empty
  std::string statement;           // without the final semicolon
  bool alone = false;              // cannot run in a transaction block
  std::vector<std::string> watch;  // alone: the relations whose locks are waited for
  // The hand-written intent by version: the SQLSTATE with which it fails, kAnyError, or absent
  // when it succeeds.
  std::map<int, std::string> fails;

  [[nodiscard]] bool ExpectedToSucceed(int major) const { return !fails.contains(major); }
};

inline constexpr const char* kAnyError = "*";

// The cases of a folder, in the order of file names and lines. An error names file and line.
Result<std::vector<Case>> LoadCases(const std::filesystem::path& folder);

// The cases of one file's text; `file` is used in ids of errors only.
Result<std::vector<Case>> ParseCases(const std::string& text, const std::string& file);

}  // namespace hoglint::oracle

#endif  // HOGLINT_TESTS_ORACLE_CASE_H_
