// Report: what a run found, ready to be rendered.
#ifndef HOGLINT_LINT_RUN_REPORT_H_
#define HOGLINT_LINT_RUN_REPORT_H_

#include <cstdint>
#include <string>
#include <vector>

#include "lint/facts/workspace.h"
#include "lint/rule/finding.h"

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

struct Report {
  std::vector<Finding> findings;  // sorted: migration order, place, rule
  std::vector<SuppressedFinding>
      suppressed;  // in the order of the findings, those of the baseline last
  std::vector<NotChecked> not_checked;
  Summary summary;
  std::string base;    // what the merged migrations were compared with: "main"; empty: nothing
  std::string runner;  // name
};

}  // namespace hoglint

#endif  // HOGLINT_LINT_RUN_REPORT_H_
