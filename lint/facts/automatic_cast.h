// Which type changes PostgreSQL makes by itself, and which it refuses without USING.
#ifndef HOGLINT_LINT_FACTS_AUTOMATIC_CAST_H_
#define HOGLINT_LINT_FACTS_AUTOMATIC_CAST_H_

#include "lint/facts/statement_facts.h"
#include "lint/locks/type_change.h"

namespace hoglint {

// True when ALTER COLUMN ... TYPE is refused for certain (42804), since no cast from the one type
// to the other applies by itself. False when it works, and when a type is not known well enough.
[[nodiscard]] bool LacksAutomaticCast(const TypeName& from, const TypeName& to,
                                      const StatementFacts& facts);

// The column that an ALTER COLUMN ... TYPE changes; null when its type is not known.
[[nodiscard]] const Column* ChangedColumn(const AlterTable& alter, const AlterTableAction& action,
                                          const StatementFacts& facts);

// True when the change is refused: no cast, or none for the column's default.
struct CastFailure {
  bool column = false;         // "column cannot be cast automatically": USING is missing
  bool default_value = false;  // "default for column cannot be cast automatically"

  [[nodiscard]] bool any() const { return column || default_value; }
};
[[nodiscard]] CastFailure FailureOfCast(const AlterTable& alter, const AlterTableAction& action,
                                        const StatementFacts& facts);

}  // namespace hoglint

#endif  // HOGLINT_LINT_FACTS_AUTOMATIC_CAST_H_
