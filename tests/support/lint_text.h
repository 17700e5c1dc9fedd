// Lints SQL that a test holds in a string, in this process, without a disk.
#ifndef HOGLINT_TESTS_SUPPORT_LINT_TEXT_H_
#define HOGLINT_TESTS_SUPPORT_LINT_TEXT_H_

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lint/base/source_file.h"
#include "lint/facts/runner.h"
#include "lint/facts/workspace.h"
#include "lint/rule/rule.h"
#include "lint/run/report.h"
#include "lint/run/run.h"

namespace hoglint::testing {

struct TextMigration {
  std::string name;  // 0001_x.sql
  std::string text;
  bool merged = false;
};

struct LintTextOptions {
  Runner runner = kDrizzleRunner;
  int pg_version = 17;
  bool all = false;
  bool complete = true;  // the migrations are the history from its beginning
  bool engine = false;   // Hogsend's engine owns its tables, by hoglint's own list
  Presets presets = kEveryProject;
};

// What was linted and what came out; the report's places are in `sources`.
struct LintedText {
  Sources sources;
  Workspace workspace;
  Report report;
};

// The migrations as one track, parsed with Drizzle's breakpoints.
[[nodiscard]] Track MakeTrack(std::span<const TextMigration> migrations, bool complete,
                              Sources& sources);

// With all rules.
[[nodiscard]] LintedText LintText(std::span<const TextMigration> migrations,
                                  const LintTextOptions& options);
// One new migration, "0001_new.sql", after the merged "0000_old.sql".
[[nodiscard]] LintedText LintAfter(std::string_view old_sql, std::string_view new_sql,
                                   const LintTextOptions& options = {});
// "drop-table:error@1 users": rule, level, line and subject of every finding.
[[nodiscard]] std::vector<std::string> Outline(const LintedText& linted);

// A fixture of tests/rules, see the README there.
struct Fixture {
  std::vector<TextMigration> migrations;
  LintTextOptions options;
  std::string problem;  // why it is no fixture; empty when it is one
};
[[nodiscard]] Fixture ParseFixture(std::string_view name, std::string_view text);

}  // namespace hoglint::testing

#endif  // HOGLINT_TESTS_SUPPORT_LINT_TEXT_H_
