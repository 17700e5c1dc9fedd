// What a real server does when it runs a statement: the locks that it takes, the files that it
// replaces and the rows that it reads. Knows nothing of hoglint's model, which is compared with it.
#ifndef HOGLINT_TESTS_ORACLE_OBSERVATION_H_
#define HOGLINT_TESTS_ORACLE_OBSERVATION_H_

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/postgres_connection.h"

namespace hoglint::oracle {

// PostgreSQL's lock modes by their SQL names, weakest first; [0] is "-", no lock.
inline constexpr std::string_view kLockModes[] = {
    "-",     "ACCESS SHARE",        "ROW SHARE", "ROW EXCLUSIVE",   "SHARE UPDATE EXCLUSIVE",
    "SHARE", "SHARE ROW EXCLUSIVE", "EXCLUSIVE", "ACCESS EXCLUSIVE"};

// The index into kLockModes of "AccessExclusiveLock" (pg_locks) or "ACCESS EXCLUSIVE"; 0 if none.
int LockRank(std::string_view mode);

// What happened to one relation of a user's schema: table, index, view, sequence, composite type.
// Catalogues and TOAST tables are left out. `relation` is schema.name as before the statement.
struct RelationObservation {
  std::string relation;
  int lock = 0;          // the strongest mode, an index into kLockModes
  bool created = false;  // by the statement; `relation` is then its name afterwards
  bool dropped = false;
  // Its storage (relfilenode) was replaced: a heap, matview, sequence or index was written anew.
  // A relation that was dropped and made again under its name counts when its storage is another.
  bool rewritten = false;
  // A table that existed before: some index on it has storage that did not exist before.
  bool index_built = false;
  std::int64_t scans = 0;      // sequential scans begun
  std::int64_t rows_read = 0;  // rows that they returned, over all of them

  friend bool operator==(const RelationObservation&, const RelationObservation&) = default;
};

// What one statement did, or why the server refused it.
struct Observation {
  std::optional<testing::SqlError> error;
  // A statement that cannot run in a transaction block: the error it gives there.
  std::optional<testing::SqlError> transaction_error;
  std::vector<RelationObservation> relations;  // sorted by name

  friend bool operator==(const Observation&, const Observation&) = default;
};

// A relation as pg_class has it.
struct RelationState {
  std::string name;         // schema.name; temporary ones are pg_temp.name
  std::string kind;         // pg_class.relkind
  std::string file;         // pg_relation_filenode; "" without storage
  std::string index_table;  // of an index: the OID of its table, else ""
};

// The user relations of a database by OID.
using RelationStates = std::map<std::string, RelationState>;
RelationStates ReadRelations(testing::Connection& connection);

// Locks by OID, and sequential scans by OID, of one statement.
struct Evidence {
  std::map<std::string, int> locks;
  std::map<std::string, std::pair<std::int64_t, std::int64_t>> scans;
};

// Scans and rows read by this session since its statistics were last sent.
void ReadScans(testing::Connection& connection, const RelationStates& relations,
               Evidence& evidence);

// Puts the catalogue before and after and the evidence together.
std::vector<RelationObservation> Combine(const RelationStates& before, const RelationStates& after,
                                         const Evidence& evidence);

// Runs one statement in the open transaction of `connection` and observes it. The session must be
// new: cached plans of foreign key checks would hide locks, earlier statements would add theirs.
// The transaction stays open (aborted when the statement failed).
Observation ObserveInTransaction(testing::Connection& connection, const std::string& statement);

}  // namespace hoglint::oracle

#endif  // HOGLINT_TESTS_ORACLE_OBSERVATION_H_
