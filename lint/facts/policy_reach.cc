#include "lint/facts/policy_reach.h"

#include <algorithm>
#include <string>
#include <vector>

#include "lint/facts/statements_by_kind.h"

namespace hoglint {
namespace {

bool IsTrue(const Boxed<Expression>& condition) { return condition && condition->is_true; }

// The condition that decides which rows may be written; WITH CHECK is USING where it is not there.
bool AllowsEveryWrite(const std::string& command, const Boxed<Expression>& readable,
                      const Boxed<Expression>& writable) {
  if (command == "select") return false;
  if (command == "insert") return IsTrue(writable);
  return IsTrue(readable) && (!writable || IsTrue(writable));
}

bool AllowsEveryWrite(const Policy& policy) {
  return AllowsEveryWrite(policy.command, policy.using_expression, policy.check_expression);
}

// No role written in CREATE POLICY means PUBLIC.
bool AreEverybody(const std::vector<std::string>& roles) {
  return roles.empty() || std::ranges::count(roles, "public") > 0;
}

// Whom the policy is for before the statement.
bool IsForEverybody(const AlterPolicy& alter, const StatementFacts& facts) {
  bool everybody = false;
  const QualifiedName table = facts.before.ResolveExisting(alter.table);
  const auto is_it = [&](const std::string& name, const ObjectName& on) {
    return name == alter.name && facts.before.ResolveExisting(on) == table;
  };
  EachEarlier<CreatePolicy, AlterPolicy>(facts, [&](const Statement& earlier) {
    const auto* create = As<CreatePolicy>(earlier);
    if (create != nullptr) {
      if (!is_it(create->name, create->table)) return true;
      everybody = AreEverybody(create->roles);
      return false;
    }
    const auto* change = As<AlterPolicy>(earlier);
    if (!is_it(change->name, change->table) || change->roles.empty()) return true;
    everybody = AreEverybody(change->roles);
    return false;
  });
  return everybody;
}

}  // namespace

bool LetsAllWrite(const CreatePolicy& create) {
  return create.permissive && AreEverybody(create.roles) &&
         AllowsEveryWrite(create.command, create.using_expression, create.check_expression);
}

bool LetsAllWriteFromNowOn(const AlterPolicy& alter, const StatementFacts& facts) {
  const Relation* table = facts.before.Find(alter.table);
  if (table == nullptr) return false;
  const auto before = std::ranges::find(table->policies, alter.name, &Policy::name);
  if (before == table->policies.end() || !before->permissive) return false;
  Policy after = *before;
  if (alter.using_expression) after.using_expression = alter.using_expression;
  if (alter.check_expression) after.check_expression = alter.check_expression;
  if (!AllowsEveryWrite(after)) return false;
  const bool was_for_everybody = IsForEverybody(alter, facts);
  const bool is_for_everybody = alter.roles.empty() ? was_for_everybody : AreEverybody(alter.roles);
  return is_for_everybody && !(was_for_everybody && AllowsEveryWrite(*before));
}

}  // namespace hoglint
