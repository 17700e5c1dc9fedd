// ALTER TABLE: columns that are added, dropped, made NOT NULL, generated or identity.
#include <algorithm>
#include <string>

#include "lint/locks/alter_table_parts.h"
#include "lint/locks/dependents.h"
#include "lint/locks/type_change.h"

namespace hoglint {
namespace {

// A function in SQL is put into the place of its call: what counts is its body, which the catalogue
// does not hold.
bool CallsSqlFunction(const Catalogue& before, const Expression& expression) {
  return std::ranges::any_of(expression.functions, [&](const FunctionCall& call) {
    return std::ranges::any_of(before.FindFunctions(call.name), [](const Function* function) {
      return function->language == "sql" || function->language.empty();
    });
  });
}

// Why every row gets its own value; empty when one value (or NULL) stands for all of them, which is
// kept in the catalogue (manual: sql-altertable, Notes).
std::string WhyColumnRewrites(const AlterContext& context, const ColumnDefinition& column,
                              bool& assumed) {
  if (column.generated == Generated::kStored) return "every row is written anew to store the value";
  if (column.generated == Generated::kVirtual) return {};
  if (IsSerial(column.type) || column.identity != Identity::kNone) {
    return "every row is written anew with its own number";
  }
  if (BaseOf(context.before(), column.type).constrained) {
    return "every row is written anew: the domain has constraints";
  }
  if (!column.default_value) {
    const Type* domain = context.before().FindType(column.type);
    if (domain == nullptr || domain->kind != TypeKind::kDomain || !domain->has_default) return {};
    assumed = true;
    return "every row is written anew if the domain's own default is volatile";
  }
  switch (context.before().VolatilityOf(*column.default_value)) {
    case Volatility::kVolatile:
      assumed = CallsSqlFunction(context.before(), *column.default_value);
      return "every row is written anew: the default is volatile";
    case Volatility::kUnknown:
      assumed = true;
      return "every row is written anew: the default calls a function that is not known";
    default:
      return {};
  }
}

// True when existing rows get a value: their CHECKs and foreign keys are then about that value.
bool HasValue(const ColumnDefinition& column) {
  return column.default_value || column.generated != Generated::kNone ||
         column.identity != Identity::kNone || IsSerial(column.type);
}

void CheckNewColumn(const AlterContext& context, const Relation& table,
                    const ColumnDefinition& column) {
  const bool null_value = column.default_value && column.default_value->is_null;
  const bool not_null =
      column.not_null && column.identity == Identity::kNone && !IsSerial(column.type) &&
      (column.generated == Generated::kVirtual || !HasValue(column) || null_value);
  if (not_null) context.set.Scan(table, "every row is checked for NULL");
  for (const ConstraintDefinition& constraint : column.constraints) {
    if (constraint.kind == ConstraintKind::kCheck && !constraint.not_enforced) {
      context.set.Scan(table, "every row is checked against the new constraint");
    }
    if (&table != &context.table && !IsPartitioned(context.table)) continue;
    if (constraint.kind == ConstraintKind::kPrimaryKey ||
        constraint.kind == ConstraintKind::kUnique) {
      context.set.BuildIndex(table, "every row is read to build the unique index");
    }
  }
}

// A foreign key written on the column: without a default the rows hold NULL and need no check.
void ReferenceNewColumn(const AlterContext& context, const Relations& family,
                        const ColumnDefinition& column) {
  for (const ConstraintDefinition& constraint : column.constraints) {
    if (constraint.kind != ConstraintKind::kForeignKey || !constraint.references) continue;
    LockReferenced(context.set, constraint.references->table, &context.table);
    if (!HasValue(column) || constraint.not_enforced) continue;
    const Relation* referenced = context.before().Find(constraint.references->table);
    for (const Relation* table : family) {
      if (table != &context.table && !IsPartitioned(context.table)) continue;
      const bool values = !column.default_value || !column.default_value->is_null;
      ValidateForeignKey(context.set, *table, referenced,
                         "every row is looked up in the referenced table", values);
    }
  }
}

// A column of that name is still there when the new one comes. The statement may drop it, which
// PostgreSQL does first, wherever it is written; a child keeps one that it defines itself.
bool KeepsColumn(const AlterContext& context, const Relation& table, std::string_view name) {
  const Column* column = table.FindColumn(name);
  if (column == nullptr || !DropsColumn(context.statement, name)) return column != nullptr;
  return &table != &context.table && column->local;
}

void LockDrawnSequences(const AlterContext& context, const Expression& expression) {
  for (const Relation* sequence : SequencesDrawn(context.before(), expression)) {
    context.set.Lock(*sequence, LockMode::kRowExclusive, "gives the rows their numbers");
  }
}

}  // namespace

bool DropsColumn(const AlterTable& statement, std::string_view column) {
  return std::ranges::any_of(statement.actions, [&](const AlterTableAction& action) {
    return action.kind == AlterTableKind::kDropColumn && action.column == column;
  });
}

void AddColumnEffects(const AlterContext& context) {
  if (!context.action.column_definition) return;
  const ColumnDefinition& column = *context.action.column_definition;
  if (KeepsColumn(context, context.table, column.name)) return;  // IF NOT EXISTS, or it fails
  bool assumed = false;
  const std::string why = WhyColumnRewrites(context, column, assumed);
  const Relations family = context.Family();
  for (const Relation* table : family) {
    context.set.Lock(*table, context.lock);
    if (KeepsColumn(context, *table, column.name)) continue;
    if (!why.empty()) context.set.RewriteTable(*table, why);
    if (assumed) AssumeWithIndexes(context.set, *table);
    CheckNewColumn(context, *table, column);
  }
  const bool rows =
      std::ranges::any_of(family, [](const Relation* table) { return HasRows(*table); });
  if (rows && !why.empty() && column.default_value) {
    LockDrawnSequences(context, *column.default_value);
  }
  ReferenceNewColumn(context, family, column);
}

void DropColumnEffects(const AlterContext& context) {
  const std::string& name = context.action.column;
  const Column* column = context.table.FindColumn(name);
  if (column == nullptr && !context.table.assumed) return;  // IF EXISTS, or it fails
  // ONLY still changes the direct children: the column becomes their own.
  Relations family = context.Family();
  if (context.statement.only) {
    for (const Relation* child : ChildrenOf(context.before(), context.table)) {
      context.LockMember(*child, "the column becomes its own");
    }
  }
  Dependents dependents(context.set, context.action.cascade);
  for (const Relation* table : family) {
    context.LockMember(*table, "its column is dropped too");
    const Column* own = table->FindColumn(name);
    if (table == &context.table || (own != nullptr && !own->local)) {
      dependents.DropColumn(*table, name);
    }
  }
  dependents.Run();
}

void SetNotNullEffects(const AlterContext& context) {
  const Column* own = context.table.FindColumn(context.action.column);
  const bool proven = own != nullptr && own->not_null && own->not_null_validated;
  if (proven && !DropsColumn(context.statement, context.action.column)) return;
  for (const Relation* table : context.Family()) {
    context.LockMember(*table, "inherits the change");
    if (IsProvenNotNull(*table, context.action.column, &context.statement)) continue;
    context.set.Scan(*table, "every row is checked for NULL");
    if (table->assumed) context.set.Assume(*table);
  }
}

void SetExpressionEffects(const AlterContext& context) {
  for (const Relation* table : context.Family()) {
    const Column* column = table->FindColumn(context.action.column);
    if (column != nullptr && column->generated == Generated::kVirtual) continue;
    context.set.RewriteTable(*table, "every row is written anew with the new expression");
    if (column == nullptr) context.set.Assume(*table);
  }
}

void IdentityEffects(const AlterContext& context) {
  for (const Relation* sequence :
       OwnedSequences(context.before(), context.table, context.action.column)) {
    if (!sequence->sequence->of_identity) continue;
    if (context.action.kind == AlterTableKind::kDropIdentity) {
      context.set.Drop(*sequence, "dropped with the identity");
      continue;
    }
    context.set.Lock(*sequence, LockMode::kShareRowExclusive, "numbers the column");
    // SET GENERATED alone does not touch the sequence's own row.
    const bool only_kind = context.action.identity != Identity::kNone &&
                           !(context.action.sequence && context.action.sequence->restart);
    if (!only_kind) context.set.Rewrite(*sequence, "the sequence is written anew");
  }
}

}  // namespace hoglint
