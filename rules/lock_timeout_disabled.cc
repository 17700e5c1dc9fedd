// lock-timeout-disabled: SET lock_timeout = 0 lets a waiting statement hold up everybody else.
#include <fmt/format.h>

#include <string>

#include "lint/rule/rule.h"

namespace hoglint::rules {
namespace {

// 0 in any unit: no limit (manual: runtime-config-client, lock_timeout).
bool IsZero(const std::string& value) {
  const std::size_t digits = value.find_first_not_of("0");
  return !value.empty() && value.front() == '0' &&
         (digits == std::string::npos ||
          (value[digits] != '.' && (value[digits] < '0' || value[digits] > '9')));
}

// Without a limit of the runner or of an earlier statement it changes nothing: pg_dump writes it at
// the head of every dump.
bool HasLimit(const StatementFacts& facts) {
  if (facts.runner.lock_timeout_ms) return true;
  for (const BatchStatement& earlier : facts.Earlier()) {
    const auto* set = As<SetVariable>(*earlier.statement);
    if (set != nullptr && set->name == "lock_timeout" && !set->values.empty() &&
        !IsZero(set->values.front())) {
      return true;
    }
  }
  return false;
}

void Check(const StatementFacts& facts, Findings& findings) {
  const auto* set = As<SetVariable>(facts.statement);
  if (set == nullptr || set->name != "lock_timeout") return;
  if (set->values.size() != 1 || !IsZero(set->values.front()) || !HasLimit(facts)) return;
  Finding& finding = findings.Add(facts.statement.span, "lets statements wait for locks for ever");
  finding.subject = "lock_timeout";
  finding.effect =
      "while a statement waits for its lock, every later query on that table queues up behind it";
  if (facts.runner.lock_timeout_ms) {
    finding.effect += fmt::format("; the runner's own limit of {} ms is switched off",
                                  *facts.runner.lock_timeout_ms);
  }
  finding.remedy = fmt::format(
      "set a limit of a few seconds, and try again when it is hit:\n    "
      "SET {}lock_timeout = '5s';",
      set->local || facts.transaction.open ? "LOCAL " : "");
}

}  // namespace

extern const Rule lock_timeout_disabled{
    .id = "lock-timeout-disabled",
    .family = Family::kLocks,
    .level = Level::kWarning,
    .since = "0.1",
    .summary = "lock_timeout is set to 0, which means no limit",
    .effect =
        "The runner, or a statement before, limits how long a statement waits; this takes the "
        "limit "
        "away. A statement that waits for ACCESS EXCLUSIVE makes every later query on the table "
        "wait "
        "behind it, as long as some older transaction is still open.",
    .remedy = "SET LOCAL lock_timeout = '5s', and let the deploy try again.",
    .manual = "runtime-config-client.html#GUC-LOCK-TIMEOUT",
    .check = StatementCheck{Check},
};

}  // namespace hoglint::rules
