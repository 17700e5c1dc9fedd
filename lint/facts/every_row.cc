#include "lint/facts/every_row.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lint/schema/expression_text.h"

namespace hoglint {
namespace {

using apply::TextToken;
using apply::TokenKind;

// Reads the tokens of a condition one after the other.
class Reader {
 public:
  explicit Reader(std::string_view text) : tokens_(apply::Tokens(text)) {
    // Brackets around the whole of it.
    while (tokens_.size() > 1 && tokens_.front().text == "(" && ClosesAtEnd()) {
      tokens_.erase(tokens_.begin());
      tokens_.pop_back();
    }
  }

  [[nodiscard]] bool AtEnd() const { return at_ == tokens_.size(); }

  bool Take(std::string_view text) {
    if (AtEnd() || tokens_[at_].value != text || IsQuoted(tokens_[at_])) return false;
    ++at_;
    return true;
  }

  // a, a.b or a.b.c: its parts.
  std::vector<std::string> TakeName() {
    std::vector<std::string> parts;
    do {
      if (AtEnd() || !IsName(tokens_[at_])) return {};
      parts.push_back(tokens_[at_++].value);
    } while (Take("."));
    return parts;
  }

 private:
  static bool IsQuoted(const TextToken& token) {
    return token.kind == TokenKind::kQuoted || token.kind == TokenKind::kString;
  }
  static bool IsName(const TextToken& token) {
    return token.kind == TokenKind::kWord || token.kind == TokenKind::kQuoted;
  }

  // The bracket at the front is closed by the last token.
  [[nodiscard]] bool ClosesAtEnd() const {
    int depth = 0;
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (tokens_[i].text == "(") ++depth;
      if (tokens_[i].text == ")" && --depth == 0) return i + 1 == tokens_.size();
    }
    return false;
  }

  std::vector<TextToken> tokens_;
  std::size_t at_ = 0;
};

bool IsNeverNull(const Relation& table, const std::string& name) {
  const Column* column = table.FindColumn(name);
  return column != nullptr && column->not_null && column->not_null_validated;
}

// column IS NOT NULL: the column.
std::optional<std::string> NotNullTest(std::string_view condition) {
  Reader reader(condition);
  const std::vector<std::string> column = reader.TakeName();
  if (column.empty() || !reader.Take("is") || !reader.Take("not") || !reader.Take("null")) {
    return std::nullopt;
  }
  return reader.AtEnd() ? std::optional(column.back()) : std::nullopt;
}

// column IN (SELECT column FROM table), without a condition.
struct InTable {
  std::string column;
  ObjectName table;
};

std::optional<InTable> InTableTest(std::string_view condition) {
  Reader reader(condition);
  const std::vector<std::string> column = reader.TakeName();
  if (column.empty() || !reader.Take("in") || !reader.Take("(") || !reader.Take("select")) {
    return std::nullopt;
  }
  const std::vector<std::string> read = reader.TakeName();
  if (read.empty() || read.back() != column.back() || !reader.Take("from")) return std::nullopt;
  const std::vector<std::string> table = reader.TakeName();
  if (table.empty() || table.size() > 2 || !reader.Take(")") || !reader.AtEnd()) {
    return std::nullopt;
  }
  InTable found;
  found.column = column.back();
  if (table.size() == 2) found.table.schema = table.front();
  found.table.name = table.back();
  return found;
}

}  // namespace

bool HoldsForEveryRow(const Expression& where, const ObjectName& table,
                      const StatementFacts& facts) {
  if (where.is_true) return true;
  const Relation* relation = facts.before.Find(table);
  if (relation == nullptr) return false;
  if (const auto column = NotNullTest(where.text)) return IsNeverNull(*relation, *column);
  const auto in = InTableTest(where.text);
  return in && IsNeverNull(*relation, in->column) && facts.before.Find(in->table) == relation;
}

}  // namespace hoglint
