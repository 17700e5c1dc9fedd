// How long a statement may wait for a lock, and how long it may run, as the runner and the SET
// statements before it have it.
#ifndef HOGLINT_LINT_FACTS_TIMEOUTS_H_
#define HOGLINT_LINT_FACTS_TIMEOUTS_H_

#include <optional>

#include "lint/base/span.h"

namespace hoglint {

// One setting of the session. Absent milliseconds: no limit, or nothing in the files or of the
// runner says one; zero: switched off explicitly.
struct Timeout {
  std::optional<int> milliseconds;
  // The SET that gave it; absent when the runner did, or nothing.
  std::optional<Span> set_at;
};

struct Timeouts {
  Timeout lock;       // lock_timeout
  Timeout statement;  // statement_timeout
};

}  // namespace hoglint

#endif  // HOGLINT_LINT_FACTS_TIMEOUTS_H_
