// lock-timeout-disabled: statements that wait for strong locks run without a useful lock_timeout,
// because the files switch it off, make it very long or set it too late.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

#include "lint/facts/timeout_tracker.h"
#include "lint/rule/rule.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

// More than a minute is no limit in practice: every query on the table queues up meanwhile.
constexpr std::array kOptions{
    RuleOption{.name = "longestSeconds",
               .type = OptionType::kNumber,
               .summary = "The longest `lock_timeout` that is no finding, in seconds",
               .example = "10",
               .number = 60,
               .least = 1,
               .most = 86'400}};

bool IsTable(const Relation& relation) {
  return relation.kind == RelationKind::kTable ||
         relation.kind == RelationKind::kPartitionedTable ||
         relation.kind == RelationKind::kMaterializedView;
}

// The statement waits until nobody reads or writes some table that is in use; meanwhile everybody
// queues up behind it. By the lock model, on the catalogue of the rule's statement.
bool NeedsLimit(const Statement& statement, const StatementFacts& facts) {
  if (const auto* drop = As<Drop>(statement); drop && drop->concurrently) return false;
  const bool alters = As<AlterTable>(statement) != nullptr;
  const StatementEffects effects = EffectsOf(statement, facts.before, facts.server);
  return std::ranges::any_of(effects.effects, [&](const Effect& effect) {
    if (!BlocksWrites(effect.lock)) return false;
    const Relation* relation = facts.before.Get(effect.relation);
    if (relation == nullptr) return alters && !HistoryIsComplete(facts);
    return IsTable(*relation) && !IsNew(*relation, facts);
  });
}

const TimeoutChange* LockTimeoutOf(const std::vector<TimeoutChange>& changes) {
  const auto found = std::ranges::find(changes, "lock_timeout", &TimeoutChange::name);
  return found == changes.end() ? nullptr : &*found;
}

// The next statement that needs a limit while this one's value holds; null when there is none.
const Statement* FindWaiting(const TimeoutChange& change, const StatementFacts& facts) {
  for (const BatchStatement& later : facts.Later()) {
    if (change.local && later.transaction != facts.transaction) return nullptr;
    if (LockTimeoutOf(TimeoutChangesOf(*later.statement)) != nullptr) return nullptr;
    if (NeedsLimit(*later.statement, facts)) return later.statement;
  }
  return nullptr;
}

// The last statement of the same file before this one that needed a limit.
const Statement* FindUnlimited(const StatementFacts& facts) {
  for (std::size_t i = facts.index; i > 0; --i) {
    const BatchStatement& earlier = facts.batch.statements[i - 1];
    if (earlier.migration != &facts.migration) return nullptr;
    if (NeedsLimit(*earlier.statement, facts)) return earlier.statement;
  }
  return nullptr;
}

std::string ShownDuration(int milliseconds) {
  if (milliseconds % 60'000 == 0) return fmt::format("{} min", milliseconds / 60'000);
  if (milliseconds % 1000 == 0) return fmt::format("{} s", milliseconds / 1000);
  return fmt::format("{} ms", milliseconds);
}

std::string Remedy(const StatementFacts& facts) {
  return fmt::format(
      "set a limit of a few seconds, and try again when it is hit:{}",
      SqlLine(fmt::format("SET {}lock_timeout = '5s';", facts.transaction.open ? "LOCAL " : "")));
}

void ReportOff(const TimeoutChange& change, const Statement& waiting, const StatementFacts& facts,
               Findings& findings) {
  Finding& finding = findings.Add(
      facts.statement.span, change.milliseconds ? "lets statements wait for locks for ever"
                                                : "takes the limit for waiting for locks away");
  finding.subject = "lock_timeout";
  finding.effect = fmt::format(
      "while a statement waits for its lock, every later query on that table queues up behind it; "
      "the limit of {} {} is switched off",
      ShownDuration(*facts.timeouts.lock.milliseconds),
      facts.timeouts.lock.set_at ? "that was set before" : "that the runner sets");
  finding.remedy = Remedy(facts);
  finding.related.push_back({waiting.span, "this waits without a limit"});
}

void ReportLong(int milliseconds, const Statement& waiting, const StatementFacts& facts,
                Findings& findings) {
  Finding& finding = findings.Add(
      facts.statement.span,
      fmt::format("lets statements wait for locks for {}", ShownDuration(milliseconds)));
  finding.level = Level::kNote;
  finding.subject = "lock_timeout";
  finding.effect =
      "while a statement waits for its lock, every later query on that table queues up behind it: "
      "so long an outage is what the limit should prevent";
  finding.remedy = Remedy(facts);
  finding.related.push_back({waiting.span, "this may wait so long"});
}

void ReportLate(const Statement& unlimited, const StatementFacts& facts, Findings& findings) {
  Finding& finding =
      findings.Add(facts.statement.span, "sets lock_timeout after the statements that need it");
  finding.level = Level::kNote;
  finding.subject = "lock_timeout";
  finding.effect = "it holds for what comes after it, and nothing there waits for a strong lock";
  finding.remedy = "set it at the beginning of the file";
  finding.related.push_back({unlimited.span, "this waits without a limit"});
}

void Check(const StatementFacts& facts, Findings& findings) {
  const std::vector<TimeoutChange> changes = TimeoutChangesOf(facts.statement);
  const TimeoutChange* change = LockTimeoutOf(changes);
  if (change == nullptr || (change->local && !facts.transaction.open)) return;
  const bool limited = facts.timeouts.lock.milliseconds.value_or(0) > 0;
  const int now = change->milliseconds.value_or(0);
  if (now == 0 && !limited) return;  // pg_dump writes SET lock_timeout = 0 at the head of a dump
  const Statement* waiting = FindWaiting(*change, facts);
  if (now == 0) {
    if (waiting != nullptr) ReportOff(*change, *waiting, facts, findings);
  } else if (now > 1000 * findings.settings().Number(kOptions[0])) {
    if (waiting != nullptr) ReportLong(now, *waiting, facts, findings);
  } else if (!limited && !facts.timeouts.lock.set_at && waiting == nullptr) {
    const Statement* unlimited = FindUnlimited(facts);
    if (unlimited != nullptr) ReportLate(*unlimited, facts, findings);
  }
}

}  // namespace

extern const Rule lock_timeout_disabled{
    .id = "lock-timeout-disabled",
    .family = Family::kLocks,
    .level = Level::kWarning,
    .since = "0.1",
    .summary = "lock_timeout is switched off, very long or set too late for what needs it",
    .effect =
        "The runner, or a statement before, limits how long a statement waits, and SET "
        "lock_timeout "
        "= 0 or RESET takes the limit away. A statement that waits for ACCESS EXCLUSIVE makes "
        "every "
        "later query on the table wait behind it, as long as some older transaction is still open. "
        "More than a minute, or a limit that comes after the statements that need it, is a note. "
        "CONCURRENTLY under lock_timeout = 0 is right, since nobody queues up behind it.",
    .remedy = "SET LOCAL lock_timeout = '5s', and let the deploy try again.",
    .manual = "runtime-config-client.html#GUC-LOCK-TIMEOUT",
    .check = StatementCheck{Check},
    .options = kOptions,
};

}  // namespace hoglint::rules
