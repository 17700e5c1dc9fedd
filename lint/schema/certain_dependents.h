// Which views and policies depend on a column for certain. Internal to lint/schema.
#ifndef HOGLINT_LINT_SCHEMA_CERTAIN_DEPENDENTS_H_
#define HOGLINT_LINT_SCHEMA_CERTAIN_DEPENDENTS_H_

#include <string>

#include "lint/schema/catalogue.h"

namespace hoglint::apply {

// Whether the view or policy is certain to depend on the column: what a nested query names cannot
// always be told apart. True for every other object.
[[nodiscard]] bool IsCertainDependent(const Catalogue& catalogue, RelationId relation,
                                      const std::string& column, RelationId dependent,
                                      const std::string& policy);

}  // namespace hoglint::apply

#endif  // HOGLINT_LINT_SCHEMA_CERTAIN_DEPENDENTS_H_
