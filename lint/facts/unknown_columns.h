// UnknownColumns: columns that a statement names and its tables do not have. Says what is certain
// from the text alone, or nothing.
#ifndef HOGLINT_LINT_FACTS_UNKNOWN_COLUMNS_H_
#define HOGLINT_LINT_FACTS_UNKNOWN_COLUMNS_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lint/schema/catalogue.h"

namespace hoglint {

struct UnknownColumn {
  std::string column;
  const Relation* table = nullptr;  // of the catalogue
  std::uint32_t begin = 0;          // in the text
  std::uint32_t end = 0;
};

// In the order of the text. Tables that the catalogue does not have are not judged, nor are columns
// whose table is not certain. Nothing where the text is no SQL.
[[nodiscard]] std::vector<UnknownColumn> UnknownColumns(std::string_view sql,
                                                        const Catalogue& catalogue);

}  // namespace hoglint

#endif  // HOGLINT_LINT_FACTS_UNKNOWN_COLUMNS_H_
