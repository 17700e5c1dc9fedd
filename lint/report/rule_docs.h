// What is said of the rules themselves: `hoglint rules`, `hoglint explain` and the generated pages
// under docs/rules. All of it comes from the rules' own values.
#ifndef HOGLINT_LINT_REPORT_RULE_DOCS_H_
#define HOGLINT_LINT_REPORT_RULE_DOCS_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "lint/base/result.h"
#include "lint/rule/rule.h"

namespace hoglint {

// The rule of that id. The error of an unknown id names the nearest one.
[[nodiscard]] Result<const Rule*> FindRule(std::string_view id, std::span<const Rule* const> rules);

// `hoglint rules`: one line for every rule, by family.
[[nodiscard]] std::string RenderRuleList(std::span<const Rule* const> rules, bool color);
// {"version": 1, "rules": [{"id", "family", "level", "since", "summary", "effect", "remedy", "url",
// "manual", "options"}]} and a newline.
[[nodiscard]] std::string RenderRuleListJson(std::span<const Rule* const> rules);

// `hoglint explain ID`: what, why and what to do, wrapped to `width` columns.
[[nodiscard]] std::string RenderRuleForTerminal(const Rule& rule, std::uint32_t width, bool color);

// The examples of a rule's page: its fixtures, and what hoglint prints on the bad one.
struct RuleExamples {
  std::string bad;
  std::string output;
  std::string good;
};
// docs/rules/<id>.md.
[[nodiscard]] std::string RenderRulePage(const Rule& rule, const RuleExamples& examples);
// docs/rules/README.md: for each family its heading and the table of its rules.
[[nodiscard]] std::string RenderRuleTable(std::span<const Rule* const> rules);
// README.md: one line for each family, by counts of rules at their default levels; `page` is where
// RenderRuleTable stands, as a link.
[[nodiscard]] std::string RenderFamilyTable(std::span<const Rule* const> rules,
                                            std::string_view page);

// Where the page of a rule is to be read.
[[nodiscard]] std::string RuleUrl(std::string_view id);
// The place in PostgreSQL's manual; empty when the rule names none.
[[nodiscard]] std::string ManualUrl(const Rule& rule);

}  // namespace hoglint

#endif  // HOGLINT_LINT_REPORT_RULE_DOCS_H_
