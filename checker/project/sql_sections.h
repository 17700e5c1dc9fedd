// Which parts of a migration file go up: goose, sql-migrate, dbmate, rambler, tern and
// node-pg-migrate keep the way back in the same file, behind a marker line.
#ifndef HOGLINT_CHECKER_PROJECT_SQL_SECTIONS_H_
#define HOGLINT_CHECKER_PROJECT_SQL_SECTIONS_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "lint/base/span.h"

namespace hoglint {

struct SqlSections {
  std::vector<Span> up;  // empty: the file has no marker, or nothing goes up (`down` tells)
  std::uint32_t down = 0;
};

// Finds the marker lines as those tools do: line by line, whatever SQL they stand in.
[[nodiscard]] SqlSections FindSections(FileId file, std::string_view text);

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_PROJECT_SQL_SECTIONS_H_
