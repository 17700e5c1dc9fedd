// Repositories of every shape, and reading commits.
#include "checker/git/libgit.h"

#include <gmock/gmock.h>
#include <unistd.h>

#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/git_repository.h"
#include "tests/support/temp_folder.h"

namespace hoglint {
namespace {

using hoglint::testing::GitRepository;
using hoglint::testing::TempFolder;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::unique_ptr<Repository> Open(const std::string& folder) {
  auto repository = LibGit().Open(folder);
  EXPECT_TRUE(repository && *repository != nullptr);
  return repository ? *std::move(repository) : nullptr;
}

GitRepository OneCommit(const std::string& path) {
  GitRepository repository = GitRepository::Init(path);
  repository.Commit("db/0001.sql", "SELECT 1;");
  return repository;
}

TEST(Open, FindsNoneOutsideOfRepositories) {
  const TempFolder folder;
  const auto repository = LibGit().Open(folder.path());
  ASSERT_TRUE(repository);
  EXPECT_EQ(*repository, nullptr);
}

TEST(Open, ReadsWorktrees) {
  const TempFolder folder;
  const GitRepository source = OneCommit(folder / "r");
  source.Git({"worktree", "add", "--quiet", "-b", "feature", folder / "wt"});
  folder.Write("wt/db/0002.sql", "SELECT 2;");
  const auto repository = Open(folder / "wt/db");
  EXPECT_EQ(repository->root(), folder / "wt");
  const auto comparison = repository->CompareWithBase({});
  ASSERT_TRUE(comparison);
  EXPECT_EQ(comparison->base, "main");
  EXPECT_EQ(comparison->standing("db/0001.sql", "SELECT 1;"), Standing::kMerged);
  EXPECT_EQ(comparison->standing("db/0002.sql", "SELECT 2;"), Standing::kNew);
}

TEST(Open, TakesASubmoduleForARepositoryOfItsOwn) {
  const TempFolder folder;
  const GitRepository inner = OneCommit(folder / "inner");
  const GitRepository outer = OneCommit(folder / "outer");
  outer.Git(
      {"-c", "protocol.file.allow=always", "submodule", "--quiet", "add", inner.path(), "sub"});
  const auto repository = Open(folder / "outer/sub/db");
  EXPECT_EQ(repository->root(), folder / "outer/sub");
  EXPECT_EQ(repository->CompareWithBase({})->base, "origin/main");
}

TEST(Open, ReadsCommitsOfBareRepositories) {
  const TempFolder folder;
  const GitRepository bare =
      GitRepository::Clone(OneCommit(folder / "r"), folder / "bare.git", {"--bare"});
  const auto repository = Open(bare.path());
  EXPECT_EQ(repository->root(), folder / "bare.git");
  const auto without_head = repository->CompareWithBase({});
  ASSERT_TRUE(without_head);
  EXPECT_THAT(without_head->not_checked, ElementsAre(HasSubstr("--head")));
  EXPECT_EQ(*(*repository->ReadCommit("main"))->Read(folder / "bare.git/db/0001.sql"), "SELECT 1;");
}

TEST(Open, TellsBrokenRepositoriesFromNone) {
  const TempFolder folder;
  const GitRepository no_head = OneCommit(folder / "no_head");
  std::filesystem::remove(folder / "no_head/.git/HEAD");
  folder.Write("bad_link/.git", "gitdir: /nowhere\n");
  folder.Write("no_link/.git", "nonsense");
  for (const char* name : {"no_head", "bad_link", "no_link"}) {
    const auto repository = LibGit().Open(folder / name);
    EXPECT_FALSE(repository) << name;
  }
}

TEST(Open, SurvivesMissingObjects) {
  const TempFolder folder;
  const GitRepository source = OneCommit(folder / "r");
  std::filesystem::remove_all(folder / "r/.git/objects");
  folder.MakeFolder("r/.git/objects");
  const auto repository = Open(folder / "r");
  const auto comparison = repository->CompareWithBase({});
  ASSERT_TRUE(comparison);
  EXPECT_FALSE(comparison->standing);
  EXPECT_THAT(comparison->not_checked, ElementsAre(HasSubstr("git fsck")));
}

// What containers see; only root can make it so.
TEST(Open, ReadsRepositoriesOfOtherUsers) {
  if (::geteuid() != 0) GTEST_SKIP() << "only root can give files away";
  const TempFolder folder;
  OneCommit(folder / "r");
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder / "r")) {
    ASSERT_EQ(::lchown(entry.path().c_str(), 12345, 12345), 0);
  }
  ASSERT_EQ(::chown((folder / "r").c_str(), 12345, 12345), 0);
  EXPECT_EQ(Open(folder / "r")->CompareWithBase({})->base, "main");
}

