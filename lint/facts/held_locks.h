// The locks that a transaction has taken so far and keeps to its end, as far as somebody waits for
// them.
#ifndef HOGLINT_LINT_FACTS_HELD_LOCKS_H_
#define HOGLINT_LINT_FACTS_HELD_LOCKS_H_

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <vector>

#include "lint/facts/statement_facts.h"

namespace hoglint {

// A lock that blocks writes, or reads and writes, on a table that is in use.
struct HeldLock {
  QualifiedName table;  // its name when it was locked
  LockMode mode = LockMode::kNone;
  std::size_t statement = 0;  // position in the batch of the first that locked it so strongly
};

// Filled along the fold, with the statements that are shown to rules only.
class HeldLocks {
 public:
  // The statement of that transaction comes: what another one held is free again. The statements of
  // a DO block that commits by itself share its transaction.
  void Enter(const Statement& statement, const TransactionId& transaction);
  // Remembers what the statement locks: tables that it creates, that are new in the batch or
  // temporary and those that it drops do not count.
  void Take(const StatementFacts& facts);

  [[nodiscard]] std::span<const HeldLock> all() const { return locks_; }

 private:
  void Add(const QualifiedName& table, LockMode mode, std::size_t statement);

  std::uint32_t transaction_ = 0;
  std::vector<HeldLock> locks_;
  std::map<QualifiedName, std::size_t> positions_;  // in `locks_`
};

// The locks held when the statement begins, in the order in which they were taken.
[[nodiscard]] std::span<const HeldLock> LocksHeld(const StatementFacts& facts);
// The lock held on that table; null when there is none.
[[nodiscard]] const HeldLock* LockHeldOn(const ObjectName& table, const StatementFacts& facts);

}  // namespace hoglint

#endif  // HOGLINT_LINT_FACTS_HELD_LOCKS_H_
