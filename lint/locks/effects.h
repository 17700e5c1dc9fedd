// The lock model: what a statement does to every relation that it touches. The one source of all
// claims about locks, rewrites and scans; tests/oracle compares it with real servers.
#ifndef HOGLINT_LINT_LOCKS_EFFECTS_H_
#define HOGLINT_LINT_LOCKS_EFFECTS_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lint/schema/catalogue.h"
#include "lint/sql/statement.h"

namespace hoglint {

// PostgreSQL's table-level lock modes, weakest first (manual: explicit-locking,
// LOCKING-TABLES). The order is that of the modes' numbers in the server.
enum class LockMode : std::uint8_t {
  kNone,
  kAccessShare,
  kRowShare,
  kRowExclusive,
  kShareUpdateExclusive,
  kShare,
  kShareRowExclusive,
  kExclusive,
  kAccessExclusive,
};

// "ACCESS EXCLUSIVE", as the manual spells it.
[[nodiscard]] std::string_view LockModeName(LockMode mode);
// True when one transaction holding `held` makes another wait for `wanted` (manual, table 13.2).
[[nodiscard]] bool Conflicts(LockMode held, LockMode wanted);
// SELECT needs ACCESS SHARE; INSERT, UPDATE and DELETE need ROW EXCLUSIVE.
[[nodiscard]] bool BlocksReads(LockMode mode);
[[nodiscard]] bool BlocksWrites(LockMode mode);

// What happens to one relation that exists before the statement. docs/design/locks.md says exactly
// what `rewrite`, `scan` and `index_build` mean.
struct Effect {
  RelationId relation{};  // RelationId{} when the catalogue does not know the name
  QualifiedName name;     // before the statement
  LockMode lock = LockMode::kNone;
  bool rewrite = false;      // the heap (or index, or sequence) is written anew
  bool scan = false;         // every row is read while the lock is held
  bool index_build = false;  // an index on the relation is built; for an index: it is rebuilt
  bool assumed = false;      // worst case of something that hoglint cannot know
  // A query reads it, by index or row by row as its plan has it: `scan` is then what to expect of a
  // large table, not a promise.
  bool planned = false;
  std::string reason;  // why it scans or rewrites, or why the relation is touched at all
};

struct ServerOptions {
  int major_version = 17;     // 12 to 18
  bool time_zone_utc = true;  // session TimeZone: decides timestamp -> timestamptz
};

struct StatementEffects {
  std::vector<Effect> effects;  // one per relation, sorted by name
  // Set when the statement is not modelled: the effects are then unknown, not none.
  std::optional<std::string> not_modelled;
};

// The effects of a statement on the relations of `before` (the catalogue just before it).
// Relations that the statement itself creates are not listed.
[[nodiscard]] StatementEffects EffectsOf(const Statement& statement, const Catalogue& before,
                                         const ServerOptions& server);

}  // namespace hoglint

#endif  // HOGLINT_LINT_LOCKS_EFFECTS_H_
