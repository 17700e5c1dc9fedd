#include "lint/rule/one_transaction.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

#include "lint/rule/wording.h"

namespace hoglint {

bool CommitsWith(std::uint32_t position, const StatementFacts& facts) {
  const std::vector<BatchStatement>& statements = facts.batch.statements;
  if (facts.transaction.open) return statements[position].transaction == facts.transaction;
  const std::size_t first = std::min<std::size_t>(position, facts.index);
  const std::size_t last = std::max<std::size_t>(position, facts.index);
  // A block of its own would begin with its DO, which is in none.
  return std::ranges::all_of(
      std::span(statements).subspan(first, last - first + 1),
      [](const BatchStatement& each) { return each.statement->nesting.in_do_block; });
}

std::string InOneTransaction(std::span<const std::string> statements, const StatementFacts& facts) {
  const bool together = facts.transaction.open || facts.runner.scope == TransactionScope::kFile;
  if (!together && IsRequestPerStatement(facts.runner)) {
    return SqlLine(fmt::format("DO $$ BEGIN {} END $$;", fmt::join(statements, " ")));
  }
  std::string lines;
  for (const std::string& statement : statements) lines += SqlLine(statement);
  return together ? lines : SqlLine("BEGIN;") + lines + SqlLine("COMMIT;");
}

}  // namespace hoglint
