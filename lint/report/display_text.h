// Text as a terminal shows it: what is printed as it is, what is escaped, how wide it gets.
#ifndef HOGLINT_LINT_REPORT_DISPLAY_TEXT_H_
#define HOGLINT_LINT_REPORT_DISPLAY_TEXT_H_

#include <cstddef>
#include <cstdint>
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

// True for what could move the cursor, colour the text, turn its direction or hide in it, and for
// code points that are no characters, which XML cannot hold.
[[nodiscard]] bool IsUnsafe(std::uint32_t code_point);

// The cells of one line. Control characters, bidirectional controls, what is invisible and bytes
// that are not UTF-8 come out as \x1b, \u{202e}; so does the first character of what a CI system
// would take for a command wherever it reads it (##[error]). Tabs go to the next multiple of four
// columns.
[[nodiscard]] std::vector<Cell> DisplayCells(std::string_view line);
// The same as one string: safe to print, also as a line of a log. Line ends and tabs become blanks.
[[nodiscard]] std::string DisplayText(std::string_view text);
// A line that GitHub does not take for a workflow command: one that begins with ::, blanks before
// them or not, is escaped.
[[nodiscard]] std::string LogLine(std::string line);
[[nodiscard]] std::size_t DisplayWidth(std::string_view text);

// At most so many bytes, whole UTF-8 characters; an ellipsis where something is missing.
[[nodiscard]] std::string CutText(std::string_view text, std::size_t bytes);

// Breaks prose at blanks into lines of at most `width` columns; a longer word has a line of its
// own. At least one line.
[[nodiscard]] std::vector<std::string> WrapWords(std::string_view text, std::size_t width);

}  // namespace hoglint

#endif  // HOGLINT_LINT_REPORT_DISPLAY_TEXT_H_
