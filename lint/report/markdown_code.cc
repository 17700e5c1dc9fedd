#include "lint/report/markdown_code.h"

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

// A word as code, without what only ends a part of the sentence.
std::string CodeWord(std::string_view word) {
  const std::string_view name = word.substr(0, word.find_last_not_of(",;.:") + 1);
  return CodeSpan(name) + std::string(word.substr(name.size()));
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
    for (const Cell& cell : DisplayCells(line)) block += cell.shown;
    block += '\n';
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return block + fence + '\n';
}

std::string ProseWithCode(std::string_view sentence, std::size_t max_bytes) {
  const std::string text = CutText(sentence, max_bytes);
  std::string prose;
  for (std::string_view rest = text; !rest.empty();) {
    const std::size_t end = std::min(rest.find_first_of(" \n\r\t"), rest.size());
    const std::string_view word = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (word.empty()) continue;
    if (!prose.empty()) prose += ' ';
    prose += IsPlainWord(word) ? std::string(word) : CodeWord(word);
  }
  return prose;
}

}  // namespace hoglint
