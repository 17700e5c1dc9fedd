#include "tests/fuzz/seeds.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <optional>
#include <set>

#include "lint/config/config.h"
#include "lint/config/table_sizes.h"
#include "lint/deployment/read.h"
#include "lint/report/baseline_file.h"
#include "tests/fuzz/target.h"
#include "tests/fuzz/written_seeds.h"
#include "tests/support/golden.h"
#include "tests/support/lint_text.h"

namespace hoglint::fuzz {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostBytes = std::size_t{64} << 10U;

bool EndsWith(const fs::path& path, std::string_view ending) {
  return path.filename().string().ends_with(ending);
}

// The files below a folder that are no larger than a seed may be, sorted.
std::vector<fs::path> FilesBelow(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code error;
  for (const auto& entry : fs::recursive_directory_iterator(folder, error)) {
    if (entry.is_regular_file() && entry.file_size() <= kMostBytes) files.push_back(entry.path());
  }
  std::ranges::sort(files);
  return files;
}

std::vector<fs::path> AllFiles() {
  std::vector<fs::path> files;
  for (const char* folder : {"tests/rules", "tests/workspaces", "tests/projects", "examples"}) {
    std::ranges::move(FilesBelow(testing::SourceFolder() / folder), std::back_inserter(files));
  }
  if (const char* shared = std::getenv("HOGLINT_SHARED_DATA")) {
    std::ranges::move(FilesBelow(shared), std::back_inserter(files));
  }
  return files;
}

// Every file of one of the endings, by itself.
std::vector<Seed> FilesEnding(const std::vector<std::string_view>& endings) {
  std::vector<Seed> seeds;
  for (const fs::path& path : AllFiles()) {
    const bool wanted = std::ranges::any_of(
        endings, [&](std::string_view ending) { return EndsWith(path, ending); });
    if (wanted) seeds.push_back({path.string(), testing::ReadFile(path)});
  }
  return seeds;
}

// Files that belong together, as archives of at most `most` files.
std::vector<Seed> Groups(const std::map<fs::path, std::vector<fs::path>>& groups,
                         std::size_t most) {
  std::vector<Seed> seeds;
  for (const auto& [folder, paths] : groups) {
    std::vector<ArchivedFile> files;
    std::size_t bytes = 0;
    for (std::size_t i = 0; i < paths.size(); ++i) {
      files.push_back(
          {fs::relative(paths[i], folder).generic_string(), testing::ReadFile(paths[i])});
      bytes += files.back().text.size();
      const bool full = files.size() == most || bytes > kMostBytes / 2;
      if (!full && i + 1 < paths.size()) continue;
      seeds.push_back({paths[i].string(), WriteArchive(files)});
      files.clear();
      bytes = 0;
    }
  }
  return seeds;
}

std::vector<Seed> Journals() {
  std::vector<Seed> seeds;
  for (const Seed& each : FilesEnding({"_journal.json"})) {
    // Base has half of the change's bytes.
    const std::string half = each.bytes.substr(0, each.bytes.size() / 2);
    seeds.push_back({each.name, WriteArchive({{"change", each.bytes}, {"base", half}})});
  }
  return seeds;
}

std::vector<Seed> Snapshots() {
  std::map<fs::path, std::vector<fs::path>> folders;
  for (const fs::path& path : AllFiles()) {
    if (EndsWith(path, "_snapshot.json")) folders[path.parent_path()].push_back(path);
    if (path.filename() == "snapshot.json")
      folders[path.parent_path().parent_path()].push_back(path);
  }
  return Groups(folders, 3);
}

std::vector<Seed> Configs() {
  std::vector<Seed> seeds = FilesEnding({"package.json", "hoglint.json", "tsconfig.json"});
  for (const ConfigPreset& preset : ConfigPresets()) {
    seeds.push_back({"preset", std::string(preset.text)});
  }
  for (const ConfigKey& key : ConfigKeys()) {
    seeds.push_back({"key", fmt::format("{{\n  \"{}\": {}\n}}\n", key.name, key.example)});
  }
  return seeds;
}

std::vector<Seed> TypeScript() {
  std::map<fs::path, std::vector<fs::path>> folders;
  for (const fs::path& path : AllFiles()) {
    const fs::path folder = path.parent_path();
    const bool below_source = folder.filename() == "src" || folder.filename() == "schema";
    if (EndsWith(path, ".ts") || EndsWith(path, ".tsx") || EndsWith(path, ".js")) {
      folders[below_source ? folder.parent_path() : folder].push_back(path);
    }
  }
  return Groups(folders, 6);
}

std::vector<Seed> DeploymentFiles() {
  std::vector<Seed> seeds;
  for (const fs::path& path : AllFiles()) {
    std::string name = path.filename().string();
    fs::path folder = path.parent_path();
    for (int parts = 0; parts < 3 && !DeploymentKindOf(name); ++parts) {
      name = folder.filename().string() + "/" + name;
      folder = folder.parent_path();
    }
    if (!DeploymentKindOf(name)) continue;
    seeds.push_back({path.string(), WriteArchive({{name, testing::ReadFile(path)}})});
  }
  return seeds;
}

std::vector<Seed> Projects() {
  std::vector<fs::path> folders;
  const auto add = [&](const fs::path& parent) {
    for (const auto& entry : fs::directory_iterator(parent)) {
      if (entry.is_directory()) folders.push_back(entry.path());
    }
  };
  add(testing::SourceFolder() / "tests/workspaces");
  add(testing::SourceFolder() / "tests/projects");
  add(testing::SourceFolder() / "examples");
  for (const auto& rule : fs::directory_iterator(testing::SourceFolder() / "tests/rules")) {
    if (rule.is_directory()) add(rule.path());
  }
  std::ranges::sort(folders);
  constexpr std::array<std::string_view, 14> kWords{
      "--all\n",           "--all\n--format\njson\n",
      "plan\n--all\n",     "--format\nsarif\n",
      "schema\n",          "--all\n--format\nmarkdown\n",
      "project\n",         "--all\n--format\nhtml\n",
      "upgrade-check\n",   "--all\n--format\ngithub\n",
      "engine\n",          "--all\n--format\njunit\n",
      "init\n--dry-run\n", "plan\n--all\n--format\njson\n"};
  std::vector<Seed> seeds;
  for (std::size_t i = 0; i < folders.size(); ++i) {
    std::vector<ArchivedFile> files{{"", std::string(kWords[i % kWords.size()])}};
    for (const fs::path& path : FilesBelow(folders[i])) {
      const std::string name = fs::relative(path, folders[i]).generic_string();
      if (name != "expect.txt") files.push_back({name, testing::ReadFile(path)});
    }
    seeds.push_back({folders[i].string(), WriteArchive(files)});
  }
  return seeds;
}

std::vector<Seed> Baselines() {
  std::vector<Seed> seeds;
  for (const Seed& fixture : FilesEnding({"bad.sql"})) {
    const testing::Fixture read = testing::ParseFixture("0000_x.sql", fixture.bytes);
    const testing::LintedText linted = testing::LintText(read.migrations, read.options);
    seeds.push_back(
        {fixture.name, RenderBaseline(BaselineEntriesOf(linted.report.findings, linted.sources))});
  }
  return seeds;
}

std::vector<Seed> Stats() {
  TableSizes sizes;
  std::vector<Seed> seeds;
  for (const char* name : {"users", "Größe \"x\"", "a.b", ""}) {
    sizes.tables[{"public", name}] = {
        .rows = 1'000, .bytes = 8'192, .index_bytes = 0, .analysed = "2026-11-20"};
    sizes.tables[{name, "t"}] = {
        .rows = std::nullopt, .bytes = 1, .index_bytes = 2, .analysed = ""};
    seeds.push_back({name, TableSizesText(sizes)});
  }
  return seeds;
}

std::vector<Seed> Written(std::span<const std::string_view> texts) {
  std::vector<Seed> seeds;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    seeds.push_back({fmt::format("written {:02}", i), std::string(texts[i])});
  }
  return seeds;
}

}  // namespace

