#include "tests/support/commits_fixture.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <map>
#include <optional>
#include <sstream>
#include <utility>

#include "checker/disk/disk.h"
#include "checker/git/libgit.h"
#include "checker/project/read_project.h"
#include "lint/run/run.h"
#include "rules/rule_table.h"
#include "tests/support/git_repository.h"
#include "tests/support/golden.h"
#include "tests/support/temp_folder.h"

namespace hoglint::testing {
namespace {

namespace fs = std::filesystem;

std::map<std::string, std::string> FilesOf(const fs::path& folder) {
  std::map<std::string, std::string> files;
  if (!fs::is_directory(folder)) return files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    files.emplace(fs::relative(entry.path(), folder).string(), ReadFile(entry.path()));
  }
  return files;
}

// The work tree holds the folder's files and no others.
void CommitFolder(const GitRepository& repository, const fs::path& folder,
                  const std::string& subject) {
  for (const auto& entry : fs::directory_iterator(repository.path())) {
    if (entry.path().filename() != ".git") fs::remove_all(entry.path());
  }
  for (const auto& [name, text] : FilesOf(folder)) repository.Write(name, text);
  repository.CommitAll(subject);
}

// Snapshots are long and say little on a page.
bool IsShown(const std::string& name) { return !name.ends_with("snapshot.json"); }

void Show(const std::string& where, const std::string& name, const std::string& text,
          std::string& out) {
  if (!IsShown(name)) return;
  out += fmt::format("{}-- {}: {}\n{}{}", out.empty() ? "" : "\n", where, name, text,
                     text.ends_with('\n') ? "" : "\n");
}

// The presets that the `expect` file chooses, a line each.
Presets PresetsOf(const fs::path& folder) {
  constexpr std::string_view kPreset = "preset: ";
  Presets presets = kEveryProject;
  std::istringstream lines(fs::exists(folder / "expect") ? ReadFile(folder / "expect") : "");
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with(kPreset)) presets |= PresetNamed(line.substr(kPreset.size()));
  }
  return presets;
}

}  // namespace

bool IsCommitsFixture(const fs::path& folder) {
  return fs::is_directory(folder / "base") && fs::is_directory(folder / "head");
}

LintedText LintCommits(const fs::path& folder) {
  const TempFolder temporary;
  const GitRepository repository = GitRepository::Init(temporary / "r");
  CommitFolder(repository, folder / "base", "Add migrations");
  repository.Branch("feature");
  CommitFolder(repository, folder / "head", "Change them");
  if (fs::is_directory(folder / "main")) {
    repository.Checkout("main");
    CommitFolder(repository, folder / "main", "Go on");
    repository.Checkout("feature");
  }
  const Disk disk;
  auto project = ReadProject(disk, LibGit(),
                             {.folder = repository.path(),
                              .paths = {repository.path()},
                              .base = {.base = "main"},
                              .all = false,
                              .for_rules = true,
                              .runner = std::nullopt});
  EXPECT_TRUE(project) << (project ? "" : project.error().message);
  LintedText linted;
  if (!project) return linted;
  EXPECT_TRUE(project->failures.empty());
  linted.sources = std::move(project->sources);
  linted.workspace = std::move(project->workspace);
  RunOptions options;
  options.runner = project->runner;
  options.base = project->base;
  options.selection.presets = PresetsOf(folder) | PresetsFor(linted.workspace);
  options.server = {.major_version = 17, .time_zone_utc = true};
  linted.report = Run(linted.workspace, linted.sources, AllRules(), options);
  return linted;
}

std::string ShowCommits(const fs::path& folder) {
  const auto base = FilesOf(folder / "base");
  std::string out;
  for (const auto& [name, text] : base) Show("merged", name, text, out);
  const auto show_changes = [&](const char* where, const fs::path& changed) {
    const auto files = FilesOf(changed);
    for (const auto& [name, text] : files) {
      const auto before = base.find(name);
      if (before == base.end() || before->second != text) Show(where, name, text, out);
    }
    for (const auto& [name, text] : base) {
      if (!files.contains(name) && IsShown(name)) {
        out += fmt::format("\n-- {}: {} is deleted\n", where, name);
      }
    }
  };
  if (fs::is_directory(folder / "main")) show_changes("on main meanwhile", folder / "main");
  show_changes("on the branch", folder / "head");
  return out;
}

}  // namespace hoglint::testing
