#include "checker/project/gathering.h"

#include <fmt/format.h>

#include <utility>

#include "checker/disk/file_limits.h"
#include "checker/disk/paths.h"

namespace hoglint {
namespace {

// The bytes of a file, unless a link leads it out of what the user pointed at: the text of a
// migration appears in reports, and a link in a pull request could name any file of the machine.
Result<std::string> ReadInside(const Location& location, const std::string& path) {
  const auto real = location.files->RealPath(path);
  if (!real && location.files->Stat(path)) return Error{"it is a link that leads to nothing"};
  if (real && !IsWithin(*real, location.boundary)) {
    return Error{fmt::format("it is a link to {}, outside of the project", *real)};
  }
  return location.files->Read(path);
}

}  // namespace

std::string ShownPath(const Location& location, const std::string& path) {
  return RelativePath(path, location.shown_from);
}

void AddNote(Gathering& gathering, const Location& location, const std::string& path,
             std::string reason) {
  gathering.not_checked.push_back({std::nullopt, ShownPath(location, path), std::move(reason)});
}

std::optional<Standing> StandingOf(const Location& location, const std::string& path,
                                   std::string_view text) {
  if (location.comparison == nullptr || !location.comparison->standing ||
      !IsWithin(path, location.repository)) {
    return std::nullopt;
  }
  return location.comparison->standing(RelativePath(path, location.repository), text);
}

bool IsOnBase(const Location& location, const std::string& path) {
  if (location.comparison == nullptr || !location.comparison->standing) return false;
  const auto text = ReadInside(location, path);
  const auto standing = text ? StandingOf(location, path, *text) : std::nullopt;
  return standing.value_or(Standing::kNew) != Standing::kNew;
}

std::optional<FileId> AddSource(Gathering& gathering, const Location& location,
                                const std::string& path) {
  const std::string shown = ShownPath(location, path);
  auto text = ReadInside(location, path);
  std::optional<Error> refusal;
  if (!text) {
    refusal = text.error();
  } else if (path.ends_with(".sql")) {
    refusal = TooManyStatements(*text, gathering.statements);
  } else if (BaseName(path) == "_journal.json") {
    refusal = TooManyEntries(*text);
  }
  if (!refusal) return gathering.sources.Add(shown, *std::move(text)).id();
  const std::string& reason = refusal->message;
  gathering.not_checked.push_back({std::nullopt, shown, "it could not be read: " + reason});
  gathering.failures.push_back({fmt::format("cannot read {}: {}", shown, reason)});
  return std::nullopt;
}

}  // namespace hoglint
