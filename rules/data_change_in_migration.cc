// data-change-in-migration: rows are changed where the project keeps its migrations to the schema.
#include <fmt/format.h>

#include <array>
#include <string>
#include <string_view>

#include "lint/facts/data_change.h"
#include "lint/facts/held_locks.h"
#include "lint/facts/table_work.h"
#include "lint/rule/rule.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

constexpr std::array kOptions{RuleOption{
    .name = "allow",
    .type = OptionType::kNames,
    .summary = "Tables whose rows belong to the schema, such as lists that the code relies on",
    .example = R"(["countries", "lookup.*"])"}};

struct Change {
  std::string_view verb;
  const ObjectName* table = nullptr;  // null: the statement changes no rows
};

Change ChangeOf(const Statement& statement) {
  if (const auto* insert = As<Insert>(statement)) return {"inserts rows into", &insert->table};
  if (const auto* update = As<Update>(statement)) return {"updates rows of", &update->table};
  if (const auto* remove = As<Delete>(statement)) return {"deletes rows of", &remove->table};
  if (const auto* merge = As<Merge>(statement)) return {"merges rows into", &merge->table};
  const auto* copy = As<Copy>(statement);
  if (copy != nullptr && copy->from && copy->table) return {"copies rows into", &*copy->table};
  return {};
}

// Whether a rule that knows more speaks of the statement: ddl-with-backfill, update-all-rows,
// delete-all-rows.
bool IsReported(const StatementFacts& facts) {
  const RowCount rows = DataChangeOf(facts).rows;
  if (rows == RowCount::kAll) return true;
  if (!LocksHeld(facts).empty()) return rows >= RowCount::kSome;
  return rows == RowCount::kMany && As<Update>(facts.statement) != nullptr;
}

void Check(const StatementFacts& facts, Findings& findings) {
  if (!facts.runner.schema_only) return;
  const Change change = ChangeOf(facts.statement);
  if (change.table == nullptr || IsUnused(*change.table, false, facts)) return;
  if (IsReported(facts)) return;
  const QualifiedName key = facts.before.ResolveExisting(*change.table);
  const std::array<std::string_view, 2> parts{key.schema, key.name};
  if (findings.settings().Names(kOptions[0], parts)) return;
  const std::string table = ShownName(*change.table, facts);
  const std::string what = fmt::format("{} {}", change.verb, table);
  Finding& finding = findings.Add(facts.statement.span, fmt::format("a migration {}", what));
  finding.subject = table;
  finding.group = "data";
  finding.group_label = "and " + what;
  finding.effect = fmt::format(
      "{} migrations change the schema only: they run in one transaction before the new version "
      "starts, which waits for every row, and cannot go on where they stopped",
      facts.runner.name);
  finding.remedy =
      "change the rows in a job after the deploy: in batches, each committed, that can be "
      "interrupted and run again";
}

}  // namespace

extern const Rule data_change_in_migration{
    .id = "data-change-in-migration",
    .family = Family::kData,
    .level = Level::kWarning,
    .since = "0.1",
    .summary = "Rows of an existing table are changed where migrations are for the schema only",
    .effect =
        "Some projects, Hogsend's among them, keep data changes out of their migrations: those run "
        "in one transaction while the deploy waits, with a time limit, and roll back whole.",
    .remedy =
        "Write a job that changes the rows in batches after the deploy, each committed, so that it "
        "can be interrupted and run again. hoglint only reports this where the runner has the "
        "convention (--runner hogsend), and not for tables that the same migrations create.",
    .manual = "",
    .check = StatementCheck{Check},
    .options = kOptions,
};

}  // namespace hoglint::rules
