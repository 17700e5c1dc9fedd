// add-column-not-null-without-default: a column that every row must have and no row gets.
#include <fmt/format.h>

#include <string>

#include "lint/facts/added_again.h"
#include "lint/rule/rule.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

// True when PostgreSQL has a value for the rows that are there. Only a domain has a default.
bool HasValue(const ColumnDefinition& column, const Type* type) {
  if (column.default_value) return !column.default_value->is_null;
  return column.identity != Identity::kNone || column.generated != Generated::kNone ||
         IsSerial(column.type) || (type != nullptr && type->has_default);
}

std::string Remedy(const std::string& table, const ColumnDefinition& column,
                   const StatementFacts& facts) {
  const std::string name = QuoteIdentifier(column.name);
  const std::string type = FormatType(column.type);
  return fmt::format(
      "give it a DEFAULT (a constant one is not written to the rows), or add it without NOT NULL, "
      "fill it, and set NOT NULL {}:{}{}",
      InLaterTransaction(facts),
      SqlLine(
          fmt::format("ALTER TABLE {} ADD COLUMN {} {} NOT NULL DEFAULT ...;", table, name, type)),
      SqlLine(fmt::format("ALTER TABLE {} ADD COLUMN {} {};", table, name, type)));
}

void CheckColumn(const AlterTable& alter, const AlterTableAction& action,
                 const StatementFacts& facts, Findings& findings) {
  const ColumnDefinition& column = *action.column_definition;
  const Type* type = facts.before.FindType(column.type);
  const bool not_null = column.not_null || (type != nullptr && type->not_null);
  if (!not_null || HasValue(column, type)) return;
  const Relation* table = facts.before.Find(alter.table);
  const bool is_there = table != nullptr && table->FindColumn(column.name) != nullptr &&
                        !DropsColumnFirst(alter, column.name);
  if (action.if_not_exists && is_there) return;

  const std::string owner = ShownName(alter.table, facts);
  const std::string name = QuoteIdentifier(column.name);
  Finding& finding =
      findings.Add(column.not_null_span.begin < column.not_null_span.end ? column.not_null_span
                                                                         : column.name_span,
                   fmt::format("adds {}.{} NOT NULL without a default", owner, name));
  finding.subject = fmt::format("{}.{}", owner, name);
  finding.effect = fmt::format(
      "fails if {} holds a single row (23502, column contains null values); code that is deployed "
      "now fails on every INSERT, since it does not know the column",
      owner);
  finding.remedy = Remedy(owner, column, facts);
}

void Check(const StatementFacts& facts, Findings& findings) {
  const auto* alter = As<AlterTable>(facts.statement);
  if (alter == nullptr || alter->object == AlteredObject::kType) return;
  if (IsNewAndEmpty(alter->table, facts)) return;
  if (alter->if_exists && IsKnownMissing(alter->table, facts)) return;
  for (const AlterTableAction& action : alter->actions) {
    if (action.column_definition) CheckColumn(*alter, action, facts, findings);
  }
}

}  // namespace

extern const Rule add_column_not_null_without_default{
    .id = "add-column-not-null-without-default",
    .family = Family::kCorrectness,
    .level = Level::kError,
    .since = "0.1",
    .summary = "A NOT NULL column without a default is added to a table that may have rows",
    .effect =
        "PostgreSQL has no value for the rows that are there and refuses the statement: it "
        "works on an empty development database and fails in production. Where it passes, "
        "code that is still running fails on every INSERT.",
    .remedy =
        "Give the column a DEFAULT, which costs nothing when it is constant, or add it "
        "nullable, fill it in batches, and set NOT NULL when a validated CHECK proves it.",
    .manual = "sql-altertable.html",
    .check = StatementCheck{Check},
};

}  // namespace hoglint::rules
