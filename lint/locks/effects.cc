// EffectsOf: sends each kind of statement to its part of the model.
#include "lint/locks/effects.h"

#include <utility>

#include "lint/locks/statement_effects.h"

namespace hoglint {
namespace {

// PostgreSQL's own relations, which no migration creates.
bool IsSystemName(const ObjectName& name) {
  return name.schema == "pg_catalog" || name.schema == "information_schema" ||
         name.schema.starts_with("pg_toast") ||
         (name.schema.empty() && name.name.starts_with("pg_"));
}

struct Dispatcher {
  EffectSet& set;

  template <typename T>
  void operator()(const T& statement) const {
    AddEffects(set, statement);
  }

  // No relation that exists before is locked (measured, tests/oracle).
  void operator()(const CreateEnum&) const {}
  void operator()(const CreateCompositeType&) const {}
  void operator()(const CreateOtherType&) const {}
  void operator()(const CreateDomain&) const {}
  void operator()(const CreateSchema&) const {}
  void operator()(const CreateRole&) const {}
  void operator()(const AlterEnum&) const {}
  void operator()(const AlterFunction&) const {}
  void operator()(const TransactionControl&) const {}
  void operator()(const SetVariable&) const {}

  void operator()(const CreateExtension&) const {
    set.NotModelled("the script of an extension can do anything");
  }
  void operator()(const AlterExtension&) const {
    set.NotModelled("the update script of an extension can do anything");
  }
  void operator()(const DropOwned&) const {
    set.NotModelled("what the role owns is not in the files");
  }
  // The statements of the body follow as their own.
  void operator()(const DoBlock& block) const {
    if (!block.body_parsed) set.NotModelled("the body of the DO block could not be read");
  }
  void operator()(const DynamicSql&) const {
    set.NotModelled("the SQL is only known when it runs");
  }
};

}  // namespace

const Relation* Target(EffectSet& set, const ObjectName& name, LockMode mode, bool if_exists) {
  if (const Relation* relation = set.before().Find(name)) return relation;
  if (IsSystemName(name)) return nullptr;
  const QualifiedName key = set.before().Resolve(name);
  const bool gone = set.before().complete() || set.before().WasDropped(key);
  if (if_exists && gone) return nullptr;
  const Relation& unknown = set.Unknown(name);
  set.Lock(unknown, mode, "no file of this history creates it");
  if (if_exists) set.Assume(unknown);
  return &unknown;
}

StatementEffects EffectsOf(const Statement& statement, const Catalogue& before,
                           const ServerOptions& server) {
  EffectSet set(before, server);
  std::visit(Dispatcher{set}, statement.body);
  return std::move(set).Take();
}

}  // namespace hoglint
