#include "lint/rule/type_change_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include "lint/facts/added_again.h"
#include "lint/locks/cast_chain.h"
#include "lint/locks/type_change.h"
#include "lint/rule/wording.h"

namespace hoglint {
namespace {

bool IsString(const TypeName& type) {
  return (type.name == "text" || type.name == "varchar") && type.array_dimensions == 0;
}

// What USING casts the column to; absent without USING, and where it computes more.
std::optional<std::vector<TypeName>> Casts(const ChangedType& changed) {
  if (!changed.action.expression) return std::nullopt;
  const std::string table = changed.relation == nullptr ? "" : changed.relation->name.name;
  return CastsOfColumn(*changed.action.expression, table, changed.action.column);
}

bool IsFreeWithoutUsing(const ChangedType& changed, const StatementFacts& facts) {
  if (changed.relation == nullptr || changed.column == nullptr) return false;
  const TypeChange plain = CompareTypes(facts.before, *changed.relation, changed.column,
                                        *changed.action.type, std::nullopt, facts.server);
  return !plain.rewrite && !plain.assumed;
}

// The casts on the way to the new type change no value: by way of text, which holds all of them.
bool KeepsValues(const std::vector<TypeName>& casts, const TypeName& type) {
  return std::ranges::all_of(casts, [&](const TypeName& cast) {
    return (IsString(cast) && cast.modifiers.empty()) || FormatType(cast) == FormatType(type);
  });
}

// `at` AT TIME ZONE 'UTC': what the change of type does by itself in a session under UTC.
bool IsAtUtc(const ChangedType& changed) {
  if (changed.column == nullptr || !changed.action.expression) return false;
  const Expression& conversion = *changed.action.expression;
  const std::string& from = changed.column->type_name.name;
  const std::string& to = changed.action.type->name;
  const bool pair =
      (from == "timestamp" && to == "timestamptz") || (from == "timestamptz" && to == "timestamp");
  return pair && conversion.functions.size() == 1 &&
         conversion.functions.front().name.name == "timezone" && conversion.columns.size() == 1 &&
         conversion.columns.front().column == changed.action.column &&
         conversion.strings.size() == 1 && conversion.strings.front().value == "UTC" &&
         conversion.operators.empty() && conversion.relations.empty();
}

std::string AlterType(const ChangedType& changed) {
  return SqlLine(fmt::format("ALTER TABLE {} ALTER COLUMN {} SET DATA TYPE {};", changed.table,
                             QuoteIdentifier(changed.action.column),
                             FormatType(*changed.action.type)));
}

std::string UtcRemedy(const ChangedType& changed, const StatementFacts& facts) {
  return fmt::format(
      "say the time zone to the session, and leave USING out: {} is then stored as "
      "it is:{}{}",
      QuoteIdentifier(changed.action.column),
      SqlLine(fmt::format("SET {}timezone = 'UTC';", facts.transaction.open ? "LOCAL " : "")),
      AlterType(changed));
}

std::string UpdateInBatches(const ChangedType& changed) {
  return SqlLine(fmt::format("-- in batches, each row once: UPDATE {} SET {} = {} WHERE ...;",
                             changed.table, QuoteIdentifier(changed.action.column),
                             changed.action.expression->text));
}

std::string ValuesRemedy(const ChangedType& changed) {
  if (ChangesValuesOnly(changed)) {
    return "leave the type as it is, and change the values in batches outside the migration:" +
           UpdateInBatches(changed);
  }
  return fmt::format(
      "change the type without USING, which stores {} as it is, and the values in batches outside "
      "the migration:{}{}",
      QuoteIdentifier(changed.action.column), AlterType(changed), UpdateInBatches(changed));
}

// A string that may be too long for its new type: a CHECK says the same of new rows at once.
std::string LengthRemedy(const ChangedType& changed, bool computes, const StatementFacts& facts) {
  const std::string check = SqlLine(
      fmt::format("ALTER TABLE {} ADD CHECK (length({}) <= {}) NOT VALID;", changed.table,
                  QuoteIdentifier(changed.action.column), changed.action.type->modifiers.front()));
  if (!computes) {
    return fmt::format("keep the type, and let a CHECK that is validated {} hold the length:{}",
                       InLaterTransaction(facts), check);
  }
  return fmt::format(
      "keep the type, let a CHECK that is validated {} hold the length, and change the values in "
      "batches outside the migration before:{}{}",
      InLaterTransaction(facts), check, UpdateInBatches(changed));
}

}  // namespace

bool ChangesValuesOnly(const ChangedType& changed) {
  if (!changed.action.expression || changed.column == nullptr) return false;
  const auto casts = Casts(changed);
  return changed.column->type == FormatType(*changed.action.type) &&
         changed.column->collation == changed.action.collation &&
         !(casts && KeepsValues(*casts, *changed.action.type));
}

std::string ExpandRemedy(const ChangedType& changed, const std::string& type) {
  const std::string old = QuoteIdentifier(changed.action.column);
  const std::string next = QuoteIdentifier(NameBeside(changed.action.column));
  const auto& conversion = changed.action.expression;
  std::string value = conversion ? conversion->text : "NEW." + old;
  if (conversion && !conversion->columns.empty()) value += ", of the new row";
  return fmt::format(
      "add a second column, keep it filled by a trigger, fill the old rows in batches outside the "
      "migration, move the code over, and drop the old column in a later deploy:{}{}",
      SqlLine(fmt::format("ALTER TABLE {} ADD COLUMN {} {};", changed.table, next, type)),
      SqlLine(fmt::format("-- BEFORE INSERT OR UPDATE trigger: NEW.{} := {}", next, value)));
}

std::string TypeRemedy(const ChangedType& changed, const StatementFacts& facts) {
  const TypeName& type = *changed.action.type;
  const auto casts = Casts(changed);
  const bool free = changed.action.expression && IsFreeWithoutUsing(changed, facts);
  if (free && casts && KeepsValues(*casts, type)) {
    return fmt::format("leave USING out: {} is stored as it is{}",
                       QuoteIdentifier(changed.action.column), AlterType(changed));
  }
  if (free && IsAtUtc(changed)) return UtcRemedy(changed, facts);
  const bool from_string = changed.column != nullptr && IsString(changed.column->type_name);
  if (free && ((from_string && IsString(type)) || ChangesValuesOnly(changed))) {
    return ValuesRemedy(changed);
  }
  if (from_string && type.name == "varchar" && IsString(type) && !type.modifiers.empty()) {
    const bool computes = changed.action.expression && !(casts && casts->empty());
    return LengthRemedy(changed, computes, facts);
  }
  return ExpandRemedy(changed, FormatType(type));
}

}  // namespace hoglint
