#include "lint/run/active_rule.h"

#include <algorithm>

namespace hoglint {

std::vector<ActiveRule> SelectRules(std::span<const Rule* const> rules,
                                    const Selection& selection) {
  std::vector<ActiveRule> active;
  for (const Rule* rule : rules) {
    if (!selection.IsOnSomewhere(*rule)) continue;
    active.push_back(
        {rule, Findings(rule->id.view(), rule->level), selection.SetsOptionsOf(*rule)});
  }
  return active;
}

void UseSettings(ActiveRule& active, const Selection& selection, std::string_view path) {
  if (!active.has_settings) return;
  active.settings = selection.OptionsOf(*active.rule, path);
  active.findings.Use(RuleSettings(active.settings));
}

Level EffectiveLevel(Level found, const Rule& rule, Level chosen) {
  if (found < rule.level) return std::min(found, chosen);
  if (chosen == rule.level) return found;
  return chosen;
}

}  // namespace hoglint
