// CREATE TABLE, CREATE TABLE AS, SELECT INTO and CREATE MATERIALIZED VIEW.
#include <algorithm>

#include "lint/sql/convert.h"
#include "lint/sql/definitions.h"
#include "lint/sql/facts_walker.h"
#include "lint/sql/queries.h"
#include "lint/sql/references.h"

namespace hoglint::sql {
namespace {

LikeClause LikeOf(const Source& source, const TableLikeClause* like) {
  const auto has = [&](bits32 option) { return (like->options & option) != 0; };
  LikeClause result;
  result.source = NameOf(source, like->relation);
  result.comments = has(CREATE_TABLE_LIKE_COMMENTS);
  result.compression = has(CREATE_TABLE_LIKE_COMPRESSION);
  result.constraints = has(CREATE_TABLE_LIKE_CONSTRAINTS);
  result.defaults = has(CREATE_TABLE_LIKE_DEFAULTS);
  result.generated = has(CREATE_TABLE_LIKE_GENERATED);
  result.identity = has(CREATE_TABLE_LIKE_IDENTITY);
  result.indexes = has(CREATE_TABLE_LIKE_INDEXES);
  result.statistics = has(CREATE_TABLE_LIKE_STATISTICS);
  result.storage = has(CREATE_TABLE_LIKE_STORAGE);
  return result;
}

// The parenthesis that opens the list of columns and constraints. In front of it stand only names:
// CREATE TABLE t (, ... OF type (, ... PARTITION OF parent (.
std::uint32_t OpenOfElements(const Source& source, const CreateStmt* node) {
  if (Length(node->tableElts) == 0) return source.statement().end;
  const std::uint32_t table = source.TokenAt(node->relation->location);
  return source.tokens().Find({table, source.statement().end}, PG_QUERY_TOKEN_ASCII_40);
}

void AddElements(const Source& source, const CreateStmt* node, CreateTable& result) {
  const Tokens& tokens = source.tokens();
  const TokenRange inside = tokens.Inside(OpenOfElements(source, node));
  const std::vector<TokenRange> pieces = tokens.SplitAtCommas(inside);
  std::size_t index = 0;
  for (auto* element : Items<Node>(node->tableElts)) {
    const TokenRange piece = index < pieces.size() ? pieces[index] : inside;
    ++index;
    if (Is(element, T_ColumnDef)) {
      result.columns.push_back(ColumnOf(source, Cast<ColumnDef>(element), piece));
    } else if (Is(element, T_Constraint)) {
      result.constraints.push_back(ConstraintOf(source, Cast<Constraint>(element), piece));
    } else if (Is(element, T_TableLikeClause)) {
      result.like.push_back(LikeOf(source, Cast<TableLikeClause>(element)));
    }
  }
}

void FillInto(const Source& source, const IntoClause* into, CreateTableAs& result) {
  result.table = NameOf(source, into->rel);
  result.persistence = PersistenceOf(into->rel);
  result.column_names = Texts(into->colNames);
  result.with_no_data = into->skipData;
}

// The query behind AS, without WITH [NO] DATA.
TokenRange QueryRange(const Source& source, const RangeVar* relation) {
  const Tokens& tokens = source.tokens();
  const std::uint32_t end = source.statement().end;
  TokenRange range{tokens.Find({source.TokenAt(relation->location), end}, PG_QUERY_TOKEN_AS) + 1,
                   end};
  if (range.end - range.begin < 3 || !tokens.Is(range.end - 1, PG_QUERY_TOKEN_DATA_P)) return range;
  if (tokens.Is(range.end - 2, PG_QUERY_TOKEN_WITH)) {
    range.end -= 2;
  } else if (tokens.Is(range.end - 2, PG_QUERY_TOKEN_NO)) {
    range.end -= 3;
  }
  return range;
}

}  // namespace

CreateTable CreateTableOf(const Source& source, const CreateStmt* node, bool foreign) {
  CreateTable result;
  result.table = NameOf(source, node->relation);
  result.if_not_exists = node->if_not_exists;
  result.foreign = foreign;
  result.persistence = PersistenceOf(node->relation);
  AddElements(source, node, result);
  if (node->partbound && Length(node->inhRelations) > 0) {
    const auto* parent = At<RangeVar>(node->inhRelations, 0);
    result.partition_of = NameOf(source, parent);
    result.bound = BoundOf(source, node->partbound,
                           {source.TokenAt(parent->location), source.statement().end});
  } else {
    result.inherits = NamesOf(source, node->inhRelations);
  }
  if (node->partspec) result.partition_by = PartitionKeyOf(node->partspec);
  if (node->ofTypename) {
    result.of_type =
        NameOf(source, node->ofTypename->names, source.TokenAt(node->ofTypename->location));
  }
  result.storage = OptionsOf(node->options);
  result.access_method = Text(node->accessMethod);
  result.tablespace = Text(node->tablespacename);
  return result;
}

CreateTableAs CreateTableAsOf(const Source& source, const CreateTableAsStmt* node) {
  CreateTableAs result;
  FillInto(source, node->into, result);
  result.materialized_view = node->objtype == OBJECT_MATVIEW;
  result.if_not_exists = node->if_not_exists;
  result.query = QueryOf(source, node->query, QueryRange(source, node->into->rel));
  return result;
}

CreateTableAs SelectIntoOf(const Source& source, SelectStmt* node, const IntoClause* into) {
  CreateTableAs result;
  FillInto(source, into, result);
  result.query = QueryOf(source, reinterpret_cast<Node*>(node), source.statement());
  return result;
}

}  // namespace hoglint::sql
