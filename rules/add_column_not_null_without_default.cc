// add-column-not-null-without-default: a column that every row must have and no row gets.
#include <fmt/format.h>

#include <string>

#include "lint/facts/added_again.h"
#include "lint/rule/rule.h"
#include "lint/rule/wording.h"
#include "lint/sql/statement_texts.h"

namespace hoglint::rules {
namespace {

// True when PostgreSQL has a value for the rows that are there. Only a domain has a default.
bool HasValue(const ColumnDefinition& column, const Type* type) {
  if (column.default_value) return !column.default_value->is_null;
  return column.identity != Identity::kNone || column.generated != Generated::kNone ||
         IsSerial(column.type) || (type != nullptr && type->has_default);
}

bool IsKey(const ConstraintDefinition& constraint) {
  return constraint.kind == ConstraintKind::kPrimaryKey ||
         constraint.kind == ConstraintKind::kUnique;
}

// The words that make it NOT NULL, with the name that they have; empty where a key or the type
// does.
Span NotNullWords(const ColumnDefinition& column) {
  for (const ConstraintDefinition& constraint : column.constraints) {
    if (constraint.kind == ConstraintKind::kNotNull) return constraint.span;
  }
  return column.not_null_span;
}

// The column as the file has it, without its NOT NULL. Of a key, and where the file has no such
// words, only its name and type.
std::string Nullable(const ColumnDefinition& column, const StatementFacts& facts) {
  const Span& whole = column.span;
  const Span part = NotNullWords(column);
  const bool inside = part.file == whole.file && whole.begin < part.begin &&
                      part.begin < part.end && part.end <= whole.end;
  if (!inside || column.default_value || std::ranges::any_of(column.constraints, IsKey)) {
    return fmt::format("{} {}", QuoteIdentifier(column.name), FormatType(column.type));
  }
  const std::string before(facts.sources.Text({whole.file, whole.begin, part.begin}));
  return OneLineText(before + '\n' +
                     std::string(facts.sources.Text({whole.file, part.end, whole.end})));
}

// A constant would be in every row: a key does not take it, and a foreign key looks it up.
bool TakesConstant(const ColumnDefinition& column) {
  return std::ranges::none_of(column.constraints, [](const ConstraintDefinition& constraint) {
    return IsKey(constraint) || constraint.kind == ConstraintKind::kForeignKey;
  });
}

// `refuses_null`: its type is a domain that is NOT NULL.
std::string Remedy(const std::string& table, const AlterTableAction& action, bool refuses_null,
                   const StatementFacts& facts) {
  const std::string add = fmt::format("ALTER TABLE {} ADD COLUMN {}{}", table,
                                      action.if_not_exists ? "IF NOT EXISTS " : "",
                                      Nullable(*action.column_definition, facts));
  if (refuses_null) {
    return fmt::format("give it a DEFAULT, or a type that may be NULL until it is filled:{}",
                       SqlLine(add + " DEFAULT ...;"));
  }
  const std::string fill = fmt::format("add it without NOT NULL, fill it, and set NOT NULL {}:",
                                       InLaterTransaction(facts));
  if (!TakesConstant(*action.column_definition)) return fill + SqlLine(add + ";");
  return fmt::format("give it a DEFAULT (a constant one is not written to the rows), or {}{}{}{}",
                     fill, SqlLine(add + " NOT NULL DEFAULT ...;"), SqlLine("-- or, to be filled:"),
                     SqlLine(add + ";"));
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
  finding.remedy = Remedy(owner, action, type != nullptr && type->not_null, facts);
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
