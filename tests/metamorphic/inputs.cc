#include "tests/metamorphic/inputs.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <utility>

#include "checker/project/read_project.h"
#include "lint/facts/runner.h"
#include "lint/run/run.h"
#include "rules/rule_table.h"
#include "tests/precision/measure.h"
#include "tests/support/golden.h"
#include "tests/support/memory_file_system.h"

namespace hoglint::testing {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kRoot = "/project";

std::vector<fs::path> Sorted(const fs::path& folder) {
  std::vector<fs::path> paths;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) paths.push_back(entry.path());
  std::ranges::sort(paths);
  return paths;
}

fs::path SharedData() {
  const char* data = std::getenv("HOGLINT_SHARED_DATA");
  return data == nullptr ? fs::path() : fs::path(data);
}

Input FixtureInput(const std::string& rule, const fs::path& path) {
  Input input;
  input.name = fmt::format("rules/{}/{}", rule, path.filename().string());
  const Fixture fixture = ParseFixture(path.filename().string(), ReadFile(path));
  input.options = fixture.options;
  for (const TextMigration& migration : fixture.migrations) {
    input.order.push_back(migration.name);
    input.files[migration.name] = migration.text;
  }
  return input;
}

Input FolderInput(std::string name, const fs::path& path) {
  Input input;
  input.name = std::move(name);
  input.kind = InputKind::kFolder;
  input.files = ReadFixtureFiles(path);
  input.expectations = ReadExpectations(path);
  return input;
}

Linted LintFixture(const Input& input, const Files& files) {
  std::vector<TextMigration> migrations;
  for (const std::string& name : input.order) {
    migrations.push_back({.name = name, .text = files.at(name), .merged = true});
  }
  migrations.back().merged = false;
  LintedText linted = LintText(migrations, input.options);
  return {std::move(linted.sources), std::move(linted.report), {}};
}

Linted LintProject(const Input& input, const Files& files) {
  const bool all = input.kind == InputKind::kHistory || input.expectations.all;
  MemoryFileSystem disk;
  for (const auto& [path, text] : files) disk.AddFile(fmt::format("{}/{}", kRoot, path), text);
  auto project = ReadProject(
      disk, NoGit(),
      {.folder = std::string(kRoot),
       .paths = input.runner.empty() ? std::vector<std::string>() : std::vector{std::string(kRoot)},
       .base = {},
       .all = all,
       .for_rules = true,
       .runner = input.runner.empty() ? std::nullopt : FindRunner(input.runner)});
  Linted linted;
  if (!project) {
    linted.problem = project.error().message;
    return linted;
  }
  for (Track& track : project->workspace.tracks) {
    for (Migration& migration : track.migrations) {
      migration.merged = input.expectations.merged.contains(migration.tag);
    }
  }
  const Presets presets = input.expectations.presets | PresetsFor(project->workspace);
  linted.report = Run(project->workspace, project->sources, AllRules(),
                      {.runner = project->runner,
                       .server = {.major_version = 17, .time_zone_utc = true},
                       .all = all,
                       .selection = {.presets = presets,
                                     .levels = input.expectations.levels,
                                     .overrides = {},
                                     .ignore = {}},
                       .base = project->base,
                       .now = kBeginOf2026});
  linted.sources = std::move(project->sources);
  return linted;
}

}  // namespace

bool IsSql(const std::string& path) { return path.ends_with(".sql"); }

Linted LintInput(const Input& input, const Files& files) {
  return input.kind == InputKind::kFixture ? LintFixture(input, files) : LintProject(input, files);
}

std::vector<Input> RuleFixtures() {
  std::vector<Input> inputs;
  for (const fs::path& rule : Sorted(SourceFolder() / "tests/rules")) {
    if (!fs::is_directory(rule)) continue;
    for (const fs::path& path : Sorted(rule)) {
      const std::string id = rule.filename().string();
      const std::string name = path.filename().string();
      if (!name.starts_with("bad") && !name.starts_with("good")) continue;
      if (name.ends_with(".sql")) inputs.push_back(FixtureInput(id, path));
      if (!fs::is_directory(path) || fs::exists(path / "head")) continue;
      inputs.push_back(FolderInput(fmt::format("rules/{}/{}", id, name), path));
    }
  }
  return inputs;
}

std::vector<Input> ProjectInputs() {
  std::vector<Input> inputs;
  for (const std::string_view kind : {"workspaces", "projects"}) {
    for (const fs::path& path : Sorted(SourceFolder() / "tests" / kind)) {
      if (!fs::is_directory(path) || path.extension() == ".mutations") continue;
      Input input = FolderInput(fmt::format("{}/{}", kind, path.filename().string()), path);
      input.kind = InputKind::kHistory;
      inputs.push_back(std::move(input));
    }
  }
  return inputs;
}

std::vector<Input> CorpusInputs() {
  std::vector<Input> inputs;
  for (const Corpus& corpus : Corpora()) {
    const fs::path folder = SharedData() / "corpora" / corpus.name;
    if (SharedData().empty() || !fs::is_directory(folder)) continue;
    Input input;
    input.name = fmt::format("corpora/{}", corpus.name);
    input.kind = InputKind::kHistory;
    input.files = ReadFixtureFiles(folder);
    input.runner = corpus.runner;
    inputs.push_back(std::move(input));
  }
  return inputs;
}

std::vector<Input> SampleInputs() {
  std::vector<Input> inputs;
  if (SharedData().empty()) return inputs;
  for (const fs::path& folder : Sorted(SharedData() / "drizzle-samples")) {
    for (const fs::path& path : Sorted(folder)) {
      if (path.extension() != ".sql") continue;
      Input input;
      input.name = fmt::format("drizzle-samples/{}/{}", folder.filename().string(),
                               path.filename().string());
      input.order = {path.filename().string()};
      input.files[input.order.front()] = ReadFile(path);
      input.options.complete = false;
      inputs.push_back(std::move(input));
    }
  }
  return inputs;
}

Input SqlAlone(const Input& input) {
  Input alone = input;
  std::erase_if(alone.files, [](const auto& file) {
    return !IsSql(file.first) && !file.first.ends_with("_journal.json");
  });
  if (alone.runner.empty() && alone.kind != InputKind::kFixture) alone.runner = "drizzle";
  return alone;
}

}  // namespace hoglint::testing
