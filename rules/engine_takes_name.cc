// engine-takes-name: a table, index or type that the track has had for long has the name of one
// that an owner's migrations create by now.
#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "lint/facts/fold.h"
#include "lint/facts/ownership.h"
#include "lint/rule/ownership_text.h"
#include "lint/rule/rule.h"

namespace hoglint::rules {
namespace {

// What new migrations make, engine-object-redefined reports.
bool IsMerged(const Origin& origin, const TrackFacts& facts) {
  if (origin.batch == BatchId::kBeforeHistory || facts.all) return false;
  const auto& migrations = facts.track.migrations;
  const auto found = std::ranges::find(migrations, origin.span.file, &Migration::file);
  return found != migrations.end() && found->merged;
}

// The names of primary keys and of serial columns' sequences are chosen so that they are free.
bool IsOwned(const QualifiedName& name, const Ownership& ownership) {
  const Relation* owned = ownership.catalogue.Find(name);
  if (owned == nullptr) return ownership.catalogue.types().contains(name);
  return !owned->sequence && !(owned->index && owned->index->primary);
}

std::string_view ThingOf(const Relation& relation) {
  switch (relation.kind) {
    case RelationKind::kIndex:
    case RelationKind::kPartitionedIndex:
      return "index";
    case RelationKind::kView:
    case RelationKind::kMaterializedView:
      return "view";
    case RelationKind::kSequence:
      return "sequence";
    case RelationKind::kCompositeType:
      return "type";
    default:
      return "table";
  }
}

void Add(const TrackFacts& facts, std::string_view thing, const QualifiedName& name, Span place,
         Findings& findings) {
  const Ownership& ownership = OwnerOf(*facts.track.ownership, name);
  const std::string shown = DisplayName(name);
  Finding& finding = findings.Add(
      place, fmt::format("{} {} has a name that {} has taken", thing, shown, ownership.owner));
  finding.effect = fmt::format(
      "the migrations of {} create {} too: where they have not run yet, they fail with \"already "
      "exists\", and the deploy stops",
      OwnerWithVersion(ownership), shown);
  finding.remedy = fmt::format(
      "before that version of {} is deployed, rename it here, or move it to a schema of its own",
      ownership.package);
  finding.subject = shown;
}

void Check(const TrackFacts& facts, Findings& findings) {
  const Ownership* ownership = facts.track.ownership.get();
  // Another version than the project's may have taken names that the project's has not.
  if (ownership == nullptr || !ownership->wanted.empty()) return;
  const FoldOptions options{.runner = facts.runner, .batching = Batching::kEachMigration};
  Catalogue merged;  // after the last merged migration: what new ones rename is not old
  const FoldVisitor visitor{
      .on_statement = nullptr,
      .on_applied = nullptr,
      .on_migration = [&merged](const Migration& migration, const Catalogue& after) {
        if (migration.merged) merged = after;
      }};
  const Catalogue own = Fold(facts.track, facts.sources, Catalogue(), options, visitor);
  for (const auto& [name, id] : own.relation_names()) {
    const Relation* relation = own.Get(id);
    if (relation == nullptr || !IsOwned(name, *ownership)) continue;
    if (!IsMerged(relation->origin, facts) || merged.Find(name) == nullptr) continue;
    const Relation* table = relation->index ? own.Get(relation->index->table) : nullptr;
    if (table != nullptr && IsOwned(table->name, *ownership)) continue;  // goes with its table
    Add(facts, ThingOf(*relation), name, relation->origin.span, findings);
  }
  for (const auto& [name, type] : own.types()) {
    if (!IsOwned(name, *ownership) || !IsMerged(type.origin, facts)) continue;
    Add(facts, type.kind == TypeKind::kEnum ? "enum" : "type", name, type.origin.span, findings);
  }
}

}  // namespace

extern const Rule engine_takes_name;
const Rule engine_takes_name{
    .id = "engine-takes-name",
    .family = Family::kOwnership,
    .level = Level::kError,
    .since = "0.1",
    .summary = "A merged table, index or type has a name that the engine has taken since",
    .effect =
        "A newer version of Hogsend's engine brings a table, index or enum of a name that the "
        "project has used before. The engine's migrations run first and fail with \"already "
        "exists\" on every database that has the project's.",
    .remedy =
        "Rename the project's object in a deploy before the upgrade, or move it to a schema of its "
        "own. `hoglint engine --diff OLD NEW .` shows such names before the upgrade.",
    .manual = "",
    .check = TrackCheck{Check},
};

}  // namespace hoglint::rules
