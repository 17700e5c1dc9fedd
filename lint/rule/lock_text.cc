#include "lint/rule/lock_text.h"

#include <fmt/format.h>

#include "lint/rule/wording.h"

namespace hoglint {
namespace {

std::string_view What(LockMode lock) {
  if (BlocksReads(lock)) return "blocks reads and writes on";
  return BlocksWrites(lock) ? "blocks writes on" : "is taken on";
}

}  // namespace

std::string Blocks(LockMode lock, std::string_view table, std::string_view meanwhile,
                   const StatementFacts& facts) {
  const std::string held = HeldUntil(facts);
  return fmt::format("{} {} {} while {}{}", LockModeName(lock), What(lock), table, meanwhile,
                     held.empty() ? "" : ", and " + held);
}

std::string OutsideTransaction(const StatementFacts& facts) {
  if (!facts.transaction.open) return "";
  switch (facts.runner.scope) {
    case TransactionScope::kBatch:
      return fmt::format(
          "by hand before the deploy, since {} runs all pending migrations in one transaction",
          facts.runner.name);
    case TransactionScope::kFile:
      return "in a migration file of its own, which runs outside a transaction";
    case TransactionScope::kStatement:
      break;
  }
  return "outside the transaction";
}

}  // namespace hoglint
