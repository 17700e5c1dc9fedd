// What the files granted on an object, and what of it another object of its name does not have.
#ifndef HOGLINT_LINT_FACTS_GRANTED_H_
#define HOGLINT_LINT_FACTS_GRANTED_H_

#include <cstdint>
#include <string>
#include <vector>

#include "lint/facts/statement_facts.h"

namespace hoglint {

// Objects whose privileges GRANT names alike: tables with views, sequences, functions.
enum class GrantedKind : std::uint8_t { kRelation, kSequence, kRoutine };

// A GRANT that still holds.
struct Granted {
  std::vector<std::string> roles;  // those of it that are asked about; "public" for PUBLIC
  std::string privileges;          // as SQL: "SELECT, INSERT", "ALL", "SELECT (id)"
  Span place;
};

// What the files before the statement granted on the object, the latest first, and did not revoke
// from the role since. Default privileges are not counted. A role of which a part was revoked has
// nothing here, nor has a role that owns or may create objects, or is a superuser: it needs none.
[[nodiscard]] std::vector<Granted> GrantedOn(const QualifiedName& object, GrantedKind kind,
                                             const StatementFacts& facts);

// The same, of what an object of that name that the batch makes instead does not have: without the
// roles that the batch grants something on it again, and those that default privileges of the files
// or of Supabase cover. Empty where the batch runs SQL or functions that may grant.
[[nodiscard]] std::vector<Granted> LostGrants(const QualifiedName& object, GrantedKind kind,
                                              const StatementFacts& facts);

// True where no statement of the track grants anything, and none may do so unseen: everything
// belongs to the one role that uses it, as far as the files tell.
[[nodiscard]] bool GrantsNothing(const StatementFacts& facts);

// What PUBLIC may do with a function: without a word it may execute every one.
enum class PublicExecute : std::uint8_t {
  kAsBefore,  // as far as the files tell
  kRestored,  // they revoked it from the old function, and nothing revokes it from the new one
  kRevoked,   // from both
};
[[nodiscard]] PublicExecute PublicExecuteOf(const QualifiedName& function,
                                            const StatementFacts& facts);

}  // namespace hoglint

#endif  // HOGLINT_LINT_FACTS_GRANTED_H_
