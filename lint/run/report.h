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
};

struct Report {
  std::vector<Finding> findings;  // sorted: migration order, place, rule
  std::vector<NotChecked> not_checked;
  Summary summary;
  std::string base;    // what the merged migrations were compared with: "main"; empty: nothing
  std::string runner;  // name
};

}  // namespace hoglint

#endif  // HOGLINT_LINT_RUN_REPORT_H_
