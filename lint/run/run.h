// Run: facts in, report out. Selects rules, calls them along the fold, sorts and counts.
#ifndef HOGLINT_LINT_RUN_RUN_H_
#define HOGLINT_LINT_RUN_RUN_H_

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>

#include "lint/facts/fold.h"
#include "lint/rule/rule.h"
#include "lint/run/report.h"

namespace hoglint {

struct RunOptions {
  Runner runner = kPerFileRunner;
  ServerOptions server;
  bool all = false;                          // lint merged migrations too, each its own batch
  std::map<std::string, Level> rule_levels;  // by id; overrides the default level
  std::string base;                          // shown in the report
  // Milliseconds since 1970; absent: nothing is taken to be in the future.
  std::optional<std::int64_t> now = std::nullopt;
};

// Lints the workspace with the given rules. A syntax error is a finding of the rule "syntax-error".
[[nodiscard]] Report Run(const Workspace& workspace, const Sources& sources,
                         std::span<const Rule* const> rules, const RunOptions& options);

}  // namespace hoglint

#endif  // HOGLINT_LINT_RUN_RUN_H_
