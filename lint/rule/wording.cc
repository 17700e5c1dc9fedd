#include "lint/rule/wording.h"

#include <fmt/format.h>

namespace hoglint {

std::string ShownName(const ObjectName& name, const StatementFacts& facts) {
  return DisplayName(facts.before.ResolveExisting(name));
}

std::string ShownName(RelationId id, const StatementFacts& facts) {
  const Relation* relation = facts.before.Get(id);
  return relation == nullptr ? std::string() : DisplayName(relation->name);
}

std::string JoinNames(std::span<const std::string> names) {
  if (names.empty()) return {};
  if (names.size() == 1) return names.front();
  return fmt::format("{} and {}", fmt::join(names.first(names.size() - 1), ", "), names.back());
}

std::string ColumnList(std::span<const std::string> columns) {
  std::string list;
  for (const std::string& column : columns) {
    if (!list.empty()) list += ", ";
    list += QuoteIdentifier(column);
  }
  return list;
}

void AddOrigin(Finding& finding, const Origin& origin, std::string_view message) {
  if (origin.batch == BatchId::kBeforeHistory) return;
  finding.related.push_back({origin.span, std::string(message)});
}

std::string HeldUntil(const StatementFacts& facts) {
  if (!facts.transaction.open) return {};
  return facts.runner.scope == TransactionScope::kBatch ? "until the last pending migration has run"
                                                        : "until the transaction commits";
}

std::string InLaterTransaction(const StatementFacts& facts) {
  if (!facts.transaction.open) return "in a statement of its own after it";
  switch (facts.runner.scope) {
    case TransactionScope::kBatch:
      return "in the migration of a later deploy";
    case TransactionScope::kFile:
      return "in a later migration file";
    case TransactionScope::kStatement:
      break;
  }
  return "after the COMMIT";
}

std::string WhyLater(const StatementFacts& facts) {
  if (!facts.transaction.open) return {};
  switch (facts.runner.scope) {
    case TransactionScope::kBatch:
      return fmt::format("{} runs all pending migrations in one transaction", facts.runner.name);
    case TransactionScope::kFile:
      return "a file is one transaction";
    case TransactionScope::kStatement:
      break;
  }
  return "the transaction holds its locks to its end";
}

std::string SqlLine(std::string_view sql) { return fmt::format("\n    {}", sql); }

}  // namespace hoglint
