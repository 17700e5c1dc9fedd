// The small parts of definitions: options, sequences, index elements, partitions.
#include "lint/sql/definitions.h"
#include "lint/sql/expressions.h"
#include "lint/sql/references.h"

namespace hoglint::sql {
namespace {

// The tokens of an index element's expression: `(a || b)` or `lower(a)`, without what follows it.
TokenRange ExpressionRange(const Tokens& tokens, TokenRange range) {
  if (tokens.Is(range.begin, PG_QUERY_TOKEN_ASCII_40)) return tokens.Inside(range.begin);
  std::uint32_t end = tokens.EndOfName(range.begin);
  if (tokens.Is(end, PG_QUERY_TOKEN_ASCII_40)) end = tokens.Next(end);
  return {range.begin, end};
}

ObjectName OwnerTable(const List* names) {
  ObjectName result;
  const int length = Length(names);
  result.name = Text(At<String>(names, length - 2));
  if (length > 2) result.schema = Text(At<String>(names, length - 3));
  return result;
}

void FillOwnedBy(const Source& source, const DefElem* option, SequenceOptions& result) {
  const auto* names = Cast<List>(option->arg);
  if (Length(names) == 1) {
    result.owned_by_none = true;  // the grammar allows no other single word
    return;
  }
  result.owned_by_table = OwnerTable(names);
  result.owned_by_column = Text(At<String>(names, Length(names) - 1));
  // OWNED BY schema.table.column: the table's name ends two tokens before the column's does.
  const std::uint32_t name = source.TokenAt(option->location) + 2;
  const std::uint32_t end = source.tokens().EndOfName(name);
  if (end >= name + 3) result.owned_by_table->span = source.SpanOf({name, end - 2});
}

}  // namespace

std::string OptionText(const DefElem* option) {
  Node* value = option->arg;
  if (!value) return {};
  switch (value->type) {
    case T_Integer:
      return std::to_string(Cast<Integer>(value)->ival);
    case T_Float:
      return Text(Cast<Float>(value)->fval);
    case T_Boolean:
      return Cast<Boolean>(value)->boolval ? "true" : "false";
    case T_String:
      return Text(Cast<String>(value));
    case T_TypeName:
      return JoinedName(Cast<::TypeName>(value)->names);
    case T_List:
      return JoinedName(Cast<List>(value));
    default:
      return {};
  }
}

std::vector<StorageOption> OptionsOf(const List* options) {
  std::vector<StorageOption> result;
  for (auto* option : Items<DefElem>(options)) {
    const std::string space = Text(option->defnamespace);
    result.push_back({space.empty() ? Text(option->defname) : space + '.' + Text(option->defname),
                      OptionText(option)});
  }
  return result;
}

SequenceOptions SequenceOptionsOf(const Source& source, const List* options) {
  SequenceOptions result;
  for (auto* option : Items<DefElem>(options)) {
    const std::string name = Text(option->defname);
    if (name == "as") {
      result.type = TypeOf(source, Cast<::TypeName>(option->arg));
    } else if (name == "restart") {
      result.restart = true;
    } else if (name == "sequence_name") {
      result.sequence_name = NameOf(Cast<List>(option->arg));
    } else if (name == "owned_by") {
      FillOwnedBy(source, option, result);
    }
  }
  return result;
}

IndexElement IndexElementOf(const Source& source, const IndexElem* element, TokenRange range) {
  IndexElement result;
  result.column = Text(element->name);
  if (element->expr) {
    result.expression =
        ExpressionOf(source, element->expr, ExpressionRange(source.tokens(), range));
  }
  result.collation = JoinedName(element->collation);
  result.operator_class = JoinedName(element->opclass);
  result.descending = element->ordering == SORTBY_DESC;
  if (element->nulls_ordering != SORTBY_NULLS_DEFAULT) {
    result.nulls_first = element->nulls_ordering == SORTBY_NULLS_FIRST;
  }
  return result;
}

std::vector<IndexElement> IndexElementsOf(const Source& source, const List* elements,
                                          TokenRange range) {
  const std::vector<TokenRange> pieces = source.tokens().SplitAtCommas(range);
  std::vector<IndexElement> result;
  for (auto* element : Items<IndexElem>(elements)) {
    const TokenRange piece = result.size() < pieces.size() ? pieces[result.size()] : TokenRange{};
    result.push_back(IndexElementOf(source, element, piece));
  }
  return result;
}

PartitionBound BoundOf(const Source& source, const PartitionBoundSpec* bound, TokenRange range) {
  PartitionBound result;
  result.is_default = bound->is_default;
  if (bound->is_default) {
    result.text = "DEFAULT";
    return result;
  }
  const Tokens& tokens = source.tokens();
  // The location is that of the list behind IN, FROM or WITH; FOR VALUES stands before that word.
  std::uint32_t begin = tokens.Find(range, PG_QUERY_TOKEN_VALUES);
  if (begin == range.end || begin == 0) return result;
  --begin;
  std::uint32_t end = tokens.Next(begin + 3);  // FOR VALUES IN (...)
  if (tokens.Is(end, PG_QUERY_TOKEN_TO)) end = tokens.Next(end + 1);
  result.text = source.FoldedText({begin, end});
  return result;
}

PartitionKey PartitionKeyOf(const PartitionSpec* spec) {
  PartitionKey result;
  switch (spec->strategy) {
    case PARTITION_STRATEGY_LIST:
      result.strategy = "list";
      break;
    case PARTITION_STRATEGY_RANGE:
      result.strategy = "range";
      break;
    case PARTITION_STRATEGY_HASH:
      result.strategy = "hash";
      break;
  }
  for (auto* element : Items<PartitionElem>(spec->partParams)) {
    if (element->name) {
      result.columns.push_back(Text(element->name));
    } else {
      result.has_expression = true;
    }
  }
  return result;
}

// The letters are those of pg_class.relpersistence.
Persistence PersistenceOf(const RangeVar* relation) {
  if (relation->relpersistence == 't') return Persistence::kTemporary;
  if (relation->relpersistence == 'u') return Persistence::kUnlogged;
  return Persistence::kPermanent;
}

}  // namespace hoglint::sql
