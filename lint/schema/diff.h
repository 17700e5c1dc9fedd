// Drift: the differences between two catalogues.
#ifndef HOGLINT_LINT_SCHEMA_DIFF_H_
#define HOGLINT_LINT_SCHEMA_DIFF_H_

#include <cstdint>
#include <memory>
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
  QualifiedName relation;  // the table, view, enum or sequence; of a schema the name is empty
  std::string part;        // column, constraint, index or policy; empty for the relation itself
  std::string expected;    // printable; empty when missing there
  std::string actual;

  auto operator<=>(const Difference&) const = default;
};

// The relation as it is displayed, a schema by its own name: `users`, `app.users`, `app`.
[[nodiscard]] std::string RelationText(const Difference& difference);

struct DiffOptions {
  // False: a side cannot hold them, as Drizzle's snapshots of some versions.
  bool views = true;
  bool sequences = true;
  bool policies = true;
  // NOT ENFORCED, DEFERRABLE, MATCH FULL, the columns of ON DELETE SET: what a snapshot cannot
  // hold.
  bool constraint_details = true;

  bool operator==(const DiffOptions&) const = default;
};

// Differences of `actual` against `expected`, sorted; empty when they agree. Assumed relations on
// either side, and columns of unknown type, are not compared.
[[nodiscard]] std::vector<Difference> Diff(const Catalogue& expected, const Catalogue& actual,
                                           const DiffOptions& options);

// Diff of catalogues that follow one another on both sides: relations that neither side has changed
// since the last call are not compared again.
class DiffSeries {
 public:
  // What Diff(expected, actual, options) returns.
  [[nodiscard]] std::vector<Difference> Next(const Catalogue& expected, const Catalogue& actual,
                                             const DiffOptions& options);

 private:
  friend class CatalogueComparison;

  // A relation, by its name, and how it came out.
  struct Compared {
    QualifiedName name;
    // Both sides' relations, the indexes and the tables that they refer to. Kept alive, so that
    // one of the same address is the same one.
    std::vector<std::shared_ptr<const Relation>> of;
    std::vector<Difference> found;
  };

  std::vector<Compared> compared_;  // in the order of their names
  DiffOptions options_;
};

}  // namespace hoglint

#endif  // HOGLINT_LINT_SCHEMA_DIFF_H_
