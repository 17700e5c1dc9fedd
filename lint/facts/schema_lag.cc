#include "lint/facts/schema_lag.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "lint/facts/drizzle_folder.h"
#include "lint/facts/fold.h"
#include "lint/facts/journal_entries.h"
#include "lint/facts/ownership.h"
#include "lint/facts/track_history.h"
#include "lint/journal/analysis.h"
#include "lint/typescript/declared_schema.h"

namespace hoglint {
namespace {

// The snapshot of the last migration; null when that has none, or one that does not tell the whole
// schema.
const Snapshot* NewestSnapshot(const Track& track) {
  if (track.drizzle == nullptr || track.migrations.empty()) return nullptr;
  const std::size_t last = track.migrations.size() - 1;
  const Snapshot* snapshot = track.drizzle->SnapshotOf(last);
  if (snapshot == nullptr || !snapshot->schema || !snapshot->problems.empty()) return nullptr;
  return KnowAllBefore(track.drizzle->snapshots)[*track.drizzle->snapshot_of[last]] ? snapshot
                                                                                    : nullptr;
}

// drizzle-kit has generated nothing yet: the journal is there, and empty.
bool IsEmptyFolder(const Track& track) {
  const Journal* journal = JournalOf(track);
  return journal != nullptr && journal->entries.empty() && !IsCutOff(*journal) &&
         track.migrations.empty() && track.drizzle->sql_files.empty();
}

// The catalogue that the SQL makes; absent when it is not the whole schema.
std::optional<Catalogue> FoldOfAll(const Track& track, const Sources& sources,
                                   const Runner& runner) {
  const auto is_broken = [](const Migration& each) { return !each.parsed.problems.empty(); };
  if ((!track.starts_at_beginning && !IsEmptyFolder(track)) || LacksFiles(track) ||
      std::ranges::any_of(track.migrations, is_broken)) {
    return std::nullopt;
  }
  const FoldOptions options{.runner = runner, .batching = Batching::kEachMigration};
  Catalogue fold = Fold(track, sources, StartOf(track), options, {});
  if (fold.opaque() || !fold.complete()) return std::nullopt;
  return fold;
}

bool SameThing(const DeclaredDifference& a, const DeclaredDifference& b) {
  return a.kind == b.kind && a.object == b.object && a.part_thing == b.part_thing &&
         a.part == b.part;
}

bool IsThere(const Catalogue& catalogue, const DeclaredDifference& gone) {
  if (gone.thing == "enum") {
    const auto type = catalogue.types().find(gone.object);
    if (type == catalogue.types().end()) return false;
    const auto& values = type->second.values;
    return gone.part.empty() ||
           std::ranges::find(values, gone.part, &EnumValue::label) != values.end();
  }
  const Relation* relation = catalogue.Find(gone.object);
  if (relation == nullptr) return false;
  if (gone.part_thing == "foreign key" || gone.part_thing == "check constraint") {
    return relation->FindConstraint(gone.part) != nullptr;
  }
  if (gone.part_thing == "primary key") return relation->PrimaryKey() != nullptr;
  if (gone.part_thing.ends_with(" of column")) {
    const Column* column = relation->FindColumn(gone.part);
    return column != nullptr && (column->default_value || column->identity != Identity::kNone ||
                                 column->generated != Generated::kNone);
  }
  if (gone.part_thing == "index" || gone.part_thing == "unique constraint") {
    return catalogue.Find(QualifiedName{gone.object.schema, gone.part}) != nullptr;
  }
  return gone.part.empty() || relation->FindColumn(gone.part) != nullptr;
}

// The change deletes all that base has: merged-migration-deleted says so.
bool LostAll(const Track& track) {
  return track.migrations.empty() && track.history != nullptr &&
         std::ranges::any_of(track.history->events, [](const HistoryEvent& event) {
           return event.kind == HistoryEventKind::kDeleted;
         });
}

}  // namespace

SchemaLag SchemaLagOf(const Track& track, const Sources& sources, const Runner& runner) {
  SchemaLag lag;
  // A migration that is not there is what its own rule says.
  if (track.declared == nullptr || LacksFiles(track) || LostAll(track)) return lag;
  const Ownership* owner = track.ownership.get();
  lag.snapshot = NewestSnapshot(track);
  if (lag.snapshot != nullptr) {
    lag.migration = &track.migrations.back();
    const SnapshotSchema& schema = *lag.snapshot->schema;
    lag.differences = CompareWithDeclared(*track.declared, schema.catalogue,
                                          {.all_was_declared = true,
                                           .views = schema.knows_views,
                                           .checks = schema.knows_checks,
                                           .owner = owner});
    if (lag.differences.empty()) return lag;
  }
  const std::optional<Catalogue> fold = FoldOfAll(track, sources, runner);
  if (!fold) return lag;
  std::vector<DeclaredDifference> with_sql =
      CompareWithDeclared(*track.declared, *fold, {.owner = owner});
  if (lag.snapshot == nullptr) {
    // Who writes SQL by hand may declare a varchar as text, and leaves indexes out of TypeScript.
    std::erase_if(with_sql, [](const DeclaredDifference& each) { return !BreaksCode(each); });
    lag.differences = std::move(with_sql);
    return lag;
  }
  std::erase_if(lag.differences, [&](const DeclaredDifference& difference) {
    if (difference.kind == DeclaredChange::kGone) return !IsThere(*fold, difference);
    return std::ranges::none_of(
        with_sql, [&](const DeclaredDifference& other) { return SameThing(difference, other); });
  });
  return lag;
}

bool AnotherMigrates(const Track& track, const std::vector<Track>& tracks) {
  if (!track.migrations.empty() || track.declared == nullptr) return false;
  // Each config reads its files for itself.
  const auto declares_the_same = [&](const DeclaredFile& file) {
    return std::ranges::any_of(track.declared->files, [&](const DeclaredFile& own) {
      return own.reached && file.reached && own.path == file.path;
    });
  };
  return std::ranges::any_of(tracks, [&](const Track& other) {
    return !other.migrations.empty() && other.application == track.application &&
           other.declared != nullptr &&
           std::ranges::any_of(other.declared->files, declares_the_same);
  });
}

}  // namespace hoglint
