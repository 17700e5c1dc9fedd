#include "lint/report/display_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>

namespace hoglint {
namespace {

constexpr std::size_t kTabWidth = 4;

struct Range {
  std::uint32_t first;
  std::uint32_t last;
};

// Marks that combine with the character before them, the blocks that matter (Unicode 15, category
// Mn and Me), and joiners without a width of their own.
constexpr std::array kZeroWidth = {
    Range{0x300, 0x36F},   Range{0x483, 0x489},   Range{0x591, 0x5BD},   Range{0x610, 0x61A},
    Range{0x64B, 0x65F},   Range{0x900, 0x902},   Range{0x93C, 0x93C},   Range{0x941, 0x948},
    Range{0xE31, 0xE31},   Range{0xE34, 0xE3A},   Range{0xE47, 0xE4E},   Range{0x1AB0, 0x1AFF},
    Range{0x1DC0, 0x1DFF}, Range{0x20D0, 0x20FF}, Range{0x3099, 0x309A}, Range{0xFE00, 0xFE0F},
    Range{0xFE20, 0xFE2F}};

// East Asian wide and full-width characters, and emoji (Unicode 15, UAX 11).
constexpr std::array kWide = {
    Range{0x1100, 0x115F},   Range{0x231A, 0x231B},   Range{0x23E9, 0x23EC},
    Range{0x25FD, 0x25FE},   Range{0x2614, 0x2615},   Range{0x26A1, 0x26A1},
    Range{0x2705, 0x2705},   Range{0x2728, 0x2728},   Range{0x274C, 0x274C},
    Range{0x2753, 0x2757},   Range{0x2E80, 0x303E},   Range{0x3041, 0xA4CF},
    Range{0xA960, 0xA97F},   Range{0xAC00, 0xD7A3},   Range{0xF900, 0xFAFF},
    Range{0xFE30, 0xFE6F},   Range{0xFF00, 0xFF60},   Range{0xFFE0, 0xFFE6},
    Range{0x1F300, 0x1F64F}, Range{0x1F680, 0x1F6FF}, Range{0x1F900, 0x1F9FF},
    Range{0x20000, 0x3FFFD}};

// What could move the cursor, colour the text, turn its direction or hide in it: controls, line and
// paragraph separators, and what Unicode 15 calls default ignorable, but for the variation
// selectors FE00 to FE0F, which emoji need.
constexpr std::array kUnsafe = {
    Range{0x0, 0x1F},        Range{0x7F, 0x9F},      Range{0xAD, 0xAD},     Range{0x34F, 0x34F},
    Range{0x61C, 0x61C},     Range{0x115F, 0x1160},  Range{0x17B4, 0x17B5}, Range{0x180B, 0x180F},
    Range{0x200B, 0x200F},   Range{0x2028, 0x202E},  Range{0x2060, 0x206F}, Range{0x3164, 0x3164},
    Range{0xFEFF, 0xFEFF},   Range{0xFFA0, 0xFFA0},  Range{0xFFF0, 0xFFFB}, Range{0x1BCA0, 0x1BCA3},
    Range{0x1D173, 0x1D17A}, Range{0xE0000, 0xE0FFF}};

// What begins a command to a CI system wherever it stands in a line of a log: GitHub's older form,
// Azure's and TeamCity's. A # before one of these is escaped.
constexpr std::array<std::string_view, 3> kLogCommands = {"#[", "#vso[", "#teamcity["};

bool BeginsLogCommand(std::string_view text) {
  return text.front() == '#' && std::ranges::any_of(kLogCommands, [&](std::string_view command) {
           return text.substr(1).starts_with(command);
         });
}

bool IsIn(std::uint32_t c, std::span<const Range> ranges) {
  const auto after = std::ranges::upper_bound(ranges, c, {}, &Range::first);
  return after != ranges.begin() && c <= std::prev(after)->last;
}

}  // namespace

bool IsUnsafe(std::uint32_t code_point) {
  const bool no_character =
      (code_point & 0xFFFEU) == 0xFFFE || (code_point >= 0xFDD0 && code_point <= 0xFDEF);
  return no_character || IsIn(code_point, kUnsafe);
}

namespace {

// A code point and its length in bytes.
struct Decoded {
  std::uint32_t code_point = 0;
  std::size_t length = 0;
};

// The code point at the start of the text; absent when the bytes are no UTF-8.
std::optional<Decoded> Decode(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const std::uint32_t lead = byte(0);
  if (lead < 0x80) return Decoded{lead, 1};
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || text.size() < length) return std::nullopt;
  std::uint32_t code_point = lead & (0x7FU >> length);
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0U) != 0x80U) return std::nullopt;
    code_point = (code_point << 6U) | (byte(i) & 0x3FU);
  }
  constexpr std::array<std::uint32_t, 5> kSmallest = {0, 0, 0x80, 0x800, 0x10000};
  const bool surrogate = code_point >= 0xD800 && code_point <= 0xDFFF;
  if (code_point < kSmallest[length] || surrogate || code_point > 0x10FFFF) return std::nullopt;
  return Decoded{code_point, length};
}

