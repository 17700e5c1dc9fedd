// How many rows an UPDATE, DELETE, INSERT ... SELECT and the like may be about, as far as the
// statement and the catalogue tell. Nothing is known of the sizes of tables.
#ifndef HOGLINT_LINT_FACTS_DATA_CHANGE_H_
#define HOGLINT_LINT_FACTS_DATA_CHANGE_H_

#include <cstdint>
#include <string>

#include "lint/facts/statement_facts.h"

namespace hoglint {

enum class RowCount : std::uint8_t {
  kNone,  // no statement about rows, or only rows that this batch has made
  kFew,   // looked up by a unique key, bounded by LIMIT, or written out in the statement
  kSome,  // compared with a constant: the rows to find may be few, but all may have to be read
  kMany,  // no condition that hoglint takes for selective
  kAll,   // every row
};

struct DataChange {
  RowCount rows = RowCount::kNone;
  ObjectName table;  // that is changed, or filled
  // UPDATE gives values to a column that the batch has added and that is NULL in every row.
  bool fills_new_column = false;
  std::string new_column;  // that one
};

// What the statement of the facts does; kNone when it is about no rows.
[[nodiscard]] DataChange DataChangeOf(const StatementFacts& facts);

// True when the batch adds the column, and an UPDATE has given values to its rows, not only to a
// few, since this transaction locked the table against readers (see the rule ddl-with-backfill).
[[nodiscard]] bool IsFilledUnderLock(const ObjectName& table, const std::string& column,
                                     const StatementFacts& facts);

}  // namespace hoglint

#endif  // HOGLINT_LINT_FACTS_DATA_CHANGE_H_
