#include "lint/report/baseline_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "lint/base/source_file.h"
#include "lint/report/display_text.h"
#include "lint/report/place_text.h"

namespace hoglint {
namespace {

constexpr std::string_view kHead =
    "# What hoglint found before this file was written, and no longer reports.\n"
    "# hoglint baseline write | prune | show. Fingerprint, rule, file and finding; tabs between.\n";
constexpr std::size_t kDigits = 16;
constexpr std::size_t kFields = 4;

bool IsFingerprint(std::string_view text) {
  return text.size() == kDigits && text.find_first_not_of("0123456789abcdef") == text.npos;
}

// By fingerprint, which is as good as by chance: what two branches add stands in different places,
// so that git merges it. By file, the newest migration's lines would all come last and collide.
auto SortKey(const BaselineEntry& entry) {
  return std::tie(entry.fingerprint, entry.file, entry.rule, entry.message);
}

// The fields of a line; the last one takes what is left.
std::vector<std::string> Fields(std::string_view line) {
  std::vector<std::string> fields;
  while (fields.size() + 1 < kFields && line.find('\t') != line.npos) {
    fields.emplace_back(line.substr(0, line.find('\t')));
    line.remove_prefix(line.find('\t') + 1);
  }
  fields.emplace_back(line);
  fields.resize(kFields);
  return fields;
}

}  // namespace

std::vector<BaselineEntry> BaselineEntriesOf(std::span<const Finding> findings,
                                             const Sources& sources) {
  std::vector<BaselineEntry> entries;
  for (const Finding& finding : findings) {
    const auto place = FilePlaceOf(finding.place, sources);
    entries.push_back({.fingerprint = finding.fingerprint,
                       .rule = std::string(finding.rule),
                       .file = place ? DisplayText(place->file) : "",
                       .message = DisplayText(finding.message)});
  }
  return entries;
}

std::string RenderBaseline(std::vector<BaselineEntry> entries) {
  std::ranges::sort(entries, {}, SortKey);
  const auto end = std::unique(entries.begin(), entries.end(),
                               [](const BaselineEntry& a, const BaselineEntry& b) {
                                 return a.fingerprint == b.fingerprint;
                               });
  entries.erase(end, entries.end());
  std::string text(kHead);
  for (const BaselineEntry& entry : entries) {
    text +=
        fmt::format("{}\t{}\t{}\t{}\n", entry.fingerprint, entry.rule, entry.file, entry.message);
  }
  return text;
}

Result<std::vector<BaselineEntry>> ParseBaseline(std::string_view text) {
  std::vector<BaselineEntry> entries;
  for (std::uint32_t number = 1; !text.empty(); ++number) {
    std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    while (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line.starts_with('#')) continue;
    const std::vector<std::string> fields = Fields(line);
    if (!IsFingerprint(fields[0])) {
      const bool conflict =
          line.starts_with("<<<<<<<") || line.starts_with("=======") || line.starts_with(">>>>>>>");
      return Error{fmt::format("line {}: {}", number,
                               conflict ? "git's conflict markers: keep the lines of both sides"
                                        : "wants a fingerprint of 16 hexadecimal digits first")};
    }
    entries.push_back({fields[0], fields[1], fields[2], fields[3], number});
  }
  return entries;
}

}  // namespace hoglint
