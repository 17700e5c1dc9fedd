// Where the parts of a column or of a domain begin and end: its constraints and its COLLATE.
#ifndef HOGLINT_LINT_SQL_PART_RANGES_H_
#define HOGLINT_LINT_SQL_PART_RANGES_H_

#include <cstdint>
#include <vector>

#include "lint/sql/pg_nodes.h"
#include "lint/sql/source.h"

namespace hoglint::sql {

// A part reaches to the beginning of the next one, and the last one to `end`.
class PartRanges {
 public:
  // `parts`: a list that holds the constraints; nodes of other kinds in it do not count.
  PartRanges(const Source& source, const List* parts, const CollateClause* collation,
             std::uint32_t end);

  // The tokens of one of the constraints.
  [[nodiscard]] TokenRange Of(const Constraint* part) const;

 private:
  const Source& source_;
  std::vector<std::uint32_t> begins_;  // ascending
  std::uint32_t end_;
};

}  // namespace hoglint::sql

#endif  // HOGLINT_LINT_SQL_PART_RANGES_H_
