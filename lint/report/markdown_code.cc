#include "lint/report/markdown_code.h"

#include <fmt/format.h>

#include <algorithm>

#include "lint/report/display_text.h"

namespace hoglint {
namespace {

std::size_t LongestBackticks(std::string_view text) {
  std::size_t longest = 0;
  std::size_t run = 0;
  for (const char c : text) {
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return longest;
}

// Text as code.
using Show = std::string (*)(std::string_view text);

bool IsAlphanumeric(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// A word that means only itself: no emphasis, no link, no reference to a person or an issue.
bool IsPlainWord(std::string_view word) {
  constexpr std::string_view kHarmless = ",;()'";
  if (word.ends_with('.') || word.ends_with(':')) word.remove_suffix(1);
  return std::ranges::all_of(word, [&](char c) {
    return IsAlphanumeric(c) || kHarmless.find(c) != std::string_view::npos;
  });
}

// "1." and "1)", which begin a list where they begin a line.
bool IsListMarker(std::string_view word) {
  if (word.size() < 2 || (!word.ends_with('.') && !word.ends_with(')'))) return false;
  word.remove_suffix(1);
  return std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

// A word as code, without what belongs to the sentence: its stops, and a parenthesis that opens or
// closes outside of the word.
std::string CodeWord(std::string_view word, Show show) {
  std::string_view name = word;
  if (name.starts_with('(') && name.size() > 1) name.remove_prefix(1);
  const auto before = static_cast<std::size_t>(name.data() - word.data());
  for (; !name.empty(); name.remove_suffix(1)) {
    const bool closes =
        name.ends_with(')') && std::ranges::count(name, ')') > std::ranges::count(name, '(');
    if (!closes && std::string_view(",;.:").find(name.back()) == std::string_view::npos) break;
  }
  if (name.empty()) return show(word);
  return fmt::format("{}{}{}", word.substr(0, before), show(name),
                     word.substr(before + name.size()));
}

// A sentence in which every word that is not plain is shown as code.
std::string Prose(std::string_view sentence, std::size_t max_bytes, Show show) {
  const std::string text = CutText(sentence, max_bytes);
  std::string prose;
  for (std::string_view rest = text; !rest.empty();) {
    const std::size_t end = std::min(rest.find_first_of(" \n\r\t"), rest.size());
    const std::string_view word = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (word.empty()) continue;
    if (prose.empty() && IsListMarker(word)) {
      prose = show(word);
      continue;
    }
    if (!prose.empty()) prose += ' ';
    prose += IsPlainWord(word) ? std::string(word) : CodeWord(word, show);
  }
  return prose;
}

}  // namespace

std::string CodeSpan(std::string_view text) {
  if (text.empty()) return {};
  std::string shown;
  for (const char c : DisplayText(text)) {
    if (c == '|') {
      shown += "¦";
    } else {
      shown += c;
    }
  }
  const std::string fence(LongestBackticks(shown) + 1, '`');
  // CommonMark takes one blank away at both ends, unless there is nothing but blanks.
  const bool padded = shown.front() == '`' || shown.back() == '`' || shown.front() == ' ';
  const std::string blank = padded ? " " : "";
  return fence + blank + shown + blank + fence;
}

std::string CodeBlock(std::string_view sql, std::size_t max_bytes) {
  const std::string text = CutText(sql, max_bytes);
  const std::string fence(std::max<std::size_t>(LongestBackticks(text) + 1, 3), '`');
  std::string block = fence + "sql\n";
  for (std::string_view rest = text; !rest.empty();) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    std::string_view line = rest.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    // What the log of a GitHub job takes for a command, should the Markdown get there.
    const std::size_t begin = std::min(line.find_first_not_of(" \t"), line.size());
    if (line.substr(begin).starts_with("::")) {
      block += fmt::format("{}\\x3a", line.substr(0, begin));
      line.remove_prefix(begin + 1);
    }
    for (const Cell& cell : DisplayCells(line)) block += cell.shown;
    block += '\n';
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return block + fence + '\n';
}

std::string ProseWithCode(std::string_view sentence, std::size_t max_bytes) {
  return Prose(sentence, max_bytes, CodeSpan);
}

std::string HtmlCode(std::string_view text) {
  std::string shown;
  for (const char c : DisplayText(text)) {
    if (c == '<') {
      shown += "&lt;";
    } else if (c == '>') {
      shown += "&gt;";
    } else if (c == '&') {
      shown += "&amp;";
    } else {
      shown += c;
    }
  }
  return fmt::format("<code>{}</code>", shown);
}

std::string HtmlProse(std::string_view sentence, std::size_t max_bytes) {
  return Prose(sentence, max_bytes, HtmlCode);
}

}  // namespace hoglint
