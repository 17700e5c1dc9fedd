#include "lint/rule/deferred_drop_text.h"

#include <fmt/format.h>

#include <cstddef>

#include "lint/facts/drizzle_folder.h"

namespace hoglint {

std::string DeferredDropComment(std::string_view what) {
  return fmt::format(
      "-- hoglint: allow-file snapshot-differs-from-sql the {} is dropped in a later deploy", what);
}

bool IsGeneratedDrop(const QualifiedName& table, std::string_view column,
                     const StatementFacts& facts) {
  if (facts.track.drizzle == nullptr) return false;
  const auto position = static_cast<std::size_t>(&facts.migration - facts.track.migrations.data());
  const Snapshot* snapshot = facts.track.drizzle->SnapshotOf(position);
  if (snapshot == nullptr || snapshot->is_stub || !snapshot->schema) return false;
  const Relation* relation = snapshot->schema->catalogue.Find(table);
  return relation == nullptr || (!column.empty() && relation->FindColumn(column) == nullptr);
}

}  // namespace hoglint
