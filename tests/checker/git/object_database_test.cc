// Objects that are not what they say, or too large: refused, and nothing is written beyond a
// buffer.
#include <gmock/gmock.h>
#include <sys/stat.h>
#include <zlib.h>

#include <filesystem>
#include <string>
#include <vector>

#include "checker/git/libgit.h"
#include "checker/git/loose_object.h"
#include "tests/support/git_repository.h"
#include "tests/support/temp_folder.h"

namespace hoglint {
namespace {

using hoglint::testing::GitRepository;
using hoglint::testing::TempFolder;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::string Packed(const std::string& bytes) {
  uLongf size = compressBound(static_cast<uLong>(bytes.size()));
  std::string packed(size, '\0');
  EXPECT_EQ(
      compress(reinterpret_cast<Bytef*>(packed.data()), &size,
               reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uLong>(bytes.size())),
      Z_OK);
  packed.resize(size);
  return packed;
}

std::string Object(const std::string& header, const std::string& bytes) {
  return Packed(header + '\0' + bytes);
}

class ObjectDatabaseTest : public ::testing::Test {
 protected:
  ObjectDatabaseTest() : repository_(GitRepository::Init(folder_ / "r")) {
    repository_.Commit("db/0001.sql", "SELECT 1;");
    const std::string id = repository_.Git({"rev-parse", "main^{tree}"});
    tree_ = "r/.git/objects/" + id.substr(0, 2) + "/" + id.substr(2);
  }

  // What cannot be told when the file holds these bytes.
  [[nodiscard]] std::vector<std::string> NotCheckedWith(const std::string& bytes) const {
    std::filesystem::remove(folder_ / tree_);
    folder_.Write(tree_, bytes);
    return NotChecked();
  }

  [[nodiscard]] std::vector<std::string> NotChecked() const {
    const auto repository = LibGit().Open(folder_ / "r");
    const auto comparison = (*repository)->CompareWithBase({.base = "main"});
    return comparison ? comparison->not_checked : std::vector{comparison.error().message};
  }

