// What stands at a dropped table's place once the batch is through.
#ifndef HOGLINT_LINT_RULE_TABLE_SWAP_H_
#define HOGLINT_LINT_RULE_TABLE_SWAP_H_

#include <optional>
#include <string>
#include <vector>

#include "lint/facts/statement_facts.h"

namespace hoglint {

struct TableSwap {
  QualifiedName name;                    // that code knows the table by
  std::string shown;                     // what comes instead: tags_new; empty for a view
  bool at_once = true;                   // in the transaction of the DROP: nobody sees a gap
  bool view = false;                     // CREATE VIEW, under the old name
  const Statement* statement = nullptr;  // that gives it the name; never null
  Span place;                            // of the name there
  const Relation* table = nullptr;       // a table that the catalogue knows, before the statement
  const Statement* copy = nullptr;       // fills what comes instead from the dropped table
  // What the dropped table has and the other has not, as far as the files tell.
  std::vector<std::string> columns;
  std::vector<std::string> parts;  // "the primary key", "trigger tags_touch"
};

// For a table that the statement drops: what takes its name in the same batch. Absent when nothing
// does. A table that is created under that name is another thing:
// it begins empty.
[[nodiscard]] std::optional<TableSwap> FindTableSwap(const ObjectName& dropped,
                                                     const StatementFacts& facts);

}  // namespace hoglint

#endif  // HOGLINT_LINT_RULE_TABLE_SWAP_H_
