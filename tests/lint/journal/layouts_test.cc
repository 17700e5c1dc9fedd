// Every sample folder that real drizzle-kits wrote, from 0.19 to 1.0.0-rc.5, is read without a
// problem, and the same schema in two formats gives the same catalogue.
#include <gmock/gmock.h>

#include <algorithm>
#include <cstdlib>
#include <deque>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "lint/journal/analysis.h"
#include "lint/journal/journal.h"
#include "lint/journal/snapshot.h"

namespace hoglint {
namespace {

namespace fs = std::filesystem;
using ::testing::IsEmpty;

class Layouts : public ::testing::Test {
 protected:
  void SetUp() override {
    const char* shared = std::getenv("HOGLINT_SHARED_DATA");
    if (shared != nullptr) root_ = fs::path(shared) / "drizzle-samples" / "layouts";
    if (shared == nullptr || !fs::is_directory(root_)) {
      GTEST_SKIP() << "the samples are not here: " << root_ << " (HOGLINT_SHARED_DATA)";
    }
  }

  // Every file of that name ending below the folder, sorted by path.
  static std::vector<fs::path> FilesBelow(const fs::path& folder, std::string_view ending) {
    std::vector<fs::path> files;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
      if (entry.is_regular_file() && entry.path().filename().string().ends_with(ending)) {
        files.push_back(entry.path());
      }
    }
    std::ranges::sort(files);
    return files;
  }

  const SourceFile& Read(const fs::path& path) {
    std::ifstream stream(path, std::ios::binary);
    return sources_.Add(path.string(), {std::istreambuf_iterator<char>(stream), {}});
  }

  std::vector<Snapshot> ReadFolder(const fs::path& folder) {
    std::vector<const SourceFile*> files;
    for (const fs::path& path : FilesBelow(folder, "snapshot.json")) files.push_back(&Read(path));
    return ReadSnapshots(files);
  }

  fs::path root_;
  Sources sources_;
};

TEST_F(Layouts, EveryJournalIsReadWithoutAProblem) {
  std::size_t journals = 0;
  for (const fs::path& path : FilesBelow(root_, "_journal.json")) {
    const Journal journal = ReadJournal(Read(path));
    EXPECT_THAT(journal.problems, IsEmpty()) << path;
    EXPECT_FALSE(journal.entries.empty()) << path;
    ++journals;
  }
  EXPECT_EQ(journals, 24U);
}

TEST_F(Layouts, EverySnapshotIsReadWithoutAProblem) {
  // Migrations folders: those with a meta/ folder, and those with <timestamp>_name/ folders.
  std::map<fs::path, std::size_t> folders;
  for (const fs::path& path : FilesBelow(root_, "snapshot.json")) {
    ++folders[path.parent_path().parent_path()];
  }
  std::map<std::string, int> versions;
  for (const auto& [folder, count] : folders) {
    const std::vector<Snapshot> snapshots = ReadFolder(folder);
    EXPECT_EQ(snapshots.size(), count);
    for (const Snapshot& snapshot : snapshots) {
      ++versions[snapshot.version];
      EXPECT_THAT(snapshot.problems, IsEmpty()) << folder;
      EXPECT_TRUE(snapshot.schema.has_value()) << folder;
      EXPECT_FALSE(snapshot.prev_ids.empty()) << folder;
    }
  }
  EXPECT_THAT(versions,
              ::testing::ElementsAre(std::pair("5", 6), std::pair("6", 2), std::pair("7", 42),
                                     std::pair("8", 10), std::pair("9", 19)));
}

// Names and column types of all relations, and enums: the same schema in any format.
std::vector<std::string> Shape(const Snapshot& snapshot) {
  std::vector<std::string> lines;
  const Catalogue& catalogue = snapshot.schema->catalogue;
  for (const auto& [name, id] : catalogue.relation_names()) {
    lines.push_back(ToString(name));
    for (const Column& column : catalogue.Get(id)->columns) {
      lines.push_back(ToString(name) + "." + column.name + " " + column.type +
                      (column.not_null ? " not null" : ""));
    }
  }
  for (const auto& [name, type] : catalogue.types()) {
    for (const EnumValue& value : type.values) lines.push_back(ToString(name) + " " + value.label);
  }
  std::ranges::sort(lines);
  return lines;
}

TEST_F(Layouts, ConvertedFoldersGiveTheSameSchemas) {
  const std::vector<std::pair<std::string, std::string>> conversions{
      {"up/v0.31.11_from_0.20.18", "kit-0.20.18"},
      {"up/v0.31.11_from_0.21.4", "kit-0.21.4"},
      {"up/v1rc5_from_v1rc4", "v1.0.0-rc.4/rename_column"},
  };
  for (const auto& [converted, original] : conversions) {
    const std::vector<Snapshot> after = ReadFolder(root_ / converted);
    const std::vector<Snapshot> before = ReadFolder(root_ / original);
    ASSERT_EQ(after.size(), before.size());
    for (std::size_t i = 0; i < after.size(); ++i) {
      EXPECT_EQ(Shape(after[i]), Shape(before[i])) << converted << " " << i;
      EXPECT_NE(after[i].version, before[i].version);
    }
  }
}

// drizzle-kit's own mistakes and merges that went wrong show in the chain, and nothing else does.
TEST_F(Layouts, ChainsAreBrokenOnlyWhereTheFolderSaysSo) {
  std::vector<std::string> found;
  for (const fs::path& path : FilesBelow(root_, "_journal.json")) {
    std::vector<const SourceFile*> files;
    std::set<fs::path> seen;  // entries of one number have one snapshot
    for (const JournalEntry& entry : ReadJournal(Read(path)).entries) {
      const fs::path file = path.parent_path() / SnapshotName(entry.tag);
      if (fs::exists(file) && seen.insert(file).second) files.push_back(&Read(file));
    }
    for (const ChainAnomaly& anomaly : CheckChain(ReadSnapshots(files))) {
      if (anomaly.kind == ChainAnomalyKind::kOutdated) continue;
      const std::string folder =
          fs::relative(path.parent_path().parent_path(), root_).generic_string();
      found.push_back(folder + " " + std::to_string(anomaly.snapshot) + " " +
                      std::to_string(static_cast<int>(anomaly.kind)));
    }
  }
  const auto line = [](const std::string& folder, int snapshot, ChainAnomalyKind kind) {
    return folder + " " + std::to_string(snapshot) + " " + std::to_string(static_cast<int>(kind));
  };
  EXPECT_THAT(
      found,
      ::testing::UnorderedElementsAre(
          // Two branches.
          line("up/v1rc5_from_same_prevId", 2, ChainAnomalyKind::kFork),
          line("v0.31.11_misc/merge_conflict_same_prevId", 2, ChainAnomalyKind::kFork),
          // The third was generated against the snapshot that sorts last, which is the first.
          line("v0.31.11_misc/prefix_mix_m1", 2, ChainAnomalyKind::kFork),
          // 0001_snapshot.json was written over with the one of another 0001.
          line("v0.31.11_misc/stale_journal_overwrite_m2", 1, ChainAnomalyKind::kParentMissing)));
}

}  // namespace
}  // namespace hoglint
