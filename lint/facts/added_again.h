// A column that one ALTER TABLE drops and adds again, as generated changes of a type do: a new
// column under an old name.
#ifndef HOGLINT_LINT_FACTS_ADDED_AGAIN_H_
#define HOGLINT_LINT_FACTS_ADDED_AGAIN_H_

#include <string>
#include <string_view>

#include "lint/sql/alter_table.h"

namespace hoglint {

// True when the statement drops a column of that name. PostgreSQL drops first, wherever it is
// written: what else the statement says of the name is about a new column.
[[nodiscard]] bool DropsColumnFirst(const AlterTable& alter, std::string_view column);

// A name for what stands beside a thing until it takes its place: x_new, x_new1 ... for x. It
// differs from that of the thing, and PostgreSQL does not cut it.
[[nodiscard]] std::string NameBeside(const std::string& name, int number = 0);
// The column's own name, or the one beside it where the statement drops a column of that name.
[[nodiscard]] std::string NameBesideDropped(const AlterTable& alter, const std::string& column);

}  // namespace hoglint

#endif  // HOGLINT_LINT_FACTS_ADDED_AGAIN_H_
