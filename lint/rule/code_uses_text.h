// What rules say about code that still names what a migration takes away.
#ifndef HOGLINT_LINT_RULE_CODE_USES_TEXT_H_
#define HOGLINT_LINT_RULE_CODE_USES_TEXT_H_

#include <string>
#include <string_view>

#include "lint/facts/statement_facts.h"
#include "lint/rule/finding.h"

namespace hoglint {

// True where code names the column, or with `column` empty the table or view, for certain.
[[nodiscard]] bool IsUsedByCode(const QualifiedName& table, std::string_view column,
                                const StatementFacts& facts);

// Lists the first five places under the finding, and ends its effect with their number, or with
// what the search came to. Nothing where no code was searched.
void AddCodeUses(const QualifiedName& table, std::string_view column, const StatementFacts& facts,
                 Finding& finding);

// "; main still names it in src/users.ts:12 and 2 more places": for one that becomes the label of
// another finding. Empty where there is none.
[[nodiscard]] std::string CodeUsesLabel(const QualifiedName& table, std::string_view column,
                                        const StatementFacts& facts);

}  // namespace hoglint

#endif  // HOGLINT_LINT_RULE_CODE_USES_TEXT_H_
