// explicit-ids-without-setval: rows get numbers that their sequence does not know of.
#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "lint/base/ascii.h"
#include "lint/facts/sequence_position.h"
#include "lint/rule/rule.h"
#include "lint/rule/sql_literal.h"
#include "lint/rule/wording.h"
#include "lint/sql/name_in_string.h"

namespace hoglint::rules {
namespace {

// The first row gives the column, the nth of those that are given, no number: VALUES (DEFAULT,
// ...).
bool IsDefault(const Insert& insert, const Expression& value) {
  return !insert.from_query && ToLowerAscii(value.text) == "default";
}

// nextval() of the column's own sequence: of what is not written as a constant it is supposed.
bool IsNextOfItsSequence(const Column& column, const Expression& value,
                         const StatementFacts& facts) {
  if (std::ranges::none_of(value.functions,
                           [](const FunctionCall& call) { return call.name.name == "nextval"; })) {
    return false;
  }
  if (value.strings.size() != 1 || !column.default_value) return true;
  const Relation* sequence = facts.before.Find(NameInString(value.strings.front().value));
  return sequence == nullptr ||
         std::ranges::count(column.default_value->sequences, sequence->id) > 0;
}

// The INSERT gives the column, the nth of its table, a value of its own.
bool Gives(const Insert& insert, const Column& column, std::size_t nth,
           const StatementFacts& facts) {
  if (!insert.columns.empty()) {
    const auto given = std::ranges::find(insert.columns, column.name);
    if (given == insert.columns.end()) return false;
    nth = static_cast<std::size_t>(given - insert.columns.begin());
  }
  const std::vector<OutputColumn>& outputs = insert.source->outputs;
  if (nth >= outputs.size()) return true;
  return !IsDefault(insert, outputs[nth].value) &&
         !IsNextOfItsSequence(column, outputs[nth].value, facts);
}

// OVERRIDING USER VALUE takes the sequence's numbers all the same; a column GENERATED ALWAYS takes
// others only with OVERRIDING SYSTEM VALUE (428C9 without).
bool Overrides(const Insert& insert, const Column& column) {
  if (column.identity == Identity::kNone) return true;
  if (insert.overriding == Overriding::kUserValue) return false;
  return column.identity != Identity::kAlways || insert.overriding == Overriding::kSystemValue;
}

// A column of the table takes its numbers from that sequence, or the sequence belongs to the table.
bool DrawsFrom(const Relation& table, RelationId sequence) {
  return std::ranges::count(table.owned_sequences, sequence) > 0 ||
         std::ranges::any_of(table.columns, [&](const Column& column) {
           return column.default_value &&
                  std::ranges::count(column.default_value->sequences, sequence) > 0;
         });
}

// The rows come from a table that draws from the column's sequence: it has given their numbers
// itself, as where CREATE TABLE (LIKE ...) makes a table that takes another one's place, and where
// a child of INHERITS gets rows of its parent. WITH moved AS (DELETE ... RETURNING *) writes there.
bool HasItsNumbers(const Insert& insert, const Relation& table, const Column& column,
                   const StatementFacts& facts) {
  if (!insert.from_query || !column.default_value) return false;
  const auto draws = [&](const ObjectName& name) {
    const Relation* source = facts.before.Find(name);
    return source != nullptr && source->id != table.id &&
           std::ranges::any_of(column.default_value->sequences,
                               [&](RelationId id) { return DrawsFrom(*source, id); });
  };
  return std::ranges::any_of(insert.source->reads, draws) ||
         std::ranges::any_of(insert.writes, draws);
}

// A column that takes its numbers from a sequence when the INSERT gives none, and that this one
// gives some.
const Column* FindNumbered(const Relation& table, const Insert& insert,
                           const StatementFacts& facts) {
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const Column& column = table.columns[i];
    const bool numbered = column.identity != Identity::kNone ||
                          (column.default_value && !column.default_value->sequences.empty());
    if (!numbered || !Gives(insert, column, i, facts)) continue;
    if (Overrides(insert, column) && !HasItsNumbers(insert, table, column, facts)) return &column;
  }
  return nullptr;
}

// pg_get_serial_sequence knows the sequences that belong to the column only. Another one may be
// ahead of this table.
std::string SetvalSql(const Relation& table, const Column& column, const StatementFacts& facts) {
  const std::string shown = DisplayName(table.name);
  const std::string last =
      fmt::format("(SELECT max({}) FROM {})", QuoteIdentifier(column.name), shown);
  const bool identity = column.identity != Identity::kNone;
  const Relation* sequence =
      identity ? nullptr : facts.before.Get(column.default_value->sequences.front());
  const bool owned = identity || (sequence != nullptr && sequence->sequence &&
                                  sequence->sequence->owner == table.id);
  if (owned || sequence == nullptr) {
    return fmt::format("SELECT setval(pg_get_serial_sequence({}, {}), {});", SqlLiteral(shown),
                       SqlLiteral(column.name), last);
  }
  const std::string name = DisplayName(sequence->name);
  return fmt::format("SELECT setval({}, greatest({}, (SELECT last_value FROM {})));",
                     SqlLiteral(name), last, name);
}

// An INSERT of the batch into that table has come before: the finding is at the first.
bool IsRepeated(const Insert& insert, const StatementFacts& facts) {
  return std::ranges::any_of(facts.EarlierNaming(insert.table.name), [&](std::uint32_t position) {
    const auto* earlier = As<Insert>(*facts.batch.statements[position].statement);
    return earlier != nullptr && earlier->source && earlier->columns == insert.columns;
  });
}

bool IsSetLater(const StatementFacts& facts) {
  return std::ranges::any_of(
      facts.Later(), [](const BatchStatement& later) { return MaySetSequence(*later.statement); });
}

void Check(const StatementFacts& facts, Findings& findings) {
  const auto* insert = As<Insert>(facts.statement);
  if (insert == nullptr || !insert->source) return;
  const Relation* table = facts.before.Find(insert->table);
  const Column* column = table == nullptr ? nullptr : FindNumbered(*table, *insert, facts);
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
  finding.remedy =
      fmt::format("set the sequence behind the last number, or leave {} out of the INSERT:{}", name,
                  SqlLine(SetvalSql(*table, *column, facts)));
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
