// The same migrations, named, placed and delivered otherwise: one by one, as files in any order,
// with one more behind them, in another folder.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "checker/project/read_project.h"
#include "lint/run/run.h"
#include "rules/rule_table.h"
#include "tests/metamorphic/inputs.h"
#include "tests/metamorphic/outcome.h"
#include "tests/support/cli_runner.h"
#include "tests/support/lint_text.h"
#include "tests/support/memory_file_system.h"

namespace hoglint::testing {
namespace {

constexpr std::string_view kRoot = "/project";

// Everything instead of a sample: ./dev metamorphic.
bool IsLong() { return std::getenv("HOGLINT_METAMORPHIC") != nullptr; }

std::vector<Input> Histories() {
  std::vector<Input> all = ProjectInputs();
  for (Input& input : CorpusInputs()) all.push_back(std::move(input));
  return all;
}

// Of so many migrations, those that are looked at: some from the beginning to the end.
std::vector<std::size_t> Chosen(std::size_t count) {
  constexpr std::size_t kSample = 4;
  const std::size_t most = IsLong() ? count : kSample;
  std::vector<std::size_t> chosen;
  for (std::size_t i = 0; i < std::min(count, most); ++i) {
    chosen.push_back(count <= most ? i : i * (count - 1) / (most - 1));
  }
  return chosen;
}

// A project on a disk in memory.
class World {
 public:
  explicit World(const Input& input) : runner_(FindRunner(input.runner)) {
    for (const auto& [path, text] : input.files) {
      disk_.AddFile(fmt::format("{}/{}", kRoot, path), text);
    }
  }

  // An Error where the paths hold no migrations.
  [[nodiscard]] Result<Project> Read(std::vector<std::string> paths, bool all) const {
    return ReadProject(disk_, NoGit(),
                       {.folder = std::string(kRoot),
                        .paths = std::move(paths),
                        .base = {},
                        .all = all,
                        .for_rules = true,
                        .runner = runner_});
  }

  // `runner`: of the whole project, since a file alone may tell another.
  [[nodiscard]] Linted Lint(std::vector<std::string> paths, bool all,
                            const std::optional<Runner>& runner = std::nullopt) const {
    Linted linted;
    auto project = Read(std::move(paths), all);
    if (!project) {
      linted.problem = project.error().message;
      return linted;
    }
    linted.report = Run(project->workspace, project->sources, AllRules(),
                        {.runner = runner ? *runner : project->runner,
                         .server = {.major_version = 17, .time_zone_utc = true},
                         .all = all,
                         .selection = {.presets = PresetsFor(project->workspace),
                                       .levels = {},
                                       .overrides = {},
                                       .ignore = {}},
                         .base = project->base,
                         .now = kBeginOf2026});
    linted.sources = std::move(project->sources);
    return linted;
  }

 private:
  MemoryFileSystem disk_;
  std::optional<Runner> runner_;
};

// Files that are named speak for themselves: nothing is said of the folder, its journal, the
// project.
bool IsOfFolder(const Line& line) {
  const auto found = std::ranges::find_if(
      AllRules(), [&](const Rule* rule) { return rule->id.view() == line.rule; });
  if (found == AllRules().end()) return line.rule != "not checked";
  const Family family = (*found)->family;
  return family == Family::kJournal || family == Family::kHistory || family == Family::kProject;
}

Comparison Exact() {
  Comparison comparison;
  comparison.normalised = [](std::string text) { return text; };
  return comparison;
}

// What of a report is about the SQL of files, not about their folder.
Outcome AboutSql(const Linted& linted) {
  Outcome outcome = OutcomeOf(linted, Exact(), {});
  std::erase_if(outcome.lines,
                [](const Line& line) { return !IsSql(line.file) || IsOfFolder(line); });
  return outcome;
}

Outcome OfFile(Outcome outcome, const std::string& path) {
  std::erase_if(outcome.lines, [&](const Line& line) { return line.file != path; });
  return outcome;
}

std::string Shown(const LineDifference& difference) {
  std::string shown;
  for (const Line& line : difference.before) shown += "one way:   " + line.text + '\n';
  for (const Line& line : difference.after) shown += "the other: " + line.text + '\n';
  return shown;
}

std::string PathOf(const std::string& file) { return fmt::format("{}/{}", kRoot, file); }

struct Compared {
  std::size_t runs = 0;
  std::size_t lines = 0;

