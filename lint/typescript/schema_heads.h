// What a chain of calls in a schema file declares: a table, an enum, a view, a column.
#ifndef HOGLINT_LINT_TYPESCRIPT_SCHEMA_HEADS_H_
#define HOGLINT_LINT_TYPESCRIPT_SCHEMA_HEADS_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "lint/typescript/declared_schema.h"
#include "lint/typescript/schema_values.h"

namespace hoglint {

enum class HeadKind : std::uint8_t {
  kNothing,  // no object of a database
  kTable,
  kEnum,
  kView,
  kMaterializedView,
  kMaybeTable,  // a function of another package, called with a name and columns
};

struct SchemaCasing {
  std::optional<std::string> text;  // "snake_case"; absent: computed
};

struct SchemaHead {
  HeadKind kind = HeadKind::kNothing;
  SchemaExpression call;             // with its arguments
  std::optional<DeclaredName> name;  // absent: computed
  std::vector<ChainCall> calls;      // what is called on it
  // How the names of its columns are made of the properties' (1.0); absent: as the config says.
  std::optional<SchemaCasing> casing;
};

[[nodiscard]] SchemaHead HeadOf(SchemaValues& values, const SchemaExpression& expression);

// What makes a column, by the call that its chain begins with.
struct ColumnHead {
  std::string builder;  // as DeclaredColumn has them
  std::string module;
  bool drizzle = false;                   // one of drizzle-orm's own
  std::optional<SchemaHead> enumeration;  // of an own enum
  // The function that customType() is given; its module null: no custom type.
  SchemaExpression custom;
};
[[nodiscard]] ColumnHead ColumnHeadOf(SchemaValues& values, const SchemaExpression& call);

// What `users.id` belongs to; by `() => users.id` or in foreignColumns.
[[nodiscard]] DeclaredReference ReferenceTo(SchemaValues& values, const SchemaExpression& column);

}  // namespace hoglint

#endif  // HOGLINT_LINT_TYPESCRIPT_SCHEMA_HEADS_H_
