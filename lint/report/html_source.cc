#include "lint/report/html_source.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "lint/report/display_text.h"
#include "lint/report/plain_lines.h"

namespace hoglint {
namespace {

constexpr std::uint32_t kShortFile = 60;  // lines; such a file is shown as a whole
constexpr std::uint32_t kContext = 3;     // lines before and after a span
constexpr std::uint32_t kLongSpan = 30;   // lines; of a longer span its ends are shown
constexpr std::uint32_t kSpanEnd = 3;     // lines
constexpr std::uint32_t kExcerpt = 4;     // lines
constexpr std::size_t kMaxCells = 1'000;  // of one line
constexpr std::size_t kCellsBefore = 200;
constexpr std::size_t kMaxLineBytes = 20'000;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

std::string LeftOut(std::uint32_t lines) {
  if (lines == 0) return {};
  return fmt::format("<div class=\"left-out\">{} line{} not shown</div>\n", lines,
                     lines == 1 ? "" : "s");
}

std::string Block(const std::string& rows) {
  return rows.empty() ? rows
                      : fmt::format("<div class=\"source\" translate=\"no\">\n{}</div>\n", rows);
}

std::uint32_t OffsetOf(const SourceFile& file, std::string_view line) {
  return static_cast<std::uint32_t>(line.data() - file.text().data());
}

// The class of the first mark that covers the byte; empty: none does. An empty span marks the byte
// after it.
std::string_view ClassAt(const std::vector<const SourceMark*>& marks, std::uint32_t byte) {
  for (const SourceMark* mark : marks) {
    const std::uint32_t end = std::max(mark->span.end, mark->span.begin + 1);
    if (mark->span.begin <= byte && byte < end) return mark->css_class;
  }
  return {};
}

std::string Marked(std::string_view css_class, std::string_view shown) {
  if (shown.empty()) return {};
  const std::string text = XmlEscaped(shown);
  return css_class.empty() ? text : fmt::format("<mark class=\"{}\">{}</mark>", css_class, text);
}

// A line that begins at this byte of the file, cut where it is very long.
std::string Code(std::string_view line, std::uint32_t offset,
                 const std::vector<const SourceMark*>& marks) {
  const bool cut_bytes = line.size() > kMaxLineBytes;
  const std::vector<Cell> cells = DisplayCells(line.substr(0, kMaxLineBytes));
  const auto class_of = [&](const Cell& cell) {
    return ClassAt(marks, offset + static_cast<std::uint32_t>(cell.begin));
  };
  std::size_t first = 0;
  if (cells.size() > kMaxCells) {
    const auto marked =
        std::ranges::find_if(cells, [&](const Cell& cell) { return !class_of(cell).empty(); });
    const auto at = static_cast<std::size_t>(marked - cells.begin());
    if (at < cells.size() && at > kCellsBefore) first = at - kCellsBefore;
  }
  const std::size_t last = std::min(cells.size(), first + kMaxCells);
  std::string out = first > 0 ? "…" : "";
  std::string run;
  std::string_view run_class;
  for (std::size_t i = first; i < last; ++i) {
    const std::string_view css_class = class_of(cells[i]);
    if (css_class != run_class) {
      out += Marked(run_class, run);
      run.clear();
      run_class = css_class;
    }
    run += cells[i].shown;
  }
  out += Marked(run_class, run);
  return last < cells.size() || cut_bytes ? out + "…" : out;
}

}  // namespace

HtmlSource::HtmlSource(const SourceFile& file, std::vector<SourceMark> marks)
    : file_(file), marks_(std::move(marks)) {}

std::string HtmlSource::Row(std::uint32_t line) const {
  std::string_view text = file_.Line(line);
  std::string code;
  if (!text.empty()) {
    if (line == 1 && text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
    const std::uint32_t begin = OffsetOf(file_, text);
    const auto end = begin + static_cast<std::uint32_t>(text.size());
    std::vector<const SourceMark*> here;
    for (const SourceMark& mark : marks_) {
      if (mark.span.begin < end && mark.span.end >= begin) here.push_back(&mark);
    }
    code = Code(text, begin, here);
  }
  return fmt::format("<div class=\"row\"><span class=\"number\">{}</span><code>{}</code></div>\n",
                     line, code);
}

void HtmlSource::AddLines(std::uint32_t first, std::uint32_t last, std::string& out) {
  last = std::min(last, file_.line_count());
  if (first <= shown_) first = shown_ + 1;
  if (first > last) return;
  out += LeftOut(first - shown_ - 1);
  for (std::uint32_t line = first; line <= last; ++line) out += Row(line);
  shown_ = last;
}

std::string HtmlSource::UpTo(const Span& span) {
  const bool whole = file_.line_count() <= kShortFile;
  const std::uint32_t begin = file_.PositionAt(span.begin).line;
  const std::uint32_t end = file_.PositionAt(span.end).line;
  std::string rows;
  const std::uint32_t first = whole ? 1 : begin - std::min(begin - 1, kContext);
  if (!whole && end - begin > kLongSpan) {
    AddLines(first, begin + kLongSpan - kSpanEnd, rows);
    AddLines(end - kSpanEnd, end, rows);
  } else {
    AddLines(first, end, rows);
  }
  return Block(rows);
}

std::string HtmlSource::Rest() {
  std::string rows;
  const std::uint32_t count = file_.line_count();
  // A line after the last line break is none.
  const std::uint32_t last = count > 1 && file_.Line(count).empty() ? count - 1 : count;
  AddLines(shown_ + 1, last <= kShortFile ? last : std::min(last, shown_ + kContext), rows);
  rows += LeftOut(last - std::min(shown_, last));
  return Block(rows);
}

std::string HtmlSource::Excerpt(const Span& span) const {
  const std::uint32_t begin = file_.PositionAt(span.begin).line;
  const std::uint32_t end = file_.PositionAt(span.end).line;
  const std::uint32_t last = std::min(end, begin + kExcerpt - 1);
  std::string rows;
  for (std::uint32_t line = begin; line <= last; ++line) rows += Row(line);
  return Block(rows + LeftOut(end - last));
}

}  // namespace hoglint
