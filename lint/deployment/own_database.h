// Whether a job of a continuous integration works on a PostgreSQL that lives as long as the job.
#ifndef HOGLINT_LINT_DEPLOYMENT_OWN_DATABASE_H_
#define HOGLINT_LINT_DEPLOYMENT_OWN_DATABASE_H_

#include <span>
#include <string_view>

#include "lint/deployment/config_node.h"

namespace hoglint {

// An image such as "postgres:17-alpine" or "timescale/timescaledb:latest-pg18".
[[nodiscard]] bool IsPostgresImage(std::string_view image);

// True when one of `services` is PostgreSQL, or `started` says that a step starts one, and no
// variable of `environments` names a database elsewhere: a secret, or a host that is neither local
// nor one of the services.
[[nodiscard]] bool HasOwnDatabase(const ConfigNode& services, bool started,
                                  std::span<const ConfigNode* const> environments);

}  // namespace hoglint

#endif  // HOGLINT_LINT_DEPLOYMENT_OWN_DATABASE_H_
