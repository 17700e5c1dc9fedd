// What a batch makes in the place of a trigger or policy that it drops, and what that leaves out.
#ifndef HOGLINT_LINT_FACTS_STAND_IN_H_
#define HOGLINT_LINT_FACTS_STAND_IN_H_

#include <string>
#include <vector>

#include "lint/facts/statement_facts.h"

namespace hoglint {

// Of a trigger the events, of a policy the commands that nothing takes over: "INSERT", "UPDATE".
// Empty: nothing is left out, or the files do not tell what the old one was.
struct LeftOut {
  std::vector<std::string> commands;
  std::vector<std::string> roles;  // of a policy: for these alone; empty: for every role
  bool restrictive = false;        // of a policy
};

// The triggers of the batch on the same table count, whatever their names and functions.
[[nodiscard]] LeftOut LeftOutOfTrigger(const ObjectReference& trigger, const StatementFacts& facts);

// The permissive policies of the table that the batch makes, and those that stay, count for a
// permissive one, the restrictive ones for a restrictive one. Roles are named where the files grant
// them the table, and where they are in no other role that they know of.
[[nodiscard]] LeftOut LeftOutOfPolicy(const ObjectReference& policy, const StatementFacts& facts);

}  // namespace hoglint

#endif  // HOGLINT_LINT_FACTS_STAND_IN_H_
