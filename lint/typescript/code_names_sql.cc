#include "lint/typescript/code_names_sql.h"

#include <algorithm>
#include <initializer_list>
#include <utility>

#include "lint/base/ascii.h"

namespace hoglint {
namespace {

// A word, or a sign of one character.
struct Token {
  std::string text;  // as PostgreSQL compares names: lower case unless quoted
  bool word = false;
  bool quoted = false;
  std::size_t begin = 0;
  std::size_t end = 0;
};

// A text that names more tables is no query.
constexpr std::size_t kMaxReferences = 64;

// How far a word is from what decides about it, in a query that somebody wrote.
constexpr std::size_t kMaxDepth = 32;
constexpr std::size_t kMaxTokensBack = 1'000;

template <typename Words = std::initializer_list<std::string_view>>
bool IsOneOf(std::string_view word, const Words& words) {
  return std::ranges::find(words, word) != words.end();
}

bool BeginsWord(char c) {
  const char lower = LowerAscii(c);
  return (lower >= 'a' && lower <= 'z') || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

bool ContinuesWord(char c) { return BeginsWord(c) || (c >= '0' && c <= '9') || c == '$'; }

class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text) {}

  [[nodiscard]] std::vector<Token> Run() {
    while (at_ < text_.size()) Step();
    return std::move(tokens_);
  }

 private:
  void Step() {
    const char c = text_[at_];
    if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
      ++at_;
    } else if (text_.substr(at_, 2) == "--") {
      SkipPast("\n", at_);
    } else if (text_.substr(at_, 2) == "/*") {
      SkipPast("*/", at_ + 2);
    } else if (c == '\'') {
      SkipPast("'", at_ + 1);  // '' begins another one at once
    } else if (c == '"') {
      Quoted();
    } else if (BeginsWord(c)) {
      Word();
    } else {
      tokens_.push_back({std::string(1, c), false, false, at_, at_ + 1});
      ++at_;
    }
  }

  void SkipPast(std::string_view end, std::size_t from) {
    const std::size_t found = text_.find(end, from);
    at_ = found == std::string_view::npos ? text_.size() : found + end.size();
  }

  void Quoted() {
    const std::size_t end = std::min(text_.find('"', at_ + 1), text_.size());
    tokens_.push_back({std::string(text_.substr(at_ + 1, end - at_ - 1)), true, true, at_,
                       std::min(end + 1, text_.size())});
    at_ = tokens_.back().end;
  }

  void Word() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && ContinuesWord(text_[at_])) ++at_;
    tokens_.push_back({ToLowerAscii(text_.substr(begin, at_ - begin)), true, false, begin, at_});
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<Token> tokens_;
};

bool IsSign(const Token& token, char sign) { return !token.word && token.text.front() == sign; }

bool IsKeyword(const Token& token, std::initializer_list<std::string_view> words) {
  return token.word && !token.quoted && IsOneOf(token.text, words);
}

bool BeginsTable(const Token& token) {
  return IsKeyword(token, {"from", "join", "into", "update", "table", "only", "truncate", "using",
                           "lock", "exists", "copy", "view"});
}

// A word behind a table that is no alias of it.
bool EndsTable(const Token& token) {
  return !token.word ||
         IsKeyword(token, {"where",  "on",        "set",    "join",    "left",   "right", "inner",
                           "outer",  "full",      "cross",  "natural", "using",  "order", "group",
                           "limit",  "values",    "select", "default", "having", "union", "for",
                           "offset", "returning", "with",   "except",  "fetch",  "when",  "window",
                           "rename", "add",       "drop",   "alter",   "lateral"});
}

// A table that the text names.
struct Reference {
  std::string schema;  // empty: not written
  std::string name;
  std::string alias;
  std::size_t at = 0;  // of the name, in the tokens
  // Of the parenthesis behind it, that begins a list of its columns.
  std::size_t list = std::string::npos;
};

