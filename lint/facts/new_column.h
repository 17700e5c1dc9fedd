// What is known of a column that the same batch has added: its rows hold what ADD COLUMN gave them,
// until something fills it.
#ifndef HOGLINT_LINT_FACTS_NEW_COLUMN_H_
#define HOGLINT_LINT_FACTS_NEW_COLUMN_H_

#include <cstddef>
#include <optional>
#include <string>

#include "lint/facts/statement_facts.h"

namespace hoglint {

struct NewColumn {
  const ColumnDefinition* definition = nullptr;  // never null
  TransactionId transaction;                     // of the ADD COLUMN
  bool filled = false;                           // a statement after it writes the column

  // ADD COLUMN gave the rows that were there a value: a default, an identity, a generated one.
  [[nodiscard]] bool HasValue() const;
  // Every row that was there holds NULL.
  [[nodiscard]] bool IsAllNull() const { return !filled && !HasValue(); }
};

// The column as the batch added it, by an earlier statement or by one of the first `actions`
// subcommands of this one (an AlterTable). Absent when it is older, or may be.
[[nodiscard]] std::optional<NewColumn> FindNewColumn(const ObjectName& table,
                                                     const std::string& column,
                                                     const StatementFacts& facts,
                                                     std::size_t actions = 0);

// The column of this batch that a condition asks for another value than ADD COLUMN gave to the rows
// that were there, so that none of them satisfies it: `deleted_at IS NOT NULL` where it is NULL,
// `active = true` where the default is false. Absent when there is none, or it cannot be told.
[[nodiscard]] std::optional<NewColumn> ExcludesOldRows(const ObjectName& table,
                                                       const Expression& condition,
                                                       const StatementFacts& facts);

}  // namespace hoglint

#endif  // HOGLINT_LINT_FACTS_NEW_COLUMN_H_
