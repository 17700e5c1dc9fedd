// What a statement does to a schema, as a text table: the tests read like documentation.
#ifndef HOGLINT_TESTS_LINT_LOCKS_EFFECTS_TEXT_H_
#define HOGLINT_TESTS_LINT_LOCKS_EFFECTS_TEXT_H_

#include <string>

#include "lint/locks/effects.h"

namespace hoglint::testing {

// One line for each relation: "users: ACCESS EXCLUSIVE, rewrite, scan, index build -- reason".
// "perhaps" marks a scan that a query's plan decides on, "assumed" the worst case. A statement that
// is not modelled ends with "not modelled: why". Problems of the schema are shown first.
std::string EffectsText(const std::string& schema, const std::string& statement,
                        const ServerOptions& server = {});
// The same without reasons, the relations on one line: "users: ACCESS EXCLUSIVE, scan; ...".
std::string ShortEffects(const std::string& schema, const std::string& statement,
                         const ServerOptions& server = {});

}  // namespace hoglint::testing

#endif  // HOGLINT_TESTS_LINT_LOCKS_EFFECTS_TEXT_H_
