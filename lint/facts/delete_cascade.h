// Which rows a DELETE takes along.
#ifndef HOGLINT_LINT_FACTS_DELETE_CASCADE_H_
#define HOGLINT_LINT_FACTS_DELETE_CASCADE_H_

#include <string>
#include <vector>

#include "lint/facts/statement_facts.h"

namespace hoglint {

// The tables whose rows ON DELETE CASCADE deletes with rows of that one, and with theirs in turn,
// as messages name them and the nearest first; without those that the batch has made.
[[nodiscard]] std::vector<std::string> TablesOfCascade(const ObjectName& table,
                                                       const StatementFacts& facts);

}  // namespace hoglint

#endif  // HOGLINT_LINT_FACTS_DELETE_CASCADE_H_
