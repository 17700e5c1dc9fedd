#include "lint/facts/missing_column.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "lint/schema/builtins.h"
#include "lint/sql/tokens.h"

namespace hoglint {
namespace {

template <std::size_t size>
bool IsOneOf(const std::array<std::string_view, size>& words, const sql::Tokens& tokens,
             std::uint32_t at) {
  return std::ranges::any_of(words, [&](std::string_view word) { return tokens.IsWord(at, word); });
}

// Words behind which FROM's list is over.
constexpr std::array<std::string_view, 8> kBehindFrom = {"where", "group", "having", "window",
                                                         "order", "limit", "offset", "fetch"};
constexpr std::array<std::string_view, 9> kJoins = {"join",  "left",  "right", "full",   "inner",
                                                    "outer", "cross", "as",    "natural"};

// One SELECT, with names and joins alone in FROM.
class PlainQuery {
 public:
  explicit PlainQuery(const sql::Tokens& tokens) : tokens_(tokens) {}

  [[nodiscard]] bool Holds() const {
    constexpr std::array<std::string_view, 7> kMore = {"with",   "union",   "except", "intersect",
                                                       "values", "lateral", "only"};
    std::uint32_t selects = 0;
    std::uint32_t from = 0;
    for (std::uint32_t i = 0; i < tokens_.size(); ++i) {
      if (IsOneOf(kMore, tokens_, i)) return false;
      if (tokens_.IsWord(i, "select")) ++selects;
      // The first one that is no extract(... FROM ...) or IS DISTINCT FROM.
      if (from == 0 && tokens_.IsWord(i, "from") && IsClause(i)) from = i;
    }
    return selects == 1 && from != 0 && HoldsFrom(from + 1);
  }

 private:
  // Beside the SELECT, in the same brackets.
  [[nodiscard]] bool IsClause(std::uint32_t from) const {
    if (from > 0 && tokens_.IsWord(from - 1, "distinct")) return false;
    std::uint32_t at = 0;
    while (!tokens_.IsWord(at, "select")) ++at;
    for (; at < from; at = tokens_.Next(at)) {
    }
    return at == from;
  }

  // Brackets stand behind ON and USING alone.
  [[nodiscard]] bool HoldsFrom(std::uint32_t at) const {
    bool in_condition = false;
    for (; at < tokens_.size() && tokens_.Text(at) != ")" && !IsOneOf(kBehindFrom, tokens_, at);
         at = tokens_.Next(at)) {
      if (tokens_.IsWord(at, "on") || tokens_.IsWord(at, "using")) in_condition = true;
      if (IsOneOf(kJoins, tokens_, at) || tokens_.Text(at) == ",") in_condition = false;
      if (tokens_.IsWord(at, "tablesample")) return false;
      if (tokens_.Text(at) == "(" && !in_condition) return false;
    }
    return true;
  }

  const sql::Tokens& tokens_;
};

struct Source {
  std::string_view alias;
  const Relation* relation;
};

// Empty where one of them is not known to its last column.
std::vector<Source> SourcesOf(const Query& query, const Catalogue& catalogue) {
  std::vector<Source> sources;
  for (const FromItem& item : query.from) {
    const Relation* relation = catalogue.Find(item.relation);
    if (relation == nullptr || relation->assumed || relation->columns_unknown) return {};
    if (relation->sequence || relation->index) return {};
    sources.push_back({item.alias.empty() ? item.relation.name : item.alias, relation});
  }
  return sources;
}

bool IsOfEveryTable(std::string_view column) {
  constexpr std::array<std::string_view, 7> kColumns = {"*",    "ctid", "tableoid", "xmin",
                                                        "xmax", "cmin", "cmax"};
  return std::ranges::count(kColumns, column) > 0;
}

class References {
 public:
  References(const Query& query, const std::vector<Source>& sources, const Catalogue& catalogue)
      : query_(query), sources_(sources), catalogue_(catalogue) {}

  [[nodiscard]] bool IsMissing(const ColumnReference& reference) const {
    if (IsOfEveryTable(reference.column) || IsOther(reference)) return false;
    bool found = false;
    for (const Source& source : sources_) {
      if (!reference.qualifier.empty() && reference.qualifier != source.alias) continue;
      if (source.relation->FindColumn(reference.column) != nullptr) return false;
      found = true;
    }
    return found;  // else its qualifier is something else
  }

 private:
  // An output by a name of its own: AS x.
  static bool IsNamed(const OutputColumn& output, const std::string& name) {
    const auto& columns = output.value.columns;
    return output.name == name && (columns.size() != 1 || columns.front().column != name);
  }

  // A table's whole row, an output in ORDER BY and GROUP BY, or f(row) written as row.f.
  [[nodiscard]] bool IsOther(const ColumnReference& reference) const {
    if (!reference.qualifier.empty()) {
      return BuiltinVolatility(reference.column).has_value() ||
             std::ranges::any_of(catalogue_.functions(), [&](const auto& known) {
               return known.first.name == reference.column;
             });
    }
    return std::ranges::count(sources_, reference.column, &Source::alias) > 0 ||
           std::ranges::any_of(query_.outputs, [&](const OutputColumn& output) {
             return IsNamed(output, reference.column);
           });
  }

  const Query& query_;
  const std::vector<Source>& sources_;
  const Catalogue& catalogue_;
};

}  // namespace

std::optional<ColumnReference> MissingColumnOf(const AppliedStatement& applied) {
  const auto* view = As<CreateView>(applied.statement);
  const auto* table = As<CreateTableAs>(applied.statement);
  if ((view == nullptr && table == nullptr) || applied.after.opaque()) return std::nullopt;
  // Of PL/pgSQL, a name may be a variable.
  if (applied.statement.nesting.in_do_block) return std::nullopt;
  const Query& query = view != nullptr ? view->query : table->query;
  const std::vector<Source> sources = SourcesOf(query, applied.after);
  if (sources.empty()) return std::nullopt;
  // What the statement makes is there by now.
  const Relation* made = applied.after.Find(view != nullptr ? view->view : table->table);
  if (std::ranges::count(sources, made, &Source::relation) > 0) return std::nullopt;
  const std::string text(applied.sources.Text(query.span));  // the scanner wants a NUL behind it
  const sql::Tokens tokens(text);
  if (!PlainQuery(tokens).Holds()) return std::nullopt;
  const References references(query, sources, applied.after);
  const auto missing = std::ranges::find_if(query.columns, [&](const ColumnReference& reference) {
    return references.IsMissing(reference);
  });
  return missing == query.columns.end() ? std::nullopt : std::optional(*missing);
}

}  // namespace hoglint
