// The columns of a query: stars expanded, types where they follow from a column, a cast, a constant
// or a well-known function.
#include "lint/schema/query_columns.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lint/schema/builtins.h"
#include "lint/schema/expression_text.h"

namespace hoglint::apply {
namespace {

struct Source {
  std::string alias;  // or the relation's name
  RelationId relation{};
};

struct ResultType {
  std::string_view function;
  std::string_view type;
};

// Functions whose result has one type whatever the arguments (pg_proc.prorettype).
constexpr std::array kResultTypes = {
    ResultType{"array_length", "integer"},
    ResultType{"bool_and", "boolean"},
    ResultType{"bool_or", "boolean"},
    ResultType{"concat", "text"},
    ResultType{"count", "bigint"},
    ResultType{"current_date", "date"},
    ResultType{"current_timestamp", "timestamp with time zone"},
    ResultType{"dense_rank", "bigint"},
    ResultType{"exists", "boolean"},
    ResultType{"gen_random_uuid", "uuid"},
    ResultType{"json_build_object", "json"},
    ResultType{"jsonb_build_object", "jsonb"},
    ResultType{"md5", "text"},
    ResultType{"now", "timestamp with time zone"},
    ResultType{"rank", "bigint"},
    ResultType{"row_number", "bigint"},
    ResultType{"to_char", "text"},
};

class Resolver {
 public:
  Resolver(Context& context, const Query& query) : context_(context), query_(query) {
    result_.relations = FindAll(context, query.reads);
    for (const FromItem& item : query.from) {
      const Relation* relation = context.catalogue.Find(item.relation);
      if (relation == nullptr) {
        result_.incomplete |= IsSystemRelation(item.relation);
        continue;
      }
      sources_.push_back({item.alias.empty() ? item.relation.name : item.alias, relation->id});
    }
  }

  QueryColumns Run(const std::vector<std::string>& names) {
    const bool was_unknown = result_.incomplete;
    result_.incomplete = query_.outputs.empty();  // CREATE TABLE ... AS EXECUTE
    for (const OutputColumn& output : query_.outputs) {
      if (output.name == "*") {
        result_.incomplete |= was_unknown;
        AddStar(output.value);
      } else {
        AddColumn(output.name, TypeOf(output.value));
      }
    }
    for (std::size_t at = 0; at < names.size() && at < result_.columns.size(); ++at) {
      result_.columns[at].name = names[at];
    }
    AddReads();
    std::ranges::sort(result_.reads);
    result_.reads.erase(std::unique(result_.reads.begin(), result_.reads.end()),
                        result_.reads.end());
    return std::move(result_);
  }

 private:
  struct Typed {
    TypeName name;
    std::string type;
    std::string collation;
  };

  void AddColumn(std::string name, Typed typed) {
    Column column;
    column.name = std::move(name);
    column.type_name = std::move(typed.name);
    column.type = std::move(typed.type);
    column.collation = std::move(typed.collation);
    column.origin = context_.OriginAt({});
    result_.columns.push_back(std::move(column));
  }

  void AddStar(const Expression& star) {
    const std::string qualifier = star.columns.empty() ? "" : star.columns.front().qualifier;
    bool found = false;
    std::set<std::string> names;
    for (const Source& source : sources_) {
      if (!qualifier.empty() && source.alias != qualifier) continue;
      found = true;
      const Relation& relation = *context_.catalogue.Get(source.relation);
      result_.incomplete |= relation.columns_unknown;
      if (relation.sequence) AddSequenceColumns();
      for (const Column& column : relation.columns) {
        result_.reads.push_back({source.relation, column.name});
        // A join with USING shows it once, and first; without, nothing can be made of the query.
        if (qualifier.empty() && !names.insert(column.name).second) {
          result_.incomplete = true;
          continue;
        }
        AddColumn(column.name, {column.type_name, column.type, column.collation});
      }
    }
    if (!found) result_.incomplete = true;
  }

  // Every sequence has these (manual: sql-createsequence, Notes).
  void AddSequenceColumns() {
    AddColumn("last_value", {{}, "bigint", {}});
    AddColumn("log_cnt", {{}, "bigint", {}});
    AddColumn("is_called", {{}, "boolean", {}});
  }

