// CREATE VIEW, INDEX, SEQUENCE, SCHEMA, EXTENSION, STATISTICS and ROLE.
#include "lint/sql/convert.h"
#include "lint/sql/definitions.h"
#include "lint/sql/expressions.h"
#include "lint/sql/queries.h"
#include "lint/sql/references.h"

namespace hoglint::sql {
namespace {

// The query behind AS, without WITH [CASCADED | LOCAL] CHECK OPTION.
TokenRange ViewQueryRange(const Source& source, const ViewStmt* node) {
  const Tokens& tokens = source.tokens();
  const std::uint32_t end = source.statement().end;
  TokenRange range{tokens.Find({source.TokenAt(node->view->location), end}, PG_QUERY_TOKEN_AS) + 1,
                   end};
  if (node->withCheckOption == NO_CHECK_OPTION) return range;
  while (range.end > range.begin && !tokens.Is(range.end, PG_QUERY_TOKEN_WITH)) --range.end;
  return range;
}

// CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS name ON: the name stands before ON.
Span IndexNameSpan(const Source& source, const IndexStmt* node) {
  if (!node->idxname) return {};
  const std::uint32_t on = source.tokens().Find(source.statement(), PG_QUERY_TOKEN_ON);
  return source.SpanOf({on - 1, on});
}

bool BooleanOption(const DefElem* option) {
  return Is(option->arg, T_Boolean) && Cast<Boolean>(option->arg)->boolval;
}

}  // namespace

CreateView CreateViewOf(const Source& source, const ViewStmt* node) {
  CreateView result;
  result.view = NameOf(source, node->view);
  result.replace = node->replace;
  result.persistence = PersistenceOf(node->view);
  result.column_names = Texts(node->aliases);
  result.options = OptionsOf(node->options);
  result.query = QueryOf(source, node->query, ViewQueryRange(source, node));
  return result;
}

CreateIndex CreateIndexOf(const Source& source, const IndexStmt* node) {
  const Tokens& tokens = source.tokens();
  const std::uint32_t end = source.statement().end;
  CreateIndex result;
  result.name = Text(node->idxname);
  result.name_span = IndexNameSpan(source, node);
  result.table = NameOf(source, node->relation);
  result.only = !node->relation->inh;
  result.unique = node->unique;
  result.concurrently = node->concurrent;
  result.if_not_exists = node->if_not_exists;
  result.nulls_not_distinct = node->nulls_not_distinct;
  if (node->accessMethod) result.access_method = node->accessMethod;
  const TokenRange behind{source.TokenAt(node->relation->location), end};
  result.elements = IndexElementsOf(source, node->indexParams,
                                    tokens.Inside(tokens.Find(behind, PG_QUERY_TOKEN_ASCII_40)));
  for (auto* element : Items<IndexElem>(node->indexIncludingParams)) {
    result.including.push_back(Text(element->name));
  }
  if (node->whereClause) {
    result.where = ExpressionOf(source, node->whereClause,
                                {tokens.Find(behind, PG_QUERY_TOKEN_WHERE) + 1, end});
  }
  result.storage = OptionsOf(node->options);
  result.tablespace = Text(node->tableSpace);
  return result;
}

CreateSequence CreateSequenceOf(const Source& source, const CreateSeqStmt* node) {
  return {.sequence = NameOf(source, node->sequence),
          .if_not_exists = node->if_not_exists,
          .persistence = PersistenceOf(node->sequence),
          .options = SequenceOptionsOf(source, node->options)};
}

AlterSequence AlterSequenceOf(const Source& source, const AlterSeqStmt* node) {
  return {.sequence = NameOf(source, node->sequence),
          .if_exists = node->missing_ok,
          .options = SequenceOptionsOf(source, node->options)};
}

CreateSchema CreateSchemaOf(const CreateSchemaStmt* node) {
  // CREATE SCHEMA AUTHORIZATION role names the schema after the role.
  return {.name = node->schemaname ? Text(node->schemaname) : RoleOf(node->authrole),
          .if_not_exists = node->if_not_exists};
}

CreateExtension CreateExtensionOf(const CreateExtensionStmt* node) {
  CreateExtension result;
  result.name = Text(node->extname);
  result.if_not_exists = node->if_not_exists;
  for (auto* option : Items<DefElem>(node->options)) {
    const std::string name = Text(option->defname);
    if (name == "schema") result.schema = OptionText(option);
    if (name == "new_version") result.version = OptionText(option);
    if (name == "cascade") result.cascade = BooleanOption(option);
  }
  return result;
}

CreateStatistics CreateStatisticsOf(const Source& source, const CreateStatsStmt* node) {
  CreateStatistics result;
  if (Length(node->defnames) > 0) {
    // CREATE STATISTICS [IF NOT EXISTS] name
    const std::uint32_t name = BehindIfExists(source.tokens(), source.statement().begin + 2);
    result.statistics = NameOf(source, node->defnames, name);
  }
  result.if_not_exists = node->if_not_exists;
  for (auto* relation : Items<Node>(node->relations)) {
    if (Is(relation, T_RangeVar)) result.tables.push_back(NameOf(source, Cast<RangeVar>(relation)));
  }
  return result;
}

CreateRole CreateRoleOf(const CreateRoleStmt* node) {
  CreateRole result;
  result.name = Text(node->role);
  for (auto* option : Items<DefElem>(node->options)) {
    const std::string name = Text(option->defname);
    if (name == "superuser") result.superuser = BooleanOption(option);
    if (name == "bypassrls") result.bypass_rls = BooleanOption(option);
  }
  return result;
}

}  // namespace hoglint::sql
