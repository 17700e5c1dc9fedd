#include "checker/project/sql_sections.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

namespace hoglint {
namespace {

struct Marker {
  std::string_view words;  // lower case, as they follow the dashes
  bool up;
};

// From the manuals of goose, sql-migrate, micrate, dbmate, rambler and tern.
constexpr std::array kMarkers{
    Marker{"+goose up", true},
    Marker{"+goose down", false},
    Marker{"+migrate up", true},
    Marker{"+migrate down", false},
    Marker{"+micrate up", true},
    Marker{"+micrate down", false},
    Marker{"migrate:up", true},
    Marker{"migrate:down", false},
    Marker{"rambler up", true},
    Marker{"rambler down", false},
    Marker{"create above / drop below", false},
};

// The marker that a line is, or null.
const Marker* FindMarker(std::string_view line) {
  if (!line.starts_with("--")) return nullptr;
  line.remove_prefix(std::min(line.find_first_not_of("- \t"), line.size()));
  if (line.size() > 64) line = line.substr(0, 64);
  std::string words(line);
  std::ranges::transform(words, words.begin(), [](unsigned char c) { return std::tolower(c); });
  const auto* marker = std::ranges::find_if(kMarkers, [&](const Marker& candidate) {
    return words.starts_with(candidate.words) &&
           (words.size() == candidate.words.size() ||
            std::isspace(static_cast<unsigned char>(words[candidate.words.size()])) != 0 ||
            words[candidate.words.size()] == '-');
  });
  return marker == kMarkers.end() ? nullptr : marker;
}

}  // namespace

SqlSections FindSections(FileId file, std::string_view text) {
  SqlSections sections;
  bool any_marker = false;
  bool in_up = true;  // what stands before a first "down" goes up
  std::size_t section_begin = 0;
  const auto close_section = [&](std::size_t end) {
    if (!in_up) return;
    sections.up.push_back(
        {file, static_cast<std::uint32_t>(section_begin), static_cast<std::uint32_t>(end)});
  };
  for (std::size_t line_begin = 0; line_begin < text.size();) {
    const std::size_t newline = std::min(text.find('\n', line_begin), text.size());
    const std::size_t line_end = std::min(newline + 1, text.size());
    if (const Marker* marker = FindMarker(text.substr(line_begin, newline - line_begin))) {
      // Before a first "up" stand comments that no tool runs.
      if (any_marker || !marker->up) close_section(line_begin);
      any_marker = true;
      in_up = marker->up;
      section_begin = line_end;
      if (!in_up) ++sections.down;
    }
    line_begin = line_end;
  }
  if (any_marker) close_section(text.size());
  return sections;
}

}  // namespace hoglint
