// snapshot-differs-from-sql: what a migration's SQL does is not what its snapshot says.
#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "lint/facts/declared_ownership.h"
#include "lint/facts/drizzle_folder.h"
#include "lint/facts/fold.h"
#include "lint/facts/journal_entries.h"
#include "lint/facts/ownership.h"
#include "lint/journal/analysis.h"
#include "lint/journal/compare.h"
#include "lint/rule/deferred_drop_text.h"
#include "lint/rule/rule.h"
#include "lint/rule/wording.h"
#include "lint/sql/tokens.h"

namespace hoglint::rules {
namespace {

// A migration with what it makes differ.
struct Introduced {
  const Migration* migration = nullptr;
  std::vector<Difference> differences;
  // The first of the migrations in front of it whose snapshots could not be compared; null when the
  // one before it was.
  const Migration* unseen_from = nullptr;
  // The snapshot that was compared before it; null for the first.
  const SnapshotSchema* previous = nullptr;
};

// What an owner has and no SQL creates, engine-object-declared reports. Its types are there before
// the first migration, since columns may have them: no SQL of the track makes these either.
void LeaveOutOwners(const Track& track, const Catalogue& start,
                    std::vector<Difference>& differences) {
  if (track.ownership == nullptr) return;
  std::erase_if(differences, [&track, &start](const Difference& difference) {
    const bool is_enum = difference.object == DifferenceObject::kEnum ||
                         difference.object == DifferenceObject::kEnumValues;
    if (is_enum && start.types().contains(difference.relation)) return true;
    return difference.kind == DifferenceKind::kMissing && difference.part.empty() &&
           IsOwnersName(*track.ownership, difference.relation);
  });
}

// Walks the history beside its snapshots.
std::vector<Introduced> FindIntroduced(const TrackFacts& facts) {
  const DrizzleFolder& drizzle = *facts.track.drizzle;
  const std::vector<bool> know_all = KnowAllBefore(drizzle.snapshots);
  const Migration* const first = facts.track.migrations.data();
  std::vector<Introduced> introduced;
  std::vector<Difference> before;
  SnapshotComparison comparison;
  std::size_t next_unfolded = 0;  // position behind the last one that was folded
  std::size_t next_unseen = 0;    // position behind the last one that was compared
  const SnapshotSchema* previous = nullptr;
  // A migration that PostgreSQL refuses makes nothing: will-fail speaks of it.
  const Migration* refused = nullptr;
  const Catalogue start = TypesAtStartOf(facts.track);
  FoldVisitor visitor;
  visitor.on_applied = [&](const AppliedStatement& applied) {
    const auto fails = [](const Conflict& conflict) { return conflict.certain; };
    if (applied.history_was_complete && std::ranges::any_of(applied.outcome.conflicts, fails)) {
      refused = &applied.migration;
    }
  };
  visitor.on_migration = [&](const Migration& migration, const Catalogue& catalogue) {
    const auto position = static_cast<std::size_t>(&migration - first);
    // A new one in front of merged ones is folded behind them, of which its snapshot knows nothing.
    if (position < next_unfolded) return;
    next_unfolded = position + 1;
    const Snapshot* snapshot = drizzle.SnapshotOf(position);
    if (snapshot == nullptr || !snapshot->schema || !know_all[*drizzle.snapshot_of[position]]) {
      return;
    }
    std::vector<Difference> now = comparison.Next(catalogue, *snapshot->schema);
    LeaveOutOwners(facts.track, start, now);
    if ((facts.all || !migration.merged) && refused != &migration) {
      introduced.push_back({&migration, NewDifferences(before, now),
                            next_unseen == position ? nullptr : first + next_unseen, previous});
    }
    before = std::move(now);
    previous = &*snapshot->schema;
    next_unseen = position + 1;
  };
  const FoldOptions options{
      .runner = facts.runner,
      .server = {},
      .batching = facts.all ? Batching::kEachMigration : Batching::kNewTogether,
      .effects_of_merged = false};
  (void)Fold(facts.track, facts.sources, start, options, visitor);
  return introduced;
}

bool IsTableOrColumn(DifferenceObject object) {
  return object == DifferenceObject::kTable || object == DifferenceObject::kColumn ||
         object == DifferenceObject::kEnum;
}

// What the snapshot does not know may be meant to be no part of schema.ts: an index or a constraint
// of a kind that Drizzle cannot declare.
bool IsMild(const Difference& difference) {
  return difference.kind == DifferenceKind::kExtra && !IsTableOrColumn(difference.object);
}

// The SQL that makes the database what the snapshot says; empty when that is not one line.
std::string Repair(const Difference& difference) {
  const std::string table = DisplayName(difference.relation);
  const std::string part = QuoteIdentifier(difference.part);
  const bool changed = difference.kind == DifferenceKind::kChanged;
  switch (difference.object) {
    case DifferenceObject::kColumnType:
      if (!changed || difference.expected.empty()) return {};
      return fmt::format("ALTER TABLE {} ALTER COLUMN {} SET DATA TYPE {};", table, part,
                         difference.expected);
    case DifferenceObject::kNullability:
      return fmt::format("ALTER TABLE {} ALTER COLUMN {} {} NOT NULL;", table, part,
                         difference.expected == "not null" ? "SET" : "DROP");
    case DifferenceObject::kDefault:
      if (difference.expected.empty()) {
        return fmt::format("ALTER TABLE {} ALTER COLUMN {} DROP DEFAULT;", table, part);
      }
      return fmt::format("ALTER TABLE {} ALTER COLUMN {} SET DEFAULT {};", table, part,
                         difference.expected);
    case DifferenceObject::kConstraint:
      if (difference.kind == DifferenceKind::kMissing) {
        return fmt::format("ALTER TABLE {} ADD CONSTRAINT {} {};", table, part,
                           difference.expected);
      }
      if (difference.kind == DifferenceKind::kExtra) {
        return fmt::format("ALTER TABLE {} DROP CONSTRAINT {};", table, part);
      }
      return {};
    default:
      return {};
  }
}

std::string Effect(const std::vector<Difference>& differences) {
  const bool claims = std::ranges::any_of(differences, [](const Difference& difference) {
    return difference.kind != DifferenceKind::kExtra;
  });
  if (claims) {
    return "code that is written against schema.ts meets another database, and drizzle-kit, which "
           "compares schema.ts with the snapshot only, will never write what is missing";
  }
  return "drizzle-kit does not know of it: it neither keeps it when it makes the table anew nor "
         "drops it, and a declaration in schema.ts would be generated a second time";
}

// What a DROP that was left out of the generated SQL leaves: a table, or a column, that the
// snapshot before had; empty where it is neither.
std::string_view LeftOut(const Difference& difference, const SnapshotSchema* previous) {
  if (previous == nullptr || difference.kind != DifferenceKind::kExtra) return {};
  const Relation* relation = previous->catalogue.Find(difference.relation);
  if (relation == nullptr) return {};
  if (difference.object == DifferenceObject::kTable) return "table";
  const bool column = difference.object == DifferenceObject::kColumn &&
                      relation->FindColumn(difference.part) != nullptr;
  return column ? "column" : "";
}

std::string Remedy(const Introduced& introduced) {
  const std::vector<Difference>& differences = introduced.differences;
  const Migration& migration = *introduced.migration;
  constexpr std::size_t kMost = 4;
  std::string sql;
  std::size_t lines = 0;
  for (const Difference& difference : differences) {
    const std::string repair = Repair(difference);
    if (repair.empty() || lines == kMost) continue;
    sql += SqlLine(repair);
    ++lines;
  }
  const std::string where =
      migration.merged ? "in a new migration (drizzle-kit generate --custom)" : "in this migration";
  std::string remedy = fmt::format(
      "decide which of the two is meant: change schema.ts and generate again, or let the SQL do "
      "what the snapshot says, {}",
      where);
  if (!sql.empty()) remedy += ":" + sql;
  const std::string_view left = LeftOut(differences.front(), introduced.previous);
  if (left.empty() || migration.merged) return remedy;
  remedy += sql.empty() ? "; where a DROP is left for a later deploy, begin the file with:"
                        : SqlLine("-- or, where a DROP is left for a later deploy, above it all:");
  return remedy + SqlLine(DeferredDropComment(left));
}

// The words and quoted names of a statement, as PostgreSQL stores them.
bool Names(const sql::Tokens& tokens, const std::string& name) {
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    if (tokens.Identifier(i) == name) return true;
  }
  return false;
}

// A column is not told by its name alone: other tables have one of that name.
bool IsOfColumn(DifferenceObject object) {
  return object == DifferenceObject::kColumn || object == DifferenceObject::kColumnType ||
         object == DifferenceObject::kNullability || object == DifferenceObject::kDefault ||
         object == DifferenceObject::kIdentity || object == DifferenceObject::kGenerated;
}

// The names to look for, all of one row in one statement, what tells most first.
std::vector<std::vector<std::string>> NamesOf(const Difference& difference) {
  if (difference.object == DifferenceObject::kSchema) return {{difference.relation.schema}};
  const std::string& table = difference.relation.name;
  if (difference.part.empty()) return {{table}};
  if (IsOfColumn(difference.object)) return {{difference.part, table}, {table}};
  return {{difference.part, table}, {difference.part}, {table}};
}

// The first statement that names what differs; the file where none does.
Place PlaceOf(const Migration& migration, const Difference& difference, const Sources& sources) {
  for (const std::vector<std::string>& names : NamesOf(difference)) {
    for (const Statement& statement : migration.parsed.statements) {
      const std::string text(sources.Text(statement.span));
      const sql::Tokens tokens(text);
      const bool all =
          std::ranges::all_of(names, [&](const std::string& name) { return Names(tokens, name); });
      if (all) return statement.span;
    }
  }
  return WholeFile{migration.file};
}

std::string Message(const std::vector<Difference>& differences) {
  std::string message = "SQL and snapshot differ: " + Describe(differences.front());
  const std::size_t more = differences.size() - 1;
  if (more > 0) message += fmt::format("; and {} more", more);
  return message;
}

void Report(Introduced& introduced, const TrackFacts& facts, Findings& findings) {
  // What weighs most comes first.
  std::ranges::stable_sort(introduced.differences, {}, IsMild);
  const std::vector<Difference>& differences = introduced.differences;
  const Difference& first = differences.front();
  Finding& finding =
      findings.Add(PlaceOf(*introduced.migration, first, facts.sources), Message(differences));
  if (IsMild(first)) finding.level = Level::kNote;
  finding.migration = introduced.migration->tag;
  finding.subject = first.part.empty() ? RelationText(first)
                                       : fmt::format("{}.{}", RelationText(first), first.part);
  finding.effect = Effect(differences);
  if (introduced.unseen_from != nullptr) {
    finding.effect += fmt::format(
        "; it may have come earlier, since the migrations from {} on have no snapshot that could "
        "be "
        "compared",
        introduced.unseen_from->tag);
  }
  finding.remedy = Remedy(introduced);
  constexpr std::size_t kMostLabels = 6;
  for (std::size_t i = 1; i < std::min(differences.size(), kMostLabels); ++i) {
    finding.related.push_back(
        {PlaceOf(*introduced.migration, differences[i], facts.sources), Describe(differences[i])});
  }
}

void Check(const TrackFacts& facts, Findings& findings) {
  const auto is_linted = [&facts](const Migration& each) { return facts.all || !each.merged; };
  if (std::ranges::none_of(facts.track.migrations, is_linted)) return;
  if (facts.track.drizzle == nullptr || facts.track.drizzle->snapshots.empty() ||
      !facts.track.starts_at_beginning || LacksFiles(facts.track)) {
    return;
  }
  for (Introduced& introduced : FindIntroduced(facts)) {
    if (!introduced.differences.empty()) Report(introduced, facts, findings);
  }
}

}  // namespace

extern const Rule snapshot_differs_from_sql{
    .id = "snapshot-differs-from-sql",
    .family = Family::kJournal,
    .level = Level::kWarning,
    .since = "0.1",
    .summary = "A migration's SQL does not do what its snapshot says",
    .effect =
        "drizzle-kit compares schema.ts with the snapshot and never with the SQL or the database. "
        "Where the SQL was edited by hand, or drizzle-kit wrote less than it recorded (a rename "
        "together with a change of type, the primary key of a single column that is dropped), the "
        "difference stays for ever.",
    .remedy =
        "Let the SQL do what the snapshot says, or change schema.ts and generate the migration "
        "again.",
    .manual = "",
    .check = TrackCheck{Check},
};

}  // namespace hoglint::rules
