// Constraints and indexes: what CREATE TABLE, ALTER TABLE and CREATE INDEX share. Internal to
// lint/schema.
#ifndef HOGLINT_LINT_SCHEMA_CONSTRAINTS_H_
#define HOGLINT_LINT_SCHEMA_CONSTRAINTS_H_

#include <optional>
#include <string>
#include <vector>

#include "lint/schema/apply_context.h"

namespace hoglint::apply {

// An index to make; `details.table` and `details.column_names` are filled in where they are empty.
struct IndexRequest {
  std::string name;  // empty: PostgreSQL chooses one
  Span span;
  IndexDetails details;
  bool only = false;  // ON ONLY: partitions get none
};

// The name that PostgreSQL gives to an index of the table; `column_names` must be there.
[[nodiscard]] std::string ChooseIndexName(Catalogue& catalogue, const Relation& table,
                                          const IndexDetails& index);

// Makes the index, on every partition as well. Absent when its name is taken (with a conflict).
std::optional<RelationId> AddIndex(Context& context, RelationId table, const IndexRequest& request);

// ALTER INDEX parent ATTACH PARTITION child, and what follows for the parent's validity.
void AttachIndex(Context& context, RelationId parent, RelationId child);

// Adds a constraint with its index, to partitions and children too as PostgreSQL does.
void AddConstraint(Context& context, RelationId table, const ConstraintDefinition& definition,
                   bool only = false);

// A CHECK as PostgreSQL stores it on the table: with a name, and the columns that it reads.
[[nodiscard]] Constraint MakeCheck(const Context& context, const Relation& table,
                                   const ConstraintDefinition& definition);
void AddForeignKey(Context& context, RelationId table, const ConstraintDefinition& definition);
void AddKey(Context& context, RelationId table, const ConstraintDefinition& definition, bool only);

// The keys and exclusions among the constraints of one CREATE TABLE or ADD COLUMN: the primary key
// comes first; a repeated key disappears, its name goes to the unnamed one.
[[nodiscard]] std::vector<ConstraintDefinition> KeysOf(
    const std::vector<ConstraintDefinition>& constraints);

// Adds a finished constraint and its back links.
void StoreConstraint(Context& context, RelationId table, Constraint constraint);
// A CHECK that the table has from a parent alone, by that name and of that condition, becomes its
// own as well. False: there is none, and nothing was done.
bool MergeWithInherited(Context& context, RelationId table, const Constraint& check);
// True, with a conflict, when the table has a constraint of that name.
bool IsConstraintTaken(Context& context, RelationId table, const std::string& name,
                       const Span& span);

// NOT NULL on the column of the table and of all its descendants (`only`: of the table alone).
void SetNotNull(Context& context, RelationId table, const std::string& column, bool only,
                const Span& span, const std::string& constraint_name = {});

// Gives a new partition the indexes and foreign keys of its parent (CREATE TABLE ... PARTITION OF,
// ATTACH PARTITION, where a matching index is attached instead).
void CloneIndexes(Context& context, RelationId parent, RelationId partition);
void CloneForeignKeys(Context& context, RelationId parent, RelationId partition);
// The same for an index that the parent just got.
void CloneIndex(Context& context, RelationId index, RelationId partition);

// The constraint that the index belongs to; null when none.
[[nodiscard]] const Constraint* ConstraintOfIndex(const Catalogue& catalogue,
                                                  const Relation& index);
// The columns of the relation that the expression names, each once.
[[nodiscard]] std::vector<std::string> ColumnsOf(const Expression& expression,
                                                 const Relation& relation);

}  // namespace hoglint::apply

#endif  // HOGLINT_LINT_SCHEMA_CONSTRAINTS_H_
