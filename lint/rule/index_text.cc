#include "lint/rule/index_text.h"

#include <fmt/format.h>

#include "lint/rule/wording.h"
#include "lint/sql/statement_texts.h"

namespace hoglint {

std::string CreateIndexWith(const CreateIndex& create, std::string_view words,
                            const StatementFacts& facts) {
  const std::string head = fmt::format("CREATE {}INDEX {} ", create.unique ? "UNIQUE " : "", words);
  if (create.name.empty()) {
    return fmt::format("{}<name> ON {} ...;", head, ShownName(create.table, facts));
  }
  const Span& span = facts.statement.span;
  return fmt::format(
      "{}{};", head,
      OneLineText(facts.sources.Text(span).substr(create.name_span.begin - span.begin)));
}

}  // namespace hoglint