Cell Escaped(std::size_t begin, std::string shown) {
  const std::size_t width = shown.size();
  return {.begin = begin, .shown = std::move(shown), .width = width};
}

Cell CellOf(std::size_t begin, std::string_view bytes, std::uint32_t c) {
  if (IsUnsafe(c)) {
    return Escaped(begin, c < 0x80 ? fmt::format("\\x{:02x}", c) : fmt::format("\\u{{{:x}}}", c));
  }
  const std::size_t width = IsIn(c, kZeroWidth) ? 0 : IsIn(c, kWide) ? 2 : 1;
  return {.begin = begin, .shown = std::string(bytes), .width = width};
}

// Text that is shown as it is, one column a byte: nearly all of it.
bool IsPlain(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c >= ' ' && c <= '~' && c != '#'; });
}

}  // namespace

std::vector<Cell> DisplayCells(std::string_view line) {
  std::vector<Cell> cells;
  cells.reserve(line.size());
  std::size_t column = 0;
  for (std::size_t at = 0; at < line.size();) {
    const auto decoded = Decode(line.substr(at));
    const std::size_t length = decoded ? decoded->length : 1;
    if (!decoded) {
      cells.push_back(Escaped(at, fmt::format("\\x{:02x}", static_cast<unsigned char>(line[at]))));
    } else if (BeginsLogCommand(line.substr(at))) {
      cells.push_back(Escaped(at, "\\x23"));
    } else if (decoded->code_point == '\t') {
      cells.push_back(Escaped(at, std::string(kTabWidth - column % kTabWidth, ' ')));
    } else {
      cells.push_back(CellOf(at, line.substr(at, length), decoded->code_point));
    }
    column += cells.back().width;
    at += length;
  }
  return cells;
}

std::string DisplayText(std::string_view text) {
  if (IsPlain(text)) return LogLine(std::string(text));
  std::string blank(text);
  for (char& c : blank) {
    if (c == '\n' || c == '\r' || c == '\t') c = ' ';
  }
  std::string shown;
  for (const Cell& cell : DisplayCells(blank)) shown += cell.shown;
  return LogLine(std::move(shown));
}

std::string LogLine(std::string line) {
  const std::size_t begin = line.find_first_not_of(' ');
  if (begin == std::string::npos || line.compare(begin, 2, "::") != 0) return line;
  return line.replace(begin, 1, "\\x3a");
}

std::size_t DisplayWidth(std::string_view text) {
  if (IsPlain(text)) return text.size();
  std::size_t width = 0;
  for (const Cell& cell : DisplayCells(text)) width += cell.width;
  return width;
}

std::string CutText(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return std::string(text);
  while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0U) == 0x80U) --bytes;
  return std::string(text.substr(0, bytes)) + "…";
}

std::vector<std::string> WrapWords(std::string_view text, std::size_t width) {
  std::vector<std::string> lines(1);
  std::size_t used = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (word.empty()) continue;
    const std::size_t word_width = DisplayWidth(word);
    if (used > 0 && used + 1 + word_width > width) {
      lines.emplace_back();
      used = 0;
    }
    if (used > 0) lines.back() += ' ';
    lines.back() += word;
    used += word_width + (used > 0 ? 1 : 0);
  }
  for (std::string& line : lines) line = LogLine(std::move(line));
  return lines;
}

}  // namespace hoglint
