// The conditions that migrations catch; the names are those of PostgreSQL's errcodes.txt.
#include "lint/sql/sql_states.h"

#include <algorithm>
#include <array>

namespace hoglint::sql {
namespace {

struct Condition {
  std::string_view code;
  std::string_view name;
};

constexpr std::array<Condition, 27> kConditions{{
    {"22023", "invalid_parameter_value"},
    {"22P02", "invalid_text_representation"},
    {"23502", "not_null_violation"},
    {"23503", "foreign_key_violation"},
    {"23505", "unique_violation"},
    {"23514", "check_violation"},
    {"2BP01", "dependent_objects_still_exist"},
    {"3F000", "invalid_schema_name"},
    {"42501", "insufficient_privilege"},
    {"42601", "syntax_error"},
    {"42701", "duplicate_column"},
    {"42703", "undefined_column"},
    {"42704", "undefined_object"},
    {"42710", "duplicate_object"},
    {"42723", "duplicate_function"},
    {"42804", "datatype_mismatch"},
    {"42809", "wrong_object_type"},
    {"42830", "invalid_foreign_key"},
    {"42883", "undefined_function"},
    {"42P01", "undefined_table"},
    {"42P06", "duplicate_schema"},
    {"42P07", "duplicate_table"},
    {"42P13", "invalid_function_definition"},
    {"42P16", "invalid_table_definition"},
    {"0A000", "feature_not_supported"},
    {"55000", "object_not_in_prerequisite_state"},
    {"55P03", "lock_not_available"},
}};

}  // namespace

std::optional<std::string> ConditionOfSqlState(std::string_view code) {
  const auto* found = std::ranges::find(kConditions, code, &Condition::code);
  if (found == kConditions.end()) return std::nullopt;
  return std::string(found->name);
}

}  // namespace hoglint::sql
