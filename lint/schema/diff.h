// Drift: the differences between two catalogues.
#ifndef HOGLINT_LINT_SCHEMA_DIFF_H_
#define HOGLINT_LINT_SCHEMA_DIFF_H_

#include <cstdint>
#include <string>
#include <vector>

#include "lint/schema/catalogue.h"

namespace hoglint {

enum class DifferenceKind : std::uint8_t { kMissing, kExtra, kChanged };

// What is compared; objects that one side cannot know are left out by its reader, not here.
enum class DifferenceObject : std::uint8_t {
  kSchema,
  kTable,
  kView,
  kColumn,
  kColumnType,
  kNullability,
  kDefault,
  kIdentity,
  kGenerated,
  kConstraint,
  kConstraintValidated,
  kIndex,
  kIndexDefinition,
  kEnum,
  kEnumValues,
  kSequence,
  kPolicy,
  kRowSecurity,
};

struct Difference {
  DifferenceKind kind{};
  DifferenceObject object{};
  QualifiedName relation;  // the table, view, enum or sequence
  std::string part;        // column, constraint, index or policy; empty for the relation itself
  std::string expected;    // printable; empty when missing there
  std::string actual;

  auto operator<=>(const Difference&) const = default;
};

struct DiffOptions {
  // Drizzle snapshots name neither the indexes behind constraints nor sequences behind serial
  // columns, and hold a column's unique flag; such sides set these to false.
  bool constraint_names = true;
  bool defaults = true;
  bool views = true;
  bool sequences = true;
  bool policies = true;
};

// Differences of `actual` against `expected`, sorted; empty when they agree. Assumed relations on
// either side, and columns of unknown type, are not compared.
[[nodiscard]] std::vector<Difference> Diff(const Catalogue& expected, const Catalogue& actual,
                                           const DiffOptions& options);

}  // namespace hoglint

#endif  // HOGLINT_LINT_SCHEMA_DIFF_H_
