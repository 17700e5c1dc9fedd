// UPDATE and DELETE inside of another statement: WITH gone AS (DELETE ...) SELECT ..., and
// COPY (DELETE ... RETURNING *) TO ...
#ifndef HOGLINT_LINT_FACTS_NESTED_CHANGES_H_
#define HOGLINT_LINT_FACTS_NESTED_CHANGES_H_

#include <vector>

#include "lint/facts/statement_facts.h"

namespace hoglint {

struct NestedChange {
  // An Update or Delete. Its own span is its place in the file; of the spans inside of it nothing
  // can be said.
  Statement statement;
  // The rows may go on into an INSERT or UPDATE of the same statement: they are moved, not lost.
  bool may_be_kept = false;
};

// Those of the statement of the facts, in order, at any depth; not itself.
[[nodiscard]] std::vector<NestedChange> NestedChanges(const StatementFacts& facts);

// What is known of the nested statement as if it stood where the outer one does. Refers to both.
[[nodiscard]] StatementFacts FactsOfNested(const Statement& nested, const StatementFacts& outer);

}  // namespace hoglint

#endif  // HOGLINT_LINT_FACTS_NESTED_CHANGES_H_
