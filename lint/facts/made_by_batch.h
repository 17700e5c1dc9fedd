// What cannot be done by hand before the deploy, since the deploy itself makes what it needs.
#ifndef HOGLINT_LINT_FACTS_MADE_BY_BATCH_H_
#define HOGLINT_LINT_FACTS_MADE_BY_BATCH_H_

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lint/facts/statement_facts.h"

namespace hoglint {

// The columns that the index holds or asks for.
[[nodiscard]] std::vector<std::string> ColumnsOf(const CreateIndex& create);

// What the batch has to do before an index over those columns can be built: "added the column".
// Empty: nothing, it can be built before the deploy. An index that is there when a column changes
// its type is built anew under that lock, or makes the change fail.
[[nodiscard]] std::string_view MadeByBatch(const ObjectName& table,
                                           std::span<const std::string> columns,
                                           const StatementFacts& facts);

}  // namespace hoglint

#endif  // HOGLINT_LINT_FACTS_MADE_BY_BATCH_H_
