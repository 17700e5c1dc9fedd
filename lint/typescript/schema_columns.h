// The columns of a table, as its object or callback declares them with drizzle-orm's builders.
#ifndef HOGLINT_LINT_TYPESCRIPT_SCHEMA_COLUMNS_H_
#define HOGLINT_LINT_TYPESCRIPT_SCHEMA_COLUMNS_H_

#include <string>
#include <string_view>

#include "lint/typescript/declared_schema.h"
#include "lint/typescript/schema_settings.h"
#include "lint/typescript/schema_values.h"

namespace hoglint {

// A property's name as a column's, by the config's `casing`: "snake_case", "camelCase", "" for as
// it is.
[[nodiscard]] std::string CasedName(std::string_view property, std::string_view casing);

// Adds columns, their unique constraints and their references to a table. `columns` is the second
// argument of pgTable.
void ReadColumns(SchemaValues& values, const SchemaExpression& columns,
                 const SchemaSettings& settings, DeclaredTable& table);

// Takes on what `.references()` and `foreignKey()` say of ON DELETE and ON UPDATE: a text, or
// something that is computed.
void SetAction(SchemaValues& values, std::string_view method, const SchemaExpression& action,
               DeclaredReference& reference);

// Adds what the third argument of pgTable says: indexes, keys, references, checks.
void ReadExtras(SchemaValues& values, const SchemaExpression& extras, DeclaredTable& table);

}  // namespace hoglint

#endif  // HOGLINT_LINT_TYPESCRIPT_SCHEMA_COLUMNS_H_
