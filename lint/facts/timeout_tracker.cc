#include "lint/facts/timeout_tracker.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <limits>

#include "lint/base/trim.h"
#include "lint/schema/expression_text.h"

namespace hoglint {
namespace {

constexpr std::array<std::string_view, 2> kNames = {"lock_timeout", "statement_timeout"};

struct Unit {
  std::string_view name;
  double milliseconds;
};
// Case matters: '1S' is refused (measured, 14 to 18).
constexpr std::array<Unit, 6> kUnits = {
    {{"us", 0.001}, {"ms", 1}, {"s", 1'000}, {"min", 60'000}, {"h", 3'600'000}, {"d", 86'400'000}}};

bool IsFollowed(std::string_view name) { return std::ranges::find(kNames, name) != kNames.end(); }

std::vector<TimeoutChange> ResetBoth() {
  std::vector<TimeoutChange> changes;
  for (const std::string_view name : kNames) {
    changes.push_back({.name = std::string(name), .milliseconds = std::nullopt, .local = false});
  }
  return changes;
}

std::vector<TimeoutChange> ChangesOf(const SetVariable& set) {
  if (set.name.empty()) return ResetBoth();
  if (!IsFollowed(set.name)) return {};
  TimeoutChange change{.name = set.name, .milliseconds = std::nullopt, .local = set.local};
  if (!set.values.empty()) {
    change.milliseconds = ParseTimeout(set.values.front());
    if (!change.milliseconds) return {};  // refused: nothing changes
  }
  return {change};
}

// SELECT set_config('lock_timeout', '5s', true)
std::vector<TimeoutChange> ChangesOf(const Select& select) {
  const Query& query = select.query;
  if (query.functions.size() != 1 || query.functions.front().name.name != "set_config") return {};
  if (query.strings.size() != 2 || !IsFollowed(query.strings.front().value)) return {};
  const auto value = ParseTimeout(query.strings.back().value);
  if (!value) return {};
  const std::string text =
      query.outputs.empty() ? "" : apply::CanonicalText(query.outputs.front().value.text);
  return {{.name = query.strings.front().value,
           .milliseconds = value,
           .local = text.find("true") != std::string::npos}};
}

}  // namespace

std::optional<int> ParseTimeout(std::string_view text) {
  text = Trimmed(text, " ");
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{}) return std::nullopt;
  const std::string_view unit =
      Trimmed(text.substr(static_cast<std::size_t>(end - text.data())), " ");
  if (!unit.empty()) {
    const auto* const known = std::ranges::find(kUnits, unit, &Unit::name);
    if (known == kUnits.end()) return std::nullopt;
    value *= known->milliseconds;
  }
  value = std::nearbyint(value);
  if (!(value >= 0) || value > std::numeric_limits<int>::max()) return std::nullopt;
  return static_cast<int>(value);
}

std::vector<TimeoutChange> TimeoutChangesOf(const Statement& statement) {
  if (const auto* set = As<SetVariable>(statement)) return ChangesOf(*set);
  if (const auto* select = As<Select>(statement)) return ChangesOf(*select);
  const auto* other = As<OtherStatement>(statement);
  if (other != nullptr && other->command == "DISCARD ALL") return ResetBoth();
  return {};
}

TimeoutTracker::TimeoutTracker(const Runner& runner) : runner_(runner) { BeginBatch(); }

void TimeoutTracker::BeginBatch() {
  session_ = {.lock = {.milliseconds = runner_.lock_timeout_ms, .set_at = std::nullopt},
              .statement = {.milliseconds = runner_.statement_timeout_ms, .set_at = std::nullopt}};
  now_ = {.kept = session_, .current = session_};
  transaction_ = {};
  savepoints_.clear();
}

void TimeoutTracker::Enter(const TransactionId& transaction) {
  if (transaction != transaction_) Commit();
  transaction_ = transaction;
}

void TimeoutTracker::Commit() {
  session_ = now_.kept;
  now_.current = now_.kept;
  savepoints_.clear();
}

void TimeoutTracker::Rollback() {
  now_ = {.kept = session_, .current = session_};
  savepoints_.clear();
}

void TimeoutTracker::Apply(const Statement& statement) {
  if (IsRequestPerStatement(runner_)) return;
  const auto* control = As<TransactionControl>(statement);
  if (control != nullptr) {
    if (transaction_.open && !statement.nesting.in_do_block) Control(*control);
    return;
  }
  for (const TimeoutChange& change : TimeoutChangesOf(statement)) Change(change, statement.span);
}

void TimeoutTracker::Control(const TransactionControl& control) {
  switch (control.kind) {
    case TransactionKind::kCommit:
    case TransactionKind::kPrepare:
      Commit();
      break;
    case TransactionKind::kRollback:
      Rollback();
      break;
    case TransactionKind::kSavepoint:
      savepoints_.push_back({control.savepoint, now_});
      break;
    case TransactionKind::kRollbackToSavepoint: {
      const auto last = std::find_if(
          savepoints_.rbegin(), savepoints_.rend(),
          [&](const Savepoint& savepoint) { return savepoint.name == control.savepoint; });
      if (last == savepoints_.rend()) break;
      now_ = last->values;
      savepoints_.erase(last.base(), savepoints_.end());
      break;
    }
    case TransactionKind::kReleaseSavepoint:
    case TransactionKind::kBegin:
    case TransactionKind::kOther:
      break;
  }
}

void TimeoutTracker::Change(const TimeoutChange& change, const Span& place) {
  // Outside a transaction SET LOCAL does nothing but warn (manual: sql-set).
  if (change.local && !transaction_.open) return;
  const auto member = change.name == kNames.front() ? &Timeouts::lock : &Timeouts::statement;
  const Timeout value{.milliseconds = change.milliseconds, .set_at = place};
  now_.current.*member = value;
  if (!change.local) now_.kept.*member = value;
}

}  // namespace hoglint
