// Reading projects that are in git repositories.
#include <gmock/gmock.h>

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "checker/disk/disk.h"
#include "checker/git/libgit.h"
#include "checker/project/read_project.h"
#include "tests/support/git_repository.h"
#include "tests/support/temp_folder.h"

namespace hoglint {
namespace {

using hoglint::testing::GitRepository;
using hoglint::testing::TempFolder;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

// A repository whose main has db/1.sql; "feature" is checked out and adds db/2.sql; db/3.sql is not
// committed.
class ProjectInGitTest : public ::testing::Test {
 protected:
  ProjectInGitTest() : repository_(GitRepository::Init(folder_ / "r")) {
    repository_.Commit("db/1.sql", "CREATE TABLE a ();");
    repository_.Branch("feature");
    repository_.Commit("db/2.sql", "CREATE TABLE b ();");
    repository_.Write("db/3.sql", "CREATE TABLE c ();");
  }

  Result<Project> Read(std::vector<std::string> paths, BaseRequest base = {}, bool all = false) {
    return ReadProject(disk_, git_,
                       {.folder = folder_ / "r/db",
                        .paths = std::move(paths),
                        .base = std::move(base),
                        .all = all,
                        .runner = std::nullopt});
  }

  // "1 merged", "2 new" ... of the first track.
  std::vector<std::string> Standings(const Result<Project>& project) {
    std::vector<std::string> standings;
    EXPECT_TRUE(project) << (project ? "" : project.error().message);
    if (!project || project->workspace.tracks.empty()) return standings;
    for (const Migration& migration : project->workspace.tracks.front().migrations) {
      standings.push_back(migration.tag + (migration.merged ? " merged" : " new"));
    }
    return standings;
  }

  TempFolder folder_;
  GitRepository repository_;
  Disk disk_;
  LibGit git_;
};

TEST_F(ProjectInGitTest, WhatBaseHasIsMerged) {
  const auto project = Read({"."});
  EXPECT_THAT(Standings(project), ElementsAre("1 merged", "2 new", "3 new"));
  EXPECT_EQ(project->base, "main");
  EXPECT_THAT(project->workspace.not_checked, IsEmpty());
}

TEST_F(ProjectInGitTest, PathsAreShownFromTheRepositorysRoot) {
  const auto project = Read({});
  ASSERT_TRUE(project);
  const Track& track = project->workspace.tracks.front();
  EXPECT_EQ(track.folder, "db");
  EXPECT_EQ(project->sources[track.migrations.front().file].path(), "db/1.sql");
}

TEST_F(ProjectInGitTest, FilesThatAreNamedAreAlwaysNew) {
  EXPECT_THAT(Standings(Read({"1.sql"})), ElementsAre("1 new"));
}

TEST_F(ProjectInGitTest, EditsOfMergedFilesAreToldNotJudged) {
  repository_.Write("db/1.sql", "CREATE TABLE edited ();");
  const auto project = Read({"."});
  EXPECT_THAT(Standings(project), ElementsAre("1 merged", "2 new", "3 new"));
  ASSERT_EQ(project->workspace.not_checked.size(), 1U);
  EXPECT_EQ(project->workspace.not_checked[0].file, "db/1.sql");
  EXPECT_THAT(project->workspace.not_checked[0].reason, HasSubstr("edited since it is on main"));
}

TEST_F(ProjectInGitTest, AHeadIsReadWithoutCheckout) {
  EXPECT_THAT(Standings(Read({"."}, {.head = "feature"})), ElementsAre("1 merged", "2 new"));
  EXPECT_THAT(Standings(Read({"."}, {.head = "main"})), ElementsAre("1 merged"));
  EXPECT_THAT(Standings(Read({}, {.base = "main", .head = "feature"})),
              ElementsAre("1 merged", "2 new"));
  EXPECT_EQ(Read({"3.sql"}, {.head = "feature"}).error().message,
            "no such file or folder: 3.sql; did you mean 1.sql?");
}

TEST_F(ProjectInGitTest, AHeadMayHaveFoldersThatTheDiskLacks) {
  repository_.Branch("other");
  repository_.Commit("db/more/1_x.sql", "SELECT 1;");
  repository_.Checkout("feature");
  EXPECT_THAT(Standings(Read({"more"}, {.head = "other"})), ElementsAre("1_x new"));
}

TEST_F(ProjectInGitTest, UnknownRefsAreErrors) {
  EXPECT_EQ(Read({"."}, {.base = "mian"}).error().message,
            "--base: git knows no 'mian' here; did you mean 'main'?");
  EXPECT_EQ(Read({"1.sql"}, {.base = "mian"}).error().message,
            "--base: git knows no 'mian' here; did you mean 'main'?");
  EXPECT_EQ(Read({"."}, {.head = "featur"}).error().message,
            "--head: git knows no 'featur' here; did you mean 'feature'?");
}

TEST_F(ProjectInGitTest, WhatCannotBeComparedIsNewAndTold) {
  std::filesystem::remove(folder_ / "r/.git/HEAD");
  const auto project = Read({"."});
  EXPECT_THAT(Standings(project), ElementsAre("1 new", "2 new", "3 new"));
  ASSERT_EQ(project->workspace.not_checked.size(), 1U);
  EXPECT_THAT(project->workspace.not_checked[0].reason,
              HasSubstr("which migrations are already merged: "));
  EXPECT_THAT(Read({"."}, {}, /*all=*/true)->workspace.not_checked, IsEmpty());
  EXPECT_THAT(Read({"."}, {.base = "main"}).error().message, HasSubstr("--base needs git: "));
}

TEST_F(ProjectInGitTest, LinksThatLeaveTheRepositoryAreNotFollowed) {
  folder_.Write("secret.txt", "the database's password");
  folder_.Link("../../secret.txt", "r/db/4.sql");
  const auto project = Read({"."});
  EXPECT_THAT(Standings(project), ElementsAre("1 merged", "2 new", "3 new"));
  ASSERT_EQ(project->failures.size(), 1U);
  EXPECT_THAT(project->failures[0].message, HasSubstr("outside of the project"));
}

TEST_F(ProjectInGitTest, SeveralRepositoriesEachHaveTheirBase) {
  const GitRepository other = GitRepository::Init(folder_ / "other", "master");
  other.Commit("sql/1.sql", "SELECT 1;");
  other.Write("sql/2.sql", "SELECT 2;");
  const auto project = Read({".", other.path() + "/sql"});
  ASSERT_TRUE(project);
  EXPECT_EQ(project->base, "main, master");
  ASSERT_EQ(project->workspace.tracks.size(), 2U);
  EXPECT_EQ(project->workspace.tracks[1].folder, "sql");
  EXPECT_TRUE(project->workspace.tracks[1].migrations[0].merged);
  EXPECT_FALSE(project->workspace.tracks[1].migrations[1].merged);
}

}  // namespace
}  // namespace hoglint
