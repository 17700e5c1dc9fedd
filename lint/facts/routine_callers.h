// What callers of a function meet where a batch drops it and creates another one of its name.
#ifndef HOGLINT_LINT_FACTS_ROUTINE_CALLERS_H_
#define HOGLINT_LINT_FACTS_ROUTINE_CALLERS_H_

#include <optional>
#include <string>
#include <vector>

#include "lint/facts/statement_facts.h"

namespace hoglint {

struct CallersLoss {
  bool calls = false;                // a number of arguments that the old one took is refused
  std::vector<std::string> columns;  // of its result, which the new one's lacks
  Span place;                        // of the new one's name
};

// Absent where calls go on as before, as far as numbers of arguments and names of columns tell:
// types are not compared, since PostgreSQL converts many of them. Also absent where the files do
// not tell which function the statement drops, or where the batch makes several of that name.
[[nodiscard]] std::optional<CallersLoss> LossOfCallers(const ObjectReference& dropped,
                                                       const StatementFacts& facts);

}  // namespace hoglint

#endif  // HOGLINT_LINT_FACTS_ROUTINE_CALLERS_H_
