// engine-takes-name: a table, index or type that the track has had for long has the name of one
// that an owner's migrations create by now; or a column that it has added to an owner's table.
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

struct Taken {
  std::string_view thing;
  QualifiedName name;  // of the owner's object
  std::string shown;
  Span place;
};

void Add(const TrackFacts& facts, const Taken& taken, Findings& findings) {
  const Ownership& ownership = OwnerOf(*facts.track.ownership, taken.name);
  const std::string& shown = taken.shown;
  Finding& finding = findings.Add(taken.place, fmt::format("{} {} has a name that {} has taken",
                                                           taken.thing, shown, ownership.owner));
  finding.effect = fmt::format(
      "the migrations of {} create {} too: where they have not run yet, they fail with \"already "
      "exists\", and the deploy stops",
      OwnerWithVersion(ownership), shown);
  finding.remedy = fmt::format(
      "before that version of {} is deployed, rename it here, or move it to {} of its own",
      ownership.package, taken.thing == "column" ? "a table" : "a schema");
  finding.subject = shown;
}

// Where the column was there already, the statement did nothing: the owner may have had it first.
bool AddsOnlyWhatIsMissing(const Statement& statement, const std::string& column) {
  if (!statement.nesting.handled_errors.empty()) return true;
  const auto* alter = As<AlterTable>(statement);
  if (alter == nullptr) return false;
  return std::ranges::any_of(alter->actions, [&column](const AlterTableAction& action) {
    return action.kind == AlterTableKind::kAddColumn && action.if_not_exists &&
           action.column_definition->name == column;
  });
}

bool IsTakenColumn(const Column& column, const Relation& owned, const TrackFacts& facts) {
  if (owned.FindColumn(column.name) == nullptr || !IsMerged(column.origin, facts)) return false;
  const Span& span = column.origin.span;
  const auto& migrations = facts.track.migrations;
  const auto migration = std::ranges::find(migrations, span.file, &Migration::file);
  return std::ranges::none_of(migration->parsed.statements, [&](const Statement& statement) {
    return statement.span.begin <= span.begin && span.end <= statement.span.end &&
           AddsOnlyWhatIsMissing(statement, column.name);
  });
}

// The columns that merged migrations have added to a table of the owner's, which the fold of the
// track alone assumes.
void AddColumns(const TrackFacts& facts, const Relation& table, Findings& findings) {
  const Relation* owned = facts.track.ownership->catalogue.Find(table.name);
  if (owned == nullptr || !table.assumed) return;
  for (const Column& column : table.columns) {
    if (!IsTakenColumn(column, *owned, facts)) continue;
    const std::string of = " of " + DisplayName(table.name);
    Add(facts, {"column", table.name, QuoteIdentifier(column.name) + of, column.origin.span},
        findings);
  }
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
    AddColumns(facts, *relation, findings);
    if (!IsMerged(relation->origin, facts) || merged.Find(name) == nullptr) continue;
    const Relation* table = relation->index ? own.Get(relation->index->table) : nullptr;
    if (table != nullptr && IsOwned(table->name, *ownership)) continue;  // goes with its table
    Add(facts, {ThingOf(*relation), name, DisplayName(name), relation->origin.span}, findings);
  }
  for (const auto& [name, type] : own.types()) {
    if (!IsOwned(name, *ownership) || !IsMerged(type.origin, facts)) continue;
    const std::string_view thing = type.kind == TypeKind::kEnum ? "enum" : "type";
    Add(facts, {thing, name, DisplayName(name), type.origin.span}, findings);
  }
}

}  // namespace

extern const Rule engine_takes_name;
const Rule engine_takes_name{
    .id = "engine-takes-name",
    .family = Family::kOwnership,
    .level = Level::kError,
    .since = "0.1",
    .summary = "A merged table, column, index or type has a name that the engine has taken since",
    .effect =
        "A newer version of Hogsend's engine brings a table, index or enum of a name that the "
        "project has used before, or a column that the project has added to a table of the "
        "engine's. The engine's migrations run first and fail with \"already exists\" on every "
        "database that has the project's.",
    .remedy =
        "Rename the project's object in a deploy before the upgrade, or move it to a schema of its "
        "own. `hoglint engine --diff OLD NEW .` shows such names before the upgrade.",
    .manual = "",
    .check = TrackCheck{Check},
};

}  // namespace hoglint::rules
