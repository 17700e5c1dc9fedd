// The columns of a table, as its object or callback declares them with drizzle-orm's builders.
#ifndef HOGLINT_LINT_TYPESCRIPT_SCHEMA_COLUMNS_H_
#define HOGLINT_LINT_TYPESCRIPT_SCHEMA_COLUMNS_H_

#include <optional>
#include <string>
#include <string_view>

#include "lint/typescript/declared_schema.h"
#include "lint/typescript/schema_values.h"

namespace hoglint {

// A property's name as a column's, by the config's `casing`: "snake_case", "camelCase", "" for as
// it is.
[[nodiscard]] std::string CasedName(std::string_view property, std::string_view casing);

// Adds columns, their unique constraints and their references to a table. `columns` is the second
// argument of pgTable; `casing` is absent where the config computes it.
void ReadColumns(SchemaValues& values, const SchemaExpression& columns,
                 const std::optional<std::string>& casing, DeclaredTable& table);

// Adds what the third argument of pgTable says: indexes, keys, references.
void ReadExtras(SchemaValues& values, const SchemaExpression& extras, DeclaredTable& table);

}  // namespace hoglint

#endif  // HOGLINT_LINT_TYPESCRIPT_SCHEMA_COLUMNS_H_
