// What of PostgreSQL's own functions and casts depends on more than its arguments: on settings such
// as TimeZone and DateStyle, on the clock, or on names in the catalogue. The same from 14 to 18
// (pg_proc, pg_cast, pg_operator, and what CREATE INDEX says: immutability_test). Internal to
// lint/schema.
#ifndef HOGLINT_LINT_SCHEMA_MUTABLE_BUILTINS_H_
#define HOGLINT_LINT_SCHEMA_MUTABLE_BUILTINS_H_

#include <string_view>
#include <vector>

namespace hoglint::apply {

// A type as pg_type names it, or one of those below; of static storage. Empty: any other.
using BuiltinType = std::string_view;
inline constexpr BuiltinType kEnum = "enum";        // of the files
inline constexpr BuiltinType kArray = "[]";         // of whatever
inline constexpr BuiltinType kUntyped = "unknown";  // a string constant: takes what is wanted

// The type of pg_catalog of that name, as far as the functions below tell it from others.
[[nodiscard]] BuiltinType KnownType(std::string_view name);
// text, varchar or char.
[[nodiscard]] bool IsString(BuiltinType type);

// The cast is not immutable. A constant's is made once, and is.
[[nodiscard]] bool IsMutableCast(BuiltinType from, BuiltinType to);
// One is timestamptz and the other has no time zone: the session's lies between them.
[[nodiscard]] bool MixesTimeZones(BuiltinType left, BuiltinType right);
// The call of a function of pg_catalog is not immutable, with arguments of these types. False also
// for what PostgreSQL refuses for another reason, such as an aggregate.
[[nodiscard]] bool IsMutableBuiltin(std::string_view function,
                                    const std::vector<BuiltinType>& arguments);

}  // namespace hoglint::apply

#endif  // HOGLINT_LINT_SCHEMA_MUTABLE_BUILTINS_H_
