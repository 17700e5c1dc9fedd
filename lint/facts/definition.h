// What a CREATE would make if its name were free: to compare it with what is there.
#ifndef HOGLINT_LINT_FACTS_DEFINITION_H_
#define HOGLINT_LINT_FACTS_DEFINITION_H_

#include <optional>

#include "lint/facts/statement_facts.h"

namespace hoglint {

// The relation that a CREATE TABLE or CREATE VIEW describes, made in a copy of the catalogue under
// another name, which constraints' names may follow. Absent when it cannot be followed.
[[nodiscard]] std::optional<Relation> Described(const StatementFacts& facts);

}  // namespace hoglint

#endif  // HOGLINT_LINT_FACTS_DEFINITION_H_
