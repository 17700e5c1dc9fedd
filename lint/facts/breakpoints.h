// Drizzle's marker where it cuts a statement in two: in a string, a comment or a function's body.
#ifndef HOGLINT_LINT_FACTS_BREAKPOINTS_H_
#define HOGLINT_LINT_FACTS_BREAKPOINTS_H_

#include <optional>

#include "lint/base/source_file.h"
#include "lint/base/span.h"
#include "lint/facts/workspace.h"

namespace hoglint {

// Compares what the migration's pieces gave with what its file gives when it is not cut. Keeps
// references to both arguments.
class BreakpointCuts {
 public:
  BreakpointCuts(const Migration& migration, const SourceFile& file);

  // The first marker that stands inside a token or comment; absent when there is none.
  [[nodiscard]] const std::optional<Span>& marker() const { return marker_; }
  // True when the file would parse at the problem's place if it were not cut.
  [[nodiscard]] bool Explain(const ParseProblem& problem) const;

 private:
  [[nodiscard]] const Chunk* ChunkOf(const ParseProblem& problem) const;
  [[nodiscard]] bool IsGone(const ParseProblem& problem) const;
  void FindMarker(FileId file);

  const Migration& migration_;
  ParsedFile whole_;
  std::optional<Span> marker_;
};

}  // namespace hoglint

#endif  // HOGLINT_LINT_FACTS_BREAKPOINTS_H_
