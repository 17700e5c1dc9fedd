// reindex-blocks: REINDEX without CONCURRENTLY of a table that is in use.
#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "lint/facts/table_work.h"
#include "lint/rule/lock_text.h"
#include "lint/rule/rule.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

// The table that is named, or whose index is; empty when it is not known.
std::string TableOf(const Reindex& reindex, const StatementFacts& facts) {
  const Relation* relation = facts.before.Find(*reindex.relation);
  if (relation != nullptr && relation->index) return ShownName(relation->index->table, facts);
  return reindex.kind == ReindexKind::kTable ? ShownName(*reindex.relation, facts) : std::string();
}

// The lock on the table, by the model; REINDEX of an index that is not known locks some table.
LockMode LockOnTable(const Reindex& reindex, const StatementFacts& facts) {
  const Relation* relation = facts.before.Find(*reindex.relation);
  if (relation == nullptr || !relation->index) return WorkOn(*reindex.relation, facts).lock;
  const Relation* table = facts.before.Get(relation->index->table);
  if (table == nullptr) return LockMode::kNone;
  const ObjectName name{.schema = table->name.schema, .name = table->name.name, .span = {}};
  return WorkOn(name, facts).lock;
}

bool IsOfNewTable(const Reindex& reindex, const StatementFacts& facts) {
  const Relation* relation = facts.before.Find(*reindex.relation);
  if (relation == nullptr || !relation->index) return IsUnused(*reindex.relation, false, facts);
  const Relation* table = facts.before.Get(relation->index->table);
  return table != nullptr && IsNew(*table, facts);
}

// REINDEX SCHEMA and DATABASE: table by table, each in a transaction of its own. Inside of one they
// fail (25001), which is another rule's to say.
void CheckMany(const Reindex& reindex, const StatementFacts& facts, Findings& findings) {
  if (reindex.kind == ReindexKind::kSystem || facts.transaction.open) return;
  const bool schema = reindex.kind == ReindexKind::kSchema;
  const bool blocks = std::ranges::any_of(facts.effects.effects, [&](const Effect& effect) {
    const Relation* relation = facts.before.Get(effect.relation);
    return BlocksWrites(effect.lock) && relation != nullptr && !IsNew(*relation, facts);
  });
  if (!blocks && !facts.effects.not_modelled && HistoryIsComplete(facts)) return;
  const std::string what = fmt::format("{} {}", schema ? "schema" : "database",
                                       reindex.name.empty() ? "" : QuoteIdentifier(reindex.name));
  Finding& finding = findings.Add(
      facts.statement.span,
      fmt::format("builds all indexes of the {} anew while nobody can write to their tables",
                  what));
  finding.subject = what;
  finding.effect =
      "table by table, SHARE blocks writes while its indexes are built; ACCESS EXCLUSIVE on each "
      "index makes most reads wait as well";
  finding.remedy =
      fmt::format("build them anew while the tables are in use:{}",
                  SqlLine(fmt::format("REINDEX {} CONCURRENTLY {};", schema ? "SCHEMA" : "DATABASE",
                                      reindex.name.empty() ? "" : QuoteIdentifier(reindex.name))));
}

void Check(const StatementFacts& facts, Findings& findings) {
  const auto* reindex = As<Reindex>(facts.statement);
  if (reindex == nullptr || reindex->concurrently) return;
  if (!reindex->relation) return CheckMany(*reindex, facts, findings);
  if (IsOfNewTable(*reindex, facts)) return;
  const LockMode lock = LockOnTable(*reindex, facts);
  if (!BlocksWrites(lock)) return;
  const std::string name = ShownName(*reindex->relation, facts);
  const std::string table = TableOf(*reindex, facts);
  Finding& finding = findings.Add(
      reindex->relation->span,
      fmt::format("builds {} anew while nobody can write to {}",
                  reindex->kind == ReindexKind::kTable ? "all indexes of " + name : name,
                  table.empty() ? "its table" : table));
  finding.subject = name;
  finding.effect = Blocks(lock, table.empty() ? "the table" : table, "it is built", facts) +
                   "; ACCESS EXCLUSIVE on the index makes most reads wait as well";
  const std::string where = OutsideTransaction(facts);
  finding.remedy = fmt::format(
      "build it anew while the table is in use{}{}:{}", where.empty() ? "" : ", ", where,
      SqlLine(fmt::format("REINDEX {} CONCURRENTLY {};",
                          reindex->kind == ReindexKind::kTable ? "TABLE" : "INDEX", name)));
}

}  // namespace

extern const Rule reindex_blocks{
    .id = "reindex-blocks",
    .family = Family::kLocks,
    .level = Level::kError,
    .since = "0.1",
    .summary = "REINDEX of a table that is in use without CONCURRENTLY",
    .effect =
        "REINDEX takes SHARE on the table, which blocks writes, and ACCESS EXCLUSIVE on the index, "
        "which every query that might use it waits for.",
    .remedy =
        "REINDEX ... CONCURRENTLY, outside a transaction (PostgreSQL 12 and later). When it fails "
        "it leaves an invalid index whose name ends in _ccnew: drop that.",
    .manual = "sql-reindex.html#SQL-REINDEX-CONCURRENTLY",
    .check = StatementCheck{Check},
};

}  // namespace hoglint::rules
