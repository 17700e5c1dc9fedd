#include "lint/schema/column_uses.h"

#include <algorithm>

namespace hoglint {

bool NamesColumn(const Expression& expression, std::string_view column) {
  return std::ranges::count(expression.columns, column, &ColumnReference::column) > 0;
}

bool UsesColumn(const IndexDetails& index, std::string_view column) {
  const auto uses = [&](const IndexElement& element) {
    return element.expression ? NamesColumn(*element.expression, column) : element.column == column;
  };
  return std::ranges::any_of(index.elements, uses) ||
         std::ranges::count(index.including, column) > 0 ||
         (index.where && NamesColumn(*index.where, column));
}

bool UsesColumn(const Constraint& constraint, std::string_view column) {
  return std::ranges::count(constraint.columns, column) > 0 ||
         std::ranges::count(constraint.including, column) > 0;
}

bool UsesColumn(const Trigger& trigger, std::string_view column) {
  if (std::ranges::count(trigger.update_columns, column) > 0) return true;
  return trigger.when &&
         std::ranges::any_of(trigger.when->columns, [&](const ColumnReference& reference) {
           return !reference.qualifier.empty() && reference.column == column;
         });
}

}  // namespace hoglint
