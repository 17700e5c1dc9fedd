// What is transformed and linted: every fixture of tests/rules, the workspaces and projects of
// tests/, and the public corpora.
#ifndef HOGLINT_TESTS_METAMORPHIC_INPUTS_H_
#define HOGLINT_TESTS_METAMORPHIC_INPUTS_H_

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "lint/base/source_file.h"
#include "lint/run/report.h"
#include "tests/support/lint_folder.h"
#include "tests/support/lint_text.h"

namespace hoglint::testing {

using Files = std::map<std::string, std::string>;  // text by path

enum class InputKind : std::uint8_t {
  kFixture,  // one SQL file of tests/rules with its sections
  kFolder,   // a project, linted as its expect.txt says
  kHistory,  // a project or corpus, linted with --all
};

struct Input {
  std::string name;  // "rules/drop-column/bad.sql", "corpora/sim"
  InputKind kind{};
  Files files;
  LintTextOptions options;          // kFixture
  std::vector<std::string> order;   // kFixture: the names of its sections
  FolderExpectations expectations;  // kFolder
  std::string runner;               // kHistory: as --runner spells it; empty: detected
};

struct Linted {
  Sources sources;
  Report report;
  std::string problem;  // why nothing was linted; empty: it was
};

// Lints the input with those files instead of its own, in this process and without a disk.
[[nodiscard]] Linted LintInput(const Input& input, const Files& files);

// All fixtures but those that are two commits.
[[nodiscard]] std::vector<Input> RuleFixtures();
// tests/workspaces and tests/projects.
[[nodiscard]] std::vector<Input> ProjectInputs();
// $HOGLINT_SHARED_DATA/corpora; empty when it is not there.
[[nodiscard]] std::vector<Input> CorpusInputs();
// drizzle-kit's answers to single changes of a schema, each as a loose file; empty when absent.
[[nodiscard]] std::vector<Input> SampleInputs();

// The same without anything beside the SQL that names tables: snapshots, TypeScript, config.
[[nodiscard]] Input SqlAlone(const Input& input);

[[nodiscard]] bool IsSql(const std::string& path);

}  // namespace hoglint::testing

#endif  // HOGLINT_TESTS_METAMORPHIC_INPUTS_H_
