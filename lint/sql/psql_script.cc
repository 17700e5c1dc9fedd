#include "lint/sql/psql_script.h"

#include <algorithm>
#include <cctype>
#include <string_view>

#include "lint/sql/quotes.h"

namespace hoglint::sql {
namespace {

constexpr std::string_view kSpace = " \t\r\n\f\v";

bool HasBackslashLine(std::string_view text) {
  for (std::size_t at = text.find('\\'); at != std::string_view::npos;
       at = text.find('\\', at + 1)) {
    const std::size_t before =
        at == 0 ? std::string_view::npos : text.find_last_not_of(" \t", at - 1);
    if (before == std::string_view::npos || text[before] == '\n') return true;
  }
  return false;
}

// COPY table [(columns)] FROM STDIN ...
bool ReadsStdin(std::string_view statement) {
  std::string words;
  for (const char c : statement) {
    const bool space = kSpace.find(c) != std::string_view::npos;
    if (!space) words += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    if (space && !words.empty() && words.back() != ' ') words += ' ';
  }
  return words.starts_with("copy ") && words.find(" from stdin") != std::string::npos;
}

class Script {
 public:
  explicit Script(std::string& text) : text_(text) {}

  std::vector<PsqlCommand> Blank() {
    while (at_ < text_.size()) {
      if (kSpace.find(text_[at_]) != std::string_view::npos) {
        ++at_;
      } else if (text_[at_] == '\\' && !in_statement_) {
        BlankCommand();
      } else {
        Pass();
      }
    }
    return std::move(commands_);
  }

 private:
  [[nodiscard]] std::size_t LineEnd(std::size_t at) const {
    return std::min(text_.find('\n', at), text_.size());
  }

  void BlankTo(std::size_t end) {
    for (; at_ < end; ++at_) {
      if (text_[at_] != '\n') text_[at_] = ' ';
    }
  }

  void BlankCommand() {
    const std::size_t end = LineEnd(at_);
    const std::size_t last = text_.find_last_not_of(kSpace, end - 1);
    commands_.push_back({static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(last + 1)});
    BlankTo(end);
  }

  // A token, or what a quote or comment holds.
  void Pass() {
    if (text_[at_] == ';') return EndStatement();
    if (!IsComment(text_, at_) && !in_statement_) {
      in_statement_ = true;
      begin_ = at_;
    }
    at_ = BehindQuote(text_, at_);
  }

  void EndStatement() {
    const bool rows =
        in_statement_ && ReadsStdin(std::string_view(text_).substr(begin_, at_ - begin_));
    in_statement_ = false;
    ++at_;
    if (rows) BlankRows();
  }

  // Up to the line \. ; without one nothing is rows.
  void BlankRows() {
    const std::size_t first = LineEnd(at_);
    for (std::size_t line = first + 1; line < text_.size(); line = LineEnd(line) + 1) {
      std::string_view row = std::string_view(text_).substr(line, LineEnd(line) - line);
      while (row.ends_with('\r') || row.ends_with(' ')) row.remove_suffix(1);
      if (row != "\\.") continue;
      at_ = first;
      return BlankTo(LineEnd(line));
    }
  }

  std::string& text_;
  std::size_t at_ = 0;
  std::size_t begin_ = 0;  // of the statement that the position is in
  bool in_statement_ = false;
  std::vector<PsqlCommand> commands_;
};

}  // namespace

std::vector<PsqlCommand> BlankPsqlParts(std::string& text) {
  if (!HasBackslashLine(text)) return {};
  return Script(text).Blank();
}

}  // namespace hoglint::sql
