// The rules that a run asks, each with the options it has for the file it looks at.
#ifndef HOGLINT_LINT_RUN_ACTIVE_RULE_H_
#define HOGLINT_LINT_RUN_ACTIVE_RULE_H_

#include <span>
#include <string_view>
#include <vector>

#include "lint/rule/rule.h"
#include "lint/run/selection.h"

namespace hoglint {

// A rule that is on, with what it has found last.
struct ActiveRule {
  const Rule* rule;
  Findings findings;
  bool has_settings = false;   // the config sets one of its options somewhere
  OptionValues settings = {};  // for the file that it looks at
};

// The rules that are on for at least one file.
[[nodiscard]] std::vector<ActiveRule> SelectRules(std::span<const Rule* const> rules,
                                                  const Selection& selection);

// Gives the rule what its options are set to for the file of that shown path.
void UseSettings(ActiveRule& active, const Selection& selection, std::string_view path);

// The level of a finding of `found` where the user chose `chosen` for the rule. What the rule
// itself takes less seriously than usual is never raised by that.
[[nodiscard]] Level EffectiveLevel(Level found, const Rule& rule, Level chosen);

}  // namespace hoglint

#endif  // HOGLINT_LINT_RUN_ACTIVE_RULE_H_
