#include "lint/rule/application_text.h"

#include <algorithm>

#include "lint/facts/application.h"
#include "lint/rule/wording.h"

namespace hoglint {
namespace {

std::string_view FirstPart(std::string_view path) { return path.substr(0, path.find('/')); }

}  // namespace

std::vector<const Track*> ClientTracks(const ApplicationFacts& facts) {
  std::vector<const Track*> tracks;
  for (const Track& track : facts.workspace.tracks) {
    if (track.application.get() == &facts.application && track.ownership != nullptr &&
        track.layout == Layout::kDrizzleJournal && !track.migrations.empty()) {
      tracks.push_back(&track);
    }
  }
  return tracks;
}

std::string JournalPathOf(const Track& track) {
  return ShownIn(track.folder == "." ? std::string() : track.folder, "meta/_journal.json");
}

std::string ImportPath(std::string_view from, std::string_view path) {
  // What both begin with is no part of the way.
  while (from.find('/') != std::string_view::npos && FirstPart(from) == FirstPart(path)) {
    from.remove_prefix(from.find('/') + 1);
    path.remove_prefix(path.find('/') + 1);
  }
  std::string up;
  for (const char c : from) {
    if (c == '/') up += "../";
  }
  return (up.empty() ? "./" : up) + std::string(path);
}

std::string JournalWiring(std::string_view from, const Track& track) {
  return SqlLine("import journal from \"" + ImportPath(from, JournalPathOf(track)) +
                 "\" with { type: \"json\" };") +
         SqlLine("createHogsendClient({ ..., clientJournal: journal });");
}

const std::string& PathOf(const Span& span, const ApplicationFacts& facts) {
  return facts.sources[span.file].path();
}

bool IsWorker(std::string_view path) {
  const std::string_view name = path.substr(path.rfind('/') + 1);
  return name.starts_with("worker") || path.find("/worker/") != std::string_view::npos;
}

}  // namespace hoglint
