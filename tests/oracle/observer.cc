#include "tests/oracle/observer.h"

#include <algorithm>
#include <chrono>
#include <fstream>
#include <optional>
#include <set>
#include <thread>
#include <utility>

namespace hoglint::oracle {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;
using testing::Connection;
using testing::QueryResult;
using testing::Row;

// The database that holds the setup, and the one whose cases are rolled back.
constexpr const char* kTemplate = "setup";
constexpr const char* kShared = "shared";
constexpr const char* kFresh = "fresh";

Error Failed(const std::string& what, const QueryResult& result) {
  return Error{what + ": " + result.error->sqlstate + " " + result.error->message};
}

std::string ReadAll(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {(std::istreambuf_iterator<char>(stream)), {}};
}

// The statement with which another session gets a lock on a relation. LOCK TABLE knows tables and
// views alone. Of an index and a materialised view, ACCESS EXCLUSIVE can be had by an ALTER that
// changes nothing; a weaker lock on an index is that of the planner, ACCESS SHARE whatever `mode`
// says, which its table then has as well.
std::optional<std::string> BlockingStatement(const RelationState& relation,
                                             const std::string& table, int mode) {
  if (relation.kind == "r" || relation.kind == "p" || relation.kind == "v") {
    return "LOCK TABLE ONLY " + relation.name + " IN " + std::string(kLockModes[mode]) + " MODE";
  }
  if (relation.kind == "i" || relation.kind == "I") {
    if (mode == 8) return "ALTER INDEX " + relation.name + " SET TABLESPACE pg_default";
    if (relation.kind == "i") return "EXPLAIN SELECT * FROM " + table;
  }
  if (relation.kind == "m" && mode == 8) {
    return "ALTER MATERIALIZED VIEW " + relation.name + " SET TABLESPACE pg_default";
  }
  return std::nullopt;
}

// The blocker's mode that lets `wanted` pass and stops what is stronger (manual, table 13.2).
int NextBlocker(int wanted) {
  constexpr int kNext[] = {0, 7, 6, 4, 3, 2, 2, 1, 0};
  return kNext[wanted];
}

// The relations whose locks are waited for: those that the case names, their indexes, and whatever
// else the undisturbed run changed or read.
std::set<std::string> Watched(const Case& one, const RelationStates& before,
                              const std::vector<RelationObservation>& touched) {
  std::set<std::string> watched(one.watch.begin(), one.watch.end());
  for (const RelationObservation& relation : touched) {
    if (!relation.created) watched.insert(relation.relation);
  }
  for (const auto& [oid, state] : before) {
    const auto table = before.find(state.index_table);
    if (table != before.end() && watched.contains(table->second.name)) watched.insert(state.name);
  }
  return watched;
}

}  // namespace

Result<Setup> LoadSetup(const std::filesystem::path& oracle_folder) {
  Setup setup{ReadAll(oracle_folder / "setup" / "cluster.sql"),
              ReadAll(oracle_folder / "setup" / "schema.sql")};
  if (setup.schema.empty()) return Error{"no setup/schema.sql in " + oracle_folder.string()};
  return setup;
}

Result<std::unique_ptr<Observer>> Observer::Create(const testing::PostgresServer& server,
                                                   const Setup& setup) {
  Result<Connection> cluster = server.Connect();
  if (!cluster) return cluster.error();
  std::string statement;
  for (const char c : setup.cluster) {
    statement += c;
    if (c != ';') continue;
    if (const auto ran = cluster->Exec(statement); !ran.ok()) return Failed("cluster.sql", ran);
    statement.clear();
  }
  if (const auto made = server.CreateDatabase(kTemplate); !made.ok()) {
    return Failed("CREATE DATABASE", made);
  }
  {
    Result<Connection> connection = server.Connect(kTemplate);
    if (!connection) return connection.error();
    if (const auto ran = connection->Exec(setup.schema); !ran.ok()) {
      return Failed("schema.sql", ran);
    }
    // Outside the setup's transaction: all-visible pages and statistics, so that plans are stable.
    if (const auto ran = connection->Exec("VACUUM ANALYZE"); !ran.ok()) {
      return Failed("VACUUM", ran);
    }
  }
  if (const auto made = server.CreateDatabase(kShared, kTemplate); !made.ok()) {
    return Failed("CREATE DATABASE", made);
  }
  return std::unique_ptr<Observer>(new Observer(server));
}

Result<Observation> Observer::Observe(const Case& one) {
  if (one.alone) return ObserveAlone(one);
  if (one.given.empty()) return ObserveInside(one, kShared);
  Observation refused;
  Result<std::string> database = FreshDatabase(one, refused.error);
  if (!database) return database.error();
  if (refused.error) return refused;
  return ObserveInside(one, *database);
}

Result<std::string> Observer::FreshDatabase(const Case& one,
                                            std::optional<testing::SqlError>& refused) {
  if (const auto made = server_.CreateDatabase(kFresh, kTemplate); !made.ok()) {
    return Failed("CREATE DATABASE", made);
  }
  if (!one.given.empty()) {
    Result<Connection> connection = server_.Connect(kFresh);
    if (!connection) return connection.error();
    const auto ran = connection->Exec(one.given);
    if (!ran.ok() && one.ExpectedToSucceed(server_.major())) return Failed("given", ran);
    refused = ran.error;
  }
  return std::string(kFresh);
}

