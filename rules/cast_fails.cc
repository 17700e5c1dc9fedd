// cast-fails: PostgreSQL refuses the change of a column's type, whatever the rows are.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lint/base/ascii.h"
#include "lint/facts/automatic_cast.h"
#include "lint/facts/table_work.h"
#include "lint/facts/written_cast.h"
#include "lint/rule/rule.h"
#include "lint/rule/type_change_text.h"
#include "lint/rule/wording.h"
#include "lint/schema/expression_text.h"

namespace hoglint::rules {
namespace {

constexpr auto kIntegers = std::to_array<std::string_view>({"int2", "int4", "int8"});
constexpr auto kMoments = std::to_array<std::string_view>({"timestamp", "timestamptz", "date"});

constexpr std::string_view kAdded = "column added here";

bool IsOneOf(std::span<const std::string_view> names, const BaseType& type) {
  return !type.array && std::ranges::find(names, type.name) != names.end();
}

bool IsEnum(const TypeName& type, const StatementFacts& facts) {
  const Type* found = facts.before.FindType(type);
  return found != nullptr && found->kind == TypeKind::kEnum;
}

// The values of the column as the new type, by what PostgreSQL can do; empty where no way is known.
std::string Conversion(const std::string& name, const Column& column, const TypeName& type,
                       const StatementFacts& facts) {
  constexpr auto kStrings =
      std::to_array<std::string_view>({"text", "varchar", "bpchar", "name", "citext"});
  const BaseType from = BaseOf(facts.before, column.type_name);
  const BaseType to = BaseOf(facts.before, type);
  const std::string shown = FormatType(type);
  if (IsOneOf(kStrings, from) || HasWrittenCast(from, to)) return name + "::" + shown;
  if (from.name == "bool" && IsOneOf(kIntegers, to)) return name + "::integer";
  if (IsOneOf(kIntegers, from) && to.name == "bool" && !to.array) return name + " <> 0";
  if (IsOneOf(kMoments, from) && IsOneOf(kIntegers, to)) {
    return fmt::format("extract(epoch FROM {})::{}", name, shown);
  }
  if (IsOneOf(kIntegers, from) && to.name == "timestamptz" && !to.array) {
    return fmt::format("to_timestamp({})", name);
  }
  if (IsEnum(column.type_name, facts) && IsEnum(type, facts)) {
    return fmt::format("{}::text::{}", name, shown);
  }
  return {};
}

bool IsInteger(const std::string& text) {
  return !text.empty() && text.size() < 10 &&
         std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

// A string that the new type reads, as far as that can be told.
bool Reads(const TypeName& type, const std::string& value, const StatementFacts& facts) {
  const BaseType to = BaseOf(facts.before, type);
  if (IsOneOf(kIntegers, to)) return IsInteger(value);
  if (!IsEnum(type, facts)) return true;
  const std::vector<EnumValue>& values = facts.before.FindType(type)->values;
  return std::ranges::find(values, value, &EnumValue::label) != values.end();
}

// The default as a value of the new type; empty where it is not known.
std::string NewDefault(const Column& column, const TypeName& type, const StatementFacts& facts) {
  const Expression& value = column.default_value->expression;
  const std::string text = ToLowerAscii(value.text);
  const BaseType to = BaseOf(facts.before, type);
  if (value.is_constant && value.strings.size() == 1 && value.text.starts_with('\'')) {
    // Without the cast to the old type, if there is one.
    return Reads(type, value.strings.front().value, facts)
               ? std::string(apply::Parts(value.text).front().text)
               : std::string();
  }
  if ((text == "true" || text == "false") && IsOneOf(kIntegers, to)) {
    return text == "true" ? "1" : "0";
  }
  if (IsInteger(text) && to.name == "bool" && !to.array) {
    return text.find_first_not_of('0') == std::string::npos ? "false" : "true";
  }
  return {};
}

bool DropsDefault(const AlterTable& alter, const std::string& column) {
  return std::ranges::any_of(alter.actions, [&](const AlterTableAction& action) {
    return action.kind == AlterTableKind::kColumnDefault && action.column == column &&
           !action.expression;
  });
}

// The statements that work, between two that take the default away and bring it back.
std::string Statements(const AlterTable& alter, const AlterTableAction& action,
                       const Column& column, const std::string& conversion,
                       const StatementFacts& facts) {
  const std::string name = QuoteIdentifier(action.column);
  const std::string altered =
      fmt::format("ALTER TABLE {} ALTER COLUMN {} ", ShownName(alter.table, facts), name);
  const std::string type = FormatType(*action.type);
  const std::string change = SqlLine(fmt::format("{}SET DATA TYPE {} USING {};", altered, type,
                                                 conversion.empty() ? "<expression>" : conversion));
  if (!column.default_value || DropsDefault(alter, action.column)) return change;
  const std::string value = NewDefault(column, *action.type, facts);
  return SqlLine(altered + "DROP DEFAULT;") + change +
         SqlLine(value.empty() ? fmt::format("-- {}SET DEFAULT to a value of the new type", altered)
                               : fmt::format("{}SET DEFAULT {};", altered, value));
}

// The change that works writes every row anew, which table-rewrite then says. A trigger casts no
// better than ALTER COLUMN: it needs the conversion too.
std::string OtherWay(const AlterTable& alter, const AlterTableAction& action, const Column& column,
                     const std::string& conversion, const StatementFacts& facts) {
  AlterTableAction converted = action;
  if (!action.expression) {
    Expression& value = converted.expression.emplace();
    value.text = conversion.empty() ? "<expression>" : conversion;
    value.columns.push_back({"", action.column, {}});
  }
  const ChangedType changed{converted, ShownName(alter.table, facts),
                            facts.before.Find(alter.table), &column};
  return "\nor, where that keeps others waiting for too long: " +
         ExpandRemedy(changed, FormatType(*action.type));
}

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
  const std::string conversion =
      action.expression ? action.expression->text : Conversion(name, column, *action.type, facts);
  finding.remedy += Statements(alter, action, column, conversion, facts);
  if (IsUnused(alter.table, alter.if_exists, facts))
    return AddOrigin(finding, column.origin, kAdded);
  finding.remedy += OtherWay(alter, action, column, conversion, facts);
  AddOrigin(finding, column.origin, kAdded);
}

// USING is there, and has the mistake.
void ReportMissing(const AlterTable& alter, const AlterTableAction& action,
                   const MissingCast& missing, const StatementFacts& facts, Findings& findings) {
  const Column& column = *ChangedColumn(alter, action, facts);
  const std::string table = ShownName(alter.table, facts);
  const std::string name = QuoteIdentifier(action.column);
  const std::string from = FormatType(missing.from);
  const std::string to = FormatType(missing.to);
  Finding& finding = findings.Add(
      action.expression->span,
      missing.written
          ? fmt::format("{}.{} cannot become {}: there is no cast of {} to it", table, name, to,
                        from)
          : fmt::format("{}.{} cannot become {} by itself: USING gives {}", table, name, to, from));
  finding.subject = fmt::format("{}.{}", table, name);
  finding.effect =
      missing.written
          ? fmt::format("the migration fails (42846, cannot cast type {} to {})", from, to)
          : "the migration fails (42804, result of USING clause cannot be cast "
            "automatically)";
  finding.remedy = "say how the values are converted:";
  finding.remedy +=
      Statements(alter, action, column, Conversion(name, column, *action.type, facts), facts);
  AddOrigin(finding, column.origin, kAdded);
}

void Check(const StatementFacts& facts, Findings& findings) {
  const auto* alter = As<AlterTable>(facts.statement);
  if (alter == nullptr || !facts.statement.nesting.handled_errors.empty()) return;
  for (const AlterTableAction& action : alter->actions) {
    if (const auto missing = MissingCastOf(*alter, action, facts)) {
      ReportMissing(*alter, action, *missing, facts, findings);
      continue;
    }
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
