// The schema of a database against what the applied migrations lead to.
#ifndef HOGLINT_LINT_DRIFT_SCHEMA_DRIFT_H_
#define HOGLINT_LINT_DRIFT_SCHEMA_DRIFT_H_

#include <memory>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "lint/drift/drift_report.h"
#include "lint/drift/expected_schema.h"
#include "lint/facts/ownership.h"
#include "lint/schema/catalogue.h"

namespace hoglint {

struct SchemaDriftInput {
  const ExpectedSchema& expected;
  const Catalogue& actual;
  std::span<const AppliedTrack> tracks;
  // Nothing of what they own is compared: their own migrations were not read.
  std::vector<const Ownership*> others = {};
  // What one of them owns is not known in full: extra tables may be its.
  bool others_may_have_more = false;
};

// What of a migration without a row is there.
struct UnappliedPresence {
  std::size_t track = 0;  // among the given ones
  std::string tag;
  Presence presence{};
  std::vector<std::string> there;
};

struct SchemaDrift {
  std::vector<DriftFinding> findings;
  std::vector<UnappliedPresence> unapplied;  // as ExpectedSchema has them
  std::vector<NotChecked> not_checked;       // what the files leave open, by its place
};

// The differences that count, of any two catalogues of which the second one is a database's: not
// the tables of ledgers, sequences of columns, partitions made at run time, what is in schemas that
// no track touches, and other spellings of one definition.
[[nodiscard]] std::vector<Difference> CountedDifferences(const Catalogue& expected,
                                                         const SchemaDriftInput& input);

[[nodiscard]] SchemaDrift CompareSchema(const SchemaDriftInput& input);

// "column email of users".
[[nodiscard]] std::string DriftObjectName(const Difference& difference);

}  // namespace hoglint

#endif  // HOGLINT_LINT_DRIFT_SCHEMA_DRIFT_H_
