// The words that rules share: names of things, lists, locks, and what the runner makes of "later".
#ifndef HOGLINT_LINT_RULE_WORDING_H_
#define HOGLINT_LINT_RULE_WORDING_H_

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lint/facts/statement_facts.h"
#include "lint/rule/finding.h"

namespace hoglint {

// The relation or type as messages and SQL name it: schema only where it is not public, quoted
// where SQL needs it.
[[nodiscard]] std::string ShownName(const ObjectName& name, const StatementFacts& facts);
[[nodiscard]] std::string ShownName(RelationId id, const StatementFacts& facts);

// "a", "a and b", "a, b and c".
[[nodiscard]] std::string JoinNames(std::span<const std::string> names);
// Column names as SQL lists them: "a, "B"".
[[nodiscard]] std::string ColumnList(std::span<const std::string> columns);

// Adds a second label at the place where the files made the thing; nothing when they did not.
void AddOrigin(Finding& finding, const Origin& origin, std::string_view message);

// When the locks of the statement end: "until the last pending migration has run". Empty when the
// statement commits by itself.
[[nodiscard]] std::string HeldUntil(const StatementFacts& facts);
// Where a statement has to go to run in a later transaction: "in the migration of a later deploy".
[[nodiscard]] std::string InLaterTransaction(const StatementFacts& facts);
// Why it has to go there; empty when the statement commits by itself.
[[nodiscard]] std::string WhyLater(const StatementFacts& facts);

// One line of a remedy that is SQL: renderers show it as it is and never wrap it.
[[nodiscard]] std::string SqlLine(std::string_view sql);

}  // namespace hoglint

#endif  // HOGLINT_LINT_RULE_WORDING_H_
