// CREATE INDEX as a remedy writes it: the statement of the file with other words in it; and what
// takes its place on a partitioned table.
#ifndef HOGLINT_LINT_RULE_INDEX_TEXT_H_
#define HOGLINT_LINT_RULE_INDEX_TEXT_H_

#include <string>
#include <string_view>

#include "lint/facts/statement_facts.h"

namespace hoglint {

// "CREATE INDEX IF NOT EXISTS i ON t (a);": the statement with `words` between INDEX and the name.
[[nodiscard]] std::string CreateIndexWith(const CreateIndex& create, std::string_view words,
                                          const StatementFacts& facts);

[[nodiscard]] bool IsPartitionedTable(const ObjectName& name, const StatementFacts& facts);

// How an index of a partitioned table is built without blocking: CONCURRENTLY is refused there
// (0A000; manual: sql-createindex, CONCURRENTLY).
[[nodiscard]] std::string PartitionedIndexRemedy(const CreateIndex& create,
                                                 const StatementFacts& facts);

}  // namespace hoglint

#endif  // HOGLINT_LINT_RULE_INDEX_TEXT_H_
