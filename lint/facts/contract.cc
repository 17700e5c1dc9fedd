#include "lint/facts/contract.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <vector>

#include "lint/facts/code_uses.h"
#include "lint/facts/drizzle_folder.h"
#include "lint/journal/analysis.h"

namespace hoglint {
namespace {

// True for a migration that was applied before the batch: one in front of its first, and every
// merged one where the new migrations make up the batch.
bool IsBefore(const Migration& migration, const StatementFacts& facts) {
  const Migration* first = facts.batch.statements.front().migration;
  return &migration < first || (migration.merged && !first->merged);
}

// Snapshots of a branch of drizzle-kit 1.0 (v8, v9) do not know their siblings.
bool HasBranches(const DrizzleFolder& folder) {
  return std::ranges::any_of(folder.snapshots, [](const Snapshot& snapshot) {
    return snapshot.version == "8" || snapshot.version == "9";
  });
}

bool Declares(const SnapshotSchema& schema, const QualifiedName& table, std::string_view column) {
  const Relation* relation = schema.catalogue.Find(table);
  if (relation == nullptr) return false;
  return column.empty() || relation->FindColumn(column) != nullptr;
}

}  // namespace

ContractPhase DeclaredBefore(const QualifiedName& table, std::string_view column,
                             const StatementFacts& facts) {
  if (facts.track.drizzle == nullptr) return {};
  const DrizzleFolder& folder = *facts.track.drizzle;
  if (folder.snapshots.empty()) return {};
  std::vector<bool> trusted;
  if (HasBranches(folder)) trusted = KnowAllBefore(folder.snapshots);
  std::optional<std::size_t> withdrawn;  // the earliest migration known not to declare it
  for (std::size_t i = facts.track.migrations.size(); i > 0; --i) {
    if (!IsBefore(facts.track.migrations[i - 1], facts)) continue;
    const Snapshot* snapshot = folder.SnapshotOf(i - 1);
    if (snapshot == nullptr || snapshot->is_stub || !snapshot->schema) continue;
    const auto at = static_cast<std::size_t>(snapshot - folder.snapshots.data());
    if (!trusted.empty() && !trusted[at]) continue;
    if (Declares(*snapshot->schema, table, column)) {
      if (!withdrawn) return {Declaration::kDeclared, facts.track.migrations[i - 1].tag};
      return {Declaration::kWithdrawn, facts.track.migrations[*withdrawn].tag};
    }
    withdrawn = i - 1;
  }
  // On a branch the older snapshots were not read here.
  const NameUses* uses = withdrawn ? FindUses(facts.track, table, column) : nullptr;
  if (uses == nullptr || uses->withdrawn_since.empty()) return {};
  return {Declaration::kWithdrawn, uses->withdrawn_since};
}

}  // namespace hoglint
