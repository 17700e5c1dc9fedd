// Statements that hoglint does not follow otherwise: those known to leave relations alone, and
// publications. The rest is not modelled.
#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "lint/locks/statement_effects.h"

namespace hoglint {
namespace {

// Commands that lock no relation of a user (measured, tests/oracle and by hand).
constexpr std::array<std::string_view, 26> kHarmless = {
    "ALTER DEFAULT PRIVILEGES",
    "ALTER ROLE",
    "ALTER STATISTICS",
    "ALTER SYSTEM",
    "CHECKPOINT",
    "CREATE ACCESS METHOD",
    "CREATE AGGREGATE",
    "CREATE CAST",
    "CREATE COLLATION",
    "CREATE EVENT TRIGGER",
    "CREATE FOREIGN DATA WRAPPER",
    "CREATE LANGUAGE",
    "CREATE OPERATOR",
    "CREATE OPERATOR CLASS",
    "CREATE SERVER",
    "CREATE SUBSCRIPTION",
    "CREATE TEXT SEARCH CONFIGURATION",
    "CREATE USER MAPPING",
    "DEALLOCATE",
    "DISCARD PLANS",
    "DROP DATABASE",
    "LISTEN",
    "NOTIFY",
    "SET CONSTRAINTS",
    "SHOW",
    "UNLISTEN",
};

}  // namespace

void AddEffects(EffectSet& set, const OtherStatement& statement) {
  if (std::ranges::find(kHarmless, statement.command) != kHarmless.end()) return;
  // The one form that is no statement about a table: ALTER ... ALL IN TABLESPACE.
  const bool moves_all = statement.command == "ALTER TABLE" || statement.command == "ALTER INDEX" ||
                         statement.command == "ALTER MATERIALIZED VIEW";
  if (moves_all) {
    return set.NotModelled(statement.command +
                           " ALL IN TABLESPACE: what is in a tablespace is not in the files");
  }
  // What SET TABLE takes out is locked as well, and is not in the statement.
  const bool publishes =
      statement.command == "CREATE PUBLICATION" || statement.command == "ALTER PUBLICATION";
  if (!publishes) return set.NotModelled(statement.command);
  for (const ObjectName& name : statement.objects) {
    if (const Relation* table = Target(set, name, LockMode::kShareUpdateExclusive)) {
      set.Lock(*table, LockMode::kShareUpdateExclusive, "published");
    }
  }
}

}  // namespace hoglint
