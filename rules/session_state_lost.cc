// session-state-lost: what belongs to a session, under a runner for which each statement has its
// own.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

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
  std::optional<Span> used;  // where one of them names it
};

Lost LostOf(const SetVariable& set) {
  const bool matters = std::ranges::find(kSettings, set.name) != kSettings.end() ||
                       set.name.find('.') != std::string::npos;
  if (!matters || set.values.empty()) return {};
  return {.what = "SET " + set.name,
          .effect = "the statements after it run with the server's own setting",
          .level = Level::kWarning,
          .used = std::nullopt};
}

// The relations that a statement about rows reads.
std::vector<ObjectName> ReadBy(const Statement& statement) {
  if (const auto* update = As<Update>(statement)) return update->reads;
  if (const auto* remove = As<Delete>(statement)) return remove->reads;
  if (const auto* merge = As<Merge>(statement)) return merge->reads;
  if (const auto* select = As<Select>(statement)) return select->query.reads;
  if (const auto* create = As<CreateTableAs>(statement)) return create->query.reads;
  const auto* insert = As<Insert>(statement);
  return insert != nullptr && insert->source ? insert->source->reads : std::vector<ObjectName>();
}

bool IsNamed(const ObjectName& name, const std::string& table) {
  return name.name == table && (name.schema.empty() || name.schema == "pg_temp");
}

// The statement names the table, and does not make it anew: whoever makes it has a session of his
// own.
bool Uses(const Statement& statement, const std::string& table) {
  const std::vector<ObjectName> reads = ReadBy(statement);
  const auto is_it = [&](const ObjectName& name) { return IsNamed(name, table); };
  if (std::ranges::any_of(reads, is_it)) return true;
  if (const auto* insert = As<Insert>(statement)) return is_it(insert->table);
  if (const auto* update = As<Update>(statement)) return is_it(update->table);
  if (const auto* remove = As<Delete>(statement)) return is_it(remove->table);
  if (const auto* alter = As<AlterTable>(statement)) return is_it(alter->table);
  if (const auto* index = As<CreateIndex>(statement)) return is_it(index->table);
  const auto* drop = As<Drop>(statement);
  return drop != nullptr && !drop->if_exists &&
         std::ranges::any_of(drop->objects, [&](const ObjectReference& object) {
           return !object.parent && is_it(object.name);
         });
}

Lost LostOf(const ObjectName& table, Persistence persistence, const StatementFacts& facts) {
  if (persistence != Persistence::kTemporary) return {};
  const std::span<const BatchStatement> later = facts.Later();
  const auto used = std::ranges::find_if(
      later, [&](const BatchStatement& each) { return Uses(*each.statement, table.name); });
  if (used == later.end()) return {};
  return {
      .what = "temporary table " + QuoteIdentifier(table.name),
      .effect = "the table is gone before the next statement: what names it later fails (42P01)",
      .level = Level::kError,
      .used = used->statement->span};
}

Lost LostOf(const Select& select) {
  for (const FunctionCall& call : select.query.functions) {
    const std::string& name = call.name.name;
    if (name == "pg_advisory_lock" || name == "pg_try_advisory_lock") {
      return {.what = name + "()",
              .effect = "the lock is free again before the next statement",
              .level = Level::kWarning,
              .used = std::nullopt};
    }
  }
  return {};
}

Lost LostOf(const StatementFacts& facts) {
  const Statement& statement = facts.statement;
  if (const auto* set = As<SetVariable>(statement)) return LostOf(*set);
  if (const auto* create = As<CreateTable>(statement)) {
    return LostOf(create->table, create->persistence, facts);
  }
  if (const auto* create = As<CreateTableAs>(statement)) {
    return LostOf(create->table, create->persistence, facts);
  }
  if (const auto* select = As<Select>(statement)) return LostOf(*select);
  return {};
}

void Check(const StatementFacts& facts, Findings& findings) {
  const Nesting& nesting = facts.statement.nesting;
  if (!IsRequestPerStatement(facts.runner) || nesting.in_do_block) return;
  const bool last = facts.index + 1 == facts.batch.statements.size();
  const Lost lost = LostOf(facts);
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
  if (lost.used) finding.related.push_back({*lost.used, "named here"});
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
