// The statement that creates a row of a snapshot, much as drizzle-kit writes it, without what no
// catalogue holds (storage parameters, sequence bounds, policy expressions). Private to
// lint/journal.
#ifndef HOGLINT_LINT_JOURNAL_DDL_SQL_H_
#define HOGLINT_LINT_JOURNAL_DDL_SQL_H_

#include <string>
#include <vector>

#include "lint/journal/ddl.h"

namespace hoglint::ddl {

[[nodiscard]] std::string Sql(const Schema& row);
[[nodiscard]] std::string Sql(const Enum& row);
[[nodiscard]] std::string Sql(const Sequence& row);
[[nodiscard]] std::string Sql(const Check& row);
[[nodiscard]] std::string Sql(const ForeignKey& row);
[[nodiscard]] std::string Sql(const Index& row);
[[nodiscard]] std::string Sql(const Policy& row);
[[nodiscard]] std::string Sql(const View& row);  // its definition must not be empty
[[nodiscard]] std::string KeySql(const Key& row, bool primary);

// What stands in CREATE TABLE for the column: "id" uuid DEFAULT gen_random_uuid() NOT NULL.
[[nodiscard]] std::string ColumnSql(const Column& row);
[[nodiscard]] std::string TableSql(const Table& row, const std::vector<const Column*>& columns);
[[nodiscard]] std::string DropTableSql(const Table& row);  // with all that depends on it
[[nodiscard]] std::string AddColumnSql(const Column& row);
[[nodiscard]] std::string RowSecuritySql(const Table& row);

}  // namespace hoglint::ddl

#endif  // HOGLINT_LINT_JOURNAL_DDL_SQL_H_
