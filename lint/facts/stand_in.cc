#include "lint/facts/stand_in.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "lint/base/ascii.h"
#include "lint/base/contains.h"
#include "lint/facts/granted.h"
#include "lint/facts/statements_by_kind.h"

namespace hoglint {
namespace {

constexpr std::array<std::string_view, 4> kCommands = {"select", "insert", "update", "delete"};

std::string Upper(std::string_view word) {
  std::string upper(word);
  std::ranges::transform(upper, upper.begin(), [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  });
  return upper;
}

// The same table, as both statements name it.
bool IsOn(const ObjectName& table, const ObjectName& other, const StatementFacts& facts) {
  return table.name == other.name &&
         facts.before.ResolveExisting(table) == facts.before.ResolveExisting(other);
}

// SQL that is put together may make a policy or trigger that nobody sees: `word` stands in it.
bool MayMakeUnseen(std::string_view word, const StatementFacts& facts) {
  const auto may = [&](const Statement& statement) {
    const auto* dynamic = As<DynamicSql>(statement);
    return dynamic != nullptr && ToLowerAscii(dynamic->expression).find(word) != std::string::npos;
  };
  bool found = std::ranges::any_of(
      facts.Later(), [&](const BatchStatement& later) { return may(*later.statement); });
  EachEarlier<DynamicSql>(facts, [&](const Statement& statement) {
    found = found || may(statement);
    return !found;
  });
  return found;
}

// The statement of the files that made the trigger; null when none did.
const CreateTrigger* MadeBy(const ObjectReference& trigger, const StatementFacts& facts) {
  const CreateTrigger* found = nullptr;
  EachEarlier<CreateTrigger>(facts, [&](const Statement& statement) {
    const auto* create = As<CreateTrigger>(statement);
    const bool is_it =
        create->name == trigger.name.name && IsOn(create->table, *trigger.parent, facts);
    if (is_it) found = create;
    return !is_it;
  });
  return found;
}

struct KnownPolicy {
  bool permissive = true;
  std::string command;
  std::vector<std::string> roles;  // empty: they are not known
};

bool Covers(const KnownPolicy& policy, std::string_view command) {
  return policy.command == command || policy.command == "all" || policy.command.empty();
}

bool IsFor(const KnownPolicy& policy, const std::string& role) {
  return policy.roles.empty() || Contains(policy.roles, role) || Contains(policy.roles, "public");
}

KnownPolicy Known(const CreatePolicy& create) {
  return {.permissive = create.permissive, .command = create.command, .roles = create.roles};
}

// As the files made it, with the roles that ALTER POLICY gave it.
std::optional<KnownPolicy> MadePolicy(const ObjectReference& policy, const StatementFacts& facts) {
  std::optional<KnownPolicy> found;
  std::vector<std::string> roles;
  EachEarlier<AlterPolicy, CreatePolicy>(facts, [&](const Statement& statement) {
    const auto is_it = [&](const std::string& name, const ObjectName& table) {
      return name == policy.name.name && IsOn(table, *policy.parent, facts);
    };
    const auto* alter = As<AlterPolicy>(statement);
    if (alter != nullptr && roles.empty() && is_it(alter->name, alter->table)) roles = alter->roles;
    const auto* create = As<CreatePolicy>(statement);
    if (create == nullptr || !is_it(create->name, create->table)) return true;
    found = Known(*create);
    return false;
  });
  if (found && !roles.empty()) found->roles = std::move(roles);
  return found;
}

bool IsDroppedByBatch(const std::string& policy, const ObjectName& table,
                      const StatementFacts& facts) {
  return std::ranges::any_of(facts.batch.statements, [&](const BatchStatement& other) {
    const auto* drop = As<Drop>(*other.statement);
    return drop != nullptr && drop->kind == ObjectKind::kPolicy &&
           std::ranges::any_of(drop->objects, [&](const ObjectReference& object) {
             return object.name.name == policy && object.parent &&
                    object.parent->name == table.name;
           });
  });
}

// What holds for the table, which is known, once the batch has run, of the same sort.
std::vector<KnownPolicy> PoliciesLeft(const ObjectName& table, bool permissive,
                                      const StatementFacts& facts) {
  std::vector<KnownPolicy> left;
  for (const BatchStatement& other : facts.batch.statements) {
    const auto* create = As<CreatePolicy>(*other.statement);
    if (create != nullptr && create->permissive == permissive &&
        IsOn(create->table, table, facts)) {
      left.push_back(Known(*create));
    }
  }
  for (const Policy& policy : facts.before.Find(table)->policies) {
    if (policy.permissive != permissive || IsDroppedByBatch(policy.name, table, facts)) continue;
    left.push_back({.permissive = permissive, .command = policy.command, .roles = {}});
  }
  return left;
}

// Roles that the files grant the table. Who is a member of another role may come under its
// policies; narrowing what those see who have not logged in, or those whom no policy binds, is
// nothing to speak of.
std::vector<std::string> RolesOfTable(const ObjectName& table, const StatementFacts& facts) {
  std::vector<std::string> roles;
  const QualifiedName name = facts.before.ResolveExisting(table);
  for (const Granted& granted : GrantedOn(name, GrantedKind::kRelation, facts)) {
    for (const std::string& role : granted.roles) {
      if (role != "public" && role != "anon" && role != "service_role" && !Contains(roles, role)) {
        roles.push_back(role);
      }
    }
  }
  EachEarlier<Grant, CreateRole>(facts, [&](const Statement& statement) {
    const auto* grant = As<Grant>(statement);
    const auto* create = As<CreateRole>(statement);
    std::erase_if(roles, [&](const std::string& role) {
      return (grant != nullptr && grant->role_membership && Contains(grant->grantees, role)) ||
             (create != nullptr && create->bypass_rls && create->name == role);
    });
    return !roles.empty();
  });
  return roles;
}

// The commands for which the old policy was for the role, and none of those left is.
std::vector<std::string> MissingFor(const std::string& role, const KnownPolicy& old,
                                    const std::vector<KnownPolicy>& left) {
  std::vector<std::string> missing;
  for (const std::string_view command : kCommands) {
    if (!Covers(old, command) || !IsFor(old, role)) continue;
    if (std::ranges::none_of(left, [&](const KnownPolicy& other) {
          return Covers(other, command) && IsFor(other, role);
        })) {
      missing.push_back(Upper(command));
    }
  }
  return missing;
}

std::vector<std::string> MissingForAll(const KnownPolicy& old,
                                       const std::vector<KnownPolicy>& left) {
  std::vector<std::string> missing;
  for (const std::string_view command : kCommands) {
    const auto covers = [&](const KnownPolicy& other) { return Covers(other, command); };
    if (Covers(old, command) && std::ranges::none_of(left, covers)) {
      missing.push_back(Upper(command));
    }
  }
  return missing;
}

}  // namespace

LeftOut LeftOutOfTrigger(const ObjectReference& trigger, const StatementFacts& facts) {
  LeftOut result;
  const CreateTrigger* old = MadeBy(trigger, facts);
  if (old == nullptr || MayMakeUnseen("trigger", facts)) return result;
  for (const std::string& event : old->events) {
    const bool taken =
        std::ranges::any_of(facts.batch.statements, [&](const BatchStatement& other) {
          const auto* create = As<CreateTrigger>(*other.statement);
          return create != nullptr && IsOn(create->table, *trigger.parent, facts) &&
                 Contains(create->events, event);
        });
    if (!taken) result.commands.push_back(Upper(event));
  }
  return result;
}

LeftOut LeftOutOfPolicy(const ObjectReference& policy, const StatementFacts& facts) {
  LeftOut result;
  // A table that no file creates may have policies that none creates either.
  const Relation* table = facts.before.Find(*policy.parent);
  if (table == nullptr || table->assumed) return result;
  const auto old = MadePolicy(policy, facts);
  if (!old || MayMakeUnseen("policy", facts)) return result;
  result.restrictive = !old->permissive;
  const auto left = PoliciesLeft(*policy.parent, old->permissive, facts);
  result.commands = MissingForAll(*old, left);
  if (!result.commands.empty() || !old->permissive) return result;
  for (const std::string& role : RolesOfTable(*policy.parent, facts)) {
    auto missing = MissingFor(role, *old, left);
    if (missing.empty() || (!result.commands.empty() && missing != result.commands)) continue;
    result.commands = std::move(missing);
    result.roles.push_back(role);
  }
  return result;
}

}  // namespace hoglint
