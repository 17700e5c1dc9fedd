// Fixtures of tests/rules that are two commits: what is merged, and what a branch makes of it.
#ifndef HOGLINT_TESTS_SUPPORT_COMMITS_FIXTURE_H_
#define HOGLINT_TESTS_SUPPORT_COMMITS_FIXTURE_H_

#include <filesystem>
#include <string>

#include "tests/support/lint_text.h"

namespace hoglint::testing {

// True for a folder with base/ and head/ in it.
[[nodiscard]] bool IsCommitsFixture(const std::filesystem::path& folder);

// Lints, with all rules, what head/ changes of base/: a repository is made whose main has base/ and
// whose branch has head/ instead. main/, where it is there, is what main became meanwhile.
[[nodiscard]] LintedText LintCommits(const std::filesystem::path& folder);

// The files as a page shows them: those of base/, then what main/ and head/ make of them.
[[nodiscard]] std::string ShowCommits(const std::filesystem::path& folder);

}  // namespace hoglint::testing

#endif  // HOGLINT_TESTS_SUPPORT_COMMITS_FIXTURE_H_
