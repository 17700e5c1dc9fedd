// One file that is not what the disk has.
#include "checker/disk/stand_in_file.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "tests/support/memory_file_system.h"

namespace hoglint {
namespace {

using hoglint::testing::MemoryFileSystem;
using ::testing::ElementsAre;

std::vector<std::string> Names(const FileSystem& files, const std::string& folder) {
  std::vector<std::string> names;
  const auto entries = files.List(folder);
  if (!entries) return {entries.error().message};
  for (const FolderEntry& entry : *entries) {
    names.push_back(entry.name + (entry.kind == FileKind::kFolder ? "/" : ""));
  }
  return names;
}

std::string Text(const FileSystem& files, const std::string& path) {
  const auto text = files.Read(path);
  return text ? *text : text.error().message;
}

class StandInFileTest : public ::testing::Test {
 protected:
  StandInFileTest() {
    disk_.AddFile("/p/sql/0001_a.sql", "old");
    disk_.AddFile("/p/sql/0003_c.sql", "c");
    disk_.AddLink("/p/link", "/p/sql");
  }

  MemoryFileSystem disk_;
};

TEST_F(StandInFileTest, TakesThePlaceOfAFile) {
  const StandInFile files(disk_, "/p/sql/0001_a.sql", "new text");
  EXPECT_EQ(Text(files, "/p/sql/0001_a.sql"), "new text");
  EXPECT_EQ(Text(files, "/p/sql/0003_c.sql"), "c");
  EXPECT_EQ(files.Stat("/p/sql/0001_a.sql")->size, 8U);
  EXPECT_THAT(Names(files, "/p/sql"), ElementsAre("0001_a.sql", "0003_c.sql"));
}

TEST_F(StandInFileTest, IsThereWhereNothingIs) {
  const StandInFile files(disk_, "/p/sql/0002_b.sql", "b");
  EXPECT_EQ(files.Stat("/p/sql/0002_b.sql")->kind, FileKind::kFile);
  EXPECT_THAT(Names(files, "/p/sql"), ElementsAre("0001_a.sql", "0002_b.sql", "0003_c.sql"));
  EXPECT_EQ(files.RealPath("/p/sql/0002_b.sql"), "/p/sql/0002_b.sql");
  EXPECT_FALSE(files.Stat("/p/sql/0004_d.sql"));
}

TEST_F(StandInFileTest, BringsTheFoldersAboveIt) {
  const StandInFile files(disk_, "/p/new/0001_a/migration.sql", "x");
  EXPECT_EQ(files.Stat("/p/new/0001_a")->kind, FileKind::kFolder);
  EXPECT_THAT(Names(files, "/p"), ElementsAre("link/", "new/", "sql/"));
  EXPECT_THAT(Names(files, "/p/new"), ElementsAre("0001_a/"));
  EXPECT_THAT(Names(files, "/p/new/0001_a"), ElementsAre("migration.sql"));
  EXPECT_EQ(files.RealPath("/p/new"), "/p/new");
}

TEST_F(StandInFileTest, FollowsLinks) {
  const StandInFile files(disk_, "/p/link/0002_b.sql", "b");
  EXPECT_EQ(files.RealPath("/p/link/0002_b.sql"), "/p/sql/0002_b.sql");
  EXPECT_EQ(Text(files, "/p/sql/0002_b.sql"), "b");
  EXPECT_THAT(Names(files, "/p/sql"), ElementsAre("0001_a.sql", "0002_b.sql", "0003_c.sql"));
}

}  // namespace
}  // namespace hoglint
