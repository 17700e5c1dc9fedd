// What one subcommand of an ALTER TABLE, or a whole statement, costs a table that is in use, by the
// lock model alone.
#ifndef HOGLINT_LINT_FACTS_TABLE_WORK_H_
#define HOGLINT_LINT_FACTS_TABLE_WORK_H_

#include <cstddef>
#include <string>

#include "lint/facts/statement_facts.h"

namespace hoglint {

// The sum over a relation with its partitions and children.
struct TableWork {
  LockMode lock = LockMode::kNone;  // of the whole statement
  bool rewrite = false;
  bool scan = false;
  bool index_build = false;
  bool assumed = false;  // the worst case of something that hoglint cannot know
  std::string reason;
};

// True when nobody waits for the relation: this batch has created it, it is temporary, or it is
// named IF EXISTS and cannot exist.
[[nodiscard]] bool IsUnused(const ObjectName& relation, bool if_exists,
                            const StatementFacts& facts);

// What the statement does to the relation. One that the catalogue does not know is taken for a
// table with rows.
[[nodiscard]] TableWork WorkOn(const ObjectName& relation, const StatementFacts& facts);
// What that subcommand alone does to the altered table; an ADD COLUMN whose name the same statement
// makes free, with what drops the column of that name.
[[nodiscard]] TableWork WorkOf(const AlterTable& alter, std::size_t action,
                               const StatementFacts& facts);

}  // namespace hoglint

#endif  // HOGLINT_LINT_FACTS_TABLE_WORK_H_
