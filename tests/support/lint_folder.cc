#include "tests/support/lint_folder.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <sstream>
#include <utility>
#include <variant>

#include "checker/project/read_project.h"
#include "lint/facts/drizzle_folder.h"
#include "lint/report/report_text.h"
#include "lint/run/run.h"
#include "rules/rule_table.h"
#include "tests/support/golden.h"
#include "tests/support/memory_file_system.h"

namespace hoglint::testing {
namespace {

constexpr std::string_view kRoot = "/project";
constexpr std::string_view kLevel = "level: ";
constexpr std::string_view kShow = "show: ";
constexpr std::string_view kPreset = "preset: ";
constexpr std::string_view kMerged = "merged: ";

// "drizzle/0001_x.sql:3: drop-table"; without a line where the finding is about a whole file.
std::string Line(const Finding& finding, const Sources& sources) {
  std::string place;
  if (const auto* span = std::get_if<Span>(&finding.place)) {
    const SourceFile& file = sources[span->file];
    place = fmt::format("{}:{}", file.path(), file.PositionAt(span->begin).line);
  } else if (const auto* whole = std::get_if<WholeFile>(&finding.place)) {
    place = sources[whole->file].path();
  } else if (const auto* named = std::get_if<NamedFile>(&finding.place)) {
    place = named->path;
  }
  return fmt::format("{}: {}", place, finding.rule);
}

Result<Project> Read(const std::map<std::string, std::string>& files, bool all) {
  MemoryFileSystem disk;
  for (const auto& [path, text] : files) disk.AddFile(fmt::format("{}/{}", kRoot, path), text);
  return ReadProject(disk, NoGit(),
                     {.folder = std::string(kRoot),
                      .paths = {},
                      .base = {},
                      .all = all,
                      .for_rules = true,
                      .runner = std::nullopt});
}

}  // namespace

FolderExpectations ReadExpectations(const std::filesystem::path& fixture) {
  FolderExpectations expectations;
  std::stringstream stream(ReadFile(fixture / "expect.txt"));
  for (std::string line; std::getline(stream, line);) {
    if (line.empty() || line.starts_with('#')) continue;
    if (line == "all") {
      expectations.all = true;
    } else if (line.starts_with(kShow)) {
      expectations.shown.push_back(line.substr(kShow.size()));
    } else if (line.starts_with(kPreset)) {
      expectations.presets |= PresetNamed(line.substr(kPreset.size()));
    } else if (line.starts_with(kMerged)) {
      expectations.merged.insert(line.substr(kMerged.size()));
    } else if (line.starts_with(kLevel)) {
      const std::size_t equals = line.find('=');
      expectations.levels.emplace(line.substr(kLevel.size(), equals - kLevel.size()),
                                  ParseLevel(line.substr(equals + 1)).value_or(Level::kOff));
    } else if (line.find(": ") != std::string::npos) {
      expectations.findings.push_back(line);
    } else {
      expectations.problem = fmt::format("{}/expect.txt: {}", fixture.string(), line);
    }
  }
  std::ranges::sort(expectations.findings);
  return expectations;
}

std::map<std::string, std::string> ReadFixtureFiles(const std::filesystem::path& fixture) {
  std::map<std::string, std::string> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(fixture)) {
    if (!entry.is_regular_file()) continue;
    const std::string name = std::filesystem::relative(entry.path(), fixture).generic_string();
    if (name != "expect.txt" && name != "expected") files.emplace(name, ReadFile(entry.path()));
  }
  return files;
}

LintedFolder LintFiles(const std::map<std::string, std::string>& files,
                       const FolderExpectations& expectations, const LintFilesOptions& options) {
  LintedFolder linted;
  auto project = Read(files, expectations.all);
  if (!project) {
    linted.output = fmt::format("hoglint: {}\n", project.error().message);
    return linted;
  }
  for (Track& track : project->workspace.tracks) {
    for (Migration& migration : track.migrations) {
      migration.merged = expectations.merged.contains(migration.tag);
    }
    if (track.drizzle == nullptr) continue;
    auto drizzle = std::make_shared<DrizzleFolder>(*track.drizzle);
    for (UnlistedFile& file : drizzle->unlisted) {
      file.merged = expectations.merged.contains(file.name);
    }
    track.drizzle = std::move(drizzle);
  }
  const Presets presets = expectations.presets | PresetsFor(project->workspace);
  linted.report = Run(project->workspace, project->sources, AllRules(),
                      {.runner = project->runner,
                       .server = {.major_version = 17, .time_zone_utc = true},
                       .all = expectations.all,
                       .selection = {.presets = presets,
                                     .levels = expectations.levels,
                                     .overrides = {},
                                     .ignore = {}},
                       .base = project->base,
                       .now = options.now});
  linted.output =
      RenderText(linted.report, project->sources, {.color = false, .width = options.width});
  for (const Error& failure : project->failures) {
    linted.output += fmt::format("hoglint: {}\n", failure.message);
  }
  for (const Finding& finding : linted.report.findings) {
    linted.findings.push_back(Line(finding, project->sources));
  }
  std::ranges::sort(linted.findings);
  linted.sources = std::move(project->sources);
  linted.workspace = std::move(project->workspace);
  return linted;
}

LintedFolder LintFolder(const std::filesystem::path& fixture, std::uint32_t width) {
  return LintFiles(ReadFixtureFiles(fixture), ReadExpectations(fixture), {.width = width});
}

std::string ShownFiles(const std::filesystem::path& fixture) {
  std::string text;
  const auto files = ReadFixtureFiles(fixture);
  for (const std::string& name : ReadExpectations(fixture).shown) {
    const auto file = files.find(name);
    if (file == files.end()) continue;
    text += fmt::format("{}-- file: {}\n{}", text.empty() ? "" : "\n", name, file->second);
    if (!text.ends_with('\n')) text += '\n';
  }
  return text;
}

}  // namespace hoglint::testing
