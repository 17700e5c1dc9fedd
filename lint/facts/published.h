// What the files publish to subscribers of logical replication: the catalogue holds no
// publications.
#ifndef HOGLINT_LINT_FACTS_PUBLISHED_H_
#define HOGLINT_LINT_FACTS_PUBLISHED_H_

#include <string>
#include <vector>

#include "lint/facts/replica_identity.h"
#include "lint/facts/statement_facts.h"

namespace hoglint {

// A table as FOR TABLE names it.
struct PublishedTable {
  ObjectName table;
  std::vector<std::string> columns;  // of its list; empty: all
  std::string condition;             // its WHERE without the brackets; empty: every row
};

struct Publication {
  std::string name;
  bool all_tables = false;
  bool changes = true;               // it publishes UPDATE or DELETE
  std::vector<std::string> schemas;  // TABLES IN SCHEMA
  std::vector<PublishedTable> tables;
  Span place;  // of the statement that made it, or made it what it is
};

// CREATE PUBLICATION, ALTER PUBLICATION.
[[nodiscard]] bool IsAboutPublication(const Statement& statement);
// It replaces the tables and schemas of a publication: ALTER PUBLICATION ... SET TABLE.
[[nodiscard]] bool SetsPublishedObjects(const Statement& statement, const Sources& sources);
// The name of the publication that such a statement is about.
[[nodiscard]] std::string PublicationNameOf(const Statement& statement, const Sources& sources);

// False where more than 200 statements of the track are about publications, or they name more than
// 1,000 tables: rules replay them all for each statement, which takes time with the square.
[[nodiscard]] bool FollowsPublications(const StatementFacts& facts);

// The publications of the files before the statement, behind it, or behind the whole batch. One
// that no file creates is known by what ALTER PUBLICATION adds to it. None where they are not
// followed.
enum class Until : std::uint8_t { kBefore, kBehind, kEndOfBatch };
[[nodiscard]] std::vector<Publication> PublicationsOf(const StatementFacts& facts, Until until);
// Those of the track's files until a statement, that one `included` or not.
[[nodiscard]] std::vector<Publication> PublicationsUntil(const Track& track, const Sources& sources,
                                                         const Statement& end, bool included);

// Why PostgreSQL refuses UPDATE and DELETE of a published table (measured on 15 to 18).
enum class PublishedTrouble : std::uint8_t {
  kNone,
  kNoIdentity,  // 55000
  kCondition,   // the publication's WHERE asks a column that is not in the identity: 42P10
  kColumns,     // its list lacks a column of the identity: 42P10
};
struct PublishedState {
  PublishedTrouble trouble = PublishedTrouble::kNone;
  std::string column;  // the one that kCondition and kColumns are about; kColumns: may be empty
  std::string publication;
  Span place;        // where it gets the table: of its name, or of the statement
  ObjectName table;  // as it names the table; empty where it has all tables
};
// Of a permanent table that is no partition and has none, with that identity; kNone otherwise, and
// where the identity is not known.
[[nodiscard]] PublishedState StateOf(const Relation& table, const ReplicaIdentity& identity,
                                     const std::vector<Publication>& publications,
                                     const Catalogue& catalogue);
// The publication that has the table by its name (FOR TABLE); null when none does.
[[nodiscard]] const Publication* PublishedByName(const Relation& table,
                                                 const std::vector<Publication>& publications,
                                                 const Catalogue& catalogue);

}  // namespace hoglint

#endif  // HOGLINT_LINT_FACTS_PUBLISHED_H_
