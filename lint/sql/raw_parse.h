// RAII around libpg_query's raw parser.
#ifndef HOGLINT_LINT_SQL_RAW_PARSE_H_
#define HOGLINT_LINT_SQL_RAW_PARSE_H_

#include <cstdlib>
#include <string>

#include "lint/sql/pg_nodes.h"

namespace hoglint::sql {

// The memory of the parse trees that are made while it lives. Scopes do not nest: inside of one,
// `active` is false and the outer one holds the trees.
class MemoryScope {
 public:
  explicit MemoryScope(bool active)
      : context_(active ? pg_query_enter_memory_context() : nullptr) {}
  ~MemoryScope() {
    if (context_) pg_query_exit_memory_context(context_);
  }
  MemoryScope(const MemoryScope&) = delete;
  MemoryScope& operator=(const MemoryScope&) = delete;

 private:
  MemoryContext context_;
};

// One call of the parser. The tree lives in the memory scope around it.
class RawParse {
 public:
  RawParse(const std::string& sql, PgQueryParseMode mode)
      : result_(pg_query_raw_parse(sql.c_str(), mode)) {}
  ~RawParse() {
    if (result_.error) pg_query_free_error(result_.error);
    std::free(result_.stderr_buffer);
  }
  RawParse(const RawParse&) = delete;
  RawParse& operator=(const RawParse&) = delete;

  // RawStmt nodes; null after an error.
  [[nodiscard]] const List* tree() const { return result_.error ? nullptr : result_.tree; }
  [[nodiscard]] const PgQueryError* error() const { return result_.error; }

 private:
  PgQueryInternalParsetreeAndError result_;
};

// What PostgreSQL's PL/pgSQL parser says against a DO statement; empty if it has no objection.
inline std::string PlpgsqlErrorOf(const std::string& statement) {
  // It leaves another memory context behind; the parse around it must find its own again.
  MemoryContext const around = CurrentMemoryContext;
  const PgQueryPlpgsqlParseResult result = pg_query_parse_plpgsql(statement.c_str());
  if (around) MemoryContextSwitchTo(around);
  std::string message = result.error ? result.error->message : "";
  pg_query_free_plpgsql_parse_result(result);
  return message;
}

}  // namespace hoglint::sql

#endif  // HOGLINT_LINT_SQL_RAW_PARSE_H_
