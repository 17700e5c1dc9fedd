// Whether the end of a constraint or unique index takes a guarantee away, or whether something that
// the batch makes, or that is there already, guarantees the same.
#ifndef HOGLINT_LINT_FACTS_LOST_GUARANTEE_H_
#define HOGLINT_LINT_FACTS_LOST_GUARANTEE_H_

#include <cstdint>
#include <optional>

#include "lint/facts/statement_facts.h"

namespace hoglint {

// Primary keys and unique constraints: what ON CONFLICT finds.
[[nodiscard]] bool IsUnique(ConstraintKind kind);

// A statement that drops the table, or a column of the constraint: that is the hazard then.
[[nodiscard]] bool DropsGroundOf(const Constraint& dropped, const QualifiedName& table,
                                 const Statement& statement, const StatementFacts& facts);

// True where the constraint, which the statement drops, is not missed: this batch has added it, it
// was not enforced, something guarantees the same, or what it is of goes with it.
[[nodiscard]] bool IsMissedByNobody(const Constraint& dropped, const Relation& table,
                                    const StatementFacts& facts);

// What takes the place of a unique constraint without being found as it was; absent where nothing
// does. `place` is that of its name.
enum class WeakerKind : std::uint8_t {
  kDeferrable,  // ON CONFLICT of the columns finds it, and is refused (55000; measured)
  kIndex,       // ON CONFLICT of the columns works, ON CONFLICT ON CONSTRAINT does not (42704)
};
struct WeakerSuccessor {
  WeakerKind kind{};
  Span place;
};
[[nodiscard]] std::optional<WeakerSuccessor> WeakerSuccessorOf(const Constraint& dropped,
                                                               const Relation& table,
                                                               const StatementFacts& facts);

}  // namespace hoglint

#endif  // HOGLINT_LINT_FACTS_LOST_GUARANTEE_H_
