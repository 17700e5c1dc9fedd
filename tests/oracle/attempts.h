// Many statements, each tried on a server and undone.
#ifndef HOGLINT_TESTS_ORACLE_ATTEMPTS_H_
#define HOGLINT_TESTS_ORACLE_ATTEMPTS_H_

#include <span>
#include <string>
#include <vector>

#include "tests/support/postgres_server.h"

namespace hoglint::testing {

// What the server answers to a statement that it carries out.
inline constexpr const char* kWorks = "WORKS";

// Makes what Attempts() calls, once in a database.
[[nodiscard]] bool PrepareAttempts(Connection& connection);
// For each statement kWorks or the SQLSTATE of its error; fewer answers than statements when the
// server does not give them. Nothing of what they do stays. No statement holds "$try$".
[[nodiscard]] std::vector<std::string> Attempts(Connection& connection,
                                                std::span<const std::string> statements);

}  // namespace hoglint::testing

#endif  // HOGLINT_TESTS_ORACLE_ATTEMPTS_H_
