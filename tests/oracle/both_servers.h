// The same comparison on an old and on a new server.
#ifndef HOGLINT_TESTS_ORACLE_BOTH_SERVERS_H_
#define HOGLINT_TESTS_ORACLE_BOTH_SERVERS_H_

#include <functional>

#include "tests/support/postgres_server.h"

namespace hoglint::testing {

// Starts PostgreSQL 15 and 18, each with no databases but its own, and compares on each that is
// installed. False: neither is, nothing was compared, and the test has to say that it is skipped. A
// server that does not start fails the test.
[[nodiscard]] bool OnBothServers(const std::function<void(const PostgresServer&)>& compare);

}  // namespace hoglint::testing

#endif  // HOGLINT_TESTS_ORACLE_BOTH_SERVERS_H_
