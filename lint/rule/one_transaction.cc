#include "lint/rule/one_transaction.h"

#include <fmt/format.h>

#include <algorithm>

#include "lint/rule/wording.h"

namespace hoglint {

bool CommitsWith(std::uint32_t later, const StatementFacts& facts) {
  const BatchStatement& other = facts.batch.statements[later];
  if (facts.transaction.open) return other.transaction == facts.transaction;
  const auto between = facts.Later().first(later - facts.index);
  return facts.statement.nesting.in_do_block &&
         std::ranges::all_of(between, [](const BatchStatement& each) {
           return each.statement->nesting.in_do_block;
         });
}

std::string InOneTransaction(const std::string& first, const std::string& second,
                             const StatementFacts& facts) {
  if (facts.transaction.open || facts.runner.scope == TransactionScope::kFile) {
    return SqlLine(first) + SqlLine(second);
  }
  if (IsRequestPerStatement(facts.runner)) {
    return SqlLine(fmt::format("DO $$ BEGIN {} {} END $$;", first, second));
  }
  return SqlLine("BEGIN;") + SqlLine(first) + SqlLine(second) + SqlLine("COMMIT;");
}

}  // namespace hoglint
