// Suppression: a comment of a migration by which its author allows what rules would report.
#ifndef HOGLINT_LINT_RULE_SUPPRESSION_H_
#define HOGLINT_LINT_RULE_SUPPRESSION_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lint/base/span.h"

namespace hoglint {

// What became of a rule that a suppression names.
enum class AllowedRuleState : std::uint8_t {
  kUnused,   // the rule ran and found nothing there
  kUsed,     // a finding of it is suppressed
  kOff,      // the rule did not run: nothing can be said
  kUnknown,  // no rule has that name
};

struct AllowedRule {
  std::string id;  // as written
  Span span;
  AllowedRuleState state = AllowedRuleState::kUnused;
};

// "-- hoglint: allow drop-column, drop-table nobody reads them".
struct Suppression {
  Span comment;  // with its -- or /* */
  // What it holds for: a finding that begins in here is suppressed.
  Span covers;
  bool whole_file = false;  // allow-file
  // Written for another linter (`compat` in the config): nobody has to justify it to hoglint.
  bool foreign = false;
  std::vector<AllowedRule> rules;
  std::string reason;   // empty: none is given
  std::string problem;  // why the comment suppresses nothing at all; empty when it may
};

// Const references, alive for the call of the rule only.
struct SuppressionFacts {
  const Suppression& suppression;
  std::span<const std::string_view> rule_ids;  // of all rules
};

}  // namespace hoglint

#endif  // HOGLINT_LINT_RULE_SUPPRESSION_H_