// Refers to the tokens that it was made from.
class Statement {
 public:
  explicit Statement(const std::vector<Token>& tokens) : tokens_(tokens) {
    AddGroups();
    for (std::size_t i = 0; i + 1 < tokens_.size() && references_.size() < kMaxReferences; ++i) {
      if (BeginsTable(tokens_[i]) && tokens_[i + 1].word) AddReference(i + 1);
    }
  }

  [[nodiscard]] const std::vector<Reference>& references() const { return references_; }

  // The word at `i` is a column of the reference, as far as it can be told without a parser.
  [[nodiscard]] bool IsColumnOf(const Reference& table, std::size_t i,
                                const SoughtColumn& column) const {
    const Token& token = tokens_[i];
    if (!token.word || token.text != column.name || i == table.at) return false;
    if (i + 1 < tokens_.size() && (IsSign(tokens_[i + 1], '.') || IsSign(tokens_[i + 1], '('))) {
      return false;
    }
    if (i == 0) return false;
    if (IsSign(tokens_[i - 1], '.')) {
      if (i < 2) return false;
      const std::string& owner = tokens_[i - 2].text;
      return table.alias.empty() ? owner == table.name : owner == table.alias;
    }
    if (IsKeyword(tokens_[i - 1], {"as"}) || BeginsTable(tokens_[i - 1])) return false;
    return !NamesOutput(i) && IsColumnHere(table, i, column);
  }

 private:
  // What stands in one pair of parentheses, or in one part of a UNION.
  struct Group {
    std::size_t around = 0;  // the one that it is in; itself: the outermost
    std::size_t open = 0;    // its parenthesis
  };

  void AddGroups() {
    groups_.push_back({});
    std::size_t current = 0;
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      const Token& token = tokens_[i];
      if (IsSign(token, '(')) {
        groups_.push_back({current, i});
        current = groups_.size() - 1;
      } else if (IsSign(token, ';') || IsKeyword(token, {"union", "intersect", "except"})) {
        const Group& left = groups_[current];
        const bool outermost = left.around == current;
        groups_.push_back({outermost ? groups_.size() : left.around, left.open});
        current = groups_.size() - 1;
      }
      group_of_.push_back(current);
      if (IsSign(token, ')')) current = groups_[current].around;
    }
  }

  // "count(*) status", and "order by status" behind "as status".
  [[nodiscard]] bool NamesOutput(std::size_t i) const {
    if (IsSign(tokens_[i - 1], ')')) {
      const std::size_t open = groups_[group_of_[i - 1]].open;
      return open == 0 || !IsKeyword(tokens_[open - 1], {"on"});  // not: distinct on (id) status
    }
    bool ordered = false;
    const std::size_t first = i - std::min(i, kMaxTokensBack);
    for (std::size_t at = i; at-- > first;) {
      if (group_of_[at] != group_of_[i]) continue;
      if (IsKeyword(tokens_[at], {"order"})) ordered = true;
      if (!ordered && IsKeyword(tokens_[at], {"select", "from", "where", "having", "on"})) break;
      if (ordered && IsKeyword(tokens_[at], {"as"}) && tokens_[at + 1].text == tokens_[i].text) {
        return true;
      }
    }
    return false;
  }

  // The tables around a word decide whose it is, the innermost first.
  [[nodiscard]] bool IsColumnHere(const Reference& table, std::size_t i,
                                  const SoughtColumn& column) const {
    std::size_t group = group_of_[i];
    for (std::size_t depth = 0; depth < kMaxDepth; ++depth) {
      const std::size_t open = groups_[group].open;
      bool own = false;
      bool others = false;
      for (const Reference& each : references_) {
        // insert into posts (status)
        if (each.list == open) return each.at == table.at;
        if (group_of_[each.at] != group) continue;
        own = own || each.at == table.at;
        others = others || IsOneOf(each.name, column.also_in);
      }
      if (own || others) return own && !others;
      if (groups_[group].around == group) return false;
      group = groups_[group].around;
    }
    return false;
  }

  void AddReference(std::size_t i) {
    Reference reference;
    if (IsKeyword(tokens_[i], {"if", "not", "only", "exists", "select", "lateral", "table"}))
      return;
    if (i + 2 < tokens_.size() && IsSign(tokens_[i + 1], '.') && tokens_[i + 2].word) {
      reference.schema = tokens_[i].text;
      i += 2;
    }
    reference.name = tokens_[i].text;
    reference.at = i;
    std::size_t next = i + 1;
    if (next < tokens_.size() && IsKeyword(tokens_[next], {"as"})) ++next;
    if (next < tokens_.size() && !EndsTable(tokens_[next])) {
      reference.alias = tokens_[next].text;
      ++next;
    }
    if (next < tokens_.size() && IsSign(tokens_[next], '(')) reference.list = next;
    references_.push_back(std::move(reference));
  }

  const std::vector<Token>& tokens_;
  std::vector<Reference> references_;
  std::vector<Group> groups_;
  std::vector<std::size_t> group_of_;  // of each token
};

