// will-fail: PostgreSQL refuses the statement on the schema that the migrations before it make.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lint/base/ascii.h"
#include "lint/facts/do_block.h"
#include "lint/facts/missing_column.h"
#include "lint/facts/published.h"
#include "lint/facts/tool_ledgers.h"
#include "lint/rule/replacement_text.h"
#include "lint/rule/rule.h"
#include "lint/schema/apply.h"
#include "lint/sql/placeholders.h"

namespace hoglint::rules {
namespace {

// Extensions that make types and functions only: no table or view that a migration could name.
constexpr std::array<std::string_view, 12> kWithoutRelations = {
    "btree_gin", "btree_gist", "citext",   "fuzzystrmatch", "hstore",    "ltree",
    "pg_trgm",   "pgcrypto",   "unaccent", "uuid-ossp",     "uuid_ossp", "vector"};

bool MayMakeRelations(const std::string& extension) {
  return std::ranges::count(kWithoutRelations, extension) == 0;
}

// The conflict is about such a table: `relation "public._prisma_migrations" does not exist`.
bool IsAboutLedger(const Conflict& conflict) {
  if (conflict.sqlstate != "42P01") return false;
  std::string_view name = conflict.message;
  name = name.substr(std::min(name.find('"') + 1, name.size()));
  name = name.substr(0, name.find('"'));
  return IsToolLedger(name.substr(name.rfind('.') + 1));
}

// What no file creates may still exist: the platform's schemas, an extension's objects, the table
// of the tool that applies the files, a database that was there before the first migration
// (drizzle-kit pull writes that one as a comment).
bool IsOutsideFiles(const Conflict& conflict, const AppliedStatement& applied) {
  if (conflict.sqlstate == "3F000" || applied.after.opaque()) return true;
  if (IsAboutLedger(conflict)) return true;
  if (std::ranges::any_of(applied.after.extensions(), MayMakeRelations)) return true;
  const auto& migrations = applied.track.migrations;
  return !migrations.empty() && migrations.front().parsed.statements.empty();
}

// What a rule of its own explains better.
bool IsReportedElsewhere(const Conflict& conflict, const AppliedStatement& applied) {
  return As<CreateView>(applied.statement) != nullptr && conflict.sqlstate == "42P16";
}

// The first reason that is worth saying; null when there is none.
const Conflict* FirstReason(const AppliedStatement& applied) {
  for (const Conflict& conflict : applied.outcome.conflicts) {
    if (IsReportedElsewhere(conflict, applied)) return nullptr;
    if (conflict.certain) return &conflict;
    if (conflict.kind != ConflictKind::kMissing &&
        conflict.kind != ConflictKind::kNoOperatorClass) {
      return nullptr;
    }
    return IsOutsideFiles(conflict, applied) ? nullptr : &conflict;
  }
  return nullptr;
}

std::string Consequence(const AppliedStatement& applied) {
  if (!applied.transaction.open) {
    return "the deploy stops here, and the statements before it stay applied";
  }
  return applied.runner.scope == TransactionScope::kBatch
             ? "all pending migrations are one transaction: none of them is applied, and the "
               "deploy stops"
             : "the migration is rolled back, and the deploy stops";
}

// What to write instead, where PostgreSQL's message alone tells it.
struct Advice {
  std::string_view message;  // a part of it
  std::string_view remedy;
};
constexpr std::array kAdvice = {
    Advice{"cannot create index on partitioned table",
           "create it ON ONLY the table, build one CONCURRENTLY on every partition, and attach "
           "those with ALTER INDEX ... ATTACH PARTITION"},
    Advice{"cannot drop partitioned index", "drop it without CONCURRENTLY"},
    Advice{"cannot refresh materialized view",
           "first create a unique index over its columns, without a WHERE; or refresh it without "
           "CONCURRENTLY, which blocks those who read it"},
    Advice{"cannot detach partitions concurrently", "detach it without CONCURRENTLY"},
    Advice{"cannot insert a non-DEFAULT value", "leave the column out: PostgreSQL computes it"},
    Advice{"can only be updated to DEFAULT", "leave the column out: PostgreSQL computes it"},
    Advice{"column reference in DEFAULT",
           "write a constant, or compute the value in a trigger or a generated column"},
    Advice{"column reference", "write NEW. or OLD. before the column"},
    Advice{"malformed array literal", "write an array as one: '{}', or ARRAY[...]"},
    Advice{"invalid input syntax", "write a value that the type reads, or leave the DEFAULT out"},
    Advice{"part of a publication", "take the table out of the publication first"},
    Advice{"must return type trigger",
           "name a function that has no parameters and RETURNS trigger"},
    Advice{"no unique or exclusion constraint matching",
           "create a unique index over exactly these columns before it, or list the columns of one "
           "that is there, and behind them its WHERE if it has one"},
    Advice{"already has a default value",
           "drop the default before it, and the sequence that it draws from; then set the new one "
           "behind the last number with setval()"},
    Advice{"is marked NOT NULL in parent table",
           "drop it of the partitioned table, whose partitions follow"},
    Advice{"would overlap partition",
           "choose bounds that no other partition has, or detach that partition before it"},
    Advice{"empty range bound",
           "write the smaller value behind FROM: TO is the first that is no longer in it"},
    Advice{"as replica identity",
           "name a unique index over columns that are NOT NULL, without WHERE, expressions and "
           "DEFERRABLE; or say REPLICA IDENTITY FULL"},
    Advice{
        "cannot alter type \"",
        "PostgreSQL checks no domain inside of arrays: add the constraint NOT VALID, which holds "
        "for new values only, or make the column one of the domain's base type"},
    Advice{"does not support deferrable unique constraints",
           "name columns that a unique index without DEFERRABLE is over"},
};

// What to write in place of an expression that is not immutable, by the part that is not.
constexpr std::array kImmutableAdvice = {
    Advice{"the cast of timestamptz to ",
           "name the time zone: (column AT TIME ZONE 'UTC') is a timestamp, and its casts are "
           "immutable"},
    Advice{"date_trunc()", "name the time zone: date_trunc('day', column AT TIME ZONE 'UTC')"},
    Advice{"date_part()", "name the time zone: date_part('year', column AT TIME ZONE 'UTC')"},
    Advice{"extract()", "name the time zone: extract(year FROM column AT TIME ZONE 'UTC')"},
    Advice{"date() is", "name the time zone: date(column AT TIME ZONE 'UTC')"},
    Advice{"to_tsvector()", "name the configuration: to_tsvector('english', ...)"},
    Advice{"an enum to text", "use the enum itself, which needs no cast to be compared or sorted"},
    Advice{"now()", "leave the clock out here, and compare with now() in the queries"},
    Advice{"current_", "leave the clock and the session out here, and ask for them in the queries"},
    Advice{"concat", "join with ||, and coalesce(column, '') where there may be no value"},
    Advice{"",
           "use what depends on the row alone; a function of your own has to be declared "
           "IMMUTABLE, and be it"},
};

// Empty for any other conflict, and for an index that only a change of type makes impossible.
std::string_view RemedyOfMutable(const Conflict& conflict) {
  if (conflict.sqlstate != "42P17" || conflict.kind == ConflictKind::kDependent) return {};
  if (!conflict.message.ends_with(" is not")) return {};
  const auto* advice = std::ranges::find_if(kImmutableAdvice, [&](const Advice& one) {
    return conflict.message.find(one.message) != std::string::npos;
  });
  return advice->remedy;
}

// A column whose numbers may be given all the same.
bool IsOfIdentity(const Conflict& conflict, const AppliedStatement& applied) {
  const auto* insert = As<Insert>(applied.statement);
  const Relation* table = insert == nullptr ? nullptr : applied.after.Find(insert->table);
  return table != nullptr && conflict.sqlstate == "428C9" &&
         std::ranges::any_of(table->columns, [&](const Column& column) {
           return column.identity == Identity::kAlways &&
                  conflict.message.ends_with('"' + column.name + '"');
         });
}

std::string Remedy(const Conflict& conflict, const AppliedStatement& applied) {
  if (std::string remedy = RemedyOfReplacement(applied, conflict); !remedy.empty()) return remedy;
  if (IsOfIdentity(conflict, applied)) {
    return "leave the column out: PostgreSQL numbers the rows; to keep these numbers, write "
           "OVERRIDING SYSTEM VALUE before VALUES or SELECT";
  }
  if (const std::string_view remedy = RemedyOfMutable(conflict); !remedy.empty()) {
    return std::string(remedy);
  }
  for (const Advice& advice : kAdvice) {
    if (conflict.message.find(advice.message) != std::string::npos) {
      return std::string(advice.remedy);
    }
  }
  switch (conflict.kind) {
    case ConflictKind::kMissing:
      return conflict.sqlstate == "23502" ? "give the column a value"
                                          : "name what exists, or create it before this statement";
    case ConflictKind::kDuplicate:
      if (conflict.message.ends_with("specified more than once")) return "name it once";
      return "leave the statement out if it is the same object, else give the new one another name "
             "(IF NOT EXISTS would hide a difference)";
    case ConflictKind::kWrongKind:
      return "correct the statement";
    case ConflictKind::kDependent:
      return "in the same migration, drop or change first what depends on it, and create that anew "
             "afterwards";
    case ConflictKind::kNoOperatorClass:
      return "name an operator class behind the column (gin_trgm_ops of pg_trgm for LIKE), use "
             "btree, or create the extension btree_gin or btree_gist first";
  }
  return {};
}

std::string_view OtherPlace(const Conflict& conflict) {
  if (conflict.kind == ConflictKind::kMissing && conflict.sqlstate.starts_with("42")) {
    return "gone since here";
  }
  return "defined here";
}

// RETURN, but not the RETURNS of a function that the block makes.
bool SaysReturn(std::string_view block) {
  constexpr std::string_view kReturn = "return";
  const std::string text = ToLowerAscii(block);
  for (std::size_t at = text.find(kReturn); at != std::string::npos;
       at = text.find(kReturn, at + 1)) {
    const std::size_t end = at + kReturn.size();
    if (end == text.size() || text[end] < 'a' || text[end] > 'z') return true;
  }
  return false;
}

// In a DO block that may RETURN before it gets here.
bool MayBeSkipped(const AppliedStatement& applied) {
  if (!applied.statement.nesting.in_do_block) return false;
  const Statement* block = DoBlockAround(applied);
  return block == nullptr || SaysReturn(applied.sources.Text(block->span));
}

bool IsNamedByPublication(const Relation& table, const AppliedStatement& applied) {
  const std::vector<Publication> publications =
      PublicationsUntil(applied.track, applied.sources, applied.statement, /*included=*/false);
  return PublishedByName(table, publications, applied.after) != nullptr;
}

// What a tool puts in place of ${name} before it runs the file, the file does not say.
bool HasUnknownNames(const AppliedStatement& applied) {
  return sql::HasPlaceholder(applied.sources.Text(applied.statement.span));
}

// What Apply cannot know, since it has no text and no publications.
Conflict Refusal(ConflictKind kind, std::string_view sqlstate, std::string message,
                 const Span& span) {
  return {.kind = kind, .sqlstate = sqlstate, .message = std::move(message), .span = span};
}

std::optional<Conflict> RefusedByPublication(const AppliedStatement& applied) {
  const auto* alter = As<AlterTable>(applied.statement);
  if (alter == nullptr) return std::nullopt;
  const auto action =
      std::ranges::find(alter->actions, AlterTableKind::kSetUnlogged, &AlterTableAction::kind);
  const Relation* table = applied.after.Find(alter->table);
  if (action == alter->actions.end() || table == nullptr) return std::nullopt;
  if (!IsNamedByPublication(*table, applied)) return std::nullopt;
  return Refusal(ConflictKind::kDependent, "55000",
                 fmt::format("cannot change table \"{}\" to unlogged because it is part of a "
                             "publication",
                             table->name.name),
                 action->span);
}

std::optional<Conflict> RefusedForColumn(const AppliedStatement& applied) {
  const std::optional<ColumnReference> missing = MissingColumnOf(applied);
  if (!missing) return std::nullopt;
  const std::string name = missing->qualifier.empty()
                               ? fmt::format("\"{}\"", missing->column)
                               : fmt::format("{}.{}", missing->qualifier, missing->column);
  return Refusal(ConflictKind::kMissing, "42703", fmt::format("column {} does not exist", name),
                 missing->span);
}

std::optional<Conflict> OwnReason(const AppliedStatement& applied) {
  if (!applied.outcome.conflicts.empty()) return std::nullopt;
  if (auto refused = RefusedByPublication(applied)) return refused;
  return RefusedForColumn(applied);
}

void Check(const AppliedStatement& applied, Findings& findings) {
  if (!applied.history_was_complete) return;
  const std::optional<Conflict> own = OwnReason(applied);
  const Conflict* conflict = own ? &*own : FirstReason(applied);
  // Last what reads text, for a block of thousands of statements is as long as they are.
  if (conflict == nullptr || HasUnknownNames(applied) || MayBeSkipped(applied)) return;
  Finding& finding = findings.Add(conflict->span, "fails: " + conflict->message);
  finding.subject = conflict->message;
  finding.effect = fmt::format("PostgreSQL refuses the statement ({}), whatever the rows are: {}",
                               conflict->sqlstate, Consequence(applied));
  finding.remedy = Remedy(*conflict, applied);
  if (!conflict->certain) {
    finding.level = Level::kWarning;
    finding.effect = fmt::format(
        "no migration before this one {}; unless something else does, PostgreSQL refuses "
        "the statement ({}): {}",
        conflict->kind == ConflictKind::kNoOperatorClass ? "creates an extension that has one"
                                                         : "creates it",
        conflict->sqlstate, Consequence(applied));
  }
  if (conflict->other && conflict->other->begin < conflict->other->end) {
    finding.related.push_back({*conflict->other, std::string(OtherPlace(*conflict))});
  }
}

}  // namespace

extern const Rule will_fail{
    .id = "will-fail",
    .family = Family::kCorrectness,
    .level = Level::kError,
    .since = "0.1",
    .summary = "PostgreSQL refuses the statement on the schema that the migrations before it make",
    .effect =
        "The statement names what does not exist, creates what exists, treats one kind of object "
        "as another, or drops what others depend on. It fails on every database that has run the "
        "migrations before it, on an empty one too, and the deploy stops. Said only where the "
        "files hold the whole history; a warning where something outside of them may have made "
        "what is missing.",
    .remedy =
        "Run the migrations from the first to the last on an empty database before the merge. "
        "Correct the name, or bring the statements into the order in which they can run.",
    .manual = "errcodes-appendix.html",
    .check = OutcomeCheck{Check},
};

}  // namespace hoglint::rules
