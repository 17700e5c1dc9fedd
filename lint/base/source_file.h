// The text of an input file and the way from byte offsets to lines and columns.
#ifndef HOGLINT_LINT_BASE_SOURCE_FILE_H_
#define HOGLINT_LINT_BASE_SOURCE_FILE_H_

#include <atomic>
#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "lint/base/span.h"

namespace hoglint {

// 1-based. A column counts Unicode code points, as editors do; a tab is one; a byte order mark at
// the start of the file is none.
struct Position {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
};

// One file as it was read: bytes unchanged (byte order mark and CRLF kept).
class SourceFile {
 public:
  // `path` is what reports show: relative to the repository or the current folder.
  SourceFile(FileId id, std::string path, std::string text);

  [[nodiscard]] FileId id() const { return id_; }
  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] std::string_view text() const { return text_; }

  // Place of a byte offset; offsets past the end give the end of the file.
  [[nodiscard]] Position PositionAt(std::uint32_t offset) const;
  // Text of a 1-based line without its line ending; empty when there is no such line.
  [[nodiscard]] std::string_view Line(std::uint32_t line) const;
  [[nodiscard]] std::uint32_t line_count() const;

 private:
  struct Lines {
    std::vector<std::uint32_t> starts;  // byte offset of each line's first byte
    // Code points before every kBlock-th byte, so that a column far into a long line is quick to
    // find. Empty when all is ASCII.
    std::vector<std::uint32_t> code_points;
  };
  // Made when it is first asked for, by any thread: nobody asks for the lines of most files.
  struct LazyLines {
    std::atomic<const Lines*> made = nullptr;

    LazyLines() = default;
    LazyLines(const LazyLines&) = delete;
    LazyLines& operator=(const LazyLines&) = delete;
    ~LazyLines() { delete made.load(); }
  };

  [[nodiscard]] const Lines& LinesOf() const;
  // Code points in the first `offset` bytes.
  [[nodiscard]] std::uint32_t CodePointsBefore(std::uint32_t offset) const;

  FileId id_;
  std::string path_;
  std::string text_;
  std::shared_ptr<LazyLines> lines_;  // of the text: copies of the file share it
};

// All files of one run. References stay valid while files are added.
class Sources {
 public:
  const SourceFile& Add(std::string path, std::string text);

  [[nodiscard]] const SourceFile& operator[](FileId id) const;
  [[nodiscard]] std::size_t size() const { return files_.size(); }
  // The bytes that a span covers.
  [[nodiscard]] std::string_view Text(const Span& span) const;

 private:
  std::deque<SourceFile> files_;
};

}  // namespace hoglint

#endif  // HOGLINT_LINT_BASE_SOURCE_FILE_H_
