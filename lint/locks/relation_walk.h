// The catalogue's links, followed: partitions and children, indexes, foreign keys in both
// directions, views upon views. Every list holds each relation once, in the order met.
#ifndef HOGLINT_LINT_LOCKS_RELATION_WALK_H_
#define HOGLINT_LINT_LOCKS_RELATION_WALK_H_

#include <string_view>
#include <vector>

#include "lint/schema/catalogue.h"

namespace hoglint {

class EffectSet;

using Relations = std::vector<const Relation*>;

// Tables and materialized views: a heap with rows. Partitioned tables have none of their own.
[[nodiscard]] bool HasRows(const Relation& relation);
// Those, indexes and sequences: relations with a file of their own.
[[nodiscard]] bool HasStorage(const Relation& relation);
[[nodiscard]] bool IsPartitioned(const Relation& relation);

// Its partitions and inheritance children at every level, without itself.
[[nodiscard]] Relations DescendantsOf(const Catalogue& catalogue, const Relation& relation);
// The same, itself first.
[[nodiscard]] Relations FamilyOf(const Catalogue& catalogue, const Relation& relation);
// Itself and, of a partitioned table, its partitions at every level; inheritance is not followed.
[[nodiscard]] Relations PartitionsOf(const Catalogue& catalogue, const Relation& relation);
// Itself and, of a view, everything that it reads, also through other views; each once. Views may
// read each other in a circle.
[[nodiscard]] Relations ReadThrough(const Catalogue& catalogue, const Relation& relation);
[[nodiscard]] Relations ChildrenOf(const Catalogue& catalogue, const Relation& relation);
[[nodiscard]] Relations IndexesOf(const Catalogue& catalogue, const Relation& relation);
// The indexes of partitions that are directly attached to a partitioned index.
[[nodiscard]] Relations AttachedIndexes(const Catalogue& catalogue, const Relation& index);
// Sequences that the table's columns own; of one column when `column` is not empty.
[[nodiscard]] Relations OwnedSequences(const Catalogue& catalogue, const Relation& table,
                                       std::string_view column = {});
// Tables made with CREATE TABLE ... OF the type.
[[nodiscard]] Relations TablesOfType(const Catalogue& catalogue, const QualifiedName& type);
// Its partitioned table; null when it is no partition.
[[nodiscard]] const Relation* PartitionParent(const Catalogue& catalogue, const Relation& relation);
// The DEFAULT partition of a partitioned table; null when it has none.
[[nodiscard]] const Relation* DefaultPartition(const Catalogue& catalogue, const Relation& parent);

// A foreign key: the table that has the constraint, and the one that it references.
struct ForeignKeyLink {
  const Relation* table = nullptr;
  const Relation* referenced = nullptr;
  const Constraint* constraint = nullptr;
};
// Foreign keys of the table itself, and those of any table that reference it.
[[nodiscard]] std::vector<ForeignKeyLink> OutgoingKeys(const Catalogue& catalogue,
                                                       const Relation& table);
[[nodiscard]] std::vector<ForeignKeyLink> IncomingKeys(const Catalogue& catalogue,
                                                       const Relation& table);

// What is said of the table, and of its indexes, is the worst case.
void AssumeWithIndexes(EffectSet& set, const Relation& table);

// True when the expression names the column, or the whole row.
[[nodiscard]] bool Mentions(const Expression& expression, std::string_view column);
// True when the index has the column as a key, an INCLUDE column, in an expression or predicate.
[[nodiscard]] bool IndexUsesColumn(const IndexDetails& index, std::string_view column);
// True when the constraint is about the column (a CHECK that reads it included).
[[nodiscard]] bool ConstraintUsesColumn(const Constraint& constraint, std::string_view column);

}  // namespace hoglint

#endif  // HOGLINT_LINT_LOCKS_RELATION_WALK_H_
