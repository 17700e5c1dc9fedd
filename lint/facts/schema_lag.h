// The declared schema of a track against its newest snapshot, or against its SQL where there is
// none: what drizzle-kit would generate now, as far as that is certain without running it.
#ifndef HOGLINT_LINT_FACTS_SCHEMA_LAG_H_
#define HOGLINT_LINT_FACTS_SCHEMA_LAG_H_

#include <vector>

#include "lint/base/source_file.h"
#include "lint/facts/declared_difference.h"
#include "lint/facts/runner.h"
#include "lint/facts/workspace.h"
#include "lint/journal/snapshot.h"

namespace hoglint {

struct SchemaLag {
  std::vector<DeclaredDifference> differences;
  // What was compared with; null: the SQL of the migrations.
  const Snapshot* snapshot = nullptr;
  const Migration* migration = nullptr;  // the snapshot's; null without one
};

// Nothing where the TypeScript was not read, or neither snapshots nor SQL tell a whole schema. Left
// out is what the SQL does though the snapshot does not know of it: that is another difference.
[[nodiscard]] SchemaLag SchemaLagOf(const Track& track, const Sources& sources,
                                    const Runner& runner);

// For a track without migrations: what its schema files declare, another track of the application
// migrates (drizzle.test.config.ts, for a database that is pushed to).
[[nodiscard]] bool AnotherMigrates(const Track& track, const std::vector<Track>& tracks);

}  // namespace hoglint

#endif  // HOGLINT_LINT_FACTS_SCHEMA_LAG_H_
