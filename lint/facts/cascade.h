// What goes along with a dropped object: found by applying the statement to a copy of the
// catalogue.
#ifndef HOGLINT_LINT_FACTS_CASCADE_H_
#define HOGLINT_LINT_FACTS_CASCADE_H_

#include <string>
#include <vector>

#include "lint/facts/statement_facts.h"

namespace hoglint {

// The objects of others that disappear with what the statement names: "view v", "foreign key
// a_b_fk of posts", "column users.mood"; of an altered table also its own policies, triggers and
// generated columns that depend on a dropped column. Not the parts of what is named: indexes, owned
// sequences, constraints, what the batch has created, and what is on tables that it drops as well.
// In the order of names; empty when nothing is known to go.
[[nodiscard]] std::vector<std::string> TakenAlong(const StatementFacts& facts);

// The same as the end of a sentence: "; CASCADE also drops a, b and 3 more"; empty when nothing is
// known to go.
[[nodiscard]] std::string CascadeText(const StatementFacts& facts);

}  // namespace hoglint

#endif  // HOGLINT_LINT_FACTS_CASCADE_H_
