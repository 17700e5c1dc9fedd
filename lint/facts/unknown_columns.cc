#include "lint/facts/unknown_columns.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <span>
#include <utility>

#include "lint/base/source_file.h"
#include "lint/sql/parse.h"

namespace hoglint {
namespace {

constexpr std::array<std::string_view, 7> kSystemColumns = {"*",    "ctid", "xmin",    "xmax",
                                                            "cmin", "cmax", "tableoid"};
// Words in front of a column; behind any other word, or a closing parenthesis, stands an alias.
constexpr std::array<std::string_view, 29> kInFront = {
    "select", "distinct", "where", "and",  "or",    "not",    "on",     "by",    "set",      "when",
    "then",   "else",     "case",  "in",   "like",  "having", "ilike",  "is",    "all",      "any",
    "using",  "between",  "from",  "over", "order", "filter", "offset", "limit", "returning"};
// Other words that are no names.
constexpr std::array<std::string_view, 36> kKeywords = {
    "as",      "with",     "join",         "left",     "right", "inner",  "outer",  "full",
    "cross",   "group",    "for",          "update",   "skip",  "locked", "values", "into",
    "insert",  "delete",   "null",         "nulls",    "first", "last",   "asc",    "desc",
    "lateral", "end",      "union",        "exists",   "do",    "true",   "false",  "only",
    "default", "conflict", "materialized", "recursive"};

bool Contains(std::span<const std::string_view> words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

// The words and signs of the text, in lower case; quoted names without their quotes.
std::vector<std::string> TokensOf(std::string_view sql) {
  const auto is_word = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  };
  std::vector<std::string> tokens;
  bool in_word = false;
  for (const char c : sql) {
    const bool word = is_word(c);
    if (word && !in_word) tokens.emplace_back();
    if (word) {
      tokens.back() += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    } else if (c != ' ' && c != '\n' && c != '\t' && c != '\r' && c != '"') {
      tokens.emplace_back(1, c);
    }
    in_word = word;
  }
  return tokens;
}

// Names that the statement makes itself: AS x, count(*) x, contacts x, WITH batch (x), AS t(x).
std::set<std::string> OwnNames(const std::vector<std::string>& tokens) {
  std::set<std::string> names;
  int list = 0;  // parentheses that are open since `AS t(` or `WITH batch (`
  for (std::size_t i = 1; i < tokens.size(); ++i) {
    const std::string& before = tokens[i - 1];
    const bool word =
        tokens[i].find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string::npos;
    const bool behind_word =
        before.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string::npos;
    if (tokens[i] == "(" && (list > 0 || (i > 1 && behind_word && names.contains(before)))) ++list;
    if (tokens[i] == ")" && list > 0) --list;
    if (!word || Contains(kKeywords, tokens[i]) || Contains(kInFront, tokens[i])) continue;
    const bool alias = before == ")" || (behind_word && !Contains(kInFront, before));
    if (alias || list > 0) names.insert(tokens[i]);
  }
  return names;
}

// A function in the FROM list brings columns of its own: jsonb_each(x) has key and value.
bool HasTableFunction(const std::vector<std::string>& tokens) {
  constexpr std::array<std::string_view, 3> kBefore = {"from", "join", "lateral"};
  constexpr std::array<std::string_view, 8> kParts = {"each",   "elements", "record", "keys",
                                                      "unnest", "series",   "table",  "regexp"};
  for (std::size_t i = 1; i + 1 < tokens.size(); ++i) {
    if (tokens[i + 1] != "(" || tokens[i] == "(") continue;
    if (Contains(kBefore, tokens[i - 1]) && !Contains(kKeywords, tokens[i])) return true;
    const bool several = std::ranges::any_of(
        kParts, [&](std::string_view part) { return tokens[i].find(part) != std::string::npos; });
    if (several) return true;
  }
  return false;
}

// FROM (SELECT ...) contacts: the name is the query's.
bool NamesSubquery(const std::vector<std::string>& tokens, std::string_view name) {
  for (std::size_t i = 1; i < tokens.size(); ++i) {
    if (tokens[i] != name) continue;
    if (tokens[i - 1] == ")") return true;
    if (i > 1 && tokens[i - 1] == "as" && tokens[i - 2] == ")") return true;
  }
  return false;
}

// One statement, with what it reads and names.
class Reader {
 public:
  Reader(std::string_view sql, const Catalogue& catalogue)
      : sql_(sql), catalogue_(catalogue), tokens_(TokensOf(sql)), own_(OwnNames(tokens_)) {}

