// What a remedy says of a DROP that drizzle-kit generated and that has to wait for a later deploy:
// left out of the SQL, it makes the migration and its snapshot differ on purpose.
#ifndef HOGLINT_LINT_RULE_DEFERRED_DROP_TEXT_H_
#define HOGLINT_LINT_RULE_DEFERRED_DROP_TEXT_H_

#include <string>
#include <string_view>

#include "lint/facts/statement_facts.h"

namespace hoglint {

// The comment that says so to snapshot-differs-from-sql, for the top of the file. `what`: "table".
[[nodiscard]] std::string DeferredDropComment(std::string_view what);

// True when the snapshot of the statement's own migration does not declare the table, or with
// `column` that column of it: drizzle-kit wrote the DROP. False where that is not known.
[[nodiscard]] bool IsGeneratedDrop(const QualifiedName& table, std::string_view column,
                                   const StatementFacts& facts);

}  // namespace hoglint

#endif  // HOGLINT_LINT_RULE_DEFERRED_DROP_TEXT_H_