  TempFolder folder_;
  GitRepository repository_;
  std::string tree_;  // the file of main's tree, below the folder
};

TEST_F(ObjectDatabaseTest, ReadsWhatIsRight) {
  EXPECT_THAT(NotChecked(), IsEmpty());
  EXPECT_THAT(NotCheckedWith(Object("tree 0", "")), IsEmpty());
  const std::string name(5'000, 'a');  // more than one piece
  const std::string entry = "100644 " + name + '\0' + std::string(20, 'x');
  EXPECT_THAT(NotCheckedWith(Object("tree " + std::to_string(entry.size()), entry)), IsEmpty());
}

// libgit2 1.5 writes the bytes that are too many behind its buffer.
TEST_F(ObjectDatabaseTest, RefusesMoreBytesThanTheHeaderSays) {
  const std::string long_bytes(5'000, 'x');
  for (const std::string& bytes : {std::string("x"), std::string(57, 'x'), long_bytes}) {
    for (const char* header : {"tree 0", "tree 000", "tree 10", "tree 56"}) {
      if (bytes.size() <= 10) continue;
      EXPECT_THAT(NotCheckedWith(Object(header, bytes)), ElementsAre(HasSubstr("header says")))
          << header << ' ' << bytes.size();
    }
  }
  EXPECT_THAT(NotCheckedWith(Object("tree 4990", long_bytes)),
              ElementsAre(HasSubstr("header says")));
}

TEST_F(ObjectDatabaseTest, RefusesFewer) {
  for (const char* header : {"tree 6", "tree 5000", "tree 60000000"}) {
    EXPECT_THAT(NotCheckedWith(Object(header, "12345")),
                ElementsAre(HasSubstr("is not as long as its header says")))
        << header;
  }
}

TEST_F(ObjectDatabaseTest, RefusesWhatIsNoObject) {
  for (const char* header : {"", "tree", "tree ", " 5", "tree x", "tree 5x", "tree -1", "leaf 5",
                             "tree 99999999999999999999", "ofs-delta 5"}) {
    EXPECT_THAT(NotCheckedWith(Object(header, "12345")), ElementsAre(HasSubstr("has no header")))
        << header;
  }
  EXPECT_THAT(NotCheckedWith(""), ElementsAre(HasSubstr("has no header")));
  EXPECT_THAT(NotCheckedWith(std::string(100, 'x')), ElementsAre(HasSubstr("has no header")));
  EXPECT_THAT(NotCheckedWith(Packed(std::string(100, 'x'))),
              ElementsAre(HasSubstr("has no header")));
  EXPECT_THAT(NotCheckedWith(Object("tree 100000000000", "12345")),
              ElementsAre(HasSubstr("the limit is")));
}

TEST_F(ObjectDatabaseTest, RefusesADamagedStream) {
  std::string damaged = Object("tree 5", "12345");
  damaged.back() ^= 1;  // of the checksum
  EXPECT_THAT(NotCheckedWith(damaged), ElementsAre(HasSubstr("is not as long")));
  damaged.resize(damaged.size() - 3);
  EXPECT_THAT(NotCheckedWith(damaged), ElementsAre(HasSubstr("is not as long")));
}

TEST_F(ObjectDatabaseTest, DoesNotWaitForAPipe) {
  std::filesystem::remove(folder_ / tree_);
  ASSERT_EQ(::mkfifo((folder_ / tree_).c_str(), 0600), 0);
  EXPECT_THAT(NotChecked(), ElementsAre(HasSubstr("it is a pipe or a device")));
}

// 700 kB of a pack can be a commit of 700 MB.
TEST_F(ObjectDatabaseTest, RefusesLargeObjectsInPacks) {
  const std::string text = "tree " + repository_.Git({"rev-parse", "main^{tree}"}) +
                           "\nauthor A <a@b> 1700000000 +0000\ncommitter A <a@b> 1700000000 +0000" +
                           "\n\n";
  for (const std::size_t size : {git::kMaxObjectBytes, git::kMaxObjectBytes + 1}) {
    folder_.Write("commit", text + std::string(size - text.size(), 'a'));
    const std::string id =
        repository_.Git({"hash-object", "-t", "commit", "-w", folder_ / "commit"});
    repository_.Git({"update-ref", "refs/heads/main", id});
    repository_.Git({"repack", "-a", "-d", "-q"});
    EXPECT_EQ(NotChecked().size(), size > git::kMaxObjectBytes ? 1U : 0U);
  }
  EXPECT_THAT(NotChecked(), ElementsAre(HasSubstr("has 67108865 bytes, the limit is 67108864")));
}

TEST_F(ObjectDatabaseTest, FindsWhatAnIdBegins) {
  const std::string id = repository_.Git({"rev-parse", "main"});
  const auto repository = LibGit().Open(folder_ / "r");
  const auto comparison = (*repository)->CompareWithBase({.base = id.substr(0, 8)});
  ASSERT_TRUE(comparison) << comparison.error().message;
  EXPECT_THAT(comparison->not_checked, IsEmpty());
  EXPECT_FALSE((*repository)->CompareWithBase({.base = "0123abcd"}));
}

TEST_F(ObjectDatabaseTest, FollowsAlternatesOfAlternatesAndEndsInCircles) {
  const std::string objects = folder_ / "r/.git/objects";
  for (const std::string name : {"b", "c"}) {
    GitRepository::Init(folder_ / name);
    const std::string next = name == "b" ? "../../../c/.git/objects" : objects;
    folder_.Write(name + "/.git/objects/info/alternates", "# why\n" + next + "\n/none\n");
    folder_.Write(name + "/.git/HEAD", repository_.Git({"rev-parse", "main"}) + "\n");
  }
  folder_.Write("r/.git/objects/info/alternates", (folder_ / "b/.git/objects") + "\n");
  const auto repository = LibGit().Open(folder_ / "b");
  const auto commit = (*repository)->ReadCommit("HEAD");
  ASSERT_TRUE(commit) << commit.error().message;
  EXPECT_EQ(*(*commit)->Read((folder_ / "b") + "/db/0001.sql"), "SELECT 1;");
}

// As far as git 2.39 does.
TEST_F(ObjectDatabaseTest, FollowsSixAlternatesAndNotSeven) {
  std::string before = folder_ / "r/.git/objects";
  const std::string commit = repository_.Git({"rev-parse", "main"});
  for (int i = 1; i <= 7; ++i) {
    const std::string name = "chain" + std::to_string(i);
    GitRepository::Init(folder_ / name);
    folder_.Write(name + "/.git/objects/info/alternates", before + "\n");
    folder_.Write(name + "/.git/HEAD", commit + "\n");
    before = folder_ / (name + "/.git/objects");
    const auto repository = LibGit().Open(folder_ / name);
    EXPECT_EQ((*repository)->ReadCommit("HEAD").has_value(), i <= 6) << i;
  }
}

}  // namespace
}  // namespace hoglint
