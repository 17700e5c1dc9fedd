// explicit-ids-without-setval: rows get numbers that their sequence does not know of.
#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "lint/rule/rule.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

// A column that takes its numbers from a sequence when the INSERT gives none.
const Column* FindNumbered(const Relation& table, const Insert& insert) {
  for (const Column& column : table.columns) {
    const bool numbered = column.identity != Identity::kNone ||
                          (column.default_value && !column.default_value->sequences.empty());
    if (!numbered) continue;
    const bool given = std::ranges::find(insert.columns, column.name) != insert.columns.end();
    if (given || insert.columns.empty()) return &column;
  }
  return nullptr;
}

bool SetsSequence(const Statement& statement) {
  if (const auto* select = As<Select>(statement)) {
    return std::ranges::any_of(select->query.functions,
                               [](const FunctionCall& call) { return call.name.name == "setval"; });
  }
  if (const auto* sequence = As<AlterSequence>(statement)) return sequence->options.restart;
  const auto* alter = As<AlterTable>(statement);
  return alter != nullptr &&
         std::ranges::any_of(alter->actions, [](const AlterTableAction& action) {
           return action.kind == AlterTableKind::kSetIdentity;
         });
}

// An INSERT of the batch into that table has come before: the finding is at the first.
bool IsRepeated(const Insert& insert, const StatementFacts& facts) {
  return std::ranges::any_of(facts.EarlierNaming(insert.table.name), [&](std::uint32_t position) {
    const auto* earlier = As<Insert>(*facts.batch.statements[position].statement);
    return earlier != nullptr && earlier->source && earlier->columns == insert.columns;
  });
}

bool IsSetLater(const StatementFacts& facts) {
  return std::ranges::any_of(facts.Later(), [](const BatchStatement& later) {
    // What a DO block computes may be it.
    return SetsSequence(*later.statement) || As<DynamicSql>(*later.statement) != nullptr;
  });
}

void Check(const StatementFacts& facts, Findings& findings) {
  const auto* insert = As<Insert>(facts.statement);
  if (insert == nullptr || !insert->source) return;
  const Relation* table = facts.before.Find(insert->table);
  const Column* column = table == nullptr ? nullptr : FindNumbered(*table, *insert);
  if (column == nullptr || IsRepeated(*insert, facts) || IsSetLater(facts)) return;
  const std::string shown = DisplayName(table->name);
  const std::string name = QuoteIdentifier(column->name);
  Finding& finding =
      findings.Add(insert->table.span,
                   fmt::format("gives {}.{} its numbers, which the column's sequence does not know",
                               shown, name));
  finding.subject = fmt::format("{}.{}", shown, name);
  finding.effect =
      "the sequence goes on where it was, and an INSERT that takes its number from it fails as "
      "soon as it meets one that is there (23505, duplicate key)";
  finding.remedy = fmt::format(
      "set the sequence behind the last number, or leave {} out of the INSERT:{}", name,
      SqlLine(fmt::format("SELECT setval(pg_get_serial_sequence('{}', '{}'), (SELECT max({}) FROM "
                          "{}));",
                          shown, column->name, name, shown)));
  AddOrigin(finding, column->origin, "column added here");
}

}  // namespace

extern const Rule explicit_ids_without_setval{
    .id = "explicit-ids-without-setval",
    .family = Family::kData,
    .level = Level::kNote,
    .since = "0.1",
    .summary = "Rows are inserted with numbers of their own into a serial or identity column",
    .effect =
        "A sequence does not look at the table: it hands out its next number, also when a row has "
        "it already. The first INSERT without a number then fails, in production, long after the "
        "migration.",
    .remedy =
        "Follow the INSERT with SELECT setval(pg_get_serial_sequence('t', 'id'), (SELECT max(id) "
        "FROM t)), or leave the column out. hoglint is silent when the same batch sets any "
        "sequence after the INSERT.",
    .manual = "functions-sequence.html",
    .check = StatementCheck{Check},
};

}  // namespace hoglint::rules
