// Temporary tables that go with the transaction that made them: ON COMMIT DROP, and all of them
// where each statement has a session of its own.
#ifndef HOGLINT_LINT_FACTS_COMMIT_DROPS_H_
#define HOGLINT_LINT_FACTS_COMMIT_DROPS_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "lint/facts/statement_facts.h"

namespace hoglint {

class CommitDrops {
 public:
  explicit CommitDrops(const Runner& runner) : of_request_(IsRequestPerStatement(runner)) {}

  // Before a statement of that transaction is applied: takes the tables of the one before it out of
  // the catalogue.
  void Enter(const TransactionId& transaction, Catalogue& catalogue);
  // After it was applied; `text` is the statement's.
  void Take(const Statement& statement, std::string_view text, const Catalogue& catalogue);

 private:
  bool of_request_ = false;
  std::uint32_t transaction_ = 0;
  std::vector<RelationId> tables_;
};

}  // namespace hoglint

#endif  // HOGLINT_LINT_FACTS_COMMIT_DROPS_H_
