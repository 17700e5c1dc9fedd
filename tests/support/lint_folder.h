// Lints a project that a fixture holds as files, in this process, on a disk in memory.
#ifndef HOGLINT_TESTS_SUPPORT_LINT_FOLDER_H_
#define HOGLINT_TESTS_SUPPORT_LINT_FOLDER_H_

#include <cstdint>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "lint/base/source_file.h"
#include "lint/facts/workspace.h"
#include "lint/rule/rule.h"
#include "lint/run/report.h"

namespace hoglint::testing {

// What a folder fixture says of itself in expect.txt, see tests/rules/README.md.
struct FolderExpectations {
  std::vector<std::string>
      findings;                    // "drizzle/meta/_journal.json:9: journal-out-of-order", sorted
  std::vector<std::string> shown;  // files that the rule's page shows
  bool all = false;                // lint as --all does
  std::map<std::string, Level> levels;  // as --rule sets them
  std::set<std::string> merged;         // tags of migrations that base has, as it were
  Presets presets = kEveryProject;      // beside those that package.json chooses
  std::string problem;                  // why it cannot be understood; empty: it can
};
[[nodiscard]] FolderExpectations ReadExpectations(const std::filesystem::path& fixture);

// The project's files, by their path in it.
[[nodiscard]] std::map<std::string, std::string> ReadFixtureFiles(
    const std::filesystem::path& fixture);

struct LintedFolder {
  Sources sources;
  Workspace workspace;
  Report report;
  std::string output;                 // as a terminal of 100 columns shows it, errors last
  std::vector<std::string> findings;  // as FolderExpectations has them
};

inline constexpr std::int64_t kBeginOf2026 = 1'767'225'600'000;  // milliseconds since 1970

struct LintFilesOptions {
  std::uint32_t width = 100;
  std::int64_t now = kBeginOf2026;
};

// Lints the project that these files are, by their path in it, with all rules; there is no git, so
// that every migration is new.
[[nodiscard]] LintedFolder LintFiles(const std::map<std::string, std::string>& files,
                                     const FolderExpectations& expectations,
                                     const LintFilesOptions& options);

// The same of a fixture's folder.
[[nodiscard]] LintedFolder LintFolder(const std::filesystem::path& fixture, std::uint32_t width);

// The shown files, each behind a line with its name: the example of a rule's page.
[[nodiscard]] std::string ShownFiles(const std::filesystem::path& fixture);

}  // namespace hoglint::testing

#endif  // HOGLINT_TESTS_SUPPORT_LINT_FOLDER_H_