  void Expect(const Outcome& one, const Outcome& other, const std::string& what) {
    ++runs;
    lines += one.lines.size();
    const LineDifference difference = DifferenceOf(one, other);
    EXPECT_TRUE(difference.empty()) << what << '\n' << Shown(difference);
  }
  void Print(std::string_view what) const {
    fmt::print("{}: {} runs, {} lines of findings and gaps\n", what, runs, lines);
    EXPECT_GT(runs, 10U);
    EXPECT_GT(lines, 0U);
  }
};

// Tracks whose files a path can name: without those of which hoglint takes a part.
std::vector<std::vector<std::string>> FilesOfTracks(const Project& project) {
  std::vector<std::vector<std::string>> tracks;
  for (const Track& track : project.workspace.tracks) {
    std::vector<std::string>& files = tracks.emplace_back();
    for (const Migration& migration : track.migrations) {
      files.push_back(project.sources[migration.file].path());
    }
  }
  return tracks;
}

// Whether the code that is deployed knows a column or table any more is told by snapshots, which
// are the folder's: of a file by itself these rules have to fear the worst. Returns how many lines.
std::size_t LeaveOutWhatSnapshotsTell(Outcome& outcome) {
  return std::erase_if(outcome.lines, [](const Line& line) {
    return line.rule == "drop-column" || line.rule == "drop-table";
  });
}

TEST(MetamorphicHistory, AFileByItselfIsLintedAsInItsFolder) {
  Compared compared;
  bool needed = false;
  for (const Input& input : Histories()) {
    const World world(input);
    const auto project = world.Read({}, true);
    ASSERT_TRUE(project) << input.name << project.error().message;
    const Outcome whole = AboutSql(world.Lint({}, true));
    for (const std::vector<std::string>& files : FilesOfTracks(*project)) {
      for (const std::size_t i : Chosen(files.size())) {
        const Linted alone = world.Lint({PathOf(files[i])}, false, project->runner);
        ASSERT_EQ(alone.problem, "") << input.name << ' ' << files[i];
        Outcome folder_says = OfFile(whole, files[i]);
        Outcome file_says = OfFile(AboutSql(alone), files[i]);
        needed |= !DifferenceOf(folder_says, file_says).empty();
        const std::size_t left_out = LeaveOutWhatSnapshotsTell(folder_says);
        EXPECT_EQ(LeaveOutWhatSnapshotsTell(file_says), left_out) << files[i];
        compared.Expect(folder_says, file_says,
                        fmt::format("{}: {} in the folder, and alone", input.name, files[i]));
      }
    }
  }
  EXPECT_TRUE(needed) << "snapshots make no difference any more: leave no rule out";
  compared.Print("file by file");
}

TEST(MetamorphicHistory, FilesInAnyOrderAreTheFolder) {
  Compared compared;
  for (const Input& input : Histories()) {
    const World world(input);
    const auto project = world.Read({}, false);
    ASSERT_TRUE(project) << input.name << project.error().message;
    const Outcome whole = AboutSql(world.Lint({}, false));
    std::vector<std::string> paths;
    for (const std::vector<std::string>& files : FilesOfTracks(*project)) {
      for (const std::string& file : files) paths.push_back(PathOf(file));
    }
    if (paths.empty()) continue;
    for (const std::uint32_t seed : {0U, 1U, 2U}) {
      std::mt19937 random(seed);
      if (seed > 0) std::shuffle(paths.begin(), paths.end(), random);
      const Linted files = world.Lint(paths, false, project->runner);
      ASSERT_EQ(files.problem, "") << input.name;
      compared.Expect(whole, AboutSql(files),
                      fmt::format("{}: the folder, and its files in order {}", input.name, seed));
    }
  }
  compared.Print("files in any order");
}

// The migrations of a track as text.
std::vector<TextMigration> MigrationsOf(const Track& track, const Sources& sources) {
  std::vector<TextMigration> migrations;
  for (const Migration& migration : track.migrations) {
    const SourceFile& file = sources[migration.file];
    migrations.push_back({.name = file.path(), .text = std::string(file.text()), .merged = false});
  }
  return migrations;
}

Outcome OutcomeOfText(const std::vector<TextMigration>& migrations,
                      const LintTextOptions& options) {
  LintedText text = LintText(migrations, options);
  return OutcomeOf({std::move(text.sources), std::move(text.report), {}}, Exact(), {});
}

// Lines of the first `count` migrations; of the last of them alone where `last`.
Outcome Of(Outcome outcome, const std::vector<TextMigration>& migrations, std::size_t count,
           bool last) {
  std::set<std::string> names;
  for (std::size_t i = last ? count - 1 : 0; i < count; ++i) names.insert(migrations[i].name);
  std::erase_if(outcome.lines, [&](const Line& line) { return !names.contains(line.file); });
  return outcome;
}

TEST(MetamorphicHistory, OneMoreMigrationChangesNothingBeforeIt) {
  Compared compared;
  for (const Input& input : Histories()) {
    const auto project = World(input).Read({}, true);
    ASSERT_TRUE(project) << input.name << project.error().message;
    for (const Track& track : project->workspace.tracks) {
      const auto migrations = MigrationsOf(track, project->sources);
      const LintTextOptions all{.runner = project->runner, .all = true};
      const Outcome whole = OutcomeOfText(migrations, all);
      for (const std::size_t i : Chosen(migrations.size())) {
        std::vector<TextMigration> first(migrations.begin(),
                                         migrations.begin() + static_cast<std::ptrdiff_t>(i + 1));
        const std::string what = fmt::format("{}: up to {}", input.name, first.back().name);
        compared.Expect(Of(whole, first, i + 1, false),
                        Of(OutcomeOfText(first, all), first, i + 1, false), what);
        for (std::size_t merged = 0; merged < i; ++merged) first[merged].merged = true;
        compared.Expect(Of(whole, first, i + 1, true),
                        Of(OutcomeOfText(first, {.runner = project->runner}), first, i + 1, true),
                        what + ", the others merged");
      }
    }
  }
  compared.Print("one more migration");
}

// What hoglint prints as JSON where the project stands in a folder and is named so.
std::string Printed(const Input& input, const std::string& folder, const std::string& current,
                    const std::vector<std::string>& paths) {
  MemoryFileSystem disk;
  for (const auto& [path, text] : input.files) disk.AddFile(folder + '/' + path, text);
  const NoGit git;
  CliRunner runner(disk, git, current);
  std::vector<std::string> words{"--format", "json", "--all"};
  words.insert(words.end(), paths.begin(), paths.end());
  if (!input.runner.empty()) words.insert(words.end(), {"--runner", input.runner});
  const int code = runner.Run(words);
  return fmt::format("{}{}{}", runner.out.text(), runner.error.text(), code);
}

std::string Replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
    text.replace(at, from.size(), to);
  }
  return text;
}

