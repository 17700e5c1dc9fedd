// Which casts PostgreSQL makes where they are written, and what ALTER COLUMN ... TYPE makes of
// USING.
#ifndef HOGLINT_LINT_FACTS_WRITTEN_CAST_H_
#define HOGLINT_LINT_FACTS_WRITTEN_CAST_H_

#include <optional>

#include "lint/facts/statement_facts.h"
#include "lint/locks/type_change.h"

namespace hoglint {

// PostgreSQL's own casts between types that are no strings and that need to be written (pg_cast
// with castcontext e that 14 to 18 all have; 18 has more, of bytea).
[[nodiscard]] bool HasWrittenCast(const BaseType& from, const BaseType& to);

// True when value::to is refused for certain (42846), since there is no cast at all. False when
// there is one in some version, and when a type is not known well enough.
[[nodiscard]] bool LacksWrittenCast(const TypeName& from, const TypeName& to,
                                    const StatementFacts& facts);

// A cast that USING needs and that PostgreSQL does not make.
struct MissingCast {
  TypeName from;
  TypeName to;
  bool written =
      false;  // in USING (42846); else what USING computes is not of the new type (42804)
};
// Of an ALTER COLUMN ... TYPE with USING that casts the column and does nothing else to it; absent
// where nothing is missing for certain.
[[nodiscard]] std::optional<MissingCast> MissingCastOf(const AlterTable& alter,
                                                       const AlterTableAction& action,
                                                       const StatementFacts& facts);

}  // namespace hoglint

#endif  // HOGLINT_LINT_FACTS_WRITTEN_CAST_H_
