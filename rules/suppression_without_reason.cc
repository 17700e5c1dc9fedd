// suppression-without-reason: a comment allows a finding and does not say why that is safe.
#include <fmt/format.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "lint/rule/rule.h"
#include "lint/rule/suppression.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

constexpr std::array kOptions{
    RuleOption{.name = "reason",
               .type = OptionType::kText,
               .summary = "What a reason has to look like, as where it must name a ticket",
               .example = R"("*OPS-*")"}};

// What is wrong with the reason; empty: nothing.
std::string Wrong(const Suppression& suppression, std::string_view pattern) {
  if (suppression.reason.empty()) return "without a reason";
  if (pattern.empty() || PatternFits(pattern, suppression.reason)) return {};
  return fmt::format("with a reason that does not look like '{}'", pattern);
}

void Check(const SuppressionFacts& facts, Findings& findings) {
  const Suppression& suppression = facts.suppression;
  if (!suppression.problem.empty() || suppression.foreign) return;
  const std::string_view pattern = findings.settings().Text(kOptions[0]);
  const std::string wrong = Wrong(suppression, pattern);
  if (wrong.empty()) return;
  std::vector<std::string> ids;
  for (const AllowedRule& rule : suppression.rules) ids.push_back(rule.id);
  Finding& finding =
      findings.Add(suppression.comment, fmt::format("allows {} {}", JoinNames(ids), wrong));
  finding.subject = fmt::format("{}", fmt::join(ids, ","));
  finding.effect =
      "a reviewer cannot tell whether the hazard was thought through or only made to go away";
  finding.remedy =
      fmt::format("say behind the rules why it is safe here:\n    -- hoglint: {} {} ...",
                  suppression.whole_file ? "allow-file" : "allow", fmt::join(ids, ", "));
  if (!pattern.empty()) finding.remedy += fmt::format("\nthe project wants it like '{}'", pattern);
}

}  // namespace

extern const Rule suppression_without_reason{
    .id = "suppression-without-reason",
    .family = Family::kConvention,
    .level = Level::kWarning,
    .since = "0.1",
    .summary = "A comment allows a finding and does not say why",
    .effect =
        "The finding is suppressed all the same. But who reads the migration cannot tell "
        "whether somebody knows that nothing reads the column any more, or only wanted the "
        "check to be green.",
    .remedy =
        "Say why behind the rules: `-- hoglint: allow drop-column nothing has read it since "
        "v2.3`.",
    .manual = "",
    .check = SuppressionCheck{Check},
    .options = kOptions,
};

}  // namespace hoglint::rules
