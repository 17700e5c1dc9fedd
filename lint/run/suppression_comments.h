// The comments by which a migration allows findings: "-- hoglint: allow drop-column why".
#ifndef HOGLINT_LINT_RUN_SUPPRESSION_COMMENTS_H_
#define HOGLINT_LINT_RUN_SUPPRESSION_COMMENTS_H_

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "lint/base/source_file.h"
#include "lint/facts/workspace.h"
#include "lint/rule/suppression.h"

namespace hoglint {

// What one comment says; absent when it is addressed to nobody here. `span` is that of `text` in
// its file. `covers` and the states of the rules are left to the caller.
[[nodiscard]] std::optional<Suppression> ReadSuppression(std::string_view text, const Span& span);
// The same for squawk's "-- squawk-ignore ban-drop-column" and "squawk-ignore-file": its rules as
// ours, those that have no counterpart left out.
[[nodiscard]] std::optional<Suppression> ReadSquawkSuppression(std::string_view text,
                                                               const Span& span);

// A rule of squawk and ours for the same hazard; one of theirs may have several.
struct SquawkRule {
  std::string_view squawk;
  std::string_view ours;
};
[[nodiscard]] std::span<const SquawkRule> SquawkRules();

// All suppressions of a migration, in order. Each covers the statement that it stands in, else the
// one that ends before it on its line, else the next one; allow-file the file.
[[nodiscard]] std::vector<Suppression> SuppressionsOf(const Migration& migration,
                                                      const SourceFile& file, bool squawk);

}  // namespace hoglint

#endif  // HOGLINT_LINT_RUN_SUPPRESSION_COMMENTS_H_
