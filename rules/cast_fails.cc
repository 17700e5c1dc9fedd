// cast-fails: PostgreSQL refuses the change of a column's type, whatever the rows are.
#include <fmt/format.h>

#include <string>

#include "lint/facts/automatic_cast.h"
#include "lint/rule/rule.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

void Report(const AlterTable& alter, const AlterTableAction& action, const CastFailure& failure,
            const StatementFacts& facts, Findings& findings) {
  const Column& column = *ChangedColumn(alter, action, facts);
  const std::string table = ShownName(alter.table, facts);
  const std::string name = QuoteIdentifier(action.column);
  const std::string type = FormatType(*action.type);
  Finding& finding = findings.Add(
      action.span, failure.column ? fmt::format("{}.{} cannot become {} by itself: it is {}", table,
                                                name, type, column.type)
                                  : fmt::format("the default of {}.{} cannot become {} by itself",
                                                table, name, type));
  finding.subject = fmt::format("{}.{}", table, name);
  finding.effect = fmt::format("the migration fails (42804, {}cannot be cast automatically)",
                               failure.column ? "" : "default for column ");
  finding.remedy =
      failure.column
          ? "say how the values are converted; one that does not fit makes the migration fail:"
          : "drop the default first, and set it anew:";
  if (failure.default_value) {
    finding.remedy +=
        SqlLine(fmt::format("ALTER TABLE {} ALTER COLUMN {} DROP DEFAULT;", table, name));
  }
  const std::string using_ =
      action.expression ? action.expression->text : fmt::format("{}::{}", name, type);
  finding.remedy += SqlLine(fmt::format("ALTER TABLE {} ALTER COLUMN {} SET DATA TYPE {} USING {};",
                                        table, name, type, using_));
  if (failure.default_value) {
    finding.remedy += SqlLine(fmt::format("ALTER TABLE {} ALTER COLUMN {} SET DEFAULT {};", table,
                                          name, column.default_value->expression.text));
  }
  AddOrigin(finding, column.origin, "column added here");
}

void Check(const StatementFacts& facts, Findings& findings) {
  const auto* alter = As<AlterTable>(facts.statement);
  if (alter == nullptr || !facts.statement.nesting.handled_errors.empty()) return;
  for (const AlterTableAction& action : alter->actions) {
    const CastFailure failure = FailureOfCast(*alter, action, facts);
    if (failure.any()) Report(*alter, action, failure, facts, findings);
  }
}

}  // namespace

extern const Rule cast_fails{
    .id = "cast-fails",
    .family = Family::kCorrectness,
    .level = Level::kError,
    .since = "0.1",
    .summary = "A column's type is changed to one that PostgreSQL does not cast to by itself",
    .effect =
        "ALTER COLUMN ... TYPE without USING works only where an assignment cast exists: text to "
        "integer, text to an enum, integer to boolean and many others fail (42804), on an empty "
        "table too. A default of the old type has the same problem, which USING does not solve.",
    .remedy =
        "Write USING with the cast or expression that converts the values. DROP DEFAULT before "
        "the change and SET DEFAULT after it.",
    .manual = "sql-altertable.html#SQL-ALTERTABLE-DESC-SET-DATA-TYPE",
    .check = StatementCheck{Check},
};

}  // namespace hoglint::rules
