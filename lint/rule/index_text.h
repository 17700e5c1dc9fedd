// CREATE INDEX as a remedy writes it: the statement of the file with other words in it.
#ifndef HOGLINT_LINT_RULE_INDEX_TEXT_H_
#define HOGLINT_LINT_RULE_INDEX_TEXT_H_

#include <string>
#include <string_view>

#include "lint/facts/statement_facts.h"

namespace hoglint {

// "CREATE INDEX IF NOT EXISTS i ON t (a);": the statement with `words` between INDEX and the name.
[[nodiscard]] std::string CreateIndexWith(const CreateIndex& create, std::string_view words,
                                          const StatementFacts& facts);

}  // namespace hoglint

#endif  // HOGLINT_LINT_RULE_INDEX_TEXT_H_
