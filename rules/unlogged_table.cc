// unlogged-table: a table that is empty after a crash.
#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "lint/rule/rule.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

void Report(const Span& place, const std::string& table, Findings& findings) {
  Finding& finding = findings.Add(place, fmt::format("{} is unlogged: a crash empties it", table));
  finding.level = Level::kNote;
  finding.subject = table;
  finding.effect = "standbys never have its rows, and after a crash or a failover it is empty";
  finding.remedy = "leave UNLOGGED out unless the rows can be computed again";
}

// A table that the batch loads unlogged and makes durable before anybody uses it.
bool IsLoggedLater(const ObjectName& table, const StatementFacts& facts) {
  return std::ranges::any_of(facts.LaterNaming(table.name), [&](std::uint32_t position) {
    const Statement& later = *facts.batch.statements[position].statement;
    if (As<Drop>(later) != nullptr) return true;
    const auto* alter = As<AlterTable>(later);
    return alter != nullptr && std::ranges::count(alter->actions, AlterTableKind::kSetLogged,
                                                  &AlterTableAction::kind) > 0;
  });
}

// SET UNLOGGED of a table that others fill and read; that it writes every row anew is
// table-rewrite's.
void CheckAlter(const AlterTable& alter, const StatementFacts& facts, Findings& findings) {
  const auto action =
      std::ranges::find(alter.actions, AlterTableKind::kSetUnlogged, &AlterTableAction::kind);
  if (action == alter.actions.end() || IsLoggedLater(alter.table, facts)) return;
  if (alter.if_exists && IsKnownMissing(alter.table, facts)) return;
  const Relation* table = facts.before.Find(alter.table);
  // Before 18 it does nothing there, and fails since.
  if (table != nullptr && table->kind == RelationKind::kPartitionedTable) return;
  if (table != nullptr && table->persistence != Persistence::kPermanent) return;
  Report(action->span, ShownName(alter.table, facts), findings);
  Finding& finding = findings.all().back();
  if (IsNewAndEmpty(alter.table, facts)) return;
  finding.level = Level::kWarning;
  finding.effect =
      "the rows that it has are lost with the first crash or failover, as are later "
      "ones, and standbys do not have them any more";
  finding.remedy = "leave it out unless the rows can be computed again";
}

void Check(const StatementFacts& facts, Findings& findings) {
  const ObjectName* name = nullptr;
  const auto* create = As<CreateTable>(facts.statement);
  if (create != nullptr && create->persistence == Persistence::kUnlogged) name = &create->table;
  const auto* select = As<CreateTableAs>(facts.statement);
  if (select != nullptr && select->persistence == Persistence::kUnlogged) name = &select->table;
  if (name != nullptr && !IsLoggedLater(*name, facts)) {
    Report(name->span, ShownName(*name, facts), findings);
  }
  const auto* alter = As<AlterTable>(facts.statement);
  if (alter != nullptr) CheckAlter(*alter, facts, findings);
}

}  // namespace

extern const Rule unlogged_table{
    .id = "unlogged-table",
    .family = Family::kData,
    .level = Level::kWarning,
    .since = "0.1",
    .summary = "A table is UNLOGGED: a crash empties it",
    .effect =
        "An unlogged table is not in the write-ahead log: PostgreSQL truncates it after a crash, "
        "standbys and most backups never have its rows, and after a failover it is empty. A note "
        "where the "
        "table is new.",
    .remedy =
        "Use it for rows that can be computed again. For anything else leave UNLOGGED out; SET "
        "LOGGED later writes the whole table under ACCESS EXCLUSIVE.",
    .manual = "sql-createtable.html#SQL-CREATETABLE-UNLOGGED",
    .check = StatementCheck{Check},
};

}  // namespace hoglint::rules
