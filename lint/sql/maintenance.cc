// TRUNCATE, COPY, LOCK, REFRESH, REINDEX, CLUSTER, VACUUM.
#include <algorithm>
#include <array>
#include <string_view>

#include "lint/sql/convert.h"
#include "lint/sql/definitions.h"
#include "lint/sql/queries.h"
#include "lint/sql/references.h"

namespace hoglint::sql {
namespace {

ReindexKind KindOfReindex(ReindexObjectType kind) {
  switch (kind) {
    case REINDEX_OBJECT_INDEX:
      return ReindexKind::kIndex;
    case REINDEX_OBJECT_TABLE:
      return ReindexKind::kTable;
    case REINDEX_OBJECT_SCHEMA:
      return ReindexKind::kSchema;
    case REINDEX_OBJECT_SYSTEM:
      return ReindexKind::kSystem;
    case REINDEX_OBJECT_DATABASE:
      return ReindexKind::kDatabase;
  }
  return ReindexKind::kIndex;
}

// defGetBoolean(): no value means true.
bool IsOn(const DefElem* option) {
  if (!option->arg) return true;
  static constexpr std::array<std::string_view, 3> kFalse{"false", "off", "0"};
  return std::ranges::find(kFalse, OptionText(option)) == kFalse.end();
}

}  // namespace

bool HasOption(const List* options, const char* name) {
  bool result = false;
  for (auto* option : Items<DefElem>(options)) {
    if (Text(option->defname) == name) result = IsOn(option);  // the last one counts
  }
  return result;
}

Truncate TruncateOf(const Source& source, const TruncateStmt* node) {
  return {.tables = NamesOf(source, node->relations),
          .cascade = node->behavior == DROP_CASCADE,
          .restart_identity = node->restart_seqs};
}

Copy CopyOf(const Source& source, const CopyStmt* node) {
  Copy result;
  result.from = node->is_from;
  if (node->relation) result.table = NameOf(source, node->relation);
  if (node->query) {
    const Tokens& tokens = source.tokens();
    const std::uint32_t open = tokens.Find(source.statement(), PG_QUERY_TOKEN_ASCII_40);
    result.query = QueryOf(source, node->query, tokens.Inside(open));
  }
  return result;
}

LockTable LockTableOf(const Source& source, const LockStmt* node) {
  return {.tables = NamesOf(source, node->relations), .mode = node->mode, .nowait = node->nowait};
}

RefreshMaterializedView RefreshOf(const Source& source, const RefreshMatViewStmt* node) {
  return {.view = NameOf(source, node->relation),
          .concurrently = node->concurrent,
          .with_no_data = node->skipData};
}

Reindex ReindexOf(const Source& source, const ReindexStmt* node) {
  Reindex result;
  result.kind = KindOfReindex(node->kind);
  if (node->relation) result.relation = NameOf(source, node->relation);
  result.name = Text(node->name);
  result.concurrently = HasOption(node->params, "concurrently");
  return result;
}

Cluster ClusterOf(const Source& source, const ClusterStmt* node) {
  Cluster result;
  if (node->relation) result.table = NameOf(source, node->relation);
  result.index = Text(node->indexname);
  return result;
}

Vacuum VacuumOf(const Source& source, const VacuumStmt* node) {
  Vacuum result;
  for (auto* relation : Items<VacuumRelation>(node->rels)) {
    if (relation->relation) result.tables.push_back(NameOf(source, relation->relation));
  }
  result.full = HasOption(node->options, "full");
  result.analyze_only = !node->is_vacuumcmd;
  return result;
}

}  // namespace hoglint::sql
