// Triggers of the history that give a column its value where an INSERT leaves it out.
#ifndef HOGLINT_LINT_FACTS_FILLING_TRIGGER_H_
#define HOGLINT_LINT_FACTS_FILLING_TRIGGER_H_

#include <string>

#include "lint/facts/statement_facts.h"

namespace hoglint {

// True where a BEFORE INSERT trigger of the table, made for each row, runs a PL/pgSQL function of
// the files that assigns NEW.<column>. It goes through the whole history: only for a statement that
// gives reason to.
[[nodiscard]] bool IsFilledByTrigger(const Relation& table, const std::string& column,
                                     const StatementFacts& facts);

}  // namespace hoglint

#endif  // HOGLINT_LINT_FACTS_FILLING_TRIGGER_H_
