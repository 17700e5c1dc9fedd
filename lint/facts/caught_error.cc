#include "lint/facts/caught_error.h"

#include <algorithm>
#include <string>

namespace hoglint {

bool Catches(const Nesting& nesting, std::string_view condition) {
  return std::ranges::any_of(nesting.handled_errors, [&](const std::string& handled) {
    return handled == "others" || handled == condition;
  });
}

bool IsCaughtDuplicate(const ObjectName& table, const ConstraintDefinition& constraint,
                       const StatementFacts& facts) {
  if (constraint.name.empty() || !Catches(facts.statement.nesting, "duplicate_object")) {
    return false;
  }
  const Relation* relation = facts.before.Find(table);
  return relation != nullptr && relation->FindConstraint(constraint.name) != nullptr;
}

}  // namespace hoglint
