// ALTER TABLE, INDEX, SEQUENCE, VIEW, MATERIALIZED VIEW: the strongest lock of all subcommands, and
// the work of each.
#include <algorithm>

#include "lint/locks/alter_table_parts.h"
#include "lint/locks/statement_effects.h"

namespace hoglint {
namespace {

constexpr auto kAccessExclusive = LockMode::kAccessExclusive;

LockMode LockOfStatement(const AlterTable& statement) {
  LockMode lock = LockMode::kNone;
  for (const AlterTableAction& action : statement.actions) {
    lock = std::max(lock, LockOfAction(action));
  }
  return lock;
}

// SET LOGGED and UNLOGGED write a table only when it is the other kind; from 15 on with the
// sequences that its columns own.
void PersistenceEffects(const AlterContext& context, Persistence wanted) {
  if (context.table.kind == RelationKind::kSequence) {
    if (context.table.persistence != wanted) {
      context.set.Rewrite(context.table, "the sequence is written anew");
    }
    return;
  }
  if (context.table.persistence == wanted) return;
  if (context.table.assumed) context.set.Assume(context.table);
  context.set.RewriteTable(context.table, wanted == Persistence::kUnlogged
                                              ? "every row is written anew, outside the WAL"
                                              : "every row is written anew, into the WAL too");
  if (context.version() < 15) return;
  for (const Relation* sequence : OwnedSequences(context.before(), context.table)) {
    context.set.Lock(*sequence, kAccessExclusive, "owned by the table");
    context.set.Rewrite(*sequence, "written anew with its table");
  }
}

void AccessMethodEffects(const AlterContext& context) {
  const auto method = [](const std::string& name) { return name.empty() ? "heap" : name; };
  if (method(context.table.access_method) == method(context.action.name)) return;
  context.set.RewriteTable(context.table, "every row is written anew for the access method");
}

// The file is copied block by block: no row is read. The catalogue knows no tablespaces, so every
// one but the database's own is taken for another.
void TablespaceEffects(const AlterContext& context) {
  if (context.action.name == "pg_default") return;
  context.set.Rewrite(context.table, "its file is copied to the tablespace");
}

void OwnerEffects(const AlterContext& context) {
  const std::string& role = context.action.name;
  // The role that migrates owns what it made: nothing changes. The catalogue knows no owners.
  if (role == "current_user" || role == "session_user" || role == "current_role") return;
  Relations parts = IndexesOf(context.before(), context.table);
  for (const Relation* sequence : OwnedSequences(context.before(), context.table)) {
    parts.push_back(sequence);
  }
  for (const Relation* part : parts) {
    context.set.Lock(*part, kAccessExclusive, "changes owner with its table");
  }
}

void NamedIndexEffects(const AlterContext& context, LockMode mode) {
  if (context.action.name.empty()) return;
  const Relation* index =
      context.before().Find(QualifiedName{context.table.name.schema, context.action.name});
  if (index != nullptr && index->index) context.set.Lock(*index, mode, "named by the statement");
}

void OfTypeEffects(const AlterContext& context) {
  if (!context.action.relation) return;
  const Relation* type = context.before().Find(*context.action.relation);
  if (type != nullptr) context.set.Lock(*type, LockMode::kAccessShare, "gives the columns");
}

// Attributes of a composite type: the tables OF it change too. (Its use in columns fails, or
// concerns the catalogue alone.)
void CompositeEffects(EffectSet& set, const AlterTable& statement) {
  const Relation* type = Target(set, statement.table, kAccessExclusive);
  if (type == nullptr) return;
  set.Lock(*type, kAccessExclusive);
  for (const Relation* table : TablesOfType(set.before(), type->name)) {
    set.Lock(*table, kAccessExclusive, "a table of the type");
  }
}

void ActionEffects(const AlterContext& context) {
  switch (context.action.kind) {
    case AlterTableKind::kAddColumn:
      return AddColumnEffects(context);
    case AlterTableKind::kDropColumn:
      return DropColumnEffects(context);
    case AlterTableKind::kSetNotNull:
      return SetNotNullEffects(context);
    case AlterTableKind::kSetExpression:
      return SetExpressionEffects(context);
    case AlterTableKind::kAlterColumnType:
      return ColumnTypeEffects(context);
    case AlterTableKind::kAddIdentity:
    case AlterTableKind::kSetIdentity:
    case AlterTableKind::kDropIdentity:
      return IdentityEffects(context);
    case AlterTableKind::kAddConstraint:
      return AddConstraintEffects(context);
    case AlterTableKind::kAlterConstraint:
      return AlterConstraintEffects(context);
    case AlterTableKind::kValidateConstraint:
      return ValidateConstraintEffects(context);
    case AlterTableKind::kDropConstraint:
      return DropConstraintEffects(context);
    case AlterTableKind::kOwner:
      return OwnerEffects(context);
    case AlterTableKind::kCluster:
      return NamedIndexEffects(context, LockMode::kShareUpdateExclusive);
    case AlterTableKind::kReplicaIdentity:
      return NamedIndexEffects(context, LockMode::kShare);
    case AlterTableKind::kSetLogged:
      return PersistenceEffects(context, Persistence::kPermanent);
    case AlterTableKind::kSetUnlogged:
      return PersistenceEffects(context, Persistence::kUnlogged);
    case AlterTableKind::kSetAccessMethod:
      return AccessMethodEffects(context);
    case AlterTableKind::kSetTablespace:
      return TablespaceEffects(context);
    case AlterTableKind::kAddInherit:
    case AlterTableKind::kDropInherit:
      return InheritEffects(context);
    case AlterTableKind::kAttachPartition:
      return context.table.index ? AttachIndexEffects(context) : AttachPartitionEffects(context);
    case AlterTableKind::kDetachPartition:
    case AlterTableKind::kDetachPartitionFinalize:
      return DetachPartitionEffects(context);
    case AlterTableKind::kAddOfType:
      return OfTypeEffects(context);
    default:
      return;
  }
}

bool Drops(const AlterTableAction& action) {
  return action.kind == AlterTableKind::kDropColumn ||
         action.kind == AlterTableKind::kDropConstraint;
}

}  // namespace

Relations AlterContext::Family() const {
  return statement.only ? Relations{&table} : FamilyOf(set.before(), table);
}

void AddEffects(EffectSet& set, const AlterTable& statement) {
  if (statement.object == AlteredObject::kType) return CompositeEffects(set, statement);
  const LockMode lock = LockOfStatement(statement);
  const Relation* table = Target(set, statement.table, lock, statement.if_exists);
  if (table == nullptr) return;
  set.Lock(*table, lock);
  // PostgreSQL drops first: what is dropped is not made anew.
  for (const bool drops : {true, false}) {
    for (const AlterTableAction& action : statement.actions) {
      if (drops != Drops(action)) continue;
      const AlterContext context{set, statement, action, *table, lock};
      if (ReachesDescendants(context)) {
        for (const Relation* child : DescendantsOf(set.before(), *table)) {
          set.Lock(*child, lock, "inherits the change");
        }
      }
      ActionEffects(context);
    }
  }
}

}  // namespace hoglint