  void Read(const Statement& statement) {
    const auto* select = As<Select>(statement);
    const auto* update = As<Update>(statement);
    const auto* removal = As<Delete>(statement);
    const auto* insert = As<Insert>(statement);
    if (select != nullptr) AddQuery(select->query);
    if (update != nullptr) {
      AddTarget(update->table, update->alias);
      for (const ObjectName& name : update->reads) AddRead(name);
      Assigned(update->table, update->columns, statement.span.end);
      for (const Expression& value : update->values) AddColumns(value.columns);
      if (update->where) AddColumns(update->where->columns);
    }
    if (removal != nullptr) {
      AddTarget(removal->table, "");
      for (const ObjectName& name : removal->reads) AddRead(name);
      if (removal->where) AddColumns(removal->where->columns);
    }
    if (insert != nullptr) {
      Assigned(insert->table, insert->columns, statement.span.end);
      if (insert->source) AddQuery(*insert->source);
    }
    for (const ColumnReference* column : columns_) Judge(*column);
  }

  std::vector<UnknownColumn> found;

 private:
  void AddQuery(const Query& query) {
    for (const FromItem& item : query.from) AddTarget(item.relation, item.alias);
    for (const ObjectName& name : query.reads) AddRead(name);
    AddColumns(query.columns);
  }

  void AddTarget(const ObjectName& name, const std::string& alias) {
    AddRead(name);
    if (!alias.empty()) aliases_.emplace(alias, Table(name));
  }

  void AddRead(const ObjectName& name) {
    if (name.schema.empty() && IsCte(name.name)) return;
    const Relation* table = Table(name);
    all_known_ = all_known_ && table != nullptr;
    if (table != nullptr) tables_.insert(table);
    aliases_.emplace(name.name, table);
  }

  void AddColumns(const std::vector<ColumnReference>& columns) {
    for (const ColumnReference& column : columns) columns_.push_back(&column);
  }

  // WITH batch AS (...).
  [[nodiscard]] bool IsCte(const std::string& name) const {
    for (std::size_t i = 0; i + 2 < tokens_.size(); ++i) {
      const bool named = tokens_[i] == name && (tokens_[i + 1] == "as" || tokens_[i + 1] == "(");
      if (named && i > 0 && (tokens_[i - 1] == "with" || tokens_[i - 1] == "recursive")) {
        return true;
      }
      if (named && i > 1 && tokens_[i - 1] == "," && tokens_[i - 2] == ")") return true;
    }
    return false;
  }

  [[nodiscard]] const Relation* Table(const ObjectName& name) const {
    const Relation* relation = catalogue_.Find(name);
    const bool known = relation != nullptr && relation->kind == RelationKind::kTable &&
                       !relation->assumed && !relation->columns_unknown;
    return known ? relation : nullptr;
  }

  // The columns that an UPDATE or INSERT writes are those of its table, for certain.
  void Assigned(const ObjectName& name, const std::vector<std::string>& columns,
                std::uint32_t end) {
    const Relation* table = Table(name);
    if (table == nullptr) return;
    for (const std::string& column : columns) {
      if (table->FindColumn(column) != nullptr) continue;
      const std::size_t at = sql_.find(column, name.span.end);
      if (at == std::string_view::npos || at >= end) continue;
      Say(column, *table, static_cast<std::uint32_t>(at),
          static_cast<std::uint32_t>(at + column.size()));
    }
  }

  void Judge(const ColumnReference& reference) {
    const std::string& column = reference.column;
    if (Contains(kSystemColumns, column)) return;
    const Relation* table = nullptr;
    if (!reference.qualifier.empty()) {
      const auto found_alias = aliases_.find(reference.qualifier);
      if (found_alias != aliases_.end()) table = found_alias->second;
      if (NamesSubquery(tokens_, reference.qualifier)) return;
    } else if (all_known_ && tables_.size() == 1 && !own_.contains(column) &&
               !aliases_.contains(column) && !HasTableFunction(tokens_)) {
      table = *tables_.begin();
    }
    if (table == nullptr || table->FindColumn(column) != nullptr) return;
    // A nested query may call another table by the same alias.
    const bool elsewhere = std::ranges::any_of(
        tables_, [&](const Relation* each) { return each->FindColumn(column) != nullptr; });
    if (!elsewhere) Say(column, *table, reference.span.begin, reference.span.end);
  }

  void Say(const std::string& column, const Relation& table, std::uint32_t begin,
           std::uint32_t end) {
    found.push_back({column, &table, begin, end});
  }

  std::string_view sql_;
  const Catalogue& catalogue_;
  std::vector<std::string> tokens_;
  std::set<std::string> own_;
  std::map<std::string, const Relation*> aliases_;
  std::set<const Relation*> tables_;
  bool all_known_ = true;
  std::vector<const ColumnReference*> columns_;
};

}  // namespace

std::vector<UnknownColumn> UnknownColumns(std::string_view sql, const Catalogue& catalogue) {
  const SourceFile file(FileId{}, "", std::string(sql));
  const ParsedFile parsed = Parse(file, {});
  std::vector<UnknownColumn> found;
  if (!parsed.problems.empty()) return found;
  for (const Statement& statement : parsed.statements) {
    Reader reader(sql, catalogue);
    reader.Read(statement);
    found.insert(found.end(), reader.found.begin(), reader.found.end());
  }
  std::ranges::sort(found, {}, &UnknownColumn::begin);
  return found;
}

}  // namespace hoglint
