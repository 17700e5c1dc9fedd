// Lints a project that a fixture holds as files, in this process, on a disk in memory.
#ifndef HOGLINT_TESTS_SUPPORT_LINT_FOLDER_H_
#define HOGLINT_TESTS_SUPPORT_LINT_FOLDER_H_

#include <filesystem>
#include <map>
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

// Lints the project around the fixture's folder with all rules; there is no git, so that every
// migration is new. The clock stands at the beginning of 2026.
[[nodiscard]] LintedFolder LintFolder(const std::filesystem::path& fixture, std::uint32_t width);

// The shown files, each behind a line with its name: the example of a rule's page.
[[nodiscard]] std::string ShownFiles(const std::filesystem::path& fixture);

}  // namespace hoglint::testing

#endif  // HOGLINT_TESTS_SUPPORT_LINT_FOLDER_H_