std::vector<Seed> SeedsOf(std::string_view target) {
  std::vector<Seed> seeds;
  if (target == "sql" || target == "fold") seeds = FilesEnding({".sql"});
  if (target == "suppression") {
    seeds = FilesEnding({".sql"});
    std::erase_if(seeds, [](const Seed& seed) {
      return seed.bytes.find("hoglint:") == std::string::npos &&
             seed.bytes.find("squawk") == std::string::npos;
    });
  }
  if (target == "journal") seeds = Journals();
  if (target == "snapshot") seeds = Snapshots();
  if (target == "config") seeds = Configs();
  if (target == "typescript") seeds = TypeScript();
  if (target == "deployment") seeds = DeploymentFiles();
  if (target == "project") seeds = Projects();
  if (target == "baseline") seeds = Baselines();
  if (target == "stats") seeds = Stats();
  if (target == "report") seeds = Written(HostileWords());
  if (target == "git") seeds = Written(Repositories());
  std::erase_if(seeds, [](const Seed& seed) { return seed.bytes.size() > kMostBytes; });
  std::ranges::stable_sort(seeds, {}, &Seed::name);
  if (seeds.empty()) Fail(fmt::format("there are no seeds for {}", target));
  return seeds;
}

}  // namespace hoglint::fuzz
