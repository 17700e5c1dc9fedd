// Names and types as a statement spells them, before any catalogue has resolved them.
#ifndef HOGLINT_LINT_SQL_NAMES_H_
#define HOGLINT_LINT_SQL_NAMES_H_

#include <compare>
#include <string>
#include <vector>

#include "lint/base/span.h"

namespace hoglint {

// A catalogue key: an object by schema and name, both as PostgreSQL stores them (unquoted names
// lower-cased, at most 63 bytes). Printed by `ToString` with quotes where SQL needs them.
struct QualifiedName {
  std::string schema;
  std::string name;

  auto operator<=>(const QualifiedName&) const = default;
};

// An object as a statement names it. `schema` is empty when the name is not qualified: the
// catalogue resolves it through its search path.
struct ObjectName {
  std::string schema;
  std::string name;
  Span span;  // the name in the text, its qualification included; empty when it has no place
};

// "schema.name" with double quotes around parts that SQL would not read back as they are.
[[nodiscard]] std::string ToString(const QualifiedName& name);
// The same without the schema when it is empty or "public": what a message shows.
[[nodiscard]] std::string DisplayName(const QualifiedName& name);
// The identifier, double-quoted when SQL needs it (upper case, odd characters, reserved word).
[[nodiscard]] std::string QuoteIdentifier(const std::string& identifier);
// The identifier as PostgreSQL stores it: cut to 63 bytes, never inside a UTF-8 character.
[[nodiscard]] std::string TruncateIdentifier(std::string identifier);

// A type as a statement names it, with the parser's internal names: `integer` is int4 in
// pg_catalog, `varchar(20)` is varchar with modifier 20, `serial` stays serial (no schema).
struct TypeName {
  std::string schema;                  // empty when not qualified
  std::string name;                    // int4, varchar, timestamptz, serial, mood
  std::vector<std::string> modifiers;  // as written: {"10", "2"}; interval: decoded field words
  int array_dimensions = 0;            // text[][] has 2
  bool set_of = false;
  bool percent_type = false;  // column%TYPE: `name` is then the whole reference
  Span span;

  bool operator==(const TypeName& other) const {
    return schema == other.schema && name == other.name && modifiers == other.modifiers &&
           (array_dimensions > 0) == (other.array_dimensions > 0) && set_of == other.set_of;
  }
};

// The type as format_type() prints it with `public` and `pg_catalog` on the search path:
// "character varying(20)", "timestamp with time zone", "integer[]", "app.mood". Serial types give
// their integer type.
[[nodiscard]] std::string FormatType(const TypeName& type);
// True for serial, bigserial, smallserial and their serial2/4/8 spellings.
[[nodiscard]] bool IsSerial(const TypeName& type);

}  // namespace hoglint

#endif  // HOGLINT_LINT_SQL_NAMES_H_
