// Report: what a run found, ready to be rendered.
#ifndef HOGLINT_LINT_RUN_REPORT_H_
#define HOGLINT_LINT_RUN_REPORT_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lint/facts/workspace.h"
#include "lint/rule/finding.h"
#include "lint/rule/level.h"

namespace hoglint {

struct Summary {
  std::uint32_t migrations = 0;
  std::uint32_t new_migrations = 0;  // linted; the others were taken as merged
  std::uint32_t statements = 0;      // of all migrations
  std::uint32_t errors = 0;
  std::uint32_t warnings = 0;
  std::uint32_t notes = 0;
  std::uint32_t suppressed = 0;  // by comments
  std::uint32_t baselined = 0;   // found before, and in the baseline
  std::uint32_t ignored = 0;     // migrations that the config says not to judge
};

// What keeps a finding out of the report.
enum class SuppressionKind : std::uint8_t { kComment, kBaseline };

struct SuppressedFinding {
  Finding finding;
  SuppressionKind kind{};
  std::string reason;  // of the comment; may be empty
};

// A track with the migrations that were judged.
struct CheckedTrack {
  std::string name;
  std::string folder;             // as shown; empty for loose files
  std::uint32_t migrations = 0;   // all that it has
  std::vector<std::string> tags;  // of those that were judged, in their order
};

// What hoglint.json or the baseline has for files or findings that are not there.
struct UnusedSetting {
  std::string file;  // as shown
  std::uint32_t line = 1;
  std::string message;
};

struct Report {
  std::vector<Finding> findings;  // sorted: migration order, place, rule
  std::vector<SuppressedFinding>
      suppressed;  // in the order of the findings, those of the baseline last
  std::vector<NotChecked> not_checked;
  Summary summary;
  std::string base;    // what the merged migrations were compared with: "main"; empty: nothing
  std::string runner;  // name
  std::vector<CheckedTrack> tracks = {};
  int pg_version = 0;             // major version that was assumed; 0: the report is of no run
  bool all = false;               // merged migrations were judged as well
  Level fail_on = Level::kError;  // findings of this level and above fail; kOff: none does
  // What could not be read of what was to be checked: "cannot read drizzle/0001.sql: ...". The
  // findings are those of the rest.
  std::vector<std::string> failures = {};
  // Told beside the findings: no level, no exit code.
  std::vector<UnusedSetting> unused = {};
};

// What the exit code says: kClean, kFindings, kCouldNotCheck.
enum class ReportVerdict : std::uint8_t { kPass, kFail, kIncomplete };

// Incomplete when something could not be read, whatever else was found.
[[nodiscard]] ReportVerdict VerdictOf(const Report& report);
// "pass", "fail", "incomplete".
[[nodiscard]] std::string_view VerdictName(ReportVerdict verdict);
// True when a finding of that level fails the check.
[[nodiscard]] bool Fails(const Report& report, Level level);

}  // namespace hoglint

#endif  // HOGLINT_LINT_RUN_REPORT_H_
