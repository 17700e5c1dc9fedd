#include "lint/deployment/shell.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>
#include <utility>

namespace hoglint {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

bool IsBlank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

std::uint32_t Offset(std::size_t at) { return static_cast<std::uint32_t>(at); }

// After the ) or } that belongs to the bracket before `at`. Not sought far: a file that opens a
// million of them and closes none would take a million times its length.
std::size_t AfterBracket(std::string_view text, std::size_t at, char open, char close) {
  constexpr std::size_t kFar = 1024;
  int depth = 1;
  const std::size_t limit = std::min(text.size(), at + kFar);
  while (at < limit) {
    if (text[at] == close && --depth == 0) return at + 1;
    if (text[at] == open) ++depth;
    ++at;
  }
  return kNone;
}

std::size_t AfterDoubleQuote(std::string_view text, std::size_t at) {
  for (; at < text.size(); ++at) {
    if (text[at] == '\\') {
      ++at;
    } else if (text[at] == '"') {
      return at + 1;
    }
  }
  return kNone;
}

// The byte after the quoted, substituted or escaped piece that begins at `at`; `at` when none does.
// One that never ends is none.
std::size_t AfterPiece(std::string_view text, std::size_t at) {
  const char c = text[at];
  const char next = at + 1 < text.size() ? text[at + 1] : '\0';
  std::size_t after = kNone;
  if (c == '\\' && next != '\0') {
    after = at + (text.substr(at + 1, 2) == "\r\n" ? 3 : 2);
  } else if (c == '\'' || c == '`') {
    const std::size_t end = text.find(c, at + 1);
    after = end == kNone ? kNone : end + 1;
  } else if (c == '"') {
    after = AfterDoubleQuote(text, at + 1);
  } else if (c == '$' && next == '(') {
    after = AfterBracket(text, at + 2, '(', ')');
  } else if (c == '$' && next == '{') {
    after = AfterBracket(text, at + 2, '{', '}');
  }
  return after == kNone ? at : after;
}

// What the piece of a word stands for.
void AppendPiece(std::string_view piece, std::string& word) {
  const char quote = piece.front();
  if (quote == '\\') {
    if (piece[1] != '\n' && piece[1] != '\r') word += piece[1];
  } else if (quote == '\'') {
    word += piece.substr(1, piece.size() - 2);
  } else if (quote == '"') {
    const std::string_view inner = piece.substr(1, piece.size() - 2);
    for (std::size_t i = 0; i < inner.size(); ++i) {
      constexpr std::string_view kEscaped = "\"\\$`\n";
      if (inner[i] == '\\' && i + 1 < inner.size() && kEscaped.find(inner[i + 1]) != kNone) ++i;
      word += inner[i];
    }
  } else {
    word += piece;
  }
}

constexpr auto kKeywords = std::to_array<std::string_view>(
    {"if", "then", "else", "elif", "do", "while", "until", "!", "{", "}", "fi", "done", "time"});

bool IsNumber(std::string_view text) {
  return !text.empty() &&
         std::ranges::all_of(text, [](unsigned char c) { return std::isdigit(c); });
}

class Splitter {
 public:
  explicit Splitter(std::string_view text) : text_(text) {}

  std::vector<ShellCommand> Read() && {
    while (at_ < text_.size()) Step();
    EndCommand();
    return std::move(commands_);
  }

 private:
  void Step() {
    const char c = text_[at_];
    if (IsBlank(c)) {
      ++at_;
    } else if (c == '#') {
      at_ = std::min(text_.find('\n', at_), text_.size());
    } else if (c == '<' || c == '>' || text_.substr(at_, 2) == "&>") {
      Redirect();
    } else if (IsSeparator(c)) {
      EndCommand();
      ++at_;
    } else {
      current_.push_back(Word());
    }
  }

  static bool IsSeparator(char c) { return std::string_view("\n;&|()").find(c) != kNone; }

  // With the number of the stream before it and the file's name after it.
  void Redirect() {
    if (!current_.empty() && current_.back().end == at_ && IsNumber(current_.back().text)) {
      current_.pop_back();
    }
    while (at_ < text_.size() && std::string_view("<>&|-").find(text_[at_]) != kNone) ++at_;
    while (at_ < text_.size() && IsBlank(text_[at_])) ++at_;
    if (at_ < text_.size() && !IsSeparator(text_[at_])) Word();
  }

  ShellWord Word() {
    ShellWord word{.text = {}, .begin = Offset(at_), .end = 0};
    const std::size_t begin = at_;
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (IsBlank(c) || IsSeparator(c) || c == '<' || c == '>') break;
      const std::size_t after = AfterPiece(text_, at_);
      if (after == at_) {
        word.text += c;
        ++at_;
      } else {
        AppendPiece(text_.substr(at_, after - at_), word.text);
        at_ = after;
      }
    }
    if (at_ == begin) ++at_;  // what no word can hold
    word.end = Offset(at_);
    return word;
  }

