// What PostgreSQL itself brings along: functions, types and schemas that no file creates.
#ifndef HOGLINT_LINT_SCHEMA_BUILTINS_H_
#define HOGLINT_LINT_SCHEMA_BUILTINS_H_

#include <optional>
#include <span>
#include <string_view>

#include "lint/schema/catalogue.h"

namespace hoglint {

// The worst volatility of the overloads of a function of pg_catalog; absent: no such function.
[[nodiscard]] std::optional<Volatility> BuiltinVolatility(std::string_view function);
// The volatility of a call, by pg_proc for PostgreSQL's functions and by their declaration for
// those of the files.
[[nodiscard]] Volatility VolatilityOfCall(const Catalogue& catalogue, const FunctionCall& call);

// True for a type of pg_catalog by its internal name: int4, text, jsonb.
[[nodiscard]] bool IsBuiltinType(std::string_view name);
// pg_catalog, information_schema and pg_toast: never unknown, never changed by migrations.
[[nodiscard]] bool IsSystemSchema(std::string_view schema);
// True for a name that can only mean a system relation: pg_class, information_schema.tables.
[[nodiscard]] bool IsSystemRelation(const ObjectName& name);
// The types that a well-known extension creates (citext, vector ...); empty for others.
[[nodiscard]] std::span<const std::string_view> TypesOfExtension(std::string_view extension);
// True when one of those extensions creates a type of that name.
[[nodiscard]] bool IsExtensionType(std::string_view name);

}  // namespace hoglint

#endif  // HOGLINT_LINT_SCHEMA_BUILTINS_H_
