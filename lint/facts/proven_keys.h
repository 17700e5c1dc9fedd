// Keys that the rows of a table are known to satisfy before a new one is added: those that it has,
// and those that the same transaction has dropped, as a generated change of a key does.
#ifndef HOGLINT_LINT_FACTS_PROVEN_KEYS_H_
#define HOGLINT_LINT_FACTS_PROVEN_KEYS_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "lint/facts/statement_facts.h"

namespace hoglint {

// A validated key at the moment when it was dropped.
struct DroppedKey {
  QualifiedName table;
  std::string name;
  std::vector<std::string> columns;
  bool nulls_not_distinct = false;
  std::optional<std::string> predicate;     // of a partial unique index
  std::optional<QualifiedName> target;      // foreign keys: the referenced table
  std::vector<std::string> target_columns;  // parallel to `columns`
  ForeignKeyAction on_delete = ForeignKeyAction::kNoAction;
  Span dropped_at;
  std::size_t statement = 0;  // position in the batch
};

// Filled along the fold, with the statements that are shown to rules only.
class DroppedKeys {
 public:
  // The statement of that transaction comes: what another one dropped proves nothing any more.
  void Enter(const TransactionId& transaction);
  // Remembers the unique constraints, unique indexes and foreign keys that the statement drops.
  void Take(const StatementFacts& facts);

  [[nodiscard]] const std::vector<DroppedKey>& all() const { return keys_; }

 private:
  std::uint32_t transaction_ = 0;
  std::vector<DroppedKey> keys_;
};

// Why no two rows can be equal in a new key.
struct KeyProof {
  std::string name;                                          // of the key that proves it
  std::optional<Span> dropped_at;                            // absent: the table still has it
  ForeignKeyAction on_delete = ForeignKeyAction::kNoAction;  // of a foreign key
};

// A unique index that is about to be built, or the index of a constraint.
struct NewUniqueKey {
  const ObjectName& table;
  std::vector<std::string> columns;  // empty: an expression is among them, and nothing proves it
  bool nulls_not_distinct = false;
  const Expression* where = nullptr;  // null: every row
};

// The key that makes every new one over these rows hold; absent when there is none, and when a
// statement in between may have changed rows.
[[nodiscard]] std::optional<KeyProof> ProofOf(const NewUniqueKey& key, const StatementFacts& facts);
// The same for a foreign key with these columns and this target.
[[nodiscard]] std::optional<KeyProof> ProofOf(const ObjectName& table,
                                              const ConstraintDefinition& foreign_key,
                                              const StatementFacts& facts);

}  // namespace hoglint

#endif  // HOGLINT_LINT_FACTS_PROVEN_KEYS_H_
