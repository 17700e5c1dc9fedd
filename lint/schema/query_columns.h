// The columns that a query gives to a view or a new table. Internal to lint/schema.
#ifndef HOGLINT_LINT_SCHEMA_QUERY_COLUMNS_H_
#define HOGLINT_LINT_SCHEMA_QUERY_COLUMNS_H_

#include <string>
#include <vector>

#include "lint/schema/apply_context.h"

namespace hoglint::apply {

// What a query reads and gives.
struct QueryColumns {
  std::vector<Column> columns;        // their type is empty where it was not derived
  bool incomplete = false;            // there may be more: a star over something unknown
  std::vector<RelationId> relations;  // that it reads, each once
  std::vector<ColumnRead> reads;
};

// Resolves the query. `names` are the names written for the first columns. Relations that no file
// created are assumed.
[[nodiscard]] QueryColumns ResolveQuery(Context& context, const Query& query,
                                        const std::vector<std::string>& names);

// The relations of the list that exist or are assumed, each once; system relations are left out.
[[nodiscard]] std::vector<RelationId> FindAll(Context& context,
                                              const std::vector<ObjectName>& names);

}  // namespace hoglint::apply

#endif  // HOGLINT_LINT_SCHEMA_QUERY_COLUMNS_H_
