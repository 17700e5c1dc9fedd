// missing-snapshot: a migration changes the schema, and drizzle-kit has no picture of the result.
#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <string>

#include "lint/facts/drizzle_folder.h"
#include "lint/facts/journal_entries.h"
#include "lint/journal/analysis.h"
#include "lint/rule/rule.h"

namespace hoglint::rules {
namespace {

template <typename... Ts>
bool IsAnyOf(const Statement& statement) {
  return ((As<Ts>(statement) != nullptr) || ...);
}

// Something that a snapshot records: a migration of data or functions alone needs none.
bool IsRecorded(const Statement& statement) {
  if (const auto* drop = As<Drop>(statement)) {
    switch (drop->kind) {
      case ObjectKind::kTable:
      case ObjectKind::kIndex:
      case ObjectKind::kView:
      case ObjectKind::kMaterializedView:
      case ObjectKind::kType:
      case ObjectKind::kSequence:
      case ObjectKind::kSchema:
      case ObjectKind::kPolicy:
        return true;
      default:
        return false;
    }
  }
  return IsAnyOf<CreateTable, CreateView, CreateIndex, CreateSequence, AlterSequence, CreateEnum,
                 CreatePolicy, AlterPolicy, CreateSchema, AlterTable, AlterEnum, Rename, SetSchema>(
      statement);
}

bool HasAnySnapshot(const DrizzleFolder& drizzle) {
  return std::ranges::any_of(drizzle.has_snapshot, [](bool has) { return has; });
}

// How the snapshot that is not there would be called.
std::string NameOf(const Migration& migration, const Track& track) {
  return track.layout == Layout::kDrizzleFolders
             ? fmt::format("{}/snapshot.json", migration.tag)
             : fmt::format("meta/{}", SnapshotName(migration.tag));
}

void Report(const TrackFacts& facts, const Migration& migration, bool newest, Findings& findings) {
  const auto place = std::ranges::find_if(migration.parsed.statements, IsRecorded);
  Finding& finding = findings.Add(
      place->span,
      fmt::format("changes the schema, but {} is not there", NameOf(migration, facts.track)));
  finding.subject = migration.tag;
  if (newest) {
    finding.effect =
        "the next drizzle-kit generate compares schema.ts with an older snapshot, and writes these "
        "statements a second time";
    finding.remedy = fmt::format(
        "let drizzle-kit make the migration: generate it from schema.ts, and put what was written "
        "by hand into the file of {} --name {}",
        "drizzle-kit generate --custom", migration.tag.substr(migration.tag.find('_') + 1));
  } else {
    finding.level = Level::kNote;
    finding.effect =
        "nothing says what drizzle-kit took the schema for after it; whether SQL and schema.ts "
        "agree can only be told from a later snapshot";
    finding.remedy =
        "restore the snapshot when it was deleted by mistake; a later one that has it "
        "all makes up for it";
  }
}

void Check(const TrackFacts& facts, Findings& findings) {
  const DrizzleFolder* drizzle = facts.track.drizzle.get();
  // A team that keeps no snapshots at all knows it.
  if (drizzle == nullptr || !HasAnySnapshot(*drizzle)) return;
  bool newest = true;
  for (std::size_t i = std::min(facts.track.migrations.size(), drizzle->has_snapshot.size()); i > 0;
       --i) {
    const Migration& migration = facts.track.migrations[i - 1];
    if (drizzle->has_snapshot[i - 1]) {
      newest = false;
      continue;
    }
    if (migration.merged && !facts.all) continue;
    if (std::ranges::any_of(migration.parsed.statements, IsRecorded)) {
      Report(facts, migration, newest, findings);
    }
  }
}

}  // namespace

extern const Rule missing_snapshot{
    .id = "missing-snapshot",
    .family = Family::kJournal,
    .level = Level::kWarning,
    .since = "0.1",
    .summary = "A migration that changes the schema has no snapshot of Drizzle's",
    .effect =
        "drizzle-kit generates the next migration from the difference between schema.ts and the "
        "newest snapshot. What a migration without one did is written a second time, and fails: "
        "the table or column already exists.",
    .remedy =
        "Let `drizzle-kit generate` make the file, the entry and the snapshot, also for SQL that "
        "is written by hand (`--custom`).",
    .manual = "",
    .check = TrackCheck{Check},
};

}  // namespace hoglint::rules