TEST(Open, ReadsPartialClones) {
  const TempFolder folder;
  const GitRepository origin = OneCommit(folder / "origin");
  origin.Git({"config", "uploadpack.allowFilter", "true"});
  const GitRepository clone =
      GitRepository::Clone(origin, folder / "clone", {"--filter=blob:none"});
  clone.Git({"config", "core.repositoryFormatVersion", "1"});
  clone.Git({"config", "extensions.partialClone", "origin"});
  EXPECT_EQ(Open(clone.path())->CompareWithBase({})->base, "origin/main");
}

class ReadCommitTest : public ::testing::Test {
 protected:
  ReadCommitTest() : source_(OneCommit(folder_ / "r")) {
    folder_.Link("db", "r/link");
    folder_.Link("../../../etc", "r/out");
    folder_.Link("circle", "r/circle");
    folder_.Link("0001.sql", "r/db/alias.sql");
    source_.CommitAll("links");
    source_.Branch("later");
    source_.Commit("db/0002.sql", "SELECT 2;");
    source_.Checkout("main");
    repository_ = Open(folder_ / "r");
    files_ = *repository_->ReadCommit("later");
  }

  TempFolder folder_;
  GitRepository source_;
  std::unique_ptr<Repository> repository_;
  std::unique_ptr<FileSystem> files_;
};

TEST_F(ReadCommitTest, ReadsWithoutCheckout) {
  EXPECT_EQ(*files_->Read(folder_ / "r/db/0002.sql"), "SELECT 2;");
  EXPECT_EQ(files_->Stat(folder_ / "r/db/0002.sql")->size, 9U);
  EXPECT_EQ(files_->Stat(folder_ / "r/db")->kind, FileKind::kFolder);
  EXPECT_EQ(files_->Stat(folder_ / "r")->kind, FileKind::kFolder);
  EXPECT_FALSE(files_->Stat(folder_ / "r/db/0003.sql"));
  EXPECT_FALSE(files_->Stat(folder_ / "r/db/0001.sql/x"));
  EXPECT_FALSE(files_->Stat(folder_.path()));
}

TEST_F(ReadCommitTest, Lists) {
  std::vector<std::string> names;
  const auto entries = files_->List(folder_ / "r/db");
  ASSERT_TRUE(entries);
  for (const FolderEntry& entry : *entries) {
    EXPECT_EQ(entry.kind, FileKind::kFile) << entry.name;
    names.push_back(entry.name);
  }
  EXPECT_THAT(names, ElementsAre("0001.sql", "0002.sql", "alias.sql"));
  EXPECT_FALSE(files_->List(folder_ / "r/db/0001.sql"));
}

TEST_F(ReadCommitTest, FollowsLinksInsideTheCommit) {
  EXPECT_EQ(*files_->Read(folder_ / "r/link/alias.sql"), "SELECT 1;");
  EXPECT_EQ(files_->RealPath(folder_ / "r/link/alias.sql"), folder_ / "r/db/0001.sql");
  EXPECT_EQ(files_->Stat(folder_ / "r/out")->kind, FileKind::kOther);
  EXPECT_EQ(files_->Stat(folder_ / "r/circle")->kind, FileKind::kOther);
  EXPECT_FALSE(files_->Read(folder_ / "r/out/passwd"));
}

TEST_F(ReadCommitTest, RefusesUnknownCommits) {
  const auto unknown = repository_->ReadCommit("latr");
  ASSERT_FALSE(unknown);
  EXPECT_EQ(unknown.error().message, "--head: git knows no 'latr' here; did you mean 'later'?");
}

}  // namespace
}  // namespace hoglint
