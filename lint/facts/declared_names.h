// The names of what TypeScript declares, as the database has them.
#ifndef HOGLINT_LINT_FACTS_DECLARED_NAMES_H_
#define HOGLINT_LINT_FACTS_DECLARED_NAMES_H_

#include <string>
#include <string_view>

#include "lint/schema/catalogue.h"
#include "lint/typescript/declared_schema.h"

namespace hoglint {

// The catalogue's key of a declared name.
[[nodiscard]] QualifiedName KeyOf(const DeclaredName& name);

// Whether an import is of the package: "@hogsend/db", "@hogsend/db/schema".
[[nodiscard]] bool IsOfPackage(std::string_view module, std::string_view package);

// "createdAt" -> "created_at", as drizzle-orm's `casing: "snake_case"` does.
[[nodiscard]] std::string SnakeCase(std::string_view property);

// The column that a declared one means, also where the config's `casing` makes its name; null when
// there is none.
[[nodiscard]] const Column* FindDeclared(const Relation& table, const DeclaredColumn& column);

}  // namespace hoglint

#endif  // HOGLINT_LINT_FACTS_DECLARED_NAMES_H_
