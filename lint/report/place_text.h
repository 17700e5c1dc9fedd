// How places are written, as text and as lines and columns.
#ifndef HOGLINT_LINT_REPORT_PLACE_TEXT_H_
#define HOGLINT_LINT_REPORT_PLACE_TEXT_H_

#include <optional>
#include <string>

#include "lint/base/source_file.h"
#include "lint/rule/finding.h"

namespace hoglint {

// A place in a file for machines: both ends 1-based, the second exclusive. A whole file begins at
// 1:1 and has no end of its own.
struct FilePlace {
  std::string file;
  Position begin;
  Position end;
};

// Absent for a place that is in no file: a database object.
[[nodiscard]] std::optional<FilePlace> FilePlaceOf(const Place& place, const Sources& sources);

// "drizzle/0001_x.sql:3:7", the file alone, or the object's name; escaped for a terminal.
[[nodiscard]] std::string PlaceText(const Place& place, const Sources& sources);

}  // namespace hoglint

#endif  // HOGLINT_LINT_REPORT_PLACE_TEXT_H_
