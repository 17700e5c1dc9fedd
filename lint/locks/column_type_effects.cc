// ALTER COLUMN ... TYPE: the table, what is built over the column, and what refers to it.
#include <algorithm>
#include <string>

#include "lint/locks/alter_table_parts.h"
#include "lint/locks/type_change.h"

namespace hoglint {
namespace {

constexpr auto kAccessExclusive = LockMode::kAccessExclusive;

// The collation that the column has after the statement; none written is the type's own.
bool KeepsCollation(const AlterContext& context, const Column& column) {
  return column.collation == context.action.collation;
}

// CheckIndexCompatible(): an index without expression and predicate survives when every key keeps
// its operator class and collation.
bool KeepsIndex(const AlterContext& context, const IndexDetails& index, const Column& column,
                const TypeChange& change) {
  // A part of a partitioned index is always built anew.
  if (change.rewrite || index.where || index.parent) return false;
  return std::ranges::all_of(index.elements, [&](const IndexElement& element) {
    if (element.expression) return false;
    if (element.column != column.name) return true;
    return change.keeps_operators &&
           (!element.collation.empty() || KeepsCollation(context, column));
  });
}

// Indexes over the column are dropped and made again, on their old file where it still serves.
void IndexEffects(const AlterContext& context, const Relation& table, const Column& column,
                  const TypeChange& change) {
  for (const Relation* index : IndexesOf(context.before(), table)) {
    if (!index->index || !IndexUsesColumn(*index->index, column.name)) continue;
    if (context.set.IsDropped(*index)) continue;
    context.set.Lock(*index, kAccessExclusive, "its column changes its type");
    if (KeepsIndex(context, *index->index, column, change)) continue;
    context.set.Rewrite(*index, "built anew: its column changes its type");
    context.set.BuildIndex(table, "every row is read to build indexes over the column anew");
  }
}

// A CHECK over the column is made again, and a valid one checked again.
void CheckEffects(const AlterContext& context, const Relation& table, const Column& column) {
  for (const Constraint& constraint : table.constraints) {
    if (constraint.kind != ConstraintKind::kCheck || !constraint.validated) continue;
    if (!constraint.enforced || !ConstraintUsesColumn(constraint, column.name)) continue;
    context.set.Scan(table, "every row is checked against " + constraint.name + " again");
  }
}

// A foreign key on the column, on either side, is dropped and made again; its rows are looked up
// again unless both sides keep their values and the equality operator.
void ForeignKeyEffects(const AlterContext& context, const ForeignKeyLink& link, bool revalidate) {
  LockForDroppedKey(context.set, link, "its foreign key is made again");
  if (!revalidate || !link.constraint->validated || !link.constraint->enforced) return;
  ValidateForeignKey(context.set, *link.table, link.referenced,
                     "every row is looked up again by " + link.constraint->name);
}

void KeyEffects(const AlterContext& context, const Relation& table, const Column& column,
                const TypeChange& change) {
  const bool revalidate = change.rewrite || !change.keeps_operators;
  const auto names = [&](const std::vector<std::string>& columns) {
    return std::ranges::find(columns, column.name) != columns.end();
  };
  for (const ForeignKeyLink& link : OutgoingKeys(context.before(), table)) {
    if (names(link.constraint->columns)) ForeignKeyEffects(context, link, revalidate);
  }
  for (const ForeignKeyLink& link : IncomingKeys(context.before(), table)) {
    if (names(link.constraint->references->columns)) ForeignKeyEffects(context, link, revalidate);
  }
}

// The sequence of an identity column takes on the new type.
void SequenceEffects(const AlterContext& context, const Relation& table, const Column& column) {
  if (column.identity == Identity::kNone) return;
  for (const Relation* sequence : OwnedSequences(context.before(), table, column.name)) {
    context.set.Lock(*sequence, LockMode::kShareRowExclusive, "takes on its column's type");
    context.set.Rewrite(*sequence, "takes on its column's type");
  }
}

void ChangeOneTable(const AlterContext& context, const Relation& table) {
  const Column* column = table.FindColumn(context.action.column);
  const TypeChange change = CompareTypes(context.before(), table, column, *context.action.type,
                                         context.action.expression, context.set.server());
  context.LockMember(table, "inherits the change");
  if (change.rewrite) context.set.RewriteTable(table, change.reason);
  if (change.assumed) AssumeWithIndexes(context.set, table);
  if (column == nullptr) return;
  IndexEffects(context, table, *column, change);
  CheckEffects(context, table, *column);
  KeyEffects(context, table, *column, change);
  SequenceEffects(context, table, *column);
}

}  // namespace

void ColumnTypeEffects(const AlterContext& context) {
  if (!context.action.type) return;
  for (const Relation* table : context.Family()) ChangeOneTable(context, *table);
}

}  // namespace hoglint
