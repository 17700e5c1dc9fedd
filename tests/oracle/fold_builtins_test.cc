// The lists of lint/schema/builtin_functions.cc and builtins.cc against pg_proc and pg_type.
#include <gtest/gtest.h>

#include <iostream>

#include "lint/schema/builtins.h"
#include "tests/oracle/both_servers.h"
#include "tests/support/postgres_server.h"

namespace hoglint::testing {
namespace {

// Functions that SQL can call, each name with the worst volatility of its overloads.
constexpr const char* kFunctions = R"(
    SELECT proname, max(CASE provolatile WHEN 'i' THEN 0 WHEN 's' THEN 1 ELSE 2 END)
    FROM pg_proc WHERE pronamespace = 'pg_catalog'::regnamespace
      AND NOT proargtypes::oid[] && ARRAY['internal', 'cstring', 'trigger']::regtype[]::oid[]
      AND prorettype NOT IN ('internal'::regtype, 'cstring'::regtype, 'trigger'::regtype,
                             'event_trigger'::regtype)
      AND prorettype::regtype::text NOT LIKE '%_handler'
    GROUP BY proname)";

constexpr const char* kTypes = R"(
    SELECT typname FROM pg_type
    WHERE typnamespace = 'pg_catalog'::regnamespace AND typtype IN ('b', 'r', 'm', 'p')
      AND typname !~ '^_')";

void CompareBuiltins(const PostgresServer& server) {
  Result<Connection> connection = server.Connect();
  ASSERT_TRUE(connection.has_value()) << connection.error().message;
  const QueryResult functions = connection->Query(kFunctions);
  ASSERT_TRUE(functions.ok()) << functions.error->message;
  for (const Row& row : functions.rows) {
    const auto known = BuiltinVolatility(*row[0]);
    ASSERT_TRUE(known.has_value()) << *row[0] << " is in no list";
    // Volatility may differ between versions: the lists have the worse one.
    EXPECT_GE(static_cast<int>(*known), std::stoi(*row[1])) << *row[0];
  }
  const QueryResult types = connection->Query(kTypes);
  ASSERT_TRUE(types.ok()) << types.error->message;
  for (const Row& row : types.rows) EXPECT_TRUE(IsBuiltinType(*row[0])) << *row[0];
  std::cout << "PostgreSQL " << server.major() << ": " << functions.rows.size() << " functions and "
            << types.rows.size() << " types are listed\n";
}

TEST(FoldBuiltins, AreThoseOfRealServers) {
  const bool compared = OnBothServers(CompareBuiltins);
  if (!compared) GTEST_SKIP() << "no PostgreSQL 15 or 18 on this machine: nothing compared";
}

}  // namespace
}  // namespace hoglint::testing
