#include "lint/run/plan_layout.h"

#include <algorithm>

namespace hoglint {
namespace {

bool InDoBlock(const BatchStatement& entry) { return entry.statement->nesting.in_do_block; }

bool Continues(const std::vector<BatchStatement>& statements, std::size_t position) {
  if (position == 0) return false;
  const BatchStatement& entry = statements[position];
  return entry.transaction == statements[position - 1].transaction ||
         (InDoBlock(entry) && !entry.transaction.open);
}

void FindEnds(const std::vector<BatchStatement>& statements, std::vector<StatementLayout>& all) {
  std::size_t end = 0;
  for (std::size_t i = all.size(); i-- > 0;) {
    const bool last = i + 1 == all.size() || all[i + 1].first;
    if (last) end = i;
    all[i].first = !Continues(statements, i);
    all[i].end = end;
    all[i].release =
        statements[i].transaction.open ? Release::kTransactionEnd : Release::kStatementEnd;
  }
}

// ROLLBACK TO gives back the locks taken since its savepoint (manual, explicit-locking).
void EndAtSavepoints(const PlannedBatch& planned, std::vector<StatementLayout>& all) {
  for (const auto& [at, back_to] : planned.undo) {
    for (std::size_t i = back_to; i < at; ++i) {
      if (all[i].end <= at) continue;
      all[i].end = at;
      all[i].release = Release::kRollbackToSavepoint;
    }
  }
}

bool Counts(const BatchStatement& entry) {
  return !InDoBlock(entry) && As<TransactionControl>(*entry.statement) == nullptr;
}

void CountLater(const std::vector<BatchStatement>& statements, std::vector<StatementLayout>& all) {
  std::vector<std::uint32_t> counted;  // up to and with each position
  std::uint32_t count = 0;
  for (const BatchStatement& entry : statements) {
    if (Counts(entry)) ++count;
    counted.push_back(count);
  }
  for (std::size_t i = 0; i < all.size(); ++i) all[i].later = counted[all[i].end] - counted[i];
}

}  // namespace

std::vector<StatementLayout> LayOut(const PlannedBatch& planned) {
  const std::vector<BatchStatement>& statements = planned.batch.statements;
  std::vector<StatementLayout> all(statements.size());
  FindEnds(statements, all);
  EndAtSavepoints(planned, all);
  CountLater(statements, all);
  return all;
}

}  // namespace hoglint
