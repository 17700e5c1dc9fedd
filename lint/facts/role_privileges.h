// What a role holds when it is dropped, as far as the files are sure of it.
#ifndef HOGLINT_LINT_FACTS_ROLE_PRIVILEGES_H_
#define HOGLINT_LINT_FACTS_ROLE_PRIVILEGES_H_

#include <string>
#include <vector>

#include "lint/facts/statement_facts.h"

namespace hoglint {

struct HeldGrant {
  const Grant* grant = nullptr;  // a statement of the track
  Span place;
};

// The GRANTs of the files to the role, in their order, whose objects are all still the same. Empty
// where anything may have taken them back: a REVOKE, DROP OWNED, or SQL that is put together.
[[nodiscard]] std::vector<HeldGrant> HeldBy(const std::string& role, const StatementFacts& facts);

}  // namespace hoglint

#endif  // HOGLINT_LINT_FACTS_ROLE_PRIVILEGES_H_
