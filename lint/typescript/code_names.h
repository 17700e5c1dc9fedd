// Where a source file names tables and columns: by Drizzle's constants and properties, and in SQL.
// Only what is certain counts: an object that may be anything is no table and no row.
#ifndef HOGLINT_LINT_TYPESCRIPT_CODE_NAMES_H_
#define HOGLINT_LINT_TYPESCRIPT_CODE_NAMES_H_

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lint/typescript/syntax_tree.h"

namespace hoglint {

// What is looked for.
struct SoughtColumn {
  std::string name;      // in SQL: "legacy_name"
  std::string property;  // of the constant: "legacyName"; empty: the schema does not declare it
  // Other tables with a column of that name: SQL that names one of them too may mean theirs.
  std::vector<std::string> also_in;
};
struct SoughtTable {
  std::string schema;    // empty: public
  std::string name;      // in SQL
  std::string constant;  // as the schema's files export it; empty: they do not declare it
  bool whole = false;    // every use of the table counts, not only those of `columns`
  std::vector<SoughtColumn> columns;
};

// How the table or column is named.
enum class NamedBy : std::uint8_t {
  kName,         // itself: users.legacyName, "select legacy_name from users"
  kEveryColumn,  // by a query that lists all columns that the schema declares: select().from(users)
};

struct CodeName {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::size_t table = 0;  // of those that were looked for
  std::string column;     // its SQL name; empty: the table as such
  NamedBy by{};

  auto operator<=>(const CodeName&) const = default;
};

// What a module exports under a name: nothing of interest, a table, or an object (`import * as
// schema`) whose members are the tables' constants.
enum class ImportKind : std::uint8_t { kOther, kTable, kTables };
struct Imported {
  ImportKind kind = ImportKind::kOther;
  std::size_t table = 0;
};
// `name` is as the module exports it; "*": all of it as one object.
using ImportLookup = std::function<Imported(std::string_view module, std::string_view name)>;

// In the order of their places. Types, imports and re-exports are no uses.
[[nodiscard]] std::vector<CodeName> FindCodeNames(const TsNode& program,
                                                  std::span<const SoughtTable> tables,
                                                  const ImportLookup& lookup);

}  // namespace hoglint

#endif  // HOGLINT_LINT_TYPESCRIPT_CODE_NAMES_H_
