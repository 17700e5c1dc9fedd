// Private PostgreSQL servers for tests: found on the machine (tests/oracle/servers/install.sh
// brings one of every major version), started in a temporary folder, gone with the object.
#ifndef HOGLINT_TESTS_SUPPORT_POSTGRES_SERVER_H_
#define HOGLINT_TESTS_SUPPORT_POSTGRES_SERVER_H_

#include <sys/types.h>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "lint/base/result.h"
#include "tests/support/postgres_connection.h"

namespace hoglint::testing {

// A PostgreSQL that can be started: its major version, and the folder of initdb and postgres.
struct InstalledServer {
  int major = 0;
  std::filesystem::path bin;
};

// A running cluster that listens on a unix socket, and on no other unless a test asks for it. The
// destructor stops it and removes its folder; should the test be killed, the kernel stops it (the
// folder stays behind). Start it on a thread that lives as long as it does: the kernel watches the
// thread, not the process.
class PostgresServer {
 public:
  // One server per major version, ascending; empty when the machine has none. Looks into
  // $HOGLINT_POSTGRES_DIR, then .deps/servers of $HOGLINT_SOURCE_DIR (or of the current folder),
  // then Debian's folder, each holding <major>/bin.
  static std::vector<InstalledServer> FindServers();

  // Runs initdb and starts the server (about a second). As root, both run as `postgres` or
  // `nobody`, since PostgreSQL refuses root. TimeZone is UTC, the locale C.UTF-8, the superuser
  // `postgres`; autovacuum and parallel workers are off, so that only what a test does happens.
  // `port`: where it listens on 127.0.0.1 too; 0: nowhere.
  static Result<std::unique_ptr<PostgresServer>> Start(const InstalledServer& installed,
                                                       int port = 0);

  ~PostgresServer();
  PostgresServer(const PostgresServer&) = delete;
  PostgresServer& operator=(const PostgresServer&) = delete;

  [[nodiscard]] int major() const { return installed_.major; }
  // The libpq connection string of a database of this server.
  [[nodiscard]] std::string ConnInfo(const std::string& database) const;
  // A new session of the superuser.
  [[nodiscard]] Result<Connection> Connect(const std::string& database = "postgres") const;

  // Makes a database (a file copy of `from`, some 30 ms); nobody may be connected to `from`.
  // Replaces a database of that name, whoever is connected to it.
  [[nodiscard]] QueryResult CreateDatabase(const std::string& name,
                                           const std::string& from = "template0") const;
  [[nodiscard]] QueryResult DropDatabase(const std::string& name) const;

  // The end of the server's log, for a failure message.
  [[nodiscard]] std::string LogTail(std::size_t bytes = 4000) const;

 private:
  PostgresServer(InstalledServer installed, std::filesystem::path folder)
      : installed_(std::move(installed)), folder_(std::move(folder)) {}
  Result<bool> InitDb();
  Result<bool> Launch();

  InstalledServer installed_;
  std::filesystem::path folder_;
  int port_ = 0;
  pid_t process_ = -1;
};

}  // namespace hoglint::testing

#endif  // HOGLINT_TESTS_SUPPORT_POSTGRES_SERVER_H_