bool Means(const Reference& reference, const SoughtTable& table) {
  if (reference.name != table.name) return false;
  const bool is_public = table.schema.empty() || table.schema == "public";
  if (reference.schema.empty()) return is_public;
  return is_public ? reference.schema == "public" : reference.schema == table.schema;
}

}  // namespace

void SqlText::Add(std::string_view text, std::uint32_t source) {
  pieces_.push_back({text_.size(), source});
  text_ += text;
}

std::uint32_t SqlText::SourceOf(std::size_t position) const {
  std::uint32_t source = 0;
  for (const Piece& piece : pieces_) {
    if (piece.begin > position) break;
    source = piece.source + static_cast<std::uint32_t>(position - piece.begin);
  }
  return source;
}

bool LooksLikeSql(std::string_view text) {
  const std::vector<Token> tokens = Lexer(text).Run();
  if (tokens.size() < 3 || !tokens.front().word || tokens.front().quoted) return false;
  // "Select" begins a sentence, SELECT and select a statement.
  const std::string_view first = text.substr(tokens.front().begin, tokens.front().text.size());
  const bool upper = std::ranges::none_of(first, [](char c) { return c >= 'a' && c <= 'z'; });
  if (!upper && first != tokens.front().text) return false;
  const auto has = [&](std::initializer_list<std::string_view> words) {
    return std::ranges::any_of(tokens, [&](const Token& token) { return IsKeyword(token, words); });
  };
  const std::string& verb = tokens.front().text;
  if (verb == "select" || verb == "delete") return has({"from"});
  if (verb == "with") return has({"as"}) && has({"select", "insert", "update", "delete"});
  if (verb == "insert") return has({"into"}) && has({"values", "select", "default"});
  const bool assigns =
      std::ranges::any_of(tokens, [](const Token& token) { return IsSign(token, '='); });
  if (verb == "update") return has({"set"}) && assigns;
  if (verb == "merge") return has({"using"});
  if (verb == "copy") return has({"from", "to"});
  return IsOneOf(verb, {"truncate", "lock", "alter"}) && has({"table"});
}

std::vector<CodeName> NamesInSql(const SqlText& sql, std::span<const SoughtTable> tables) {
  std::vector<CodeName> names;
  const std::vector<Token> tokens = Lexer(sql.text()).Run();
  const Statement statement(tokens);
  const auto add = [&](std::size_t token, std::size_t table, const std::string& column) {
    const std::uint32_t begin = sql.SourceOf(tokens[token].begin);
    names.push_back({.begin = begin,
                     .end = sql.SourceOf(tokens[token].end - 1) + 1,
                     .table = table,
                     .column = column,
                     .by = NamedBy::kName});
  };
  for (const Reference& reference : statement.references()) {
    for (std::size_t t = 0; t < tables.size(); ++t) {
      if (!Means(reference, tables[t])) continue;
      if (tables[t].whole) add(reference.at, t, "");
      for (const SoughtColumn& column : tables[t].columns) {
        for (std::size_t i = 0; i < tokens.size(); ++i) {
          if (statement.IsColumnOf(reference, i, column)) add(i, t, column.name);
        }
      }
    }
  }
  return names;
}

}  // namespace hoglint
