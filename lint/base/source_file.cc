#include "lint/base/source_file.h"

#include <algorithm>
#include <utility>

#include "lint/base/check.h"

namespace hoglint {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

constexpr std::size_t kBlock = 512;  // bytes

bool IsContinuationByte(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

std::vector<std::uint32_t> LineStarts(std::string_view text) {
  std::vector<std::uint32_t> starts{0};
  for (std::size_t newline = text.find('\n'); newline != std::string_view::npos;
       newline = text.find('\n', newline + 1)) {
    starts.push_back(static_cast<std::uint32_t>(newline + 1));
  }
  return starts;
}

std::uint32_t CodePoints(std::string_view text) {
  return static_cast<std::uint32_t>(
      std::ranges::count_if(text, [](char c) { return !IsContinuationByte(c); }));
}

bool IsAscii(std::string_view text) {
  return std::ranges::none_of(text, [](char c) { return (c & 0x80) != 0; });
}

std::vector<std::uint32_t> CodePointsAtBlocks(std::string_view text) {
  std::vector<std::uint32_t> counts{0};
  for (std::size_t end = kBlock; end <= text.size(); end += kBlock) {
    counts.push_back(counts.back() + CodePoints(text.substr(end - kBlock, kBlock)));
  }
  return counts;
}

}  // namespace

SourceFile::SourceFile(FileId id, std::string path, std::string text)
    : id_(id),
      path_(std::move(path)),
      text_(std::move(text)),
      lines_(std::make_shared<LazyLines>()) {}

const SourceFile::Lines& SourceFile::LinesOf() const {
  const Lines* made = lines_->made.load(std::memory_order_acquire);
  if (made != nullptr) return *made;
  auto mine = std::make_unique<const Lines>(
      Lines{LineStarts(text_),
            IsAscii(text_) ? std::vector<std::uint32_t>{} : CodePointsAtBlocks(text_)});
  // Another thread may have been faster: then its lines are everybody's.
  if (lines_->made.compare_exchange_strong(made, mine.get(), std::memory_order_acq_rel)) {
    return *mine.release();
  }
  return *made;
}

std::uint32_t SourceFile::line_count() const {
  return static_cast<std::uint32_t>(LinesOf().starts.size());
}

std::uint32_t SourceFile::CodePointsBefore(std::uint32_t offset) const {
  if (LinesOf().code_points.empty()) return offset;
  const std::size_t block = offset / kBlock;
  const std::size_t begin = block * kBlock;
  return LinesOf().code_points[block] +
         CodePoints(std::string_view(text_).substr(begin, offset - begin));
}

Position SourceFile::PositionAt(std::uint32_t offset) const {
  offset = std::min(offset, static_cast<std::uint32_t>(text_.size()));
  const std::vector<std::uint32_t>& starts = LinesOf().starts;
  const auto next = std::ranges::upper_bound(starts, offset);
  const auto line = static_cast<std::uint32_t>(next - starts.begin());
  const std::uint32_t begin = starts[line - 1];
  std::uint32_t code_points = CodePointsBefore(offset) - CodePointsBefore(begin);
  const bool after_mark = line == 1 && offset >= kByteOrderMark.size();
  if (after_mark && std::string_view(text_).starts_with(kByteOrderMark)) --code_points;
  return {line, code_points + 1};
}

std::string_view SourceFile::Line(std::uint32_t line) const {
  const std::vector<std::uint32_t>& starts = LinesOf().starts;
  if (line == 0 || line > starts.size()) return {};
  const std::uint32_t begin = starts[line - 1];
  const std::size_t end = line == starts.size() ? text_.size() : starts[line] - 1;
  std::string_view content = std::string_view(text_).substr(begin, end - begin);
  if (content.ends_with('\r')) content.remove_suffix(1);
  if (line == 1 && content.starts_with(kByteOrderMark))
    content.remove_prefix(kByteOrderMark.size());
  return content;
}

const SourceFile& Sources::Add(std::string path, std::string text) {
  const auto id = static_cast<FileId>(files_.size());
  return files_.emplace_back(id, std::move(path), std::move(text));
}

const SourceFile& Sources::operator[](FileId id) const {
  const auto index = static_cast<std::size_t>(id);
  HOGLINT_CHECK(index < files_.size());
  return files_[index];
}

std::string_view Sources::Text(const Span& span) const {
  const std::string_view text = (*this)[span.file].text();
  HOGLINT_CHECK(span.begin <= span.end && span.end <= text.size());
  return text.substr(span.begin, span.end - span.begin);
}

}  // namespace hoglint
