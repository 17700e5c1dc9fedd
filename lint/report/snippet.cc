#include "lint/report/snippet.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "lint/report/display_text.h"

namespace hoglint {
namespace {

constexpr std::string_view kEllipsis = "...";
// Longer lines are cut before they are laid out: nobody reads a megabyte.
constexpr std::size_t kContextBytes = 2000;

// A piece of a source line, and the span's place in it.
struct Piece {
  std::string_view text;
  std::size_t begin = 0;
  std::size_t end = 0;
  bool cut_left = false;
  bool cut_right = false;
};

// Moves a cut to the start of a UTF-8 character.
std::size_t AtCharacter(std::string_view text, std::size_t at) {
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) ++at;
  return at;
}

Piece CutBytes(std::string_view line, std::size_t begin, std::size_t end) {
  Piece piece{.text = line, .begin = begin, .end = end};
  if (end > begin + kContextBytes || line.size() > end + kContextBytes) {
    const std::size_t keep =
        AtCharacter(line, std::min(end, begin + kContextBytes) + kContextBytes);
    piece.text = line.substr(0, keep);
    piece.cut_right = keep < line.size();
    piece.end = std::min(end, piece.text.size());
  }
  if (begin > kContextBytes) {
    const std::size_t drop = AtCharacter(line, begin - kContextBytes);
    piece.text.remove_prefix(drop);
    piece.cut_left = true;
    piece.begin -= drop;
    piece.end -= drop;
  }
  return piece;
}

// The cells [first, last) that are shown.
struct Window {
  std::size_t first = 0;
  std::size_t last = 0;
};

std::size_t WidthOf(const std::vector<Cell>& cells, std::size_t first, std::size_t last) {
  std::size_t width = 0;
  for (std::size_t i = first; i < last; ++i) width += cells[i].width;
  return width;
}

// As much around the marked cells as fits: up to a third of the line before them, all of the span
// that then fits, what follows up to a quarter of the line, and then what is left of either side.
Window FitWindow(const std::vector<Cell>& cells, Window marked, std::size_t width) {
  Window window{marked.first, marked.first};
  std::size_t used = 0;
  const auto grow_left = [&](std::size_t limit) {
    while (window.first > 0 && used + cells[window.first - 1].width <= limit) {
      used += cells[--window.first].width;
    }
  };
  const auto grow_right = [&](std::size_t to, std::size_t limit) {
    while (window.last < to && used + cells[window.last].width <= limit) {
      used += cells[window.last++].width;
    }
  };
  grow_left(width / 3);
  grow_right(marked.last, width);
  grow_right(cells.size(), std::min(width, used + width / 4));
  grow_left(width);
  grow_right(cells.size(), width);
  return window;
}

Snippet Draw(const std::vector<Cell>& cells, Window marked, Window shown, const Piece& piece,
             char mark) {
  Snippet snippet;
  const bool left = shown.first > 0 || piece.cut_left;
  const bool right = shown.last < cells.size() || piece.cut_right;
  if (left) {
    snippet.text += kEllipsis;
    snippet.marks.append(kEllipsis.size(), ' ');
  }
  for (std::size_t i = shown.first; i < shown.last; ++i) snippet.text += cells[i].shown;
  if (right) snippet.text += kEllipsis;
  snippet.marks.append(WidthOf(cells, shown.first, marked.first), ' ');
  const std::size_t run = WidthOf(cells, marked.first, std::min(marked.last, shown.last));
  snippet.marks.append(std::max<std::size_t>(run, 1), mark);
  return snippet;
}

}  // namespace

Snippet MakeSnippet(const SourceFile& file, const Span& span, char mark, std::size_t width) {
  const std::uint32_t number = file.PositionAt(span.begin).line;
  const std::string_view line = file.Line(number);
  const auto line_begin =
      line.empty() ? span.begin : static_cast<std::uint32_t>(line.data() - file.text().data());
  const std::size_t begin =
      std::min<std::size_t>(span.begin - std::min(span.begin, line_begin), line.size());
  const std::size_t end =
      std::clamp<std::size_t>(span.end - std::min(span.end, line_begin), begin, line.size());
  const Piece piece = CutBytes(line, begin, end);
  const std::vector<Cell> cells = DisplayCells(piece.text);
  const auto cell_at = [&](std::size_t byte) {
    const auto found = std::ranges::lower_bound(cells, byte, {}, &Cell::begin);
    return static_cast<std::size_t>(found - cells.begin());
  };
  const Window marked{cell_at(piece.begin), cell_at(piece.end)};
  const bool fits = WidthOf(cells, 0, cells.size()) <= width && !piece.cut_left && !piece.cut_right;
  const std::size_t room = width > 2 * kEllipsis.size() ? width - 2 * kEllipsis.size() : 1;
  const Window shown = fits ? Window{0, cells.size()} : FitWindow(cells, marked, room);
  Snippet snippet = Draw(cells, marked, shown, piece, mark);
  snippet.line = number;
  return snippet;
}

}  // namespace hoglint
