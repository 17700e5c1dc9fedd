// How the fold goes on behind a statement that PostgreSQL refuses.
#ifndef HOGLINT_LINT_FACTS_REFUSED_STATEMENT_H_
#define HOGLINT_LINT_FACTS_REFUSED_STATEMENT_H_

#include "lint/schema/apply.h"

namespace hoglint {

// A statement that is refused because something depends on what it drops or alters has changed
// nothing. Whoever mends it gets it through, so that what stands behind it is judged as if it were:
// a table is gone whose name the next statement takes, and a column has its new type. What depends
// on it stays as it is. Like a compiler, hoglint then tells of each mistake once. Nothing for other
// refusals, and where a handler in the file catches them.
void GoOnBehind(const Statement& statement, const ApplyOutcome& outcome, BatchId batch,
                Catalogue& catalogue);

}  // namespace hoglint

#endif  // HOGLINT_LINT_FACTS_REFUSED_STATEMENT_H_
