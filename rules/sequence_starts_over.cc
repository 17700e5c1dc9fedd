// sequence-starts-over: a column whose rows have numbers gets a sequence that begins at 1.
#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "lint/facts/sequence_position.h"
#include "lint/rule/rule.h"
#include "lint/rule/sql_literal.h"
#include "lint/rule/wording.h"
#include "lint/sql/name_in_string.h"

namespace hoglint::rules {
namespace {

// The new sequence that a default of the action draws from; null when it draws from none, or from
// one that was there.
const Relation* NewSequence(const AlterTableAction& action, const StatementFacts& facts) {
  const bool draws = action.kind == AlterTableKind::kColumnDefault && action.expression &&
                     action.expression->functions.size() == 1 &&
                     action.expression->functions.front().name.name == "nextval" &&
                     action.expression->strings.size() == 1;
  if (!draws) return nullptr;
  const Relation* sequence =
      facts.before.Find(NameInString(action.expression->strings.front().value));
  const bool fresh = sequence != nullptr && sequence->sequence && IsNew(*sequence, facts);
  return fresh ? sequence : nullptr;
}

// CREATE SEQUENCE ... START 1000.
bool IsMadeElsewhere(const Relation& sequence, const StatementFacts& facts) {
  return std::ranges::any_of(facts.EarlierNaming(sequence.name.name), [&](std::uint32_t position) {
    const Statement& earlier = *facts.batch.statements[position].statement;
    return As<CreateSequence>(earlier) != nullptr &&
           StartsElsewhere(facts.sources.Text(earlier.span));
  });
}

bool IsSet(const StatementFacts& facts) {
  return std::ranges::any_of(facts.batch.statements, [](const BatchStatement& other) {
    return MaySetSequence(*other.statement);
  });
}

// Two rows cannot have the same number.
bool IsUnique(const Relation& table, const std::string& column, const Catalogue& catalogue) {
  return std::ranges::any_of(table.indexes, [&](RelationId id) {
    const IndexDetails& index = *catalogue.Get(id)->index;
    return index.unique && !index.where && index.elements.size() == 1 &&
           index.elements.front().column == column;
  });
}

// The batch empties the table.
bool IsEmptied(const Relation& table, const StatementFacts& facts) {
  return std::ranges::any_of(facts.batch.statements, [&](const BatchStatement& other) {
    const auto* truncate = As<Truncate>(*other.statement);
    const auto* remove = As<Delete>(*other.statement);
    const auto is_it = [&](const ObjectName& name) { return name.name == table.name.name; };
    return (truncate != nullptr && std::ranges::any_of(truncate->tables, is_it)) ||
           (remove != nullptr && !remove->where && is_it(remove->table));
  });
}

bool DropsDefault(const AlterTable& alter, const std::string& column) {
  return std::ranges::any_of(alter.actions, [&](const AlterTableAction& action) {
    return action.kind == AlterTableKind::kColumnDefault && action.column == column &&
           !action.expression;
  });
}

// PostgreSQL makes no identity of a column that may be NULL, has a default or is one (will-fail).
bool MayBecomeIdentity(const Column& column, const AlterTable& alter) {
  return column.not_null && column.identity == Identity::kNone &&
         (!column.default_value || DropsDefault(alter, column.name));
}

// The column that is to be numbered from 1 on; null for any other action.
const Column* FindNumbered(const Relation& table, const AlterTable& alter,
                           const AlterTableAction& action, const StatementFacts& facts) {
  const Column* column = table.FindColumn(action.column);
  if (column == nullptr || IsNewColumn(*column, facts)) return nullptr;
  if (action.kind == AlterTableKind::kAddIdentity) {
    const bool elsewhere = StartsElsewhere(facts.sources.Text(action.span));
    return MayBecomeIdentity(*column, alter) && !elsewhere ? column : nullptr;
  }
  const Relation* sequence = NewSequence(action, facts);
  return sequence == nullptr || IsMadeElsewhere(*sequence, facts) ? nullptr : column;
}

// The sequence of a serial column that loses its default alone: pg_get_serial_sequence() goes on
// finding it, and not the identity's (measured on 15 and 18).
const Relation* OldSequence(const Relation& table, const std::string& column,
                            const StatementFacts& facts) {
  for (const RelationId id : table.owned_sequences) {
    const Relation* sequence = facts.before.Get(id);
    if (sequence == nullptr || !sequence->sequence || sequence->sequence->of_identity) continue;
    if (sequence->sequence->owner_column == column) return sequence;
  }
  return nullptr;
}

std::string Remedy(const Relation& table, const Column& column, const AlterTableAction& action,
                   const StatementFacts& facts) {
  const std::string shown = DisplayName(table.name);
  const std::string max =
      fmt::format("(SELECT max({}) FROM {})", QuoteIdentifier(column.name), shown);
  if (const Relation* sequence = NewSequence(action, facts)) {
    return fmt::format("set it behind the last number, in the same migration:{}",
                       SqlLine(fmt::format("SELECT setval({}, {});",
                                           SqlLiteral(DisplayName(sequence->name)), max)));
  }
  const std::string set = SqlLine(fmt::format("SELECT setval(pg_get_serial_sequence({}, {}), {});",
                                              SqlLiteral(shown), SqlLiteral(column.name), max));
  const Relation* old = OldSequence(table, column.name, facts);
  if (old != nullptr && !facts.LaterNaming(old->name.name).empty()) {
    return fmt::format(
        "set it behind the last number, in the same migration, behind the DROP of {}, which would "
        "be found in its place:{}",
        DisplayName(old->name), set);
  }
  if (old != nullptr) {
    return fmt::format(
        "drop the old sequence, which would be found in place of the new one, and set that behind "
        "the last number, in the same migration:{}{}",
        SqlLine(fmt::format("DROP SEQUENCE {};", DisplayName(old->name))), set);
  }
  return "set it behind the last number, in the same migration:" + set;
}

void Report(const Relation& table, const Column& column, const AlterTableAction& action,
            const StatementFacts& facts, Findings& findings) {
  const std::string shown = DisplayName(table.name);
  const std::string name = QuoteIdentifier(column.name);
  const bool unique = IsUnique(table, column.name, facts.before);
  Finding& finding = findings.Add(
      action.span, fmt::format("numbers {}.{} from 1 on, although rows have numbers", shown, name));
  finding.subject = fmt::format("{}.{}", shown, name);
  finding.effect =
      unique ? "the new sequence does not look at the table: an INSERT that takes its number from "
               "it fails as soon as it meets one that is there (23505, duplicate key)"
             : "the new sequence does not look at the table, and gives new rows the numbers that "
               "old ones have";
  if (!unique) finding.level = Level::kWarning;
  finding.remedy = Remedy(table, column, action, facts);
  AddOrigin(finding, column.origin, "column added here");
}

// RESTART of a sequence whose column has given out numbers, and not at a number of one's own.
void CheckRestart(const Relation& table, const std::string& column, const Span& place,
                  std::string_view options, const StatementFacts& facts, Findings& findings) {
  const Column* known = table.FindColumn(column);
  if (known == nullptr || IsNew(table, facts) || RestartsElsewhere(options)) return;
  if (IsEmptied(table, facts)) return;
  const std::string shown = DisplayName(table.name);
  const std::string name = QuoteIdentifier(column);
  Finding& finding =
      findings.Add(place, fmt::format("numbers {}.{} from the start again", shown, name));
  finding.subject = fmt::format("{}.{}", shown, name);
  finding.effect =
      "rows that are there keep their numbers, and an INSERT that takes its number from the "
      "sequence fails as soon as it meets one of them (23505, duplicate key)";
  finding.remedy = "leave it out unless the table is empty by then";
  AddOrigin(finding, known->origin, "column added here");
}

void CheckRestart(const StatementFacts& facts, Findings& findings) {
  if (const auto* alter = As<AlterSequence>(facts.statement)) {
    const Relation* sequence = facts.before.Find(alter->sequence);
    const bool owned = sequence != nullptr && sequence->sequence && sequence->sequence->owner;
    if (!owned || !alter->options.restart) return;
    const Relation* table = facts.before.Get(*sequence->sequence->owner);
    if (table == nullptr) return;
    CheckRestart(*table, sequence->sequence->owner_column, alter->sequence.span,
                 facts.sources.Text(facts.statement.span), facts, findings);
    return;
  }
  const auto* alter = As<AlterTable>(facts.statement);
  const Relation* table = alter == nullptr ? nullptr : facts.before.Find(alter->table);
  if (table == nullptr) return;
  for (const AlterTableAction& action : alter->actions) {
    const std::string_view text = facts.sources.Text(action.span);
    if (action.kind != AlterTableKind::kSetIdentity || !SaysRestart(text)) continue;
    CheckRestart(*table, action.column, action.span, text, facts, findings);
  }
}

void Check(const StatementFacts& facts, Findings& findings) {
  CheckRestart(facts, findings);
  const auto* alter = As<AlterTable>(facts.statement);
  const Relation* table = alter == nullptr ? nullptr : facts.before.Find(alter->table);
  if (table == nullptr || IsNew(*table, facts)) return;
  for (const AlterTableAction& action : alter->actions) {
    const Column* column = FindNumbered(*table, *alter, action, facts);
    if (column == nullptr || IsSet(facts)) continue;
    Report(*table, *column, action, facts, findings);
  }
}

}  // namespace

extern const Rule sequence_starts_over{
    .id = "sequence-starts-over",
    .family = Family::kData,
    .level = Level::kError,
    .since = "0.1",
    .summary = "A column that has numbers gets a sequence that begins at 1",
    .effect =
        "ADD GENERATED AS IDENTITY, and a new sequence behind SET DEFAULT, begin at 1 whatever the "
        "rows have. Under a primary key every INSERT without a number fails (23505) until the "
        "numbers in use have been passed, one failed INSERT for each. RESTART does the same to a "
        "sequence that is there.",
    .remedy =
        "SELECT setval(pg_get_serial_sequence('t', 'id'), (SELECT max(id) FROM t)) in the same "
        "migration, or START WITH a number that no row has. hoglint is silent when the batch sets "
        "any sequence.",
    .manual = "functions-sequence.html",
    .check = StatementCheck{Check},
};

}  // namespace hoglint::rules
