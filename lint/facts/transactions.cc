#include "lint/facts/transactions.h"

#include <algorithm>
#include <utility>

namespace hoglint {

TransactionWalk::TransactionWalk(TransactionScope scope, std::uint32_t& last_id)
    : scope_(scope), last_id_(last_id) {}

void TransactionWalk::Open(std::size_t position) {
  open_ = OpenTransaction{
      .id = {.value = ++last_id_, .open = true}, .begin = position, .savepoints = {}};
}

void TransactionWalk::BeginMigration(std::size_t position, std::size_t statement_count) {
  const bool first = !std::exchange(started_, true);
  switch (scope_) {
    case TransactionScope::kBatch:
      if (first) Open(position);
      break;
    case TransactionScope::kFile:
      open_.reset();
      if (statement_count > 1) Open(position);
      break;
    case TransactionScope::kStatement:
      open_.reset();
      break;
  }
}

TransactionId TransactionWalk::Next(std::size_t position, const Statement& statement) {
  const auto* control = statement.nesting.in_do_block ? nullptr : As<TransactionControl>(statement);
  if (!open_ && control != nullptr && control->kind == TransactionKind::kBegin) {
    Open(position);
    return open_->id;
  }
  if (!open_) return {.value = ++last_id_, .open = false};
  const TransactionId id = open_->id;
  if (control != nullptr) Control(position, *control);
  return id;
}

void TransactionWalk::Control(std::size_t position, const TransactionControl& control) {
  switch (control.kind) {
    case TransactionKind::kCommit:
    case TransactionKind::kPrepare:
      End(position, control.chain);
      break;
    case TransactionKind::kRollback:
      undos_.push_back({position, open_->begin});
      End(position, control.chain);
      break;
    case TransactionKind::kSavepoint:
      open_->savepoints.push_back({control.savepoint, position});
      break;
    case TransactionKind::kReleaseSavepoint:
      if (PopTo(control.savepoint)) open_->savepoints.pop_back();
      break;
    case TransactionKind::kRollbackToSavepoint:
      if (const auto back_to = PopTo(control.savepoint)) undos_.push_back({position, *back_to});
      break;
    case TransactionKind::kBegin:  // a warning: there is already a transaction in progress
    case TransactionKind::kOther:
      break;
  }
}

void TransactionWalk::End(std::size_t position, bool chain) {
  open_.reset();
  if (chain) Open(position + 1);
}

std::optional<std::size_t> TransactionWalk::PopTo(const std::string& savepoint) {
  std::vector<Savepoint>& savepoints = open_->savepoints;
  const auto last = std::find_if(savepoints.rbegin(), savepoints.rend(),
                                 [&](const Savepoint& each) { return each.name == savepoint; });
  if (last == savepoints.rend()) return std::nullopt;
  savepoints.erase(last.base(), savepoints.end());
  return savepoints.back().position;
}

}  // namespace hoglint
