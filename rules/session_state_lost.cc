// session-state-lost: what belongs to a session, under a runner for which each statement has its
// own.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "lint/rule/rule.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

// Settings that decide what later statements do, or how long they wait. Any with a dot is the
// project's own.
constexpr std::array<std::string_view, 8> kSettings = {"lock_timeout",
                                                       "statement_timeout",
                                                       "search_path",
                                                       "timezone",
                                                       "session_replication_role",
                                                       "session_authorization",
                                                       "role",
                                                       "row_security"};

struct Lost {
  std::string what;    // empty: nothing is
  std::string effect;  // on the statements after it
  Level level = Level::kWarning;
};

Lost LostOf(const SetVariable& set) {
  const bool matters = std::ranges::find(kSettings, set.name) != kSettings.end() ||
                       set.name.find('.') != std::string::npos;
  if (!matters || set.values.empty()) return {};
  return {.what = "SET " + set.name,
          .effect = "the statements after it run with the server's own setting"};
}

Lost LostOf(Persistence persistence) {
  if (persistence != Persistence::kTemporary) return {};
  return {.what = "a temporary table",
          .effect = "it is gone before the next statement, which fails where it names it (42P01)",
          .level = Level::kError};
}

Lost LostOf(const Select& select) {
  for (const FunctionCall& call : select.query.functions) {
    const std::string& name = call.name.name;
    if (name == "pg_advisory_lock" || name == "pg_try_advisory_lock") {
      return {.what = name + "()", .effect = "the lock is free again before the next statement"};
    }
  }
  return {};
}

Lost LostOf(const Statement& statement) {
  if (const auto* set = As<SetVariable>(statement)) return LostOf(*set);
  if (const auto* create = As<CreateTable>(statement)) return LostOf(create->persistence);
  if (const auto* create = As<CreateTableAs>(statement)) return LostOf(create->persistence);
  if (const auto* select = As<Select>(statement)) return LostOf(*select);
  return {};
}

void Check(const StatementFacts& facts, Findings& findings) {
  const Nesting& nesting = facts.statement.nesting;
  if (!IsRequestPerStatement(facts.runner) || nesting.in_do_block) return;
  const bool last = facts.index + 1 == facts.batch.statements.size();
  const Lost lost = LostOf(facts.statement);
  if (lost.what.empty() || last) return;
  Finding& finding =
      findings.Add(facts.statement.span, fmt::format("{} ends with its own request", lost.what));
  finding.subject = lost.what;
  finding.level = lost.level;
  finding.effect =
      fmt::format("{} sends each chunk as a request, which has a session of its own: {}",
                  facts.runner.name, lost.effect);
  finding.remedy =
      "write what needs it into one DO block together with it, or give it to the role: ALTER ROLE "
      "... SET; a migrator over TCP (Pool of neon-serverless, node-postgres) has one session";
}

}  // namespace

extern const Rule session_state_lost{
    .id = "session-state-lost",
    .family = Family::kTransaction,
    .level = Level::kError,
    .since = "0.1",
    .summary = "A setting, temporary table or session lock that ends with its own request",
    .effect =
        "Over Neon's HTTP driver each chunk between two breakpoints is a request with a session of "
        "its own. SET, CREATE TEMP TABLE and pg_advisory_lock() do what they say, and that is gone "
        "before the next chunk: timeouts do not hold, and timestamps are converted in another time "
        "zone.",
    .remedy =
        "One DO block is one request. What holds for every session is ALTER ROLE ... SET or ALTER "
        "DATABASE ... SET; a migrator over TCP keeps one session.",
    .manual = "sql-set.html",
    .check = StatementCheck{Check},
};

}  // namespace hoglint::rules
