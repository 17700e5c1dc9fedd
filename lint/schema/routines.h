// Which function a statement means. Internal to lint/schema.
#ifndef HOGLINT_LINT_SCHEMA_ROUTINES_H_
#define HOGLINT_LINT_SCHEMA_ROUTINES_H_

#include <string>
#include <vector>

#include "lint/schema/apply_context.h"

namespace hoglint::apply {

// The types as a function's signature has them: without modifiers, which no function keeps.
[[nodiscard]] std::vector<std::string> SignatureOf(const Catalogue& catalogue,
                                                   const std::vector<TypeName>& arguments);

// The files' function that DROP, RENAME or SET SCHEMA of a function, procedure or routine means.
// Null when there is none, and with a conflict when several have the name and no arguments are
// written. `only_one`: where one function has the name, it is meant whatever arguments are written.
[[nodiscard]] const Function* FindRoutine(Context& context, ObjectKind kind,
                                          const ObjectReference& reference, bool only_one);

}  // namespace hoglint::apply

#endif  // HOGLINT_LINT_SCHEMA_ROUTINES_H_
