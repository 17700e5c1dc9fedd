#include "tests/oracle/observation.h"

#include <algorithm>
#include <charconv>
#include <set>

namespace hoglint::oracle {
namespace {

using testing::Connection;
using testing::QueryResult;
using testing::Row;

// pg_relation_filenode also answers for mapped relations; views and partitioned tables have none.
constexpr const char* kReadRelations = R"(
  SELECT c.oid::text,
         CASE WHEN n.nspname ~ '^pg_temp_' THEN 'pg_temp' ELSE n.nspname END || '.' || c.relname,
         c.relkind::text,
         coalesce(pg_relation_filenode(c.oid)::text, ''),
         coalesce(i.indrelid::text, '')
  FROM pg_class c
  JOIN pg_namespace n ON n.oid = c.relnamespace
  LEFT JOIN pg_index i ON i.indexrelid = c.oid
  WHERE n.nspname !~ '^pg_(catalog|toast)' AND n.nspname <> 'information_schema')";

constexpr const char* kReadLocks = R"(
  SELECT relation::text, mode FROM pg_locks
  WHERE locktype = 'relation' AND pid = pg_backend_pid()
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))";

std::string Value(const Row& row, std::size_t column) { return row[column].value_or(""); }

std::int64_t Number(const std::string& text) {
  std::int64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

// One relation before and after. A relation that is dropped and made again under the same name
// (an index, when the type of its column changes) is one: people know relations by name.
struct Pair {
  std::set<std::string> oids;
  const RelationState* before = nullptr;
  const RelationState* after = nullptr;
};

std::vector<Pair> PairUp(const RelationStates& before, const RelationStates& after) {
  std::vector<Pair> pairs;
  std::map<std::string, std::size_t> gone;  // by name
  for (const auto& [oid, state] : before) {
    const auto found = after.find(oid);
    if (found == after.end()) gone.emplace(state.name, pairs.size());
    pairs.push_back({{oid}, &state, found == after.end() ? nullptr : &found->second});
  }
  for (const auto& [oid, state] : after) {
    if (before.contains(oid)) continue;
    if (const auto old = gone.find(state.name); old != gone.end()) {
      pairs[old->second].oids.insert(oid);
      pairs[old->second].after = &state;
    } else {
      pairs.push_back({{oid}, nullptr, &state});
    }
  }
  return pairs;
}

bool NewStorage(const Pair& pair) {
  if (pair.after == nullptr || pair.after->file.empty()) return false;
  return pair.before == nullptr || pair.before->file != pair.after->file;
}

}  // namespace

int LockRank(std::string_view mode) {
  std::string name;
  if (mode.ends_with("Lock")) mode.remove_suffix(4);
  for (const char c : mode) {
    const bool capital = c >= 'A' && c <= 'Z';
    if (capital && !name.empty() && name.back() >= 'a' && name.back() <= 'z') name += ' ';
    name += c;
  }
  std::ranges::transform(name, name.begin(), [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  });
  const auto* const found = std::ranges::find(kLockModes, name);
  return found == std::end(kLockModes) ? 0 : static_cast<int>(found - std::begin(kLockModes));
}

RelationStates ReadRelations(Connection& connection) {
  RelationStates relations;
  for (const Row& row : connection.Query(kReadRelations).rows) {
    relations[Value(row, 0)] = {Value(row, 1), Value(row, 2), Value(row, 3), Value(row, 4)};
  }
  return relations;
}

void ReadScans(Connection& connection, const RelationStates& relations, Evidence& evidence) {
  std::string oids;
  for (const auto& [oid, state] : relations) {
    // For an index these functions count index scans.
    if (state.kind != "r" && state.kind != "m") continue;
    oids += oids.empty() ? oid : "," + oid;
  }
  const QueryResult result = connection.Query(
      "SELECT o::text, pg_stat_get_xact_numscans(o)::text, "
      "pg_stat_get_xact_tuples_returned(o)::text FROM unnest(string_to_array($1, ',')::oid[]) o",
      {oids});
  for (const Row& row : result.rows) {
    auto& [scans, tuples] = evidence.scans[Value(row, 0)];
    scans = Number(Value(row, 1));
    tuples = Number(Value(row, 2));
  }
}

std::vector<RelationObservation> Combine(const RelationStates& before, const RelationStates& after,
                                         const Evidence& evidence) {
  const std::vector<Pair> pairs = PairUp(before, after);
  std::set<std::string> tables_with_new_index;
  for (const Pair& pair : pairs) {
    if (pair.after == nullptr || pair.after->index_table.empty() || !NewStorage(pair)) continue;
    tables_with_new_index.insert(pair.after->index_table);
  }
  std::vector<RelationObservation> observed;
  for (const Pair& pair : pairs) {
    RelationObservation relation;
    relation.relation = pair.before != nullptr ? pair.before->name : pair.after->name;
    relation.created = pair.before == nullptr;
    relation.dropped = pair.after == nullptr;
    relation.rewritten = pair.before != nullptr && NewStorage(pair);
    for (const std::string& oid : pair.oids) {
      if (const auto lock = evidence.locks.find(oid); lock != evidence.locks.end()) {
        relation.lock = std::max(relation.lock, lock->second);
      }
      if (const auto scans = evidence.scans.find(oid); scans != evidence.scans.end()) {
        relation.scans += scans->second.first;
        relation.rows_read += scans->second.second;
      }
      if (!relation.created && tables_with_new_index.contains(oid)) relation.index_built = true;
    }
    RelationObservation nothing;
    nothing.relation = relation.relation;
    if (relation != nothing) observed.push_back(relation);
  }
  std::ranges::sort(observed, {}, &RelationObservation::relation);
  return observed;
}

Observation ObserveInTransaction(Connection& connection, const std::string& statement) {
  Observation observation;
  const RelationStates before = ReadRelations(connection);
  Evidence earlier;
  ReadScans(connection, before, earlier);
  if (QueryResult ran = connection.Exec(statement); !ran.ok()) {
    observation.error = ran.error;
    return observation;
  }
  Evidence evidence;
  // Locks first: the queries below lock nothing of the user's, but it need not be argued.
  for (const Row& row : connection.Query(kReadLocks).rows) {
    int& lock = evidence.locks[Value(row, 0)];
    lock = std::max(lock, LockRank(Value(row, 1)));
  }
  ReadScans(connection, before, evidence);
  for (auto& [oid, counts] : evidence.scans) {
    counts.first -= earlier.scans[oid].first;
    counts.second -= earlier.scans[oid].second;
  }
  observation.relations = Combine(before, ReadRelations(connection), evidence);
  return observation;
}

}  // namespace hoglint::oracle
