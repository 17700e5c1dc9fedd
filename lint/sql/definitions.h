// The parts of CREATE TABLE and ALTER TABLE in parse nodes -> lint/sql/table_definition.h. A
// `range` is always the tokens of the part.
#ifndef HOGLINT_LINT_SQL_DEFINITIONS_H_
#define HOGLINT_LINT_SQL_DEFINITIONS_H_

#include <string>
#include <vector>

#include "lint/sql/create_statements.h"
#include "lint/sql/pg_nodes.h"
#include "lint/sql/source.h"
#include "lint/sql/table_definition.h"

namespace hoglint::sql {

[[nodiscard]] ColumnDefinition ColumnOf(const Source& source, const ColumnDef* column,
                                        TokenRange range);
[[nodiscard]] ConstraintDefinition ConstraintOf(const Source& source, const Constraint* constraint,
                                                TokenRange range);
// Applies DEFERRABLE, NOT ENFORCED ... to the constraint in front of it; false if the node is none
// of these.
bool FoldAttribute(const Constraint* attribute, ConstraintDefinition& constraint);

// WITH (name = value, ...).
[[nodiscard]] std::vector<StorageOption> OptionsOf(const List* options);
// The value of an option as text; empty when it has none.
[[nodiscard]] std::string OptionText(const DefElem* option);
[[nodiscard]] SequenceOptions SequenceOptionsOf(const Source& source, const List* options);

// `range`: what stands between the parentheses of the element list.
[[nodiscard]] std::vector<IndexElement> IndexElementsOf(const Source& source, const List* elements,
                                                        TokenRange range);
[[nodiscard]] IndexElement IndexElementOf(const Source& source, const IndexElem* element,
                                          TokenRange range);

// FOR VALUES ... or DEFAULT within `range`.
[[nodiscard]] PartitionBound BoundOf(const Source& source, const PartitionBoundSpec* bound,
                                     TokenRange range);
[[nodiscard]] PartitionKey PartitionKeyOf(const PartitionSpec* spec);

[[nodiscard]] Persistence PersistenceOf(const RangeVar* relation);

}  // namespace hoglint::sql

#endif  // HOGLINT_LINT_SQL_DEFINITIONS_H_
