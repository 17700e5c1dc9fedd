// What a running application says of itself at GET /v1/health. Hogsend's endpoint
// (packages/engine/src/routes/health.ts) counts rows, always answers 200, and takes what it could
// not read for in sync: so some of its answers are no answers.
#ifndef HOGLINT_LINT_DRIFT_HEALTH_H_
#define HOGLINT_LINT_DRIFT_HEALTH_H_

#include <optional>
#include <string>
#include <string_view>

#include "lint/base/result.h"
#include "lint/drift/ledger.h"

namespace hoglint {

struct Health {
  std::string status;  // "healthy", "degraded", "migration_pending"
  SchemaVersion engine, client;
  std::string database;  // components.database.status: "up", "down"; empty: not said
};

// An Error when the text is not what /v1/health answers with: what is wrong with it.
[[nodiscard]] Result<Health> ReadHealth(std::string_view json);

// The endpoint could look at the database: false when it is down, or when the engine's track has no
// `required`, as it is after the endpoint's own time limit of 1.5 s.
[[nodiscard]] bool SawDatabase(const Health& health);

}  // namespace hoglint

#endif  // HOGLINT_LINT_DRIFT_HEALTH_H_
