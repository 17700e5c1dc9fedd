// Drizzle's marker where it cuts a statement in two: in a string, a comment or a function's body.
#ifndef HOGLINT_LINT_FACTS_BREAKPOINTS_H_
#define HOGLINT_LINT_FACTS_BREAKPOINTS_H_

#include <optional>

#include "lint/base/source_file.h"
#include "lint/base/span.h"
#include "lint/facts/workspace.h"

namespace hoglint {

// The first marker of the migration that stands inside a token or comment, and the bytes from which
// on the cut makes PostgreSQL refuse what is whole in the file. Absent when there is none.
struct CutStatement {
  Span marker;
  Span chunk;  // the first one that does not parse for it
};
[[nodiscard]] std::optional<CutStatement> FindCutStatement(const Migration& migration,
                                                           const SourceFile& file);

// True when the file would parse at this place if it were not cut.
[[nodiscard]] bool IsDueToCut(const ParseProblem& problem, const Migration& migration,
                              const SourceFile& file);

}  // namespace hoglint

#endif  // HOGLINT_LINT_FACTS_BREAKPOINTS_H_
