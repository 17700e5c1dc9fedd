// Gaps: what a run could not look at, with the reason. Nothing unknown is called clean.
#ifndef HOGLINT_LINT_RUN_NOT_CHECKED_H_
#define HOGLINT_LINT_RUN_NOT_CHECKED_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "lint/base/source_file.h"
#include "lint/facts/fold.h"
#include "lint/facts/statement_facts.h"
#include "lint/facts/workspace.h"

namespace hoglint {

// Collects, in the order of the fold, every statement that hoglint does not understand: one by one
// for the migrations that are linted, as a single entry for the merged ones, on which the catalogue
// rests.
class Gaps {
 public:
  explicit Gaps(const Sources& sources) : sources_(sources) {}

  // Looks at a statement that is linted, before it is applied.
  void AddEffects(const StatementFacts& facts);
  // Looks at any statement after it was applied.
  void AddApplied(const AppliedStatement& applied, bool linted);
  // Looks at what of a merged migration could not be parsed: no rule reports it.
  void AddMergedProblems(const Migration& migration);

  [[nodiscard]] std::vector<NotChecked> Finish() &&;

 private:
  void Add(const Span& place, std::string reason);
  void AddMerged(const Span& place);

  const Sources& sources_;
  std::vector<NotChecked> all_;
  std::optional<Span> last_;  // place of the last entry: one statement is named once
  std::optional<Span> first_merged_;
  std::uint32_t merged_ = 0;
};

// Why hoglint does not know what the statement does; absent when it does.
[[nodiscard]] std::optional<std::string> WhyUnknown(const Statement& statement);

}  // namespace hoglint

#endif  // HOGLINT_LINT_RUN_NOT_CHECKED_H_
