#include "lint/report/place_text.h"

#include <fmt/format.h>

#include <variant>

#include "lint/report/display_text.h"

namespace hoglint {

std::optional<FilePlace> FilePlaceOf(const Place& place, const Sources& sources) {
  if (const auto* span = std::get_if<Span>(&place)) {
    const SourceFile& file = sources[span->file];
    return FilePlace{file.path(), file.PositionAt(span->begin), file.PositionAt(span->end)};
  }
  if (const auto* whole = std::get_if<WholeFile>(&place)) {
    return FilePlace{sources[whole->file].path(), {}, {}};
  }
  if (const auto* named = std::get_if<NamedFile>(&place)) return FilePlace{named->path, {}, {}};
  return std::nullopt;
}

std::string PlaceText(const Place& place, const Sources& sources) {
  if (const auto* object = std::get_if<DatabaseObject>(&place)) return DisplayText(object->name);
  const auto in_file = FilePlaceOf(place, sources);
  if (!in_file) return {};
  if (!std::holds_alternative<Span>(place)) return DisplayText(in_file->file);
  return fmt::format("{}:{}:{}", DisplayText(in_file->file), in_file->begin.line,
                     in_file->begin.column);
}

}  // namespace hoglint
