#include "checker/disk/remembered_files.h"

#include <gtest/gtest.h>

#include <map>
#include <string>

#include "tests/support/memory_file_system.h"

namespace hoglint {
namespace {

using testing::MemoryFileSystem;

// Counts what is asked.
class CountedFiles : public FileSystem {
 public:
  explicit CountedFiles(const FileSystem& files) : files_(files) {}

  std::optional<FileStatus> Stat(const std::string& path) const override {
    ++asked["stat " + path];
    return files_.Stat(path);
  }
  Result<std::string> Read(const std::string& path) const override {
    ++asked["read " + path];
    return files_.Read(path);
  }
  Result<std::vector<FolderEntry>> List(const std::string& path) const override {
    return files_.List(path);
  }
  std::optional<std::string> RealPath(const std::string& path) const override {
    ++asked["real " + path];
    return files_.RealPath(path);
  }

  mutable std::map<std::string, int> asked;

 private:
  const FileSystem& files_;
};

class RememberedFilesTest : public ::testing::Test {
 protected:
  RememberedFilesTest() {
    memory_.AddFile("/p/real/0001.sql", "SELECT 1;");
    memory_.AddFile("/p/real/0002.sql", "SELECT 2;");
    memory_.AddLink("/p/link", "/p/real");
    memory_.AddLink("/p/real/alias.sql", "/p/real/0001.sql");
    memory_.AddLink("/p/broken", "/p/nowhere");
  }

  MemoryFileSystem memory_{std::map<std::string, std::string>{}};
  CountedFiles counted_{memory_};
  RememberedFiles files_{counted_};
};

TEST_F(RememberedFilesTest, AnswersAsTheFilesDo) {
  for (const char* path :
       {"/", "/p", "/p/real", "/p/link", "/p/real/0001.sql", "/p/real/alias.sql", "/p/broken",
        "/p/link/0001.sql", "/p/link/alias.sql", "/p/nowhere", "/p/real/0001.sql/x"}) {
    for (int time = 0; time < 2; ++time) {
      EXPECT_EQ(files_.RealPath(path), memory_.RealPath(path)) << path;
      const auto status = files_.Stat(path);
      const auto expected = memory_.Stat(path);
      ASSERT_EQ(status.has_value(), expected.has_value()) << path;
      if (status) {
        EXPECT_EQ(status->kind, expected->kind) << path;
      }
      const auto text = files_.Read(path);
      const auto expected_text = memory_.Read(path);
      ASSERT_EQ(text.has_value(), expected_text.has_value()) << path;
      if (!text) {
        EXPECT_EQ(text.error().message, expected_text.error().message) << path;
      }
    }
  }
}

TEST_F(RememberedFilesTest, AsksOnce) {
  for (int time = 0; time < 3; ++time) {
    EXPECT_TRUE(files_.Stat("/p/real/0001.sql"));
    EXPECT_FALSE(files_.Stat("/p/package.json"));
    EXPECT_FALSE(files_.Read("/p/package.json"));
  }
  EXPECT_EQ(counted_.asked["stat /p/real/0001.sql"], 1);
  EXPECT_EQ(counted_.asked["stat /p/package.json"], 1);
  EXPECT_EQ(counted_.asked["read /p/package.json"], 1);
}

TEST_F(RememberedFilesTest, AsksForNothingBelowAFile) {
  EXPECT_TRUE(files_.Stat("/p/real/0001.sql"));
  EXPECT_FALSE(files_.Stat("/p/real/0001.sql/.git"));
  EXPECT_EQ(counted_.asked["stat /p/real/0001.sql/.git"], 0);
}

TEST_F(RememberedFilesTest, FollowsLinksOncePerFolder) {
  EXPECT_EQ(files_.RealPath("/p/link/0001.sql"), "/p/real/0001.sql");
  EXPECT_EQ(files_.RealPath("/p/link/0002.sql"), "/p/real/0002.sql");
  EXPECT_EQ(counted_.asked["real /p/link"], 1);
  EXPECT_EQ(counted_.asked["real /p/link/0002.sql"], 0);
}

TEST_F(RememberedFilesTest, ReadsAgainWhatItCouldRead) {
  EXPECT_EQ(*files_.Read("/p/real/0001.sql"), "SELECT 1;");
  memory_.AddFile("/p/real/0001.sql", "SELECT 3;");
  EXPECT_EQ(*files_.Read("/p/real/0001.sql"), "SELECT 3;");
}

}  // namespace
}  // namespace hoglint