  [[nodiscard]] const Column* FindIn(const ColumnReference& reference) const {
    for (const Source& source : sources_) {
      if (!reference.qualifier.empty() && source.alias != reference.qualifier) continue;
      const Column* column = context_.catalogue.Get(source.relation)->FindColumn(reference.column);
      if (column != nullptr) return column;
    }
    return nullptr;
  }

  [[nodiscard]] Typed TypeOf(const Expression& value) const {
    if (value.cast) {
      Column column;
      SetType(context_.catalogue, column, *value.cast);
      return {column.type_name, column.type, {}};
    }
    const std::vector<TextToken> tokens = Tokens(value.text);
    if (tokens.empty()) return {};
    if (value.columns.size() == 1 && IsPlainColumn(tokens)) {
      const Column* column = FindIn(value.columns.front());
      if (column == nullptr) return {};
      return {column->type_name, column->type, column->collation};
    }
    return {{}, TypeByShape(tokens), {}};
  }

  static bool IsPlainColumn(const std::vector<TextToken>& tokens) {
    return std::ranges::all_of(tokens, [](const TextToken& token) {
      return token.kind == TokenKind::kWord || token.kind == TokenKind::kQuoted ||
             token.text == ".";
    });
  }

  // Behind the bracket that closes the first one.
  static std::size_t CallEnd(const std::vector<TextToken>& tokens) {
    int depth = 0;
    for (std::size_t at = 1; at < tokens.size(); ++at) {
      if (tokens[at].text == "(") ++depth;
      if (tokens[at].text == ")" && --depth == 0) return at + 1;
    }
    return tokens.size();
  }

  static std::string TypeByShape(const std::vector<TextToken>& tokens) {
    const TextToken& first = tokens.front();
    if (tokens.size() == 1) {
      if (first.kind == TokenKind::kString || first.value == "null") return "text";
      if (first.value == "true" || first.value == "false") return "boolean";
      if (first.kind == TokenKind::kNumber) return NumberType(first.value);
    }
    const bool call = tokens.size() > 1 && tokens[1].text == "(";
    if (tokens.size() > 1 && !call) return {};
    const std::size_t end = call ? CallEnd(tokens) : 1;
    const bool window = end < tokens.size() &&
                        (tokens[end].value == "over" || tokens[end].value == "filter") &&
                        (tokens.back().text == ")" || tokens.back().kind == TokenKind::kWord);
    if (end != tokens.size() && !window) return {};
    const auto found = std::ranges::find(kResultTypes, first.value, &ResultType::function);
    return found == kResultTypes.end() ? std::string() : std::string(found->type);
  }

  static std::string NumberType(const std::string& digits) {
    if (digits.find_first_not_of("0123456789") != std::string::npos) return "numeric";
    if (digits.size() < 10) return "integer";
    return {};
  }

  // A qualifier that is no alias here belongs to a nested query, which may read any of them.
  void AddReads() {
    using Relations = std::set<RelationId>;
    const Relations all(result_.relations.begin(), result_.relations.end());
    std::map<std::string_view, Relations> by_alias;
    for (const Source& source : sources_) {
      Relations& named = by_alias[source.alias];
      if (all.contains(source.relation)) named.insert(source.relation);
    }
    // A union of thousands of queries names one column in each.
    std::set<std::pair<const Relations*, std::string_view>> done;
    for (const ColumnReference& reference : query_.columns) {
      const auto known = by_alias.find(reference.qualifier);
      const Relations& relations = known == by_alias.end() ? all : known->second;
      if (!done.emplace(&relations, reference.column).second) continue;
      for (const RelationId id : relations) AddRead(id, reference.column);
    }
  }

  void AddRead(RelationId id, std::string_view name) {
    for (const Column& column : context_.catalogue.Get(id)->columns) {
      if (name == "*" || column.name == name) result_.reads.push_back({id, column.name});
    }
  }

  Context& context_;
  const Query& query_;
  std::vector<Source> sources_;
  QueryColumns result_;
};

}  // namespace

std::vector<RelationId> FindAll(Context& context, const std::vector<ObjectName>& names) {
  std::vector<RelationId> found;
  std::set<RelationId> known;
  for (const ObjectName& name : names) {
    const auto id = FindOrAssume(context, name, RelationKind::kTable);
    if (id && known.insert(*id).second) found.push_back(*id);
  }
  return found;
}

QueryColumns ResolveQuery(Context& context, const Query& query,
                          const std::vector<std::string>& names) {
  return Resolver(context, query).Run(names);
}

}  // namespace hoglint::apply
