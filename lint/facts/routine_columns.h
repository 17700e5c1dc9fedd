// Functions of the files whose bodies name a column.
#ifndef HOGLINT_LINT_FACTS_ROUTINE_COLUMNS_H_
#define HOGLINT_LINT_FACTS_ROUTINE_COLUMNS_H_

#include <string>
#include <vector>

#include "lint/facts/statement_facts.h"

namespace hoglint {

struct NamingRoutine {
  std::string name;  // as it is shown
  bool procedure = false;
  Span place;  // where its body names the column, or its own name
};

// The functions and procedures that exist before the statement, written in SQL or PL/pgSQL, that
// name that column of the table and go on naming it when the batch is through: PostgreSQL keeps
// their bodies as text. Only what is certain: the column is assigned, or the table is the only one
// that its statement reads, or stands before the column under its name or alias; NEW and OLD of
// triggers are another matter. Not one that a later statement of the batch replaces, drops or
// renames; none where the batch gives the table a column of that name again. It looks into every
// function of the history: only for a statement that takes a column away.
[[nodiscard]] std::vector<NamingRoutine> RoutinesNaming(const ObjectName& table,
                                                        const std::string& column,
                                                        const StatementFacts& facts);

}  // namespace hoglint

#endif  // HOGLINT_LINT_FACTS_ROUTINE_COLUMNS_H_
