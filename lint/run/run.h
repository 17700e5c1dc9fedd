// Run: facts in, report out. Selects rules, calls them along the fold, sorts and counts.
#ifndef HOGLINT_LINT_RUN_RUN_H_
#define HOGLINT_LINT_RUN_RUN_H_

#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string>

#include "lint/facts/fold.h"
#include "lint/rule/rule.h"
#include "lint/run/report.h"
#include "lint/run/selection.h"
#include "lint/run/small_tables.h"

namespace hoglint {

struct RunOptions {
  Runner runner = kPerFileRunner;
  ServerOptions server;
  bool all = false;  // lint merged migrations too, each its own batch
  Selection selection;
  std::string base;  // shown in the report
  // Milliseconds since 1970; absent: nothing is taken to be in the future.
  std::optional<std::int64_t> now = std::nullopt;
  bool squawk_comments = false;         // squawk's comments suppress as hoglint's do
  std::set<std::string> baseline = {};  // fingerprints of what is known and not reported
  // Where all tables of a statement are small, findings about its locks come down a level.
  SizeOptions sizes = {};
  Level fail_on = Level::kError;  // said in the report; kOff: findings never fail
};

// Lints the workspace with the given rules. A syntax error is a finding of the rule "syntax-error".
[[nodiscard]] Report Run(const Workspace& workspace, const Sources& sources,
                         std::span<const Rule* const> rules, const RunOptions& options);

}  // namespace hoglint

#endif  // HOGLINT_LINT_RUN_RUN_H_
