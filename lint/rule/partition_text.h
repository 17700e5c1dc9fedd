// What becomes of a partitioned table that loses a partition.
#ifndef HOGLINT_LINT_RULE_PARTITION_TEXT_H_
#define HOGLINT_LINT_RULE_PARTITION_TEXT_H_

#include <string>

#include "lint/facts/statement_facts.h"

namespace hoglint {

// The partitioned table of a partition; null for any other relation.
[[nodiscard]] const Relation* PartitionedTableOf(const Relation& partition,
                                                 const StatementFacts& facts);

// Its DEFAULT partition; null when it has none, or none that the files know.
[[nodiscard]] const Relation* DefaultPartitionOf(const Relation& table,
                                                 const StatementFacts& facts);

// True when a later statement of the batch gives the table a partition, which may take the same
// rows.
[[nodiscard]] bool GetsPartitionLater(const Relation& table, const StatementFacts& facts);

// "queries on events go on without its rows, and without an error, and an INSERT of a row within
// its bounds fails (23514)", of a partition that the statement takes away from the table.
[[nodiscard]] std::string WithoutPartition(const Relation& partition, const Relation& table,
                                           const StatementFacts& facts);

}  // namespace hoglint

#endif  // HOGLINT_LINT_RULE_PARTITION_TEXT_H_
