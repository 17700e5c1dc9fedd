#include "checker/disk/disk.h"

#include <gmock/gmock.h>
#include <sys/stat.h>
#include <unistd.h>

#include <string>
#include <vector>

#include "lint/base/limits.h"
#include "tests/support/temp_folder.h"

namespace hoglint {
namespace {

using hoglint::testing::ReadWholeFile;
using hoglint::testing::TempFolder;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::vector<std::string> Names(const std::vector<FolderEntry>& entries) {
  std::vector<std::string> names;
  for (const FolderEntry& entry : entries) names.push_back(entry.name);
  return names;
}

TEST(Disk, ReadsBytesUnchanged) {
  const TempFolder folder;
  const std::string bytes("\xEF\xBB\xBFSELECT 1;\r\n\0\xFF", 16);
  const std::string path = folder.Write("a.sql", bytes);
  const auto read = Disk().Read(path);
  ASSERT_TRUE(read);
  EXPECT_EQ(*read, bytes);
  EXPECT_EQ(*Disk().Read(folder.Write("empty.sql", "")), "");
}

TEST(Disk, ReadsFilesThatHaveNoSizeUntilTheyAreRead) {
  const auto read = Disk().Read("/proc/self/status");
  ASSERT_TRUE(read);
  EXPECT_THAT(*read, HasSubstr("Pid:"));
}

TEST(Disk, RefusesWhatIsNoFile) {
  const TempFolder folder;
  EXPECT_EQ(Disk().Read(folder.MakeFolder("x.sql")).error().message, "it is a folder");
  const std::string pipe = folder / "pipe.sql";
  ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
  EXPECT_THAT(Disk().Read(pipe).error().message, HasSubstr("a pipe"));
  EXPECT_EQ(Disk().Stat(pipe)->kind, FileKind::kOther);
  EXPECT_EQ(Disk().Read(folder / "none").error().message, "no such file or directory");
  EXPECT_FALSE(Disk().Stat(folder / "none"));
}

TEST(Disk, RefusesUnreadableFiles) {
  if (::geteuid() == 0) GTEST_SKIP() << "root reads everything";
  const TempFolder folder;
  const std::string path = folder.Write("secret.sql", "SELECT 1;");
  ASSERT_EQ(::chmod(path.c_str(), 0), 0);
  EXPECT_EQ(Disk().Read(path).error().message, "permission denied");
}

TEST(Disk, RefusesFilesOverTheLimit) {
  const TempFolder folder;
  const std::string path = folder.Write("huge.sql", "");
  ASSERT_EQ(::truncate(path.c_str(), static_cast<off_t>(kMaxFileBytes) + 1), 0);  // sparse
  EXPECT_THAT(Disk().Read(path).error().message,
              HasSubstr("it has 33 MB; hoglint reads SQL files of up to 32 MB"));
}

TEST(Disk, ListsInByteOrder) {
  const TempFolder folder;
  for (const char* name : {"b.sql", "B.sql", "10.sql", "9.sql", ".hidden"}) folder.Write(name, "");
  folder.MakeFolder("meta");
  EXPECT_THAT(Names(*Disk().List(folder.path())),
              ElementsAre(".hidden", "10.sql", "9.sql", "B.sql", "b.sql", "meta"));
  EXPECT_FALSE(Disk().List(folder / "none"));
}

TEST(Disk, FollowsLinks) {
  const TempFolder folder;
  folder.Write("real/a.sql", "SELECT 1;");
  folder.Link("real", "link");
  folder.Link("nowhere", "broken");
  folder.Link("circle2", "circle1");
  folder.Link("circle1", "circle2");
  EXPECT_EQ(*Disk().Read(folder / "link/a.sql"), "SELECT 1;");
  EXPECT_EQ(Disk().Stat(folder / "link")->kind, FileKind::kFolder);
  EXPECT_EQ(Disk().RealPath(folder / "link/a.sql"), folder / "real/a.sql");
  for (const char* name : {"broken", "circle1"}) {
    EXPECT_EQ(Disk().Stat(folder / name)->kind, FileKind::kOther) << name;
    EXPECT_FALSE(Disk().RealPath(folder / name)) << name;
  }
  EXPECT_EQ(Disk().List(folder.path())->size(), 5U);
}

TEST(WriteWhole, MakesAndReplacesFiles) {
  const TempFolder folder;
  const std::string path = folder / "report.json";
  EXPECT_FALSE(WriteWhole(path, "one"));
  ASSERT_EQ(::chmod(path.c_str(), 0640), 0);
  EXPECT_FALSE(WriteWhole(path, "two"));
  EXPECT_EQ(ReadWholeFile(path), "two");
  struct ::stat status {};
  ASSERT_EQ(::stat(path.c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777U, 0640U);
  EXPECT_THAT(Names(*Disk().List(folder.path())), ElementsAre("report.json"));  // nothing left over
}

TEST(WriteWhole, KeepsLinksAndDevices) {
  const TempFolder folder;
  folder.Write("real.json", "old");
  const std::string link = folder.Link("real.json", "link.json");
  EXPECT_FALSE(WriteWhole(link, "new"));
  EXPECT_EQ(ReadWholeFile(folder / "real.json"), "new");
  EXPECT_TRUE(Disk().RealPath(link) == folder / "real.json");
  EXPECT_FALSE(WriteWhole("/dev/null", "gone"));
  EXPECT_EQ(WriteWhole("/dev/full", "too much")->message, "no space left on device");
}

TEST(WriteWhole, LeavesTheOldFileWhenItFails) {
  const TempFolder folder;
  EXPECT_EQ(WriteWhole(folder / "none/report.json", "x")->message, "no such file or directory");
  EXPECT_EQ(WriteWhole(folder.MakeFolder("folder"), "x")->message, "it is a folder");
}

}  // namespace
}  // namespace hoglint
