// unknown-engine-column: SQL in the code names a column that the engine's table does not have.
#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "lint/base/did_you_mean.h"
#include "lint/facts/application.h"
#include "lint/facts/ownership.h"
#include "lint/facts/unknown_columns.h"
#include "lint/rule/application_text.h"
#include "lint/rule/ownership_text.h"
#include "lint/rule/rule.h"
#include "lint/typescript/app_sources.h"

namespace hoglint::rules {
namespace {

// Columns that the project's own migrations add to the engine's tables.
std::set<std::string> AddedColumns(const std::vector<const Track*>& tracks) {
  std::set<std::string> columns;
  for (const Track* track : tracks) {
    for (const Migration& migration : track->migrations) {
      for (const Statement& statement : migration.parsed.statements) {
        const auto* alter = As<AlterTable>(statement);
        if (alter == nullptr) continue;
        for (const AlterTableAction& action : alter->actions) {
          if (action.column_definition) columns.insert(action.column_definition->name);
        }
      }
    }
  }
  return columns;
}

std::string Nearest(const std::string& column, const Relation& table) {
  std::vector<std::string_view> names;
  for (const Column& each : table.columns) names.push_back(each.name);
  const auto nearest = DidYouMean(column, names);
  return nearest ? std::string(*nearest) : std::string();
}

void Add(const UnknownColumn& unknown, const Span& span, const Ownership& ownership,
         Findings& findings) {
  const std::string table = DisplayName(unknown.table->name);
  Finding& finding = findings.Add(span, fmt::format("{} of {} has no column {}", table,
                                                    OwnerWithVersion(ownership), unknown.column));
  finding.subject = fmt::format("{}.{}", table, unknown.column);
  finding.group = finding.subject;
  finding.group_label = "and here";
  finding.effect = fmt::format(
      "the statement fails as soon as it runs: column {} does not exist (42703); TypeScript does "
      "not look into SQL",
      unknown.column);
  const std::string nearest = Nearest(unknown.column, *unknown.table);
  finding.remedy =
      nearest.empty()
          ? fmt::format("take a column that the table has; hoglint engine lists what {} owns",
                        ownership.owner)
          : fmt::format("did you mean {}?", nearest);
}

void Check(const ApplicationFacts& facts, Findings& findings) {
  const std::vector<const Track*> tracks = ClientTracks(facts);
  if (tracks.empty()) return;
  const Ownership& ownership = *tracks.front()->ownership;
  // The list is of another version than the project's: the column may be newer, or gone.
  if (!ownership.wanted.empty()) return;
  const std::set<std::string> added = AddedColumns(tracks);
  for (const SqlInCode& sql : facts.application.sources->sql) {
    for (const UnknownColumn& unknown : UnknownColumns(sql.text, ownership.catalogue)) {
      if (added.contains(unknown.column)) continue;
      Add(unknown, {sql.span.file, sql.span.begin + unknown.begin, sql.span.begin + unknown.end},
          ownership, findings);
    }
  }
}

}  // namespace

extern const Rule unknown_engine_column{
    .id = "unknown-engine-column",
    .family = Family::kProject,
    .level = Level::kWarning,
    .since = "0.1",
    .summary = "SQL in the code names a column that the engine's table does not have",
    .effect =
        "SQL in a `sql` template is text to TypeScript: a column that the engine's table does not "
        "have, or not any more after an upgrade, is found when the statement runs, as 42703. "
        "Statements with a table or column that Drizzle puts in, and columns whose table is not "
        "certain, are left alone.",
    .remedy =
        "Name the columns through the tables of `@hogsend/db` (`${contacts.email}`), which the "
        "compiler checks, or correct the name. `hoglint engine` lists what there is.",
    .manual = "",
    .check = ApplicationCheck{Check},
    .presets = kHogsendPreset,
};

}  // namespace hoglint::rules
