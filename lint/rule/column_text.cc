#include "lint/rule/column_text.h"

#include <fmt/format.h>

#include "lint/rule/wording.h"
#include "lint/sql/statement_texts.h"

namespace hoglint {

std::string AddColumnWithout(const ConstraintDefinition& constraint, const ColumnDefinition& column,
                             const std::string& table, const StatementFacts& facts) {
  const Span& whole = column.span;
  const Span& part = constraint.span;
  const bool inside = part.file == whole.file && whole.begin < part.begin &&
                      part.begin < part.end && part.end <= whole.end;
  if (!inside || column.constraints.size() != 1) return {};
  const std::string text = std::string(facts.sources.Text({whole.file, whole.begin, part.begin})) +
                           '\n' +
                           std::string(facts.sources.Text({whole.file, part.end, whole.end}));
  return SqlLine(fmt::format("ALTER TABLE {} ADD COLUMN {};", table, OneLineText(text)));
}

}  // namespace hoglint
