#include "checker/project/sql_sections.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <string>

#include "lint/base/ascii.h"

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

// node-pg-migrate's, from its source: whatever follows them. Words of plain English, so that they
// count only where a file has both; with a "down" alone node-pg-migrate runs the whole file up.
constexpr std::array kPlainMarkers{
    Marker{"up migration", true},
    Marker{"down migration", false},
};

// What a line says behind its dashes, in lower case; empty for one that is no comment.
std::string WordsOf(std::string_view line) {
  line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
  if (!line.starts_with("--")) return {};
  line.remove_prefix(std::min(line.find_first_not_of("- \t"), line.size()));
  if (line.size() > 64) line = line.substr(0, 64);
  return ToLowerAscii(line);
}

bool IsMarker(std::string_view words, const Marker& marker) {
  return words.starts_with(marker.words) &&
         (words.size() == marker.words.size() ||
          std::isspace(static_cast<unsigned char>(words[marker.words.size()])) != 0 ||
          words[marker.words.size()] == '-');
}

struct MarkerLine {
  std::size_t begin = 0;
  std::size_t end = 0;  // behind its newline
  bool up = false;
  bool plain = false;
};

// The marker that the line is; its place is the caller's to fill in.
std::optional<MarkerLine> FindMarker(std::string_view line) {
  const std::string words = WordsOf(line);
  if (words.empty()) return std::nullopt;
  MarkerLine found;
  for (const Marker& marker : kMarkers) {
    found.up = marker.up;
    if (line.starts_with("--") && IsMarker(words, marker)) return found;
  }
  found.plain = true;
  for (const Marker& marker : kPlainMarkers) {
    found.up = marker.up;
    if (words.starts_with(marker.words)) return found;
  }
  return std::nullopt;
}

std::vector<MarkerLine> FindMarkers(std::string_view text) {
  std::vector<MarkerLine> found;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t newline = std::min(text.find('\n', begin), text.size());
    const std::size_t end = std::min(newline + 1, text.size());
    if (auto marker = FindMarker(text.substr(begin, newline - begin))) {
      marker->begin = begin;
      marker->end = end;
      found.push_back(*marker);
    }
    begin = end;
  }
  const auto has_plain = [&](bool up) {
    return std::ranges::any_of(
        found, [up](const MarkerLine& line) { return line.plain && line.up == up; });
  };
  if (!has_plain(true) || !has_plain(false)) std::erase_if(found, &MarkerLine::plain);
  return found;
}

}  // namespace

SqlSections FindSections(FileId file, std::string_view text) {
  SqlSections sections;
  const std::vector<MarkerLine> markers = FindMarkers(text);
  if (markers.empty()) return sections;
  const auto goes_up = [&](std::size_t begin, std::size_t end) {
    sections.up.push_back(
        {file, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
  };
  // What stands before a first "down" goes up; before a first "up" stand comments that no tool
  // runs.
  if (!markers.front().up) goes_up(0, markers.front().begin);
  for (std::size_t i = 0; i < markers.size(); ++i) {
    const std::size_t end = i + 1 < markers.size() ? markers[i + 1].begin : text.size();
    if (markers[i].up) goes_up(markers[i].end, end);
    if (!markers[i].up) ++sections.down;
  }
  return sections;
}

}  // namespace hoglint
