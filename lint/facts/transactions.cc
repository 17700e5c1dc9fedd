#include "lint/facts/transactions.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "lint/base/ascii.h"
#include "lint/base/trim.h"

namespace hoglint {
namespace {

// In lower case, white space folded. Read in the tools' manuals.
constexpr std::array<std::string_view, 7> kNoTransactionMarkers = {
    "-- +goose no transaction",
    "-- migrate:up transaction:false",
    "-- +migrate up notransaction",
    "-- postgres-migrations disable-transaction",
    "-- no-transaction",
    "-- atlas:txmode none",
    "---- tern: disable-tx"};

// Liquibase's: --changeset author:1 runInTransaction:false
bool IsChangesetOutside(std::string_view folded) {
  return (folded.starts_with("--changeset ") || folded.starts_with("-- changeset ")) &&
         folded.find(" runintransaction:false") != std::string_view::npos;
}

// Lower case, runs of blanks as one.
std::string Folded(std::string_view line) {
  std::string folded;
  for (const char c : line) {
    const bool blank = c == ' ' || c == '\t' || c == '\r';
    if (blank && (folded.empty() || folded.back() == ' ')) continue;
    folded += blank ? ' ' : LowerAscii(c);
  }
  return folded;
}

// The first line, which is taken off the text.
std::string_view TakeLine(std::string_view& text) {
  const std::string_view line = text.substr(0, text.find('\n'));
  text.remove_prefix(std::min(text.size(), line.size() + 1));
  return line;
}

bool HasNoTransactionMarker(std::string_view sql) {
  while (!sql.empty()) {
    const std::string_view line = TakeLine(sql);
    if (!line.starts_with("--")) continue;
    const std::string folded = Folded(line);
    if (IsChangesetOutside(folded)) return true;
    for (const std::string_view marker : kNoTransactionMarkers) {
      if (folded.starts_with(marker)) return true;
    }
  }
  return false;
}

// Java's properties: "key=value", "key: value" or "key value", of which the last one counts. Both
// are told apart by case, and a comment is no key that is looked for.
bool HasExecuteInTransactionFalse(std::string_view properties) {
  constexpr std::string_view kBlanks = " \t\r\f";
  bool found = false;
  while (!properties.empty()) {
    const std::string_view line = Trimmed(TakeLine(properties), kBlanks);
    const std::string_view key = line.substr(0, line.find_first_of("=: \t\f"));
    if (key != "executeInTransaction") continue;
    std::string_view value = Trimmed(line.substr(key.size()), kBlanks);
    if (value.starts_with('=') || value.starts_with(':')) value = Trimmed(value.substr(1), kBlanks);
    found = value == "false";
  }
  return found;
}

}  // namespace

bool OptsOutOfTransaction(const Sources& sources, const Migration& migration) {
  if (HasNoTransactionMarker(sources[migration.file].text())) return true;
  return migration.settings && HasExecuteInTransactionFalse(sources[*migration.settings].text());
}

TransactionWalk::TransactionWalk(const Runner& runner, std::uint32_t& last_id)
    : scope_(runner.scope), requests_(IsRequestPerStatement(runner)), last_id_(last_id) {}

void TransactionWalk::Open(std::size_t position) {
  open_ = OpenTransaction{.id = {.value = ++last_id_, .open = true},
                          .begin = position,
                          .savepoints = {},
                          .implicit_chunk = std::nullopt};
}

void TransactionWalk::BeginMigration(std::size_t position, std::size_t statement_count,
                                     bool wrapped) {
  if (open_ && open_->implicit_chunk) open_.reset();
  const bool first = !std::exchange(started_, true);
  switch (scope_) {
    case TransactionScope::kBatch:
      if (first) Open(position);
      break;
    case TransactionScope::kFile:
      open_.reset();
      if (wrapped && statement_count > 1) Open(position);
      break;
    case TransactionScope::kStatement:
      open_.reset();
      break;
  }
}

void TransactionWalk::LeaveChunk(const Statement& statement) {
  if (open_ && open_->implicit_chunk && *open_->implicit_chunk != statement.chunk) open_.reset();
}

TransactionId TransactionWalk::Next(std::size_t position, const Statement& statement,
                                    bool shares_chunk) {
  if (requests_) return {.value = ++last_id_, .open = false};
  LeaveChunk(statement);
  const auto* control = statement.nesting.in_do_block ? nullptr : As<TransactionControl>(statement);
  if (!open_ && control != nullptr && control->kind == TransactionKind::kBegin) {
    Open(position);
    return open_->id;
  }
  if (!open_ && shares_chunk && scope_ == TransactionScope::kBatch) {
    Open(position);
    open_->implicit_chunk = statement.chunk;
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
    case TransactionKind::kBegin:  // else a warning: there is already a transaction in progress
      open_->implicit_chunk.reset();
      break;
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
