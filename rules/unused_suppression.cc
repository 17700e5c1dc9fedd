// unused-suppression: a comment allows what no rule reports there.
#include <fmt/format.h>

#include "lint/rule/rule.h"
#include "lint/rule/suppression.h"

namespace hoglint::rules {
namespace {

void Check(const SuppressionFacts& facts, Findings& findings) {
  const Suppression& suppression = facts.suppression;
  if (!suppression.problem.empty() || suppression.foreign) return;
  for (const AllowedRule& rule : suppression.rules) {
    if (rule.state != AllowedRuleState::kUnused) continue;
    Finding& finding =
        findings.Add(rule.span, fmt::format("allows {}, which finds nothing {}", rule.id,
                                            suppression.whole_file ? "in this file" : "there"));
    finding.subject = rule.id;
    finding.effect =
        "it would hide the next finding of that rule in its place, which nobody has looked at";
    finding.remedy = suppression.whole_file
                         ? "take it out"
                         : "take it out, or move it directly above the statement it is meant for";
  }
}

}  // namespace

extern const Rule unused_suppression{
    .id = "unused-suppression",
    .family = Family::kConvention,
    .level = Level::kNote,
    .since = "0.1",
    .summary = "A comment allows what no rule finds there",
    .effect =
        "Either the hazard is gone and the comment was left behind, or the comment stands in "
        "the wrong place. Left there, it hides what a later edit brings.",
    .remedy =
        "Take it out. A comment holds for the statement that it stands in or at the end of, "
        "else for the next one.",
    .manual = "",
    .check = SuppressionCheck{Check},
};

}  // namespace hoglint::rules
