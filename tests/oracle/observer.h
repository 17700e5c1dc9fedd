// Observes cases on one running server: databases with the standard schema, sessions, and the
// second and third session that statements outside transactions are observed with.
#ifndef HOGLINT_TESTS_ORACLE_OBSERVER_H_
#define HOGLINT_TESTS_ORACLE_OBSERVER_H_

#include <map>
#include <memory>
#include <optional>
#include <string>

#include "lint/base/result.h"
#include "tests/oracle/case.h"
#include "tests/oracle/observation.h"
#include "tests/support/postgres_server.h"

namespace hoglint::oracle {

// The SQL that every case starts from.
struct Setup {
  std::string cluster;  // roles and tablespaces; each statement runs alone
  std::string schema;   // the standard schema with its rows
};

// Reads setup/cluster.sql and setup/schema.sql of tests/oracle.
Result<Setup> LoadSetup(const std::filesystem::path& oracle_folder);

class Observer {
 public:
  // Runs the setup on a new server. The server must outlive the observer.
  static Result<std::unique_ptr<Observer>> Create(const testing::PostgresServer& server,
                                                  const Setup& setup);

  // What the case's statement does on this server. An Error means that the harness failed (the
  // `given` part is wrong, no connection), never that the statement did.
  Result<Observation> Observe(const Case& one);

 private:
  explicit Observer(const testing::PostgresServer& server) : server_(server) {}
  // A database of its own for the case, with its `given` part committed; `refused` is the error of
  // that part in a version that lacks the feature, which is then the outcome of the case.
  Result<std::string> FreshDatabase(const Case& one, std::optional<testing::SqlError>& refused);
  Result<Observation> ObserveInside(const Case& one, const std::string& database);
  // In three steps: what it says inside a transaction; an undisturbed run, for storage and scans;
  // and runs in which another session holds locks on the watched relations, so that it waits and
  // shows in pg_locks what it has and what it wants.
  Result<Observation> ObserveAlone(const Case& one);
  Result<Observation> RunUndisturbed(const Case& one, RelationStates& before, RelationStates& after,
                                     Evidence& evidence);
  // Adds to `locks` (by relation name) what the statement holds and wants while `blocker_mode` is
  // held on `relation`. Returns the mode that it waits for there; 0 when it does not wait.
  Result<int> RunBlocked(const Case& one, const std::string& relation, int blocker_mode,
                         std::map<std::string, int>& locks);

  const testing::PostgresServer& server_;
};

}  // namespace hoglint::oracle

#endif  // HOGLINT_TESTS_ORACLE_OBSERVER_H_
