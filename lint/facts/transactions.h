// Which transaction every statement of a batch runs in, and what a ROLLBACK takes back.
#ifndef HOGLINT_LINT_FACTS_TRANSACTIONS_H_
#define HOGLINT_LINT_FACTS_TRANSACTIONS_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "lint/facts/statement_facts.h"

namespace hoglint {

// At position `at` of a batch, the catalogue goes back to what it was before position `back_to`.
struct Undo {
  std::size_t at = 0;
  std::size_t back_to = 0;
};

// True when the tool that applies the file is told to open no transaction for it. By a comment:
// goose's NO TRANSACTION, dbmate's transaction:false, sql-migrate's notransaction,
// postgres-migrations' disable-transaction, sqlx' no-transaction, Atlas' txmode none, tern's
// disable-tx, Liquibase's runInTransaction:false. Or by Flyway's executeInTransaction=false in its
// settings.
[[nodiscard]] bool OptsOutOfTransaction(const Sources& sources, const Migration& migration);

// Walks the statements of one batch in order. What the runner opens and what the files say (BEGIN,
// COMMIT, ROLLBACK, SAVEPOINT at the top level) both count; after an explicit COMMIT statements
// commit one by one until the next BEGIN, whatever the runner. Only those of one chunk share a
// transaction even then: several statements in one query are an implicit one (manual:
// protocol-flow, PROTOCOL-FLOW-MULTI-STATEMENT; measured with COMMIT; CREATE INDEX CONCURRENTLY).
class TransactionWalk {
 public:
  // `last_id` is the last transaction id given in this fold; the walk counts it up.
  TransactionWalk(const Runner& runner, std::uint32_t& last_id);

  // A migration of so many top-level statements begins at this position of the batch. `wrapped`:
  // false when the file opts out of the transaction that a per-file runner opens.
  void BeginMigration(std::size_t position, std::size_t statement_count, bool wrapped);
  // The transaction of the statement at this position. `shares_chunk`: other top-level statements
  // stand in its chunk.
  TransactionId Next(std::size_t position, const Statement& statement, bool shares_chunk);

  [[nodiscard]] const std::vector<Undo>& undos() const { return undos_; }

 private:
  struct Savepoint {
    std::string name;
    std::size_t position = 0;
  };
  struct OpenTransaction {
    TransactionId id;
    std::size_t begin = 0;
    std::vector<Savepoint> savepoints;
    std::optional<std::uint32_t> implicit_chunk;  // ends with that chunk
  };

  // Ends the implicit transaction of a chunk before a statement of another one.
  void LeaveChunk(const Statement& statement);
  void Open(std::size_t position);
  // Applies a transaction statement that stands inside the open transaction.
  void Control(std::size_t position, const TransactionControl& control);
  void End(std::size_t position, bool chain);
  // Forgets the savepoints after the last one of that name; its position, if there is one.
  std::optional<std::size_t> PopTo(const std::string& savepoint);

  TransactionScope scope_;
  bool requests_;  // every statement is a session of its own: BEGIN opens nothing
  std::uint32_t& last_id_;
  bool started_ = false;
  std::optional<OpenTransaction> open_;
  std::vector<Undo> undos_;
};

}  // namespace hoglint

#endif  // HOGLINT_LINT_FACTS_TRANSACTIONS_H_
