#include "tests/support/lint_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

#include "checker/engine_tables/read_ownership.h"
#include "rules/rule_table.h"

namespace hoglint::testing {
namespace {

constexpr std::string_view kFileHeader = "-- file: ";
constexpr std::string_view kComment = "-- ";

std::optional<std::string_view> After(std::string_view line, std::string_view prefix) {
  if (!line.starts_with(prefix)) return std::nullopt;
  return line.substr(prefix.size());
}

// Takes a header of the fixture; false when it says something that cannot be.
bool TakeHeader(std::string_view line, LintTextOptions& options) {
  if (line == "all") {
    options.all = true;
  } else if (const auto runner = After(line, "runner: ")) {
    const auto found = FindRunner(*runner);
    if (!found) return false;
    options.runner = *found;
  } else if (const auto version = After(line, "pg: ")) {
    const char* end = version->data() + version->size();
    return std::from_chars(version->data(), end, options.pg_version).ptr == end;
  } else if (line == "owner: hogsend") {
    options.engine = true;
  } else if (const auto preset = After(line, "preset: ")) {
    options.presets |= PresetNamed(*preset);
  } else if (line == "history: partial") {
    options.complete = false;
  }
  return true;
}

}  // namespace

Track MakeTrack(std::span<const TextMigration> migrations, bool complete, Sources& sources) {
  Track track;
  track.name = "test";
  track.layout = Layout::kDrizzleJournal;
  track.starts_at_beginning = complete;
  for (const TextMigration& each : migrations) {
    const SourceFile& file = sources.Add(each.name, each.text);
    Migration& migration = track.migrations.emplace_back();
    migration.tag = each.name.substr(0, each.name.rfind(".sql"));
    migration.file = file.id();
    migration.parsed = Parse(file, {.chunks = ChunkRule::kBreakpoints, .sections = {}});
    migration.merged = each.merged;
  }
  return track;
}

LintedText LintText(std::span<const TextMigration> migrations, const LintTextOptions& options) {
  LintedText linted;
  linted.workspace.tracks.push_back(MakeTrack(migrations, options.complete, linted.sources));
  if (options.engine) {
    linted.workspace.tracks.front().ownership = BuiltInOwnership(HogsendEngine());
  }
  const RunOptions run{
      .runner = options.runner,
      .server = {.major_version = options.pg_version, .time_zone_utc = true},
      .all = options.all,
      .selection = {.presets = options.presets, .levels = {}, .overrides = {}, .ignore = {}},
      .base = "main",
  };
  linted.report = Run(linted.workspace, linted.sources, AllRules(), run);
  return linted;
}

LintedText LintAfter(std::string_view old_sql, std::string_view new_sql,
                     const LintTextOptions& options) {
  const std::vector<TextMigration> migrations = {
      {.name = "0000_old.sql", .text = std::string(old_sql), .merged = true},
      {.name = "0001_new.sql", .text = std::string(new_sql), .merged = false}};
  return LintText(migrations, options);
}

std::vector<std::string> Outline(const LintedText& linted) {
  std::vector<std::string> lines;
  for (const Finding& finding : linted.report.findings) {
    const auto* span = std::get_if<Span>(&finding.place);
    const std::uint32_t line =
        span == nullptr ? 0 : linted.sources[span->file].PositionAt(span->begin).line;
    lines.push_back(
        fmt::format("{}:{}@{} {}", finding.rule, LevelName(finding.level), line, finding.subject));
  }
  return lines;
}

Fixture ParseFixture(std::string_view name, std::string_view text) {
  Fixture fixture;
  bool in_headers = true;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end);
    const std::string_view content = line.substr(0, line.find_last_not_of('\n') + 1);
    if (const auto file = After(content, kFileHeader)) {
      if (!fixture.migrations.empty()) fixture.migrations.back().merged = true;
      fixture.migrations.push_back({.name = std::string(*file), .text = "", .merged = false});
      in_headers = false;
      continue;
    }
    const auto header = in_headers ? After(content, kComment) : std::nullopt;
    if (!header) in_headers = false;
    if (header && !TakeHeader(*header, fixture.options)) {
      fixture.problem = fmt::format("{}: header not understood: {}", name, content);
    }
    if (fixture.migrations.empty() && !header) {
      fixture.migrations.push_back({.name = std::string(name), .text = "", .merged = false});
      fixture.options.complete = false;
    }
    if (!fixture.migrations.empty()) fixture.migrations.back().text += line;
  }
  if (fixture.migrations.empty()) fixture.problem = fmt::format("{}: no SQL", name);
  return fixture;
}

}  // namespace hoglint::testing
