// What newer-than-target says against servers of every version: each feature fails on those before
// the one that the rule names, and works from it on. tests/rules tries the rule itself.
#include <gtest/gtest.h>

#include <iostream>
#include <string>

#include "tests/support/newer_cases.h"
#include "tests/support/postgres_server.h"

namespace hoglint::testing {
namespace {

TEST(NewerThanTarget, IsRefusedByOlderServersOnly) {
  int servers = 0;
  for (const InstalledServer& installed : PostgresServer::FindServers()) {
    SCOPED_TRACE("PostgreSQL " + std::to_string(installed.major));
    const auto server = PostgresServer::Start(installed);
    ASSERT_TRUE(server.has_value()) << server.error().message;
    ASSERT_TRUE((*server)->CreateDatabase("newer").ok());
    Result<Connection> connection = (*server)->Connect("newer");
    ASSERT_TRUE(connection.has_value()) << connection.error().message;
    ASSERT_TRUE(connection->Exec(kNewerSetup).ok());
    ++servers;
    for (const NewerCase& one : kNewerCases) {
      ASSERT_TRUE(connection->Exec("BEGIN").ok());
      const QueryResult result = connection->Exec(one.sql);
      ASSERT_TRUE(connection->Exec("ROLLBACK").ok());
      EXPECT_EQ(result.ok(), installed.major >= one.since)
          << one.sql << "\n"
          << (result.ok() ? "works" : result.error->message);
    }
  }
  std::cout << servers << " servers, " << kNewerCases.size() << " statements\n";
  if (servers == 0) GTEST_SKIP() << "no PostgreSQL on this machine: nothing compared";
}

}  // namespace
}  // namespace hoglint::testing
