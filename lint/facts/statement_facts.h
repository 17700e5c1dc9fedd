// What a rule may know about one statement: itself, the catalogue before it, its effects, and the
// transaction and batch it is in.
#ifndef HOGLINT_LINT_FACTS_STATEMENT_FACTS_H_
#define HOGLINT_LINT_FACTS_STATEMENT_FACTS_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lint/base/source_file.h"
#include "lint/facts/runner.h"
#include "lint/facts/timeouts.h"
#include "lint/facts/workspace.h"
#include "lint/locks/effects.h"
#include "lint/schema/catalogue.h"
#include "lint/sql/statement.h"

namespace hoglint {

class DroppedKeys;       // lint/facts/proven_keys.h
class HeldLocks;         // lint/facts/held_locks.h
class StatementsByKind;  // lint/facts/statements_by_kind.h

// The transaction that a statement runs in. Ids are per fold, in order.
struct TransactionId {
  std::uint32_t value = 0;
  // False: the statement commits by itself (autocommit, or after an explicit COMMIT).
  bool open = false;

  bool operator==(const TransactionId&) const = default;
};

// A statement of the batch with its place in it; the batch lists them all, later ones included.
struct BatchStatement {
  const Statement* statement = nullptr;
  const Migration* migration = nullptr;
  TransactionId transaction;
};

// The migrations that one deploy applies together, in order.
struct Batch {
  BatchId id{};
  bool last = false;  // no later batch in this fold: its migrations are the newest
  std::vector<BatchStatement> statements;
  // Positions in `statements`, ascending, of those that create, alter, fill, rename or drop an
  // object of that name (without its schema; a rename under both). Views into the statements.
  std::unordered_map<std::string_view, std::vector<std::uint32_t>> by_name;
  bool alters_enum = false;  // one of them adds or renames a value
};

// Const references, alive for the call of the rule only.
struct StatementFacts {
  const Statement& statement;
  const Migration& migration;
  const Track& track;
  const Sources& sources;
  const Batch& batch;
  std::size_t index = 0;  // of the statement in `batch.statements`
  TransactionId transaction;
  const Catalogue& before;
  const StatementEffects& effects;
  const Runner& runner;
  ServerOptions server;
  Timeouts timeouts;                          // before the statement
  const HeldLocks* held = nullptr;            // see LocksHeld
  const DroppedKeys* dropped = nullptr;       // see ProofOf
  const StatementsByKind* by_kind = nullptr;  // see EarlierOfKind

  // The earlier statements of the batch, those of the same transaction and others.
  [[nodiscard]] std::span<const BatchStatement> Earlier() const {
    return std::span(batch.statements).first(index);
  }
  [[nodiscard]] std::span<const BatchStatement> Later() const {
    return std::span(batch.statements).subspan(index + 1);
  }
  // Positions of the statements before and after this one that name the object (`Batch::by_name`):
  // a rule that looks around a batch looks at these only, so that a run stays linear.
  [[nodiscard]] std::span<const std::uint32_t> EarlierNaming(std::string_view name) const;
  [[nodiscard]] std::span<const std::uint32_t> LaterNaming(std::string_view name) const;
};

// True when nothing that exists can be unknown: the files begin at the beginning, and no statement
// so far has named what none of them created.
[[nodiscard]] bool HistoryIsComplete(const StatementFacts& facts);

// True when the relation is known to hold no row yet: created in this batch, and nothing has put
// rows in since. Such a table can be altered freely: nobody waits for it, nothing is lost.
[[nodiscard]] bool IsNewAndEmpty(const Relation& relation, const StatementFacts& facts);
// The same by name; false when the catalogue does not know the relation.
[[nodiscard]] bool IsNewAndEmpty(const ObjectName& relation, const StatementFacts& facts);
// True when the relation came into being in this batch: no deployed code names it, though it may
// hold rows.
[[nodiscard]] bool IsNew(const Relation& relation, const StatementFacts& facts);
// True when the column came into being in this batch: no deployed code reads it.
[[nodiscard]] bool IsNewColumn(const Column& column, const StatementFacts& facts);
// True when no relation of that name can exist: nobody made it, or the files dropped it. What is
// dropped IF EXISTS is then nothing.
[[nodiscard]] bool IsKnownMissing(const ObjectName& relation, const StatementFacts& facts);
// The effect on that relation; null when there is none, also when the catalogue does not know it.
[[nodiscard]] const Effect* EffectOn(const ObjectName& relation, const StatementFacts& facts);

}  // namespace hoglint

#endif  // HOGLINT_LINT_FACTS_STATEMENT_FACTS_H_
