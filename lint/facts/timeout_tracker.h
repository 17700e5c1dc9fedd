// Follows lock_timeout and statement_timeout through the session that applies a batch, as the
// server does: SET, SET LOCAL, RESET, set_config() and what a COMMIT or ROLLBACK makes of them.
#ifndef HOGLINT_LINT_FACTS_TIMEOUT_TRACKER_H_
#define HOGLINT_LINT_FACTS_TIMEOUT_TRACKER_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lint/facts/runner.h"
#include "lint/facts/statement_facts.h"
#include "lint/facts/timeouts.h"

namespace hoglint {

// What a statement does to one of the two settings.
struct TimeoutChange {
  std::string name;                 // lock_timeout or statement_timeout
  std::optional<int> milliseconds;  // absent: RESET, to what role and server say
  bool local = false;               // to the end of the transaction
};

// "2s", "500 ms", "1.5min", "2000" (milliseconds) as the server reads a duration (manual:
// config-setting, CONFIG-SETTING-NAMES-VALUES). Absent when it would refuse it.
[[nodiscard]] std::optional<int> ParseTimeout(std::string_view text);

// The changes of a statement, in order; none for most. RESET ALL and DISCARD ALL change both.
[[nodiscard]] std::vector<TimeoutChange> TimeoutChangesOf(const Statement& statement);

class TimeoutTracker {
 public:
  explicit TimeoutTracker(const Runner& runner);

  // A new session: what the runner sets is all there is.
  void BeginBatch();
  // A statement of that transaction comes next; the one before ends if it is another.
  void Enter(const TransactionId& transaction);
  // Before the statement that was entered.
  [[nodiscard]] const Timeouts& current() const { return now_.current; }
  // The entered statement was executed.
  void Apply(const Statement& statement);

 private:
  struct Values {
    Timeouts kept;     // what a COMMIT leaves: SET, without SET LOCAL
    Timeouts current;  // what holds now
  };
  struct Savepoint {
    std::string name;
    Values values;
  };

  void Control(const TransactionControl& control);
  void Commit();
  void Rollback();
  void Change(const TimeoutChange& change, const Span& place);

  Runner runner_;
  Timeouts session_;  // before the transaction: what a ROLLBACK goes back to
  Values now_;
  TransactionId transaction_;
  std::vector<Savepoint> savepoints_;
};

}  // namespace hoglint

#endif  // HOGLINT_LINT_FACTS_TIMEOUT_TRACKER_H_