  void EndCommand() {
    const auto first = std::ranges::find_if(current_, [](const ShellWord& word) {
      return std::ranges::find(kKeywords, word.text) == kKeywords.end();
    });
    current_.erase(current_.begin(), first);
    if (!current_.empty()) {
      ShellCommand command{
          .words = {}, .begin = current_.front().begin, .end = current_.back().end};
      command.words = std::move(current_);
      commands_.push_back(std::move(command));
    }
    current_.clear();
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<ShellWord> current_;
  std::vector<ShellCommand> commands_;
};

class LineReader {
 public:
  explicit LineReader(std::string_view script) : script_(script) {}

  std::vector<ShellLine> Read() && {
    while (at_ < script_.size()) ReadLine();
    return std::move(lines_);
  }

 private:
  void ReadLine() {
    while (at_ < script_.size() && (IsBlank(script_[at_]) || script_[at_] == '\n')) ++at_;
    const std::size_t begin = at_;
    std::size_t end = begin;  // after the last byte that is no comment
    while (at_ < script_.size() && script_[at_] != '\n') {
      const char c = script_[at_];
      if (c == '#' && (at_ == begin || IsBlank(script_[at_ - 1]))) {
        at_ = std::min(script_.find('\n', at_), script_.size());
        break;
      }
      const std::size_t after = AfterPiece(script_, at_);
      if (script_.substr(at_, 2) == "<<") {
        ReadDelimiter();
      } else {
        at_ = after == at_ ? at_ + 1 : after;
      }
      if (!IsBlank(c)) end = at_;
    }
    if (end > begin) Add(begin, end);
    SkipDocuments();
  }

  // Of a here-document: <<EOF, <<-'EOF'; <<< is none.
  void ReadDelimiter() {
    at_ += 2;
    if (at_ < script_.size() && script_[at_] == '<') {
      ++at_;
      return;
    }
    while (at_ < script_.size() && (script_[at_] == '-' || IsBlank(script_[at_]))) ++at_;
    std::string word;
    while (at_ < script_.size() && !IsBlank(script_[at_]) &&
           std::string_view("\n;&|<>()").find(script_[at_]) == kNone) {
      if (script_[at_] != '\'' && script_[at_] != '"' && script_[at_] != '\\') word += script_[at_];
      ++at_;
    }
    if (!word.empty()) delimiters_.push_back(std::move(word));
  }

  void SkipDocuments() {
    for (const std::string& delimiter : delimiters_) {
      while (at_ < script_.size()) {
        const std::size_t begin = at_ + 1;
        at_ = std::min(script_.find('\n', begin), script_.size());
        if (begin >= script_.size()) break;
        std::string_view line = script_.substr(begin, at_ - begin);
        while (!line.empty() && IsBlank(line.front())) line.remove_prefix(1);
        while (!line.empty() && IsBlank(line.back())) line.remove_suffix(1);
        if (line == delimiter) break;
      }
    }
    delimiters_.clear();
  }

  void Add(std::size_t begin, std::size_t end) {
    ShellLine line{.text = {}, .begin = Offset(begin), .end = Offset(end)};
    for (std::size_t i = begin; i < end; ++i) {
      const std::string_view rest = script_.substr(i, end - i);
      const std::size_t length = rest.starts_with("\\\n") ? 2 : rest.starts_with("\\\r\n") ? 3 : 0;
      if (length == 0) {
        line.text += script_[i];
        continue;
      }
      i += length;
      while (i < end && IsBlank(script_[i])) ++i;
      --i;
      if (!line.text.ends_with(' ')) line.text += ' ';
    }
    lines_.push_back(std::move(line));
  }

  std::string_view script_;
  std::size_t at_ = 0;
  std::vector<std::string> delimiters_;
  std::vector<ShellLine> lines_;
};

bool NeedsQuotes(std::string_view word) {
  return word.empty() || std::ranges::any_of(word, [](char c) {
           return std::string_view(" \t\r\n;&|()<>'\"\\`#").find(c) != kNone;
         });
}

}  // namespace

std::vector<ShellCommand> SplitShell(std::string_view text) { return Splitter(text).Read(); }

std::vector<ShellLine> ScriptLines(std::string_view script) { return LineReader(script).Read(); }

std::string JoinShellWords(std::span<const std::string> words) {
  std::string line;
  for (const std::string& word : words) {
    if (!line.empty()) line += ' ';
    if (!NeedsQuotes(word)) {
      line += word;
      continue;
    }
    line += '\'';
    for (const char c : word) {
      if (c == '\'') {
        line += "'\\''";
      } else {
        line += c;
      }
    }
    line += '\'';
  }
  return line;
}

}  // namespace hoglint
