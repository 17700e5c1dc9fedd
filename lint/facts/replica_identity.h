// By which columns a subscriber of logical replication finds the row that an UPDATE or DELETE is
// about. The catalogue does not hold all of it: REPLICA IDENTITY FULL is in the files alone.
#ifndef HOGLINT_LINT_FACTS_REPLICA_IDENTITY_H_
#define HOGLINT_LINT_FACTS_REPLICA_IDENTITY_H_

#include <string>
#include <vector>

#include "lint/facts/statement_facts.h"

namespace hoglint {

struct ReplicaIdentity {
  bool known = false;
  bool full = false;                 // by the whole row
  std::vector<std::string> columns;  // known, not full and none: there is no identity

  [[nodiscard]] bool is_none() const { return known && !full && columns.empty(); }
};

// That of the table before the statement.
[[nodiscard]] ReplicaIdentity IdentityOf(const Relation& table, const StatementFacts& facts);
// What REPLICA IDENTITY makes it.
[[nodiscard]] ReplicaIdentity IdentityAfter(const AlterTableAction& action, const Relation& table,
                                            const StatementFacts& facts);

// The table loses its identity with the constraint or index: it is the primary key of a table that
// has said nothing else, or the index that REPLICA IDENTITY USING INDEX names, and neither the
// statement nor a later one of the batch gives it another. (A unique index that is made again is no
// identity; measured.)
[[nodiscard]] bool LosesIdentityWith(const Constraint& dropped, const Relation& table,
                                     const StatementFacts& facts);
// The statement gives the table an identity: REPLICA IDENTITY, or a primary key where `keys`.
[[nodiscard]] bool GivesIdentity(const Statement& statement, const Relation& table, bool keys,
                                 const StatementFacts& facts);

}  // namespace hoglint

#endif  // HOGLINT_LINT_FACTS_REPLICA_IDENTITY_H_
