// lossy-type-change: a change of type that silently cuts or rounds what the rows hold.
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "lint/facts/automatic_cast.h"
#include "lint/facts/new_column.h"
#include "lint/facts/value_failure.h"
#include "lint/rule/rule.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

constexpr int kTimePrecision = 6;  // of a type without modifier

// What is lost, and the condition that finds a row that loses something.
struct Loss {
  std::string what;   // "cuts values longer than 10 characters"
  std::string query;  // "length(code) > 10"
};

// An explicit cast cuts without a word; ALTER ... TYPE alone fails instead (manual:
// datatype-character; measured).
std::optional<Loss> CutText(const BaseType& from, const BaseType& to, const std::string& column,
                            const StatementFacts& facts) {
  if ((to.name != "varchar" && to.name != "bpchar") || to.array != from.array) return std::nullopt;
  const int length = TextLength(to, facts.before);
  const int old_length = TextLength(from, facts.before);
  if (length == kNoModifier || (old_length != kNoModifier && old_length <= length))
    return std::nullopt;
  if (to.array) {
    return Loss{fmt::format("cuts every element off after {} characters", length),
                fmt::format("EXISTS (SELECT FROM unnest({}) AS e WHERE length(e::text) > {})",
                            column, length)};
  }
  const bool text = from.name == "text" || from.name == "varchar" || from.name == "bpchar";
  return Loss{fmt::format("cuts every value off after {} characters", length),
              fmt::format("length({}{}) > {}", column, text ? "" : "::text", length)};
}

bool IsBits(const BaseType& type) { return type.name == "bit" || type.name == "varbit"; }

// The same of bits; a bit string without a number is bit(1).
std::optional<Loss> CutBits(const BaseType& from, const BaseType& to, const std::string& column) {
  if (!IsBits(from) || !IsBits(to) || from.array || to.array) return std::nullopt;
  const int length = ModifierOf(to, 0);
  const int old_length = ModifierOf(from, 0);
  if (length == kNoModifier || (old_length != kNoModifier && old_length <= length))
    return std::nullopt;
  return Loss{fmt::format("cuts every value off after {} bit{}", length, length == 1 ? "" : "s"),
              fmt::format("length({}) > {}", column, length)};
}

bool IsInteger(std::string_view type) { return type == "int2" || type == "int4" || type == "int8"; }

std::optional<Loss> RoundNumber(const BaseType& from, const BaseType& to,
                                const std::string& column) {
  const bool from_float = from.name == "float4" || from.name == "float8";
  const bool from_numeric = from.name == "numeric";
  if (!from_float && !from_numeric) return std::nullopt;
  const int old_scale = from.modifiers.empty() ? kNoModifier : std::max(ModifierOf(from, 1), 0);
  if (IsInteger(to.name)) {
    if (from_numeric && old_scale == 0) return std::nullopt;
    return Loss{"rounds every value to a whole number", fmt::format("{0} <> round({0})", column)};
  }
  if (to.name == "numeric" && !to.modifiers.empty()) {
    const int scale = std::max(ModifierOf(to, 1), 0);
    if (from_numeric && old_scale != kNoModifier && old_scale <= scale) return std::nullopt;
    return Loss{fmt::format("rounds every value to {} digits behind the point", scale),
                fmt::format("{0} <> round({0}::numeric, {1})", column, scale)};
  }
  if (from.name == "float8" && to.name == "float4") {
    return Loss{"rounds every value to some six significant digits",
                fmt::format("{0} <> {0}::real", column)};
  }
  return std::nullopt;
}

