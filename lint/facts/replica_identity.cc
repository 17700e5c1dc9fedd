#include "lint/facts/replica_identity.h"

#include <algorithm>
#include <string_view>

#include "lint/base/ascii.h"
#include "lint/facts/lost_guarantee.h"
#include "lint/facts/statements_by_kind.h"

namespace hoglint {
namespace {

constexpr std::string_view kDefault = "default";

ReplicaIdentity IdentityOfKey(const Relation& table) {
  const Constraint* key = table.PrimaryKey();
  if (key == nullptr && (table.assumed || table.columns_unknown)) return {};
  if (key == nullptr || key->deferrable) return {.known = true, .full = false, .columns = {}};
  return {.known = true, .full = false, .columns = key->columns};
}

ReplicaIdentity IdentityOfIndex(std::string_view name, const Relation& table,
                                const StatementFacts& facts) {
  for (const RelationId id : table.indexes) {
    const Relation* index = facts.before.Get(id);
    if (index == nullptr || index->name.name != name || !index->index) continue;
    ReplicaIdentity identity{.known = true, .full = false, .columns = {}};
    for (const IndexElement& element : index->index->elements) {
      identity.columns.push_back(element.column);
    }
    return identity;
  }
  return {};
}

// FULL, NOTHING, DEFAULT, in lower case: the last word of the action.
std::string LastWord(const Span& span, const StatementFacts& facts) {
  std::string text = ToLowerAscii(facts.sources.Text(span));
  const std::size_t end = text.find_last_of("abcdefghijklmnopqrstuvwxyz");
  if (end == std::string::npos) return {};
  text.resize(end + 1);
  return text.substr(text.find_last_not_of("abcdefghijklmnopqrstuvwxyz") + 1);
}

const AlterTableAction* IdentityAction(const Statement& statement, const Relation& table,
                                       const StatementFacts& facts) {
  const auto* alter = As<AlterTable>(statement);
  if (alter == nullptr || alter->table.name != table.name.name) return nullptr;
  if (facts.before.ResolveExisting(alter->table) != table.name) return nullptr;
  const AlterTableAction* found = nullptr;
  for (const AlterTableAction& action : alter->actions) {
    if (action.kind == AlterTableKind::kReplicaIdentity) found = &action;
  }
  return found;
}

// The last one of the files before the statement; null when there is none.
const AlterTableAction* LastAction(const Relation& table, const StatementFacts& facts) {
  const AlterTableAction* last = nullptr;
  EachEarlier<AlterTable>(facts, [&](const Statement& statement) {
    last = IdentityAction(statement, table, facts);
    return last == nullptr;
  });
  return last;
}

bool IsPrimaryKey(const ConstraintDefinition& constraint) {
  return constraint.kind == ConstraintKind::kPrimaryKey && !constraint.deferrable;
}

bool AddsPrimaryKey(const AlterTableAction& action) {
  if (action.column_definition) {
    return std::ranges::any_of(action.column_definition->constraints, IsPrimaryKey);
  }
  return action.kind == AlterTableKind::kAddConstraint && action.constraint &&
         IsPrimaryKey(*action.constraint);
}

}  // namespace

ReplicaIdentity IdentityOf(const Relation& table, const StatementFacts& facts) {
  if (table.replica_identity == kDefault) return IdentityOfKey(table);
  if (!table.replica_identity.empty()) {
    return IdentityOfIndex(table.replica_identity, table, facts);
  }
  const AlterTableAction* action = LastAction(table, facts);
  return action == nullptr ? ReplicaIdentity{} : IdentityAfter(*action, table, facts);
}

ReplicaIdentity IdentityAfter(const AlterTableAction& action, const Relation& table,
                              const StatementFacts& facts) {
  if (!action.name.empty()) return IdentityOfIndex(action.name, table, facts);
  const std::string word = LastWord(action.span, facts);
  if (word == "full") return {.known = true, .full = true, .columns = {}};
  if (word == "nothing") return {.known = true, .full = false, .columns = {}};
  return word == kDefault ? IdentityOfKey(table) : ReplicaIdentity{};
}

bool GivesIdentity(const Statement& statement, const Relation& table, bool keys,
                   const StatementFacts& facts) {
  if (const AlterTableAction* action = IdentityAction(statement, table, facts)) {
    return !action->name.empty() || LastWord(action->span, facts) != "nothing";
  }
  const auto* alter = As<AlterTable>(statement);
  return keys && alter != nullptr && facts.before.ResolveExisting(alter->table) == table.name &&
         std::ranges::any_of(alter->actions, AddsPrimaryKey);
}

bool LosesIdentityWith(const Constraint& dropped, const Relation& table,
                       const StatementFacts& facts) {
  if (dropped.origin.batch == facts.batch.id) return false;
  const bool of_key = table.replica_identity == kDefault;
  const bool is_identity =
      of_key ? dropped.kind == ConstraintKind::kPrimaryKey : dropped.name == table.replica_identity;
  if (!is_identity || !IsUnique(dropped.kind)) return false;
  const auto answers = [&](const Statement& statement) {
    return GivesIdentity(statement, table, of_key, facts) ||
           DropsGroundOf(dropped, table.name, statement, facts);
  };
  const auto answers_at = [&](std::uint32_t position) {
    return answers(*facts.batch.statements[position].statement);
  };
  return !answers(facts.statement) &&
         std::ranges::none_of(facts.EarlierNaming(table.name.name), answers_at) &&
         std::ranges::none_of(facts.LaterNaming(table.name.name), answers_at);
}

}  // namespace hoglint
