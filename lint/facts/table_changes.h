// What one migration does with the columns of a table: what it adds and what it copies.
#ifndef HOGLINT_LINT_FACTS_TABLE_CHANGES_H_
#define HOGLINT_LINT_FACTS_TABLE_CHANGES_H_

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "lint/facts/statement_facts.h"

namespace hoglint {

struct TableChanges {
  std::vector<const ColumnDefinition*> added;
  std::set<std::string> read;  // columns that an UPDATE copies into others
};

// In the statement's migration, before and after it.
[[nodiscard]] TableChanges ChangesOf(const QualifiedName& table, const StatementFacts& facts);

// True when both names have a word of three letters or more in common: "pinned_api_key" and
// "apiToken" have api.
[[nodiscard]] bool ShareWord(std::string_view a, std::string_view b);

}  // namespace hoglint

#endif  // HOGLINT_LINT_FACTS_TABLE_CHANGES_H_
