// Look-ups inside one relation.
#include "lint/schema/relation.h"

#include <algorithm>

namespace hoglint {

const Column* Relation::FindColumn(std::string_view column) const {
  const auto found = std::ranges::find(columns, column, &Column::name);
  return found == columns.end() ? nullptr : &*found;
}

const Constraint* Relation::FindConstraint(std::string_view constraint) const {
  const auto found = std::ranges::find(constraints, constraint, &Constraint::name);
  return found == constraints.end() ? nullptr : &*found;
}

const Constraint* Relation::PrimaryKey() const {
  const auto found = std::ranges::find(constraints, ConstraintKind::kPrimaryKey, &Constraint::kind);
  return found == constraints.end() ? nullptr : &*found;
}

}  // namespace hoglint
