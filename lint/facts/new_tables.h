// NewTable: what new migrations add in tables and columns, and what TypeScript declares that no
// migration has yet, in one form: for the conventions of a project, which hold for both.
#ifndef HOGLINT_LINT_FACTS_NEW_TABLES_H_
#define HOGLINT_LINT_FACTS_NEW_TABLES_H_

#include <string>
#include <string_view>
#include <vector>

#include "lint/base/source_file.h"
#include "lint/base/span.h"
#include "lint/facts/runner.h"
#include "lint/facts/workspace.h"
#include "lint/schema/relation.h"

namespace hoglint {

struct NewTableColumn {
  std::string name;
  std::string type;  // as format_type() or drizzle-kit prints it; empty: not known
  Span span;
  bool fresh = false;  // new itself, not only a part of a table that has something new
  bool not_null = false;
  bool numbered = false;  // serial or identity
};

struct NewReference {
  std::vector<std::string> columns;
  QualifiedName table;  // its name is empty where it is not known
};

struct NewTable {
  QualifiedName name;
  Span span;
  bool fresh = false;    // the table is new; else only some of its columns
  bool in_code = false;  // no migration has it: the spans are of TypeScript
  // There may be columns, and what belongs to them, that are not listed.
  bool incomplete = false;
  std::vector<NewTableColumn> columns;
  std::vector<std::string> primary_key;
  // The plain columns that each index over all rows begins with, those of keys as well.
  std::vector<std::vector<std::string>> indexes;
  std::vector<NewReference> references;

  [[nodiscard]] const NewTableColumn* Find(std::string_view column) const;
  // An index, or a key, begins with these.
  [[nodiscard]] bool HasIndex(const std::vector<std::string>& columns) const;
};

// In the order of their names, tables of migrations first. With `all` everything counts as new.
// Nothing that is somebody else's.
[[nodiscard]] std::vector<NewTable> NewTablesOf(const Track& track, const Sources& sources,
                                                const Runner& runner, bool all);

// timestamp and timestamp(3), also in arrays.
[[nodiscard]] bool IsTimestampWithoutZone(std::string_view type);

}  // namespace hoglint

#endif  // HOGLINT_LINT_FACTS_NEW_TABLES_H_
