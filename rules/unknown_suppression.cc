// unknown-suppression: a comment is addressed to hoglint and cannot be understood, so that it
// suppresses nothing.
#include <fmt/format.h>

#include "lint/base/did_you_mean.h"
#include "lint/rule/rule.h"
#include "lint/rule/suppression.h"

namespace hoglint::rules {
namespace {

constexpr std::string_view kEffect = "the comment suppresses nothing, whatever its author meant";
constexpr std::string_view kRemedy =
    "name the rules by their ids, which hoglint rules lists:\n"
    "    -- hoglint: allow drop-column, drop-table why it is safe";

void Check(const SuppressionFacts& facts, Findings& findings) {
  const Suppression& suppression = facts.suppression;
  if (!suppression.problem.empty()) {
    Finding& finding = findings.Add(
        suppression.comment, "comment for hoglint is not understood: " + suppression.problem);
    finding.subject = "comment";
    finding.effect = kEffect;
    finding.remedy = kRemedy;
    return;
  }
  for (const AllowedRule& rule : suppression.rules) {
    if (rule.state != AllowedRuleState::kUnknown) continue;
    Finding& finding = findings.Add(rule.span, fmt::format("allows {}, which is no rule", rule.id));
    finding.subject = rule.id;
    finding.effect = kEffect;
    const auto meant = DidYouMean(rule.id, facts.rule_ids);
    finding.remedy = meant ? fmt::format("did you mean {}?", *meant) : std::string(kRemedy);
  }
}

}  // namespace

extern const Rule unknown_suppression{
    .id = "unknown-suppression",
    .family = Family::kConvention,
    .level = Level::kWarning,
    .since = "0.1",
    .summary = "A comment for hoglint names no rule that there is, or is not understood",
    .effect =
        "The comment suppresses nothing. Its author believes that a hazard was looked at and "
        "allowed, while hoglint still reports it, or would if it were there.",
    .remedy =
        "Above a statement or at its end: `-- hoglint: allow drop-column, drop-table why`. "
        "Before the first statement of a file: `-- hoglint: allow-file drop-column why`. "
        "`hoglint rules` lists the ids.",
    .manual = "",
    .check = SuppressionCheck{Check},
};

}  // namespace hoglint::rules
