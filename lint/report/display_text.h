// Text as a terminal shows it: what is printed as it is, what is escaped, how wide it gets.
#ifndef HOGLINT_LINT_REPORT_DISPLAY_TEXT_H_
#define HOGLINT_LINT_REPORT_DISPLAY_TEXT_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace hoglint {

// One code point, or one byte that is not UTF-8, as it is shown.
struct Cell {
  std::size_t begin = 0;  // byte offset in the text
  std::string shown;      // itself; spaces for a tab; an escape for what could steer a terminal
  std::size_t width = 0;  // columns: 0 for combining marks, 2 for wide characters
};

// The cells of one line. Control characters, bidirectional controls and bytes that are not UTF-8
// come out as \x1b, \u{202e}; tabs go to the next multiple of four columns.
[[nodiscard]] std::vector<Cell> DisplayCells(std::string_view line);
// The same as one string: safe to print. Line ends and tabs become blanks.
[[nodiscard]] std::string DisplayText(std::string_view text);
[[nodiscard]] std::size_t DisplayWidth(std::string_view text);

// At most so many bytes, whole UTF-8 characters; an ellipsis where something is missing.
[[nodiscard]] std::string CutText(std::string_view text, std::size_t bytes);

// Breaks prose at blanks into lines of at most `width` columns; a longer word has a line of its
// own. At least one line.
[[nodiscard]] std::vector<std::string> WrapWords(std::string_view text, std::size_t width);

}  // namespace hoglint

#endif  // HOGLINT_LINT_REPORT_DISPLAY_TEXT_H_
