// Indexes, keys and checks of one table, as TypeScript declares them and as the migrations made
// them. Private to lint/facts.
#ifndef HOGLINT_LINT_FACTS_DECLARED_KEY_DIFFERENCE_H_
#define HOGLINT_LINT_FACTS_DECLARED_KEY_DIFFERENCE_H_

#include <vector>

#include "lint/facts/declared_difference.h"

namespace hoglint {

struct KeyComparison {
  const DeclaredTable& table;
  const Relation& relation;  // the same table
  const Catalogue& known;
  const DeclaredCompareOptions& options;
};

// What is declared and missing, or otherwise; then what is gone.
[[nodiscard]] std::vector<DeclaredDifference> CompareKeys(const KeyComparison& comparison);

// Another's, that must not be generated.
[[nodiscard]] bool IsOwners(const DeclaredCompareOptions& options, const QualifiedName& name);

}  // namespace hoglint

#endif  // HOGLINT_LINT_FACTS_DECLARED_KEY_DIFFERENCE_H_