TEST(MetamorphicHistory, WhereAProjectStandsPlaysNoPart) {
  std::size_t runs = 0;
  for (const Input& input : Histories()) {
    if (!IsLong() && input.name == "corpora/sim") continue;
    const std::string here = Printed(input, "/srv/app", "/srv/app", {});
    const auto expect = [&](const std::string& printed, std::string_view what) {
      ++runs;
      if (here == printed) return;
      const auto [one, other] = std::ranges::mismatch(here, printed);
      const Bytes from{static_cast<std::uint32_t>(one - here.begin()),
                       static_cast<std::uint32_t>(one - here.begin())};
      ADD_FAILURE() << input.name << ": " << what << "\nin its own folder: " << Around(here, from)
                    << "\n"
                    << what << ": " << Around(printed, from);
    };
    expect(Printed(input, "/srv/app", "/srv/app", {"."}), "named .");
    expect(Printed(input, "/srv/app", "/srv/app", {"./"}), "named ./");
    expect(Printed(input, "/srv/app", "/srv/app", {"/srv/app"}), "named by its absolute path");
    expect(Printed(input, "/srv/app", "/srv/app", {"../app"}), "named by way of its parent");
    expect(
        Replaced(Printed(input, "/srv/elsewhere_x", "/srv/elsewhere_x", {}), "elsewhere_x", "app"),
        "in another folder");
    expect(Printed(input, "/srv/a/b/c/d/app", "/srv/a/b/c/d/app", {}), "in a deeper folder");
    // A folder that is itself the track is shown by its path.
    std::string above = WithoutWord(Printed(input, "/srv/app", "/srv", {"app"}), "app/");
    above = Replaced(std::move(above), "\"folder\": \"app\"", "\"folder\": \".\"");
    expect(Replaced(std::move(above), "\"track\": \"app\"", "\"track\": \".\""), "from its parent");
  }
  fmt::print("where a project stands: {} runs\n", runs);
  EXPECT_GT(runs, 50U);
}

}  // namespace
}  // namespace hoglint::testing