Result<Observation> Observer::ObserveInside(const Case& one, const std::string& database) {
  Result<Connection> connection = server_.Connect(database);
  if (!connection) return connection.error();
  if (const auto begun = connection->Exec("BEGIN"); !begun.ok()) return Failed("BEGIN", begun);
  Observation observation = ObserveInTransaction(*connection, one.statement);
  connection->Exec("ROLLBACK");
  return observation;
}

Result<Observation> Observer::RunUndisturbed(const Case& one, RelationStates& before,
                                             RelationStates& after, Evidence& evidence) {
  // Counts are visible to their own session until they are sent, at most every 500 ms (14) or
  // second (15 on), the first time at once. A run that takes longer is tried again.
  for (int attempt = 0; attempt < 5; ++attempt) {
    Observation observation;
    Result<std::string> database = FreshDatabase(one, observation.error);
    if (!database) return database.error();
    if (observation.error) return observation;
    Result<Connection> connection = server_.Connect(*database);
    if (!connection) return connection.error();
    connection->Exec("SELECT 1");  // sends statistics for the first time
    const auto start = steady_clock::now();
    before = ReadRelations(*connection);
    const QueryResult ran = connection->Exec(one.statement);
    ReadScans(*connection, before, evidence);
    const auto took = steady_clock::now() - start;
    after = ReadRelations(*connection);
    observation.error = ran.error;
    if (took < milliseconds(server_.major() == 14 ? 450 : 950)) return observation;
  }
  return Error{"too slow to read its statistics in time"};
}

Result<int> Observer::RunBlocked(const Case& one, const std::string& relation, int blocker_mode,
                                 std::map<std::string, int>& locks) {
  std::optional<testing::SqlError> refused;
  Result<std::string> database = FreshDatabase(one, refused);
  if (!database) return database.error();
  Result<Connection> runner = server_.Connect(*database);
  Result<Connection> blocker = server_.Connect(*database);
  Result<Connection> watcher = server_.Connect(*database);
  if (!runner) return runner.error();
  if (!blocker) return blocker.error();
  if (!watcher) return watcher.error();
  std::optional<std::string> block;
  const RelationStates relations = ReadRelations(*watcher);
  for (const auto& [oid, state] : relations) {
    if (state.name != relation) continue;
    const auto table = relations.find(state.index_table);
    block =
        BlockingStatement(state, table == relations.end() ? "" : table->second.name, blocker_mode);
  }
  if (!block) return 0;
  // No snapshot is left behind: it would be waited for as well.
  if (const auto ran = blocker->Exec("BEGIN; " + *block); !ran.ok()) {
    return Failed("the blocker of " + relation, ran);
  }
  const std::string pid = std::to_string(runner->BackendPid());
  runner->Send(one.statement);
  const auto deadline = steady_clock::now() + std::chrono::seconds(20);
  for (int waiting_polls = 0; steady_clock::now() < deadline && runner->Busy();) {
    const QueryResult waits =
        watcher->Query("SELECT 1 FROM pg_locks WHERE NOT granted AND pid = $1::int", {pid});
    // Twice, since a lock may be waited for only as long as its holder needs to release it.
    waiting_polls = waits.rows.empty() ? 0 : waiting_polls + 1;
    if (waiting_polls < 2) {
      std::this_thread::sleep_for(milliseconds(2));
      continue;
    }
    int wanted = 0;
    RelationStates names = ReadRelations(*watcher);
    const QueryResult held = watcher->Query(
        "SELECT relation::text, mode, granted::text FROM pg_locks "
        "WHERE locktype = 'relation' AND pid = $1::int",
        {pid});
    for (const Row& row : held.rows) {
      const auto state = names.find(row[0].value_or(""));
      if (state == names.end()) continue;
      const int mode = LockRank(row[1].value_or(""));
      int& lock = locks[state->second.name];
      lock = std::max(lock, mode);
      if (row[2] == "false" && state->second.name == relation) wanted = mode;
    }
    return wanted;
  }
  return 0;
}

Result<Observation> Observer::ObserveAlone(const Case& one) {
  Observation refused;
  Result<std::string> database = FreshDatabase(one, refused.error);
  if (!database) return database.error();
  if (refused.error) return refused;
  Result<Observation> inside = ObserveInside(one, *database);
  if (!inside) return inside.error();

  RelationStates before;
  RelationStates after;
  Evidence evidence;
  Result<Observation> observation = RunUndisturbed(one, before, after, evidence);
  if (!observation) return observation.error();
  observation->transaction_error = inside->error;
  if (observation->error) return observation;

  std::map<std::string, int> locks;  // by name: relations of `given` have new OIDs in every run
  for (const std::string& relation : Watched(one, before, Combine(before, after, evidence))) {
    for (int blocker = 8; blocker != 0;) {
      Result<int> wanted = RunBlocked(one, relation, blocker, locks);
      if (!wanted) return wanted.error();
      blocker = NextBlocker(*wanted);
    }
  }
  // Relations that come and go during the statement (REINDEX's _ccnew) are in neither.
  for (const auto* relations : {&after, &before}) {
    for (const auto& [oid, state] : *relations) {
      if (const auto lock = locks.find(state.name); lock != locks.end()) {
        evidence.locks[oid] = lock->second;
      }
    }
  }
  observation->relations = Combine(before, after, evidence);
  return observation;
}

}  // namespace hoglint::oracle
