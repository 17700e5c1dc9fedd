// Two roads to one schema: what the SQL files make (Fold) and what drizzle-kit wrote down after
// generating each of them (the snapshots) must be the same, after every migration of every real
// folder. What is not the same is listed, with its reason, in snapshot_explained.txt.
#include <fmt/format.h>
#include <gmock/gmock.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "lint/facts/fold.h"
#include "lint/journal/analysis.h"
#include "lint/journal/compare.h"
#include "lint/journal/journal.h"
#include "lint/journal/snapshot.h"

namespace hoglint {
namespace {

namespace fs = std::filesystem;
using ::testing::IsEmpty;

std::string ReadFile(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

// A Drizzle folder with, for each migration, the place of its snapshot among `snapshots`.
struct Folder {
  Sources sources;
  Track track;
  std::vector<std::optional<std::size_t>> snapshot_of;
  std::vector<Snapshot> snapshots;
};

class FolderReader {
 public:
  explicit FolderReader(fs::path path) : path_(std::move(path)) {
    folder_.track.starts_at_beginning = true;
  }

  Folder Read() && {
    if (fs::exists(path_ / "meta" / "_journal.json")) {
      ReadJournalFolder();
    } else {
      ReadMigrationFolders();
    }
    folder_.snapshots = ReadSnapshots(snapshot_files_);
    for (const Snapshot& snapshot : folder_.snapshots) {
      EXPECT_THAT(snapshot.problems, IsEmpty()) << folder_.sources[snapshot.file].path();
    }
    return std::move(folder_);
  }

 private:
  const SourceFile& Add(const fs::path& path) {
    return folder_.sources.Add(path.string(), ReadFile(path));
  }

  void ReadJournalFolder() {
    folder_.track.layout = Layout::kDrizzleJournal;
    const Journal journal = ReadJournal(Add(path_ / "meta" / "_journal.json"));
    EXPECT_THAT(journal.problems, IsEmpty()) << path_;
    for (const JournalEntry& entry : journal.entries) {
      AddMigration(entry.tag, path_ / (entry.tag + ".sql"),
                   path_ / "meta" / SnapshotName(entry.tag));
    }
  }

  void ReadMigrationFolders() {
    folder_.track.layout = Layout::kDrizzleFolders;
    std::set<fs::path> folders;
    for (const fs::directory_entry& entry : fs::directory_iterator(path_)) {
      if (fs::exists(entry.path() / "migration.sql")) folders.insert(entry.path());
    }
    for (const fs::path& folder : folders) {
      AddMigration(folder.filename().string(), folder / "migration.sql", folder / "snapshot.json");
    }
  }

  void AddMigration(std::string tag, const fs::path& sql, const fs::path& snapshot) {
    ASSERT_TRUE(fs::exists(sql)) << sql;
    const SourceFile& file = Add(sql);
    Migration migration;
    migration.tag = std::move(tag);
    migration.file = file.id();
    migration.parsed = Parse(file, {.chunks = ChunkRule::kBreakpoints, .sections = {}});
    folder_.track.migrations.push_back(std::move(migration));
    folder_.snapshot_of.emplace_back();
    if (!fs::exists(snapshot)) return;
    folder_.snapshot_of.back() = snapshot_files_.size();
    snapshot_files_.push_back(&Add(snapshot));
  }

  fs::path path_;
  Folder folder_;
  std::vector<const SourceFile*> snapshot_files_;
};

// What one folder's two roads gave.
struct RoadResult {
  std::size_t compared = 0;          // migrations whose snapshot has a schema
  std::vector<std::string> lines;    // "migration | difference", where it is introduced
  std::vector<std::string> skipped;  // migrations without a comparison
};

RoadResult Walk(const Folder& folder) {
  RoadResult result;
  const std::vector<bool> know_all = KnowAllBefore(folder.snapshots);
  std::vector<Difference> before;
  std::size_t next = 0;
  FoldVisitor visitor;
  visitor.on_migration = [&](const Migration& migration, const Catalogue& catalogue) {
    const std::optional<std::size_t> index = folder.snapshot_of.at(next++);
    if (!index || !folder.snapshots[*index].schema || !know_all[*index]) {
      result.skipped.push_back(migration.tag);
      return;
    }
    ++result.compared;
    std::vector<Difference> now = CompareWithSnapshot(catalogue, *folder.snapshots[*index].schema);
    for (const Difference& difference : NewDifferences(before, now)) {
      result.lines.push_back(fmt::format("{} | {}", migration.tag, Describe(difference)));
    }
    before = std::move(now);
  };
  FoldOptions options;
  options.batching = Batching::kEachMigration;
  static_cast<void>(Fold(folder.track, folder.sources, Catalogue(), options, visitor));
  return result;
}

// "folder | migration | difference | reason", as snapshot_explained.txt has them.
std::vector<std::string> ExplainedLines() {
  const char* root = std::getenv("HOGLINT_SOURCE_DIR");
  if (root == nullptr) return {"HOGLINT_SOURCE_DIR is not set"};
  std::ifstream stream(fs::path(root) / "tests" / "oracle" / "snapshot_explained.txt");
  EXPECT_TRUE(stream.good());
  std::vector<std::string> lines;
  for (std::string line; std::getline(stream, line);) {
    if (!line.empty() && !line.starts_with('#')) lines.push_back(line);
  }
  return lines;
}

// "migration | difference" of the lines for one folder.
std::vector<std::string> Explained(const std::string& folder) {
  std::vector<std::string> lines;
  const std::string prefix = folder + " | ";
  for (const std::string& line : ExplainedLines()) {
    const std::size_t reason = line.rfind(" | ");
    if (line.starts_with(prefix)) {
      lines.push_back(line.substr(prefix.size(), reason - prefix.size()));
    }
  }
  return lines;
}

// Where a folder of that name is, if it is on this machine.
std::optional<fs::path> FindFolder(const std::string& name) {
  if (name.starts_with("tests/")) {
    const char* root = std::getenv("HOGLINT_SOURCE_DIR");
    return root == nullptr ? std::nullopt : std::optional(fs::path(root) / name);
  }
  const char* shared = std::getenv("HOGLINT_SHARED_DATA");
  if (shared == nullptr) return std::nullopt;
  const fs::path folder = name.starts_with("layouts/") ? fs::path(shared) / "drizzle-samples" / name
                                                       : fs::path(shared) / name;
  if (!fs::is_directory(folder)) return std::nullopt;
  return folder;
}

struct Corpus {
  std::string folder;
  std::size_t compared;  // how many migrations must have been compared
  std::size_t skipped;   // how many have no (full) snapshot
};

class SnapshotRoad : public ::testing::TestWithParam<Corpus> {};

TEST_P(SnapshotRoad, SqlAndSnapshotsAgreeAfterEveryMigration) {
  const std::optional<fs::path> path = FindFolder(GetParam().folder);
  if (!path) GTEST_SKIP() << GetParam().folder << " is not here (HOGLINT_SHARED_DATA)";
  const Folder folder = FolderReader(*path).Read();
  const RoadResult result = Walk(folder);
  EXPECT_EQ(result.compared, GetParam().compared);
  EXPECT_EQ(result.skipped.size(), GetParam().skipped);
  // Both directions: nothing unexplained, no explanation that nobody needs.
  EXPECT_THAT(result.lines, ::testing::UnorderedElementsAreArray(Explained(GetParam().folder)));
  RecordProperty("compared", static_cast<int>(result.compared));
}

std::string TestName(const ::testing::TestParamInfo<Corpus>& info) {
  std::string name = info.param.folder;
  std::ranges::replace_if(
      name, [](char c) { return !std::isalnum(static_cast<unsigned char>(c)); }, '_');
  return name;
}

std::vector<Corpus> Corpora() {
  return {
      {"corpora/hogsend-engine", 74, 1},                             // 0037 has no snapshot
      {"corpora/hogsend-scaffold", 1, 0}, {"corpora/sim", 37, 261},  // 260 stubs, and 0207 has none
      {"corpora/appstrate", 42, 0},       {"corpora/zero", 26, 0},
      {"corpora/motormetrics", 22, 0}};
}

// One schema with everything that drizzle-orm can declare, changed, and with v1 renamed: what
// drizzle-kit 0.31.11 and 1.0.0-rc.5 generated from the schema_*.ts beside them.
std::vector<Corpus> OwnFolders() {
  return {{"tests/oracle/drizzle_kit/v0", 2, 0}, {"tests/oracle/drizzle_kit/v1", 3, 0}};
}

std::vector<Corpus> Samples() {
  std::vector<Corpus> samples;
  for (const char* kit : {"kit-0.19.13",
                          "kit-0.20.18",
                          "kit-0.21.4",
                          "kit-0.22.8",
                          "kit-0.27.2",
                          "kit-0.31.0",
                          "v0.31.11/add_column_with_fk",
                          "v0.31.11/enum_drop_value",
                          "v0.31.11/rename_column",
                          "v0.31.11_misc/custom",
                          "v0.31.11_misc/rename_plus_type_dropped_m4",
                          "v0.31.11_misc/stale_journal_overwrite_m2",
                          "v1.0.0-rc.4/add_index",
                          "v1.0.0-rc.4/drop_table",
                          "v1.0.0-rc.4/enum_drop_value",
                          "v1.0.0-rc.4/rename_column",
                          "v1.0.0-rc.4/schema_create",
                          "v1.0.0-rc.5/add_column_with_fk",
                          "v1.0.0-rc.5/enum_drop_value",
                          "v1.0.0-rc.5/rename_column",
                          "up/v0.31.11_from_0.20.18",
                          "up/v0.31.11_from_0.21.4",
                          "up/v1rc5_from_v0.20.18",
                          "up/v1rc5_from_prefix_none",
                          "up/v1rc5_from_prefix_timestamp",
                          "up/v1rc5_from_v0.31_index",
                          "up/v1rc5_from_v1rc4"}) {
    samples.push_back({std::string("layouts/") + kit, 2, 0});
  }
  samples.push_back({"layouts/v0.31.11_misc/breakpoints_false", 1, 0});
  samples.push_back({"layouts/v0.31.11_misc/fk_name_over_63_m5", 1, 0});
  samples.push_back({"layouts/v0.31.11_misc/handwritten_no_snapshot_m3", 2, 1});
  samples.push_back({"layouts/v0.31.11_misc/prefix_mix_m1", 3, 0});
  samples.push_back({"layouts/v0.31.11_misc/merge_conflict_naive", 4, 0});
  samples.push_back({"layouts/v0.31.11_misc/merge_conflict_same_prevId", 3, 0});
  samples.push_back({"layouts/up/v1rc5_from_naive_merge", 4, 0});
  samples.push_back({"layouts/up/v1rc5_from_same_prevId", 3, 0});
  samples.push_back({"layouts/v1.0.0-rc.5_misc/branch_conflict", 2, 1});
  samples.push_back({"layouts/v1.0.0-rc.5_misc/merge_commutative", 3, 1});
  return samples;
}

INSTANTIATE_TEST_SUITE_P(Corpora, SnapshotRoad, ::testing::ValuesIn(Corpora()), TestName);
INSTANTIATE_TEST_SUITE_P(OwnFolders, SnapshotRoad, ::testing::ValuesIn(OwnFolders()), TestName);
INSTANTIATE_TEST_SUITE_P(Samples, SnapshotRoad, ::testing::ValuesIn(Samples()), TestName);

TEST(SnapshotExplained, EveryLineNamesAFolderThatIsWalked) {
  std::set<std::string> folders;
  for (const std::vector<Corpus>& list : {Corpora(), OwnFolders(), Samples()}) {
    for (const Corpus& corpus : list) folders.insert(corpus.folder);
  }
  for (const std::string& line : ExplainedLines()) {
    EXPECT_TRUE(folders.contains(line.substr(0, line.find(" | ")))) << line;
    EXPECT_EQ(std::ranges::count(line, '|'), 3) << line;
  }
}

}  // namespace
}  // namespace hoglint
