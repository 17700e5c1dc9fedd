// Reads how large the tables of a database are, in one query.
#ifndef HOGLINT_CHECKER_LIVE_SIZE_READER_H_
#define HOGLINT_CHECKER_LIVE_SIZE_READER_H_

#include "checker/live/database.h"
#include "lint/base/result.h"
#include "lint/config/table_sizes.h"

namespace hoglint {

// Tables, materialized views and partitioned tables that are no part of PostgreSQL itself; the path
// is left empty.
[[nodiscard]] Result<TableSizes> ReadSizes(Database& database);

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_LIVE_SIZE_READER_H_
