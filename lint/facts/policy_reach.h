// Policies that let every role write every row.
#ifndef HOGLINT_LINT_FACTS_POLICY_REACH_H_
#define HOGLINT_LINT_FACTS_POLICY_REACH_H_

#include "lint/facts/statement_facts.h"

namespace hoglint {

// The statement makes a permissive policy for every role whose condition is true for every row.
[[nodiscard]] bool LetsAllWrite(const CreatePolicy& create);

// The statement makes such a policy of one that the files created and that was none.
[[nodiscard]] bool LetsAllWriteFromNowOn(const AlterPolicy& alter, const StatementFacts& facts);

}  // namespace hoglint

#endif  // HOGLINT_LINT_FACTS_POLICY_REACH_H_