std::optional<Loss> CutTime(const BaseType& from, const BaseType& to, const std::string& column) {
  const bool stamp = from.name == "timestamp" || from.name == "timestamptz";
  if (stamp && to.name == "date") {
    return Loss{"drops the time of day", fmt::format("{0} <> date_trunc('day', {0})", column)};
  }
  if (stamp && (to.name == "time" || to.name == "timetz")) {
    return Loss{"drops the date", fmt::format("{} IS NOT NULL", column)};
  }
  const bool to_stamp = to.name == "timestamp" || to.name == "timestamptz";
  if (!stamp || !to_stamp) return std::nullopt;
  const int precision = ModifierOf(to, 0) == kNoModifier ? kTimePrecision : ModifierOf(to, 0);
  const int old_precision =
      ModifierOf(from, 0) == kNoModifier ? kTimePrecision : ModifierOf(from, 0);
  if (precision >= old_precision) return std::nullopt;
  return Loss{precision == 0
                  ? std::string("rounds every value to a whole second")
                  : fmt::format("rounds every value to {} digits of a second", precision),
              fmt::format("{0} <> {0}::{1}({2})", column, to.name, precision)};
}

std::optional<Loss> FindLoss(const AlterTableAction& action, const Column& column,
                             const StatementFacts& facts) {
  const std::string name = QuoteIdentifier(action.column);
  if (action.expression && action.expression->is_null) {
    return Loss{"sets every value to NULL", fmt::format("{} IS NOT NULL", name)};
  }
  const BaseType from = BaseOf(facts.before, column.type_name);
  BaseType to = BaseOf(facts.before, *action.type);
  if (action.expression) {
    // A cast of the column itself; what other expressions keep is for the reader to see.
    if (!IsPlainCast(*action.expression, action.column)) return std::nullopt;
    to = BaseOf(facts.before, *action.expression->cast);
    if (auto cut = CutText(from, to, name, facts)) return cut;
    if (auto cut = CutBits(from, to, name)) return cut;
  }
  if (from.array || to.array) return std::nullopt;
  if (auto rounded = RoundNumber(from, to, name)) return rounded;
  return CutTime(from, to, name);
}

void Report(const AlterTable& alter, const AlterTableAction& action, const Column& column,
            const Loss& loss, bool is_new, const StatementFacts& facts, Findings& findings) {
  const std::string table = ShownName(alter.table, facts);
  const std::string name = QuoteIdentifier(action.column);
  Finding& finding =
      findings.Add(action.span, fmt::format("changing {}.{} from {} to {} {}", table, name,
                                            column.type, FormatType(*action.type), loss.what));
  finding.subject = fmt::format("{}.{}", table, name);
  finding.effect = "PostgreSQL says nothing, and what is lost is gone for good";
  if (is_new) {
    finding.remedy = fmt::format("add it as {} at once", FormatType(*action.type));
    return;
  }
  finding.remedy = fmt::format(
      "see first that no row loses anything, or put the new values into a column of their own and "
      "keep the old one until nobody misses it:{}",
      SqlLine(fmt::format("SELECT count(*) FROM {} WHERE {};", table, loss.query)));
}

void Check(const StatementFacts& facts, Findings& findings) {
  const auto* alter = As<AlterTable>(facts.statement);
  if (alter == nullptr || IsNewAndEmpty(alter->table, facts)) return;
  for (std::size_t i = 0; i < alter->actions.size(); ++i) {
    const AlterTableAction& action = alter->actions[i];
    const Column* column = ChangedColumn(*alter, action, facts);
    if (column == nullptr || FailureOfCast(*alter, action, facts).any()) continue;
    const auto added = FindNewColumn(alter->table, action.column, facts, i);
    if (added && added->IsAllNull()) continue;
    if (const auto loss = FindLoss(action, *column, facts)) {
      Report(*alter, action, *column, *loss, added.has_value(), facts, findings);
    }
  }
}

}  // namespace

extern const Rule lossy_type_change{
    .id = "lossy-type-change",
    .family = Family::kDestructive,
    .level = Level::kError,
    .since = "0.1",
    .summary = "A change of a column's type silently cuts or rounds its values",
    .effect =
        "An explicit cast to varchar(n) cuts longer values, a smaller numeric scale and integers "
        "round, date drops the time of day: without an error or a warning, for every row.",
    .remedy =
        "Look for rows that lose something first. Leave USING c::varchar(n) out: then a value "
        "that is too long makes the migration fail instead. Better, keep the old column until "
        "nobody misses it.",
    .manual = "sql-altertable.html#SQL-ALTERTABLE-DESC-SET-DATA-TYPE",
    .check = StatementCheck{Check},
};

}  // namespace hoglint::rules
