// schema-without-migration: what the TypeScript declares is not what the newest snapshot, or the
// SQL, has: drizzle-kit generate was not run, or the migration was written by hand.
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "lint/facts/application.h"
#include "lint/facts/schema_lag.h"
#include "lint/rule/project_commands.h"
#include "lint/rule/rule.h"
#include "lint/rule/wording.h"
#include "lint/typescript/declared_schema.h"

namespace hoglint::rules {
namespace {

using Differences = std::vector<const DeclaredDifference*>;

// The differences of one table, enum or view.
struct Lag {
  const ApplicationFacts& facts;
  const Track& track;
  const SchemaLag& all;
  Differences differences;

  [[nodiscard]] const DeclaredDifference& first() const { return *differences.front(); }
  [[nodiscard]] bool BreaksCode() const { return hoglint::BreaksCode(first()); }
  [[nodiscard]] bool Has(DeclaredChange kind) const {
    return std::ranges::any_of(differences,
                               [kind](const auto* each) { return each->kind == kind; });
  }
};

bool IsUnchanged(const ApplicationFacts& facts, FileId file) {
  return facts.workspace.unchanged.contains(file);
}

// "column nick", "value 'ok'", "order of values", "foreign key (user_id) to users"
std::string PartOf(const DeclaredDifference& difference) {
  if (difference.part_thing == "order") return "order of values";
  std::string name = difference.part;
  if (difference.part_thing == "value") {
    name = fmt::format("'{}'", name);
  } else if (!name.starts_with('(')) {
    name = QuoteIdentifier(name);
  }
  return fmt::format("{} {}", difference.part_thing, name);
}

// A statement's part about one difference.
std::string Describe(const DeclaredDifference& difference) {
  const std::string part = PartOf(difference);
  switch (difference.kind) {
    case DeclaredChange::kMissing:
      return fmt::format("{} is declared, and no migration adds it", part);
    case DeclaredChange::kGone:
      return fmt::format("{} is no longer declared, and no migration drops it", part);
    case DeclaredChange::kType:
      return fmt::format("{} is declared {}, and the migrations make it {}", part,
                         difference.declared, difference.known);
    case DeclaredChange::kNullability:
      return fmt::format("{} is declared {}, and the migrations leave it {}", part,
                         difference.declared, difference.known);
  }
  return {};
}

std::string Message(const Lag& lag) {
  const DeclaredDifference& first = lag.first();
  const std::string name = fmt::format("{} {}", first.thing, DisplayName(first.object));
  if (first.part.empty()) {
    if (first.kind == DeclaredChange::kMissing) {
      return fmt::format("{} is declared, and no migration creates it", name);
    }
    // An enum that is declared and not exported has a place.
    return fmt::format("{} is no longer {}, and no migration drops it", name,
                       first.span ? "exported" : "declared");
  }
  std::string message = fmt::format("{}: {}", name, Describe(first));
  const std::size_t more = lag.differences.size() - 1;
  if (more > 0) message += fmt::format("; and {} more", more);
  return message;
}

// Measured, drizzle-orm 0.45.4: SELECT and INSERT name every declared column, those without a value
// with `default`.
std::string Effect(const Lag& lag) {
  const DeclaredDifference& first = lag.first();
  const std::string name = DisplayName(first.object);
  if (lag.BreaksCode()) {
    const std::string_view where = "in a database that has only what the migrations make, ";
    if (first.thing == "enum") {
      return fmt::format("{}{}", where,
                         first.part.empty() ? "the type does not exist (42704)"
                                            : "writing a value that is not there fails (22P02)");
    }
    if (first.part.empty()) return fmt::format("{}every query of {} fails (42P01)", where, name);
    return fmt::format(
        "{}every SELECT and INSERT of Drizzle on {} fails (42703): they name all declared columns",
        where, name);
  }
  if (lag.Has(DeclaredChange::kGone)) {
    return "the next drizzle-kit generate, whoever runs it for whatever reason, writes the DROP "
           "into its migration";
  }
  return "the code relies on what the database does not hold to, and the next drizzle-kit "
         "generate, "
         "whoever runs it for whatever reason, writes the change into its migration";
}

std::string Remedy(const Lag& lag) {
  if (lag.track.drizzle == nullptr) {
    return "write a migration that makes it, and commit it with the schema";
  }
  const std::string generate = GenerateCommand(lag.facts.application, lag.track);
  const DeclaredDifference& first = lag.first();
  const bool owners = lag.track.ownership != nullptr && first.kind == DeclaredChange::kGone &&
                      lag.track.ownership->catalogue.Find(first.object) != nullptr;
  if (owners) {
    return fmt::format(
        "run `{}` and take the DROP out of the SQL that it writes: {} is a table of "
        "{}, which the snapshot must forget and the database must keep",
        generate, DisplayName(first.object), lag.track.ownership->owner);
  }
  if (!lag.Has(DeclaredChange::kMissing) && lag.Has(DeclaredChange::kGone)) {
    return fmt::format(
        "{} it again; or, if it is to go, run `{}`, read the DROP that it writes, "
        "and commit it with the schema",
        first.span && first.part.empty() ? "export" : "declare", generate);
  }
  return fmt::format("run `{}`, read the SQL that it writes, and commit it with the schema",
                     generate);
}

std::string DescribeReverse(const DeclaredDifference& difference) {
  const std::string name = DisplayName(difference.object);
  const std::string part = difference.part.empty()
                               ? fmt::format("{} {}", difference.thing, name)
                               : fmt::format("{} of {}", PartOf(difference), name);
  switch (difference.kind) {
    case DeclaredChange::kMissing:
      return fmt::format("{} is not in it, and the TypeScript declares it", part);
    case DeclaredChange::kGone:
      return fmt::format("{} is in it, and the TypeScript does not declare it", part);
    case DeclaredChange::kType:
    case DeclaredChange::kNullability:
      return fmt::format("{} is {} there, and the TypeScript declares it {}", part,
                         difference.known, difference.declared);
  }
  return {};
}

// A new migration says otherwise, and the schema stayed as it was.
void AddReverse(const Lag& lag, Findings& findings) {
  std::string message = fmt::format("the snapshot of {} and the TypeScript differ: {}",
                                    lag.all.migration->tag, DescribeReverse(lag.first()));
  const std::size_t more = lag.differences.size() - 1;
  if (more > 0) message += fmt::format("; and {} more", more);
  Finding& finding = findings.Add(WholeFile{lag.all.snapshot->file}, std::move(message));
  finding.migration = lag.all.migration->tag;
  finding.remedy = fmt::format(
      "let the schema files declare what the migration does; or delete the migration, its journal "
      "entry and its snapshot, and run `{}`",
      GenerateCommand(lag.facts.application, lag.track));
  for (const DeclaredDifference* each : lag.differences) {
    if (each->span) finding.related.push_back({*each->span, "declared here"});
    if (finding.related.size() == 1) break;
  }
}

// What is gone has no place any more: a schema file that the change touches, else the config.
Place PlaceOfGone(const Lag& lag) {
  const DeclaredSchema& declared = *lag.track.declared;
  for (const bool named : {false, true}) {
    for (const DeclaredFile& file : declared.files) {
      if (file.reached && file.named == named && !IsUnchanged(lag.facts, file.file)) {
        return WholeFile{file.file};
      }
    }
  }
  const DrizzleConfigFile* config = lag.track.config.get();
  if (config == nullptr) return WholeFile{declared.files.front().file};
  const std::uint32_t begin = config->config.schema.begin;
  return Span{config->file, begin, std::max(begin, config->config.schema.end)};
}

// The first declaration in a file that the change touches.
Place PlaceOf(const Lag& lag) {
  std::optional<Span> place;
  for (const DeclaredDifference* each : lag.differences) {
    if (!each->span) continue;
    if (!place ||
        (IsUnchanged(lag.facts, place->file) && !IsUnchanged(lag.facts, each->span->file))) {
      place = each->span;
    }
  }
  if (!place) return PlaceOfGone(lag);
  return *place;
}

FileId FileOf(const Place& place) {
  if (const auto* span = std::get_if<Span>(&place)) return span->file;
  return std::get<WholeFile>(place).file;
}

void Add(const Lag& lag, Findings& findings) {
  const Place place = PlaceOf(lag);
  const bool reverse = lag.all.snapshot != nullptr && !lag.all.migration->merged &&
                       IsUnchanged(lag.facts, FileOf(place));
  if (reverse) {
    AddReverse(lag, findings);
  } else {
    Finding& finding = findings.Add(place, Message(lag));
    finding.remedy = Remedy(lag);
    for (const DeclaredDifference* each : lag.differences) {
      const auto* at = std::get_if<Span>(&place);
      const bool same = at != nullptr && each->span == *at;
      if (each->span && !same && !each->part.empty()) {
        finding.related.push_back({*each->span, Describe(*each)});
      }
    }
  }
  Finding& finding = findings.all().back();
  finding.effect = Effect(lag);
  finding.subject = DisplayName(lag.first().object);
  if (!lag.BreaksCode()) finding.level = Level::kWarning;
}

// The database is made by drizzle-kit push alone, as far as package.json tells.
bool OnlyPushes(const Application& application) {
  const auto runs = [&](std::string_view command) {
    return std::ranges::any_of(application.package.scripts, [&](const auto& script) {
      return script.second.find(command) != std::string::npos;
    });
  };
  return runs("drizzle-kit push") && !runs("generate") && !runs("migrate");
}

// "table notes and enum mood", "table notes, table tags, enum mood and 7 more"
std::string ListDeclared(const Differences& differences) {
  constexpr std::size_t kShown = 3;
  std::string list;
  const std::size_t shown = std::min(differences.size(), kShown);
  for (std::size_t i = 0; i < shown; ++i) {
    const bool last = i + 1 == differences.size();
    if (i > 0) list += last ? " and " : ", ";
    list += fmt::format("{} {}", differences[i]->thing, DisplayName(differences[i]->object));
  }
  if (differences.size() > shown) list += fmt::format(" and {} more", differences.size() - shown);
  return list;
}

// drizzle-kit generate was never run: one finding for all.
void AddNothingYet(const Lag& lag, Findings& findings) {
  const bool one = lag.differences.size() == 1;
  Finding& finding = findings.Add(
      PlaceOf(lag), fmt::format("{} has no migration yet: {} {} declared, and nothing creates {}",
                                lag.track.folder, ListDeclared(lag.differences), one ? "is" : "are",
                                one ? "it" : "them"));
  finding.effect = Effect(lag);
  finding.remedy = Remedy(lag);
  finding.subject = lag.track.folder;
  if (OnlyPushes(lag.facts.application)) finding.level = Level::kWarning;
}

void Check(const ApplicationFacts& facts, Findings& findings) {
  for (const Track& track : facts.workspace.tracks) {
    if (track.application.get() != &facts.application || track.declared == nullptr) continue;
    if (track.declared->files.empty() || AnotherMigrates(track, facts.workspace.tracks)) continue;
    const SchemaLag all = SchemaLagOf(track, facts.sources, facts.runner);
    if (all.differences.empty()) continue;
    if (track.migrations.empty() && track.drizzle != nullptr) {
      Lag lag{facts, track, all, {}};
      for (const DeclaredDifference& each : all.differences) lag.differences.push_back(&each);
      std::stable_partition(lag.differences.begin(), lag.differences.end(),
                            [](const auto* each) { return each->thing == "table"; });
      AddNothingYet(lag, findings);
      continue;
    }
    std::set<QualifiedName> seen;
    for (const DeclaredDifference& difference : all.differences) {
      if (!seen.insert(difference.object).second) continue;
      Lag lag{facts, track, all, {}};
      for (const DeclaredDifference& other : all.differences) {
        if (other.object == difference.object) lag.differences.push_back(&other);
      }
      // What breaks code comes first.
      std::ranges::stable_sort(lag.differences, {}, [](const DeclaredDifference* each) {
        return std::pair(!BreaksCode(*each), each->kind);
      });
      Add(lag, findings);
    }
  }
}

}  // namespace

extern const Rule schema_without_migration;
const Rule schema_without_migration{
    .id = "schema-without-migration",
    .family = Family::kProject,
    .level = Level::kError,
    .since = "0.1",
    .summary = "The TypeScript schema declares what no migration makes",
    .effect =
        "The schema files were changed and drizzle-kit generate was not run, or its files were not "
        "committed; `drizzle-kit push` changes one database and leaves no migration either. The "
        "code that is deployed then queries tables and columns that the deployed database does not "
        "have. Compared are tables, columns with type, nullability and whether they have a "
        "default, "
        "keys, indexes and CHECK constraints by their names or columns, what foreign keys do on "
        "DELETE and UPDATE, enums with their values, and views by their names, with the newest "
        "snapshot, which is what drizzle-kit generate compares with. What "
        "the schema no longer declares, or declares otherwise, is a warning.",
    .remedy =
        "Run the project's generate script (`drizzle-kit generate`), read the SQL, and commit it "
        "together with the schema.",
    .manual = "",
    .check = ApplicationCheck{Check},
};

}  // namespace hoglint::rules
