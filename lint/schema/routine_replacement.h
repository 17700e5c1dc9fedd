// The function that CREATE FUNCTION makes, and what keeps it from replacing the one that is there.
// Internal to lint/schema.
#ifndef HOGLINT_LINT_SCHEMA_ROUTINE_REPLACEMENT_H_
#define HOGLINT_LINT_SCHEMA_ROUTINE_REPLACEMENT_H_

#include "lint/schema/apply_context.h"

namespace hoglint::apply {

// The function as the catalogue holds it. One that is made under a condition has no names, no
// defaults and no result: another branch may have made it with others.
[[nodiscard]] Function FunctionOf(Context& context, const CreateFunction& create);

// The parameters do not go together, or not with the result. Reports the conflict.
bool IsSignatureWrong(Context& context, const CreateFunction& create);

// OR REPLACE of `before`, which has the same argument types, is refused. Reports the conflict.
bool CannotReplace(Context& context, const Function& before, const Function& after,
                   const Span& span);

}  // namespace hoglint::apply

#endif  // HOGLINT_LINT_SCHEMA_ROUTINE_REPLACEMENT_H_
