#include "tests/oracle/recordings.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

namespace hoglint::oracle {
namespace {

// A server names its own files by where it is installed, which is another place on every machine.
void HideInstallFolder(std::string& message) {
  const std::size_t begin = message.find("\"/");
  const std::size_t end = message.find("/share/");
  if (begin == std::string::npos || end == std::string::npos || end < begin) return;
  message.replace(begin + 1, end - begin - 1, "INSTALLED");
}

constexpr std::string_view kHeader =
    "# Written by observe_effects --write; see tests/oracle/README.md.\n"
    "# case\tversions\trelation\tlock\tmarks\tscans\trows\n";

// Instead of a relation's name; none of them can be one, since those have a dot.
constexpr std::string_view kNothing = "(nothing)";
constexpr std::string_view kError = "(error)";
constexpr std::string_view kTransactionError = "(in a transaction)";

// "14-16,18"
std::string RenderVersions(const std::set<int>& versions) {
  std::string text;
  for (auto first = versions.begin(); first != versions.end();) {
    auto last = first;
    auto next = std::next(first);
    while (next != versions.end() && *next == *last + 1) last = next++;
    if (!text.empty()) text += ',';
    text += std::to_string(*first);
    if (last != first) text += '-' + std::to_string(*last);
    first = next;
  }
  return text;
}

std::vector<std::string_view> Split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

template <typename Number>
bool ParseNumber(std::string_view text, Number& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size();
}

bool ParseVersions(std::string_view text, std::set<int>& versions) {
  for (const std::string_view range : Split(text, ',')) {
    const auto ends = Split(range, '-');
    int first = 0;
    int last = 0;
    if (!ParseNumber(ends.front(), first) || !ParseNumber(ends.back(), last)) return false;
    for (int version = first; version <= last; ++version) versions.insert(version);
  }
  return true;
}

std::string Marks(const RelationObservation& relation) {
  std::string marks;
  const auto add = [&marks](bool set, std::string_view word) {
    if (set) marks.append(marks.empty() ? "" : ",").append(word);
  };
  add(relation.created, "created");
  add(relation.dropped, "dropped");
  add(relation.rewritten, "rewrite");
  add(relation.index_built, "index");
  return marks.empty() ? "-" : marks;
}

// What follows the versions on a line, with the relation first.
std::vector<std::string> Lines(const Observation& observation) {
  std::vector<std::string> lines;
  const auto add_error = [&lines](std::string_view what,
                                  const std::optional<testing::SqlError>& error) {
    if (!error) return;
    std::string message = error->message;
    std::ranges::replace(message, '\n', ' ');
    std::ranges::replace(message, '\t', ' ');
    HideInstallFolder(message);
    lines.push_back(std::string(what) + '\t' + error->sqlstate + '\t' + message);
  };
  add_error(kError, observation.error);
  add_error(kTransactionError, observation.transaction_error);
  for (const RelationObservation& relation : observation.relations) {
    lines.push_back(relation.relation + '\t' + std::string(kLockModes[relation.lock]) + '\t' +
                    Marks(relation) + '\t' + std::to_string(relation.scans) + '\t' +
                    std::to_string(relation.rows_read));
  }
  if (!observation.error && observation.relations.empty()) lines.emplace_back(kNothing);
  return lines;
}

bool ParseRelation(const std::vector<std::string_view>& fields, RelationObservation& relation) {
  relation.relation = fields[2];
  relation.lock = LockRank(fields[3]);
  if (kLockModes[relation.lock] != fields[3]) return false;
  for (const std::string_view mark : Split(fields[4], ',')) {
    if (mark == "created") relation.created = true;
    if (mark == "dropped") relation.dropped = true;
    if (mark == "rewrite") relation.rewritten = true;
    if (mark == "index") relation.index_built = true;
  }
  return ParseNumber(fields[5], relation.scans) && ParseNumber(fields[6], relation.rows_read);
}

bool ParseLine(std::string_view line, Recordings& recordings) {
  const std::vector<std::string_view> fields = Split(line, '\t');
  std::set<int> versions;
  if (fields.size() < 3 || !ParseVersions(fields[1], versions)) return false;
  for (const int version : versions) {
    Observation& observation = recordings[std::string(fields[0])][version];
    if (fields[2] == kNothing) continue;
    if (fields[2] == kError || fields[2] == kTransactionError) {
      if (fields.size() != 5) return false;
      auto& error = fields[2] == kError ? observation.error : observation.transaction_error;
      error = testing::SqlError{std::string(fields[3]), std::string(fields[4])};
      continue;
    }
    if (fields.size() != 7) return false;
    if (!ParseRelation(fields, observation.relations.emplace_back())) return false;
  }
  return true;
}

}  // namespace

std::vector<std::string> RenderCase(const std::string& id,
                                    const std::map<int, Observation>& observations) {
  std::map<std::string, std::set<int>> versions_by_line;
  for (const auto& [version, observation] : observations) {
    for (const std::string& line : Lines(observation)) versions_by_line[line].insert(version);
  }
  std::vector<std::tuple<std::string, std::string, std::string>> sorted;
  for (const auto& [line, versions] : versions_by_line) {
    sorted.emplace_back(line.substr(0, line.find('\t')), RenderVersions(versions), line);
  }
  std::ranges::sort(sorted);
  std::vector<std::string> lines;
  for (const auto& [relation, versions, line] : sorted) {
    lines.push_back(id + '\t' + versions + '\t' + line);
  }
  return lines;
}

std::string Render(const Recordings& recordings) {
  std::string text(kHeader);
  for (const auto& [id, observations] : recordings) {
    for (const std::string& line : RenderCase(id, observations)) text += line + '\n';
  }
  return text;
}

Result<Recordings> ParseRecordings(const std::string& text) {
  Recordings recordings;
  int number = 0;
  for (const std::string_view line : Split(text, '\n')) {
    ++number;
    if (line.empty() || line.starts_with('#')) continue;
    if (!ParseLine(line, recordings)) {
      return Error{"observed.tsv:" + std::to_string(number) + ": not a recording"};
    }
  }
  for (auto& [id, observations] : recordings) {
    for (auto& [version, observation] : observations) {
      std::ranges::sort(observation.relations, {}, &RelationObservation::relation);
    }
  }
  return recordings;
}

Result<Recordings> ReadRecordings(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return ParseRecordings({(std::istreambuf_iterator<char>(stream)), {}});
}

}  // namespace hoglint::oracle
