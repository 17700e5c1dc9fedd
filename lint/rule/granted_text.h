// What findings say of privileges that go: whose they are, and how they are granted again.
#ifndef HOGLINT_LINT_RULE_GRANTED_TEXT_H_
#define HOGLINT_LINT_RULE_GRANTED_TEXT_H_

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lint/facts/granted.h"
#include "lint/rule/finding.h"
#include "lint/rule/rule.h"

namespace hoglint {

// "app_rw and reporting", each once, in the order of the files; PUBLIC as SQL has it.
[[nodiscard]] std::string RolesOf(std::span<const Granted> grants);

// The statements that grant it on the object ("users", "FUNCTION f(text)"), in the order of the
// files.
[[nodiscard]] std::vector<std::string> GrantsOn(std::string_view object,
                                                std::span<const Granted> grants);

// What it grants on, as SQL: "users, posts", "SCHEMA app", "FUNCTION f(text)".
[[nodiscard]] std::string ObjectsOf(const Grant& grant, const StatementFacts& facts);

// Points to the last of the GRANTs; nothing when there are none.
void AddGranted(Finding& finding, std::span<const Granted> grants);

// A view takes the place of the table, and those who could use the table may not use it: one
// finding, a warning. Nothing where they may, or nobody was granted anything.
void ReportUngrantedView(const ObjectName& table, const Statement& view,
                         const StatementFacts& facts, Findings& findings);

}  // namespace hoglint

#endif  // HOGLINT_LINT_RULE_GRANTED_TEXT_H_
