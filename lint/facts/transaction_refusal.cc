#include "lint/facts/transaction_refusal.h"

#include <algorithm>
#include <array>

#include "lint/base/ascii.h"

namespace hoglint {
namespace {

// Lower case, without blanks: options of statements that have no struct.
std::string Squeezed(std::string_view text) {
  std::string squeezed;
  for (const char c : text) {
    if (c == ' ' || c == '\n' || c == '\r' || c == '\t') continue;
    squeezed += LowerAscii(c);
  }
  return squeezed;
}

bool SaysNo(std::string_view squeezed, std::string_view option) {
  for (const std::string_view no : {"=false", "=off", "=0", "='false'", "=no"}) {
    if (squeezed.find(std::string(option) + std::string(no)) != std::string_view::npos) return true;
  }
  return false;
}

// It connects to the publisher to make a replication slot there, unless told not to (manual:
// sql-createsubscription, "cannot be executed inside a transaction block").
bool MakesSlot(std::string_view text) {
  const std::string squeezed = Squeezed(text);
  return !SaysNo(squeezed, "connect") && !SaysNo(squeezed, "create_slot");
}

// REFRESH PUBLICATION, and changes of the list of publications that refresh by themselves.
bool Refreshes(std::string_view text) {
  const std::string squeezed = Squeezed(text);
  if (squeezed.find("refreshpublication") != std::string::npos) return true;
  for (const std::string_view change : {"setpublication", "addpublication", "droppublication"}) {
    if (squeezed.find(change) != std::string::npos) return !SaysNo(squeezed, "refresh");
  }
  return false;
}

// RESET TABLESPACE is about a setting of that name.
bool SetsTablespace(std::string_view text) {
  const std::string squeezed = Squeezed(text);
  return squeezed.find("settablespace") != std::string::npos &&
         squeezed.find("resettablespace") == std::string::npos;
}

std::string RefusedOther(const OtherStatement& other, std::string_view text) {
  static constexpr std::array<std::string_view, 6> kAlways = {
      "CREATE DATABASE", "DROP DATABASE", "CREATE TABLESPACE",
      "DROP TABLESPACE", "ALTER SYSTEM",  "DISCARD ALL"};
  if (std::ranges::find(kAlways, other.command) != kAlways.end()) return other.command;
  if (other.command == "CREATE SUBSCRIPTION" && MakesSlot(text)) return other.command;
  if (other.command == "ALTER SUBSCRIPTION" && Refreshes(text)) {
    return "ALTER SUBSCRIPTION with a refresh";
  }
  if (other.command == "ALTER DATABASE" && SetsTablespace(text)) {
    return "ALTER DATABASE ... SET TABLESPACE";
  }
  return {};
}

bool IsPartitioned(const ObjectName& name, const Catalogue& before) {
  const Relation* relation = before.Find(name);
  if (relation == nullptr) return false;
  if (relation->index) relation = before.Get(relation->index->table);
  return relation != nullptr && relation->kind == RelationKind::kPartitionedTable;
}

std::string RefusedReindex(const Reindex& reindex, const Catalogue& before) {
  switch (reindex.kind) {
    case ReindexKind::kSchema:
      return "REINDEX SCHEMA";
    case ReindexKind::kSystem:
      return "REINDEX SYSTEM";
    case ReindexKind::kDatabase:
      return "REINDEX DATABASE";
    case ReindexKind::kIndex:
    case ReindexKind::kTable:
      break;
  }
  if (reindex.concurrently) return "REINDEX CONCURRENTLY";
  const bool partitioned = reindex.relation && IsPartitioned(*reindex.relation, before);
  return partitioned ? "REINDEX of a partitioned table" : "";
}

std::string RefusedCluster(const Cluster& cluster, const Catalogue& before) {
  if (!cluster.table) return "CLUSTER of all tables";
  return IsPartitioned(*cluster.table, before) ? "CLUSTER of a partitioned table" : "";
}

bool DetachesConcurrently(const AlterTable& alter) {
  return std::ranges::any_of(alter.actions, [](const AlterTableAction& action) {
    return action.kind == AlterTableKind::kDetachPartition && action.concurrently;
  });
}

}  // namespace

std::string RefusedInTransaction(const Statement& statement, std::string_view text,
                                 const Catalogue& before) {
  if (const auto* create = As<CreateIndex>(statement)) {
    return create->concurrently ? "CREATE INDEX CONCURRENTLY" : "";
  }
  if (const auto* drop = As<Drop>(statement)) {
    return drop->concurrently ? "DROP INDEX CONCURRENTLY" : "";
  }
  if (const auto* alter = As<AlterTable>(statement)) {
    return DetachesConcurrently(*alter) ? "DETACH PARTITION CONCURRENTLY" : "";
  }
  if (const auto* reindex = As<Reindex>(statement)) return RefusedReindex(*reindex, before);
  if (const auto* cluster = As<Cluster>(statement)) return RefusedCluster(*cluster, before);
  if (const auto* vacuum = As<Vacuum>(statement)) return vacuum->analyze_only ? "" : "VACUUM";
  if (const auto* other = As<OtherStatement>(statement)) return RefusedOther(*other, text);
  return {};
}

}  // namespace hoglint
