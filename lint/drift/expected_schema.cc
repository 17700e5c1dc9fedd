#include "lint/drift/expected_schema.h"

#include <algorithm>
#include <set>
#include <utility>

#include "lint/facts/fold.h"

namespace hoglint {
namespace {

// The track with those of its migrations that have a row, or with those that have none.
Track Part(const AppliedTrack& of, bool applied) {
  std::set<std::string> tags;
  for (const EntryComparison& entry : of.drift->comparison.entries) {
    if (entry.row.has_value()) tags.insert(entry.entry.tag);
  }
  Track part = *of.track;
  std::erase_if(part.migrations, [&](const Migration& migration) {
    const bool is_applied = !of.drift->has_ledger || tags.contains(migration.tag);
    return is_applied != applied;
  });
  return part;
}

FoldOptions OptionsOf(const AppliedTrack& track, int server_major) {
  return {.runner = track.runner,
          .server = {.major_version = server_major},
          .batching = Batching::kEachMigration};
}

// Whatever has no owner yet is the track's.
void AddOwners(const Catalogue& catalogue, const std::string& track,
               std::map<QualifiedName, std::string>& owners) {
  for (const auto& [name, id] : catalogue.relation_names()) owners.emplace(name, track);
  for (const auto& [name, type] : catalogue.types()) owners.emplace(name, track);
}

}  // namespace

ExpectedSchema FoldExpected(std::span<const AppliedTrack> tracks, Catalogue start,
                            int server_major) {
  ExpectedSchema expected;
  AddOwners(start, {}, expected.owners);
  expected.applied = std::move(start);
  FoldVisitor noting;
  noting.on_applied = [&](const AppliedStatement& applied) { expected.open.Note(applied); };
  for (const AppliedTrack& track : tracks) {
    expected.applied = Fold(Part(track, true), *track.sources, std::move(expected.applied),
                            OptionsOf(track, server_major), noting);
    AddOwners(expected.applied, track.track->name, expected.owners);
  }
  expected.full = expected.applied;
  for (std::size_t i = 0; i < tracks.size(); ++i) {
    const AppliedTrack& track = tracks[i];
    const Track rest = Part(track, false);
    if (rest.migrations.empty()) continue;
    Catalogue before = expected.full;
    FoldVisitor visitor;
    visitor.on_migration = [&](const Migration& migration, const Catalogue& after) {
      expected.unapplied.push_back({i, migration.tag, Diff(before, after, {})});
      before = after;
    };
    expected.full = Fold(rest, *track.sources, std::move(expected.full),
                         OptionsOf(track, server_major), visitor);
    AddOwners(expected.full, track.track->name, expected.owners);
  }
  return expected;
}

}  // namespace hoglint
