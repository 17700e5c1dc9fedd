#include "tests/oracle/both_servers.h"

#include <gtest/gtest.h>

#include <string>

namespace hoglint::testing {

bool OnBothServers(const std::function<void(const PostgresServer&)>& compare) {
  bool found = false;
  for (const InstalledServer& installed : PostgresServer::FindServers()) {
    if (installed.major != 15 && installed.major != 18) continue;
    SCOPED_TRACE("PostgreSQL " + std::to_string(installed.major));
    found = true;
    const auto server = PostgresServer::Start(installed);
    if (!server) {
      ADD_FAILURE() << server.error().message;
      continue;
    }
    compare(**server);
  }
  return found;
}

}  // namespace hoglint::testing
