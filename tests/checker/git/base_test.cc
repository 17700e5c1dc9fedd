// Which migrations count as merged, in real repositories.
#include <gmock/gmock.h>

#include <memory>
#include <string>
#include <utility>

#include "checker/git/libgit.h"
#include "tests/support/git_repository.h"
#include "tests/support/temp_folder.h"

namespace hoglint {
namespace {

using hoglint::testing::GitRepository;
using hoglint::testing::TempFolder;
using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr const char* kFirst = "CREATE TABLE a ();";
constexpr const char* kSecond = "CREATE TABLE b ();";

std::unique_ptr<Repository> Open(const std::string& folder) {
  auto repository = LibGit().Open(folder);
  EXPECT_TRUE(repository) << (repository ? "" : repository.error().message);
  EXPECT_TRUE(repository && *repository != nullptr);
  return repository ? *std::move(repository) : nullptr;
}

Comparison Compare(const Repository& repository, const BaseRequest& request = {}) {
  auto comparison = repository.CompareWithBase(request);
  EXPECT_TRUE(comparison) << (comparison ? "" : comparison.error().message);
  return comparison ? *std::move(comparison) : Comparison{};
}

// A repository whose main has 0001.sql and whose branch "feature", checked out, adds 0002.sql.
GitRepository Feature(const std::string& path) {
  GitRepository repository = GitRepository::Init(path);
  repository.Commit("db/0001.sql", kFirst);
  repository.Branch("feature");
  repository.Commit("db/0002.sql", kSecond);
  return repository;
}

TEST(Base, IsMainWithoutARemote) {
  const TempFolder folder;
  Feature(folder / "r");
  const auto repository = Open(folder / "r/db");
  EXPECT_EQ(repository->root(), folder / "r");
  const Comparison comparison = Compare(*repository);
  EXPECT_EQ(comparison.base, "main");
  EXPECT_THAT(comparison.not_checked, IsEmpty());
  EXPECT_EQ(comparison.standing("db/0001.sql", kFirst), Standing::kMerged);
  EXPECT_EQ(comparison.standing("db/0002.sql", kSecond), Standing::kNew);
  EXPECT_EQ(comparison.standing("db/0003.sql", "untracked"), Standing::kNew);
}

TEST(Base, SeesEditsOfMergedFiles) {
  const TempFolder folder;
  Feature(folder / "r");
  const auto repository = Open(folder / "r");
  const Comparison comparison = Compare(*repository);
  EXPECT_EQ(comparison.standing("db/0001.sql", "CREATE TABLE other ();"), Standing::kEdited);
}

TEST(Base, LineEndingsAreNoEdit) {
  const TempFolder folder;
  const GitRepository source = GitRepository::Init(folder / "r");
  source.Commit("0001.sql", "CREATE TABLE a (\n);\n");
  const auto repository = Open(folder / "r");
  EXPECT_EQ(Compare(*repository).standing("0001.sql", "CREATE TABLE a (\r\n);\r\n"),
            Standing::kMerged);
}

TEST(Base, OnMainItselfOnlyUncommittedFilesAreNew) {
  const TempFolder folder;
  const GitRepository source = GitRepository::Init(folder / "r", "master");
  source.Commit("0001.sql", kFirst);
  source.Write("0002.sql", kSecond);
  const auto repository = Open(folder / "r");
  const Comparison comparison = Compare(*repository);
  EXPECT_EQ(comparison.base, "master");
  EXPECT_EQ(comparison.standing("0001.sql", kFirst), Standing::kMerged);
  EXPECT_EQ(comparison.standing("0002.sql", kSecond), Standing::kNew);
}

TEST(Base, IsTheRemotesDefaultBranch) {
  const TempFolder folder;
  const GitRepository origin = GitRepository::Init(folder / "origin", "trunk");
  origin.Commit("0001.sql", kFirst);
  const GitRepository clone = GitRepository::Clone(origin, folder / "clone");
  clone.Branch("main");  // a local branch of a likely name is not what the remote calls default
  clone.Commit("0002.sql", kSecond);
  const auto repository = Open(clone.path());
  const Comparison comparison = Compare(*repository);
  EXPECT_EQ(comparison.base, "origin/trunk");
  EXPECT_EQ(comparison.standing("0002.sql", kSecond), Standing::kNew);
}

TEST(Base, FollowsTheUpstreamRemote) {
  const TempFolder folder;
  const GitRepository origin = GitRepository::Init(folder / "origin", "dev");
  origin.Commit("0001.sql", kFirst);
  const GitRepository clone =
      GitRepository::Clone(origin, folder / "clone", {"--origin", "company"});
  const auto repository = Open(clone.path());
  EXPECT_EQ(Compare(*repository).base, "company/dev");
}

TEST(Base, UnpushedCommitsOnMainAreNew) {
  const TempFolder folder;
  const GitRepository origin = GitRepository::Init(folder / "origin");
  origin.Commit("0001.sql", kFirst);
  const GitRepository clone = GitRepository::Clone(origin, folder / "clone");
  clone.Commit("0002.sql", kSecond);
  const auto repository = Open(clone.path());
  EXPECT_EQ(Compare(*repository).standing("0002.sql", kSecond), Standing::kNew);
}

TEST(Base, TakesTheRefThatTheUserNames) {
  const TempFolder folder;
  const GitRepository source = Feature(folder / "r");
  const std::string first = source.Git({"rev-parse", "main"});
  source.Git({"tag", "v1", "main"});
  const auto repository = Open(folder / "r");
  for (const std::string& ref : {std::string("main"), first, first.substr(0, 10), std::string("v1"),
                                 std::string("HEAD~1")}) {
    const Comparison comparison = Compare(*repository, {.base = ref});
    EXPECT_EQ(comparison.base, ref);
    EXPECT_EQ(comparison.standing("db/0002.sql", kSecond), Standing::kNew) << ref;
  }
  const auto unknown = repository->CompareWithBase({.base = "mian"});
  ASSERT_FALSE(unknown);
  EXPECT_EQ(unknown.error().message, "--base: git knows no 'mian' here; did you mean 'main'?");
}

// libgit2 with the C library's regular expressions: checker/git/no_pcre.cc.
TEST(Base, TakesACommitByItsText) {
  const TempFolder folder;
  const GitRepository source = GitRepository::Init(folder / "r");
  source.Commit("db/0001.sql", kFirst);
  source.Git({"commit", "--quiet", "--allow-empty", "-m", "Release 41"});
  source.Commit("db/0002.sql", kSecond);
  const auto repository = Open(folder / "r");
  for (const std::string& ref :
       {std::string(":/Release [0-9]+"), std::string("HEAD^{/^Rel(ea)se}")}) {
    const Comparison comparison = Compare(*repository, {.base = ref});
    EXPECT_EQ(comparison.standing("db/0001.sql", kFirst), Standing::kMerged) << ref;
    EXPECT_EQ(comparison.standing("db/0002.sql", kSecond), Standing::kNew) << ref;
  }
  for (const std::string& ref : {std::string(":/release 4[23]"), std::string(":/([")}) {
    EXPECT_FALSE(repository->CompareWithBase({.base = ref})) << ref;
  }
}

TEST(Base, FindsTheNamedBranchOnTheRemote) {
  const TempFolder folder;
  const GitRepository origin = GitRepository::Init(folder / "origin", "trunk");
  origin.Commit("0001.sql", kFirst);
  origin.Branch("release");
  origin.Checkout("trunk");
  const GitRepository clone = GitRepository::Clone(origin, folder / "clone");
  const auto repository = Open(clone.path());
  EXPECT_EQ(Compare(*repository, {.base = "release"}).base, "origin/release");
}

TEST(Base, FilesThatBaseDeletedSinceAreMerged) {
  const TempFolder folder;
  const GitRepository source = Feature(folder / "r");
  source.Checkout("main");
  source.Git({"rm", "--quiet", "db/0001.sql"});
  source.CommitAll("squash");
  source.Checkout("feature");
  const auto repository = Open(folder / "r");
  EXPECT_EQ(Compare(*repository).standing("db/0001.sql", kFirst), Standing::kMerged);
}

TEST(Base, ANameTakenOnBothSidesIsNewUnlessTheTextIsTheSame) {
  const TempFolder folder;
  const GitRepository source = Feature(folder / "r");
  source.Checkout("main");
  source.Commit("db/0002.sql", "CREATE TABLE theirs ();");
  source.Commit("db/0003.sql", "CREATE TABLE picked ();");
  source.Checkout("feature");
  const auto repository = Open(folder / "r");
  const Comparison comparison = Compare(*repository);
  EXPECT_EQ(comparison.standing("db/0002.sql", kSecond), Standing::kNew);
  EXPECT_EQ(comparison.standing("db/0003.sql", "CREATE TABLE picked ();"), Standing::kMerged);
}

TEST(PullRequest, ComparesWithTheFetchedBase) {
  const TempFolder folder;
  const GitRepository origin = Feature(folder / "origin");
  origin.Checkout("main");
  const GitRepository clone = GitRepository::Clone(origin, folder / "clone");
  clone.Git({"checkout", "--quiet", "--detach", "origin/feature"});
  const auto repository = Open(clone.path());
  const Comparison comparison = Compare(*repository, {.pull_request_base = "main"});
  EXPECT_EQ(comparison.base, "origin/main");
  EXPECT_EQ(comparison.standing("db/0001.sql", kFirst), Standing::kMerged);
  EXPECT_EQ(comparison.standing("db/0002.sql", kSecond), Standing::kNew);
}

// actions/checkout with fetch-depth: 2 checks out refs/pull/N/merge and knows no other branch.
TEST(PullRequest, TakesTheMergesFirstParentForBase) {
  const TempFolder folder;
  const GitRepository origin = Feature(folder / "origin");
  origin.Checkout("main");
  origin.Merge("feature");
  origin.Git({"update-ref", "refs/heads/pull-1-merge", "HEAD"});
  origin.Git({"reset", "--quiet", "--hard", "HEAD^1"});
  const GitRepository clone = GitRepository::Clone(
      origin, folder / "clone", {"--depth=2", "--single-branch", "--branch=pull-1-merge"});
  const auto repository = Open(clone.path());
  const Comparison comparison =
      Compare(*repository, {.pull_request_base = "main", .head_is_merge = true});
  EXPECT_EQ(comparison.base, "main");
  EXPECT_EQ(comparison.standing("db/0001.sql", kFirst), Standing::kMerged);
  EXPECT_EQ(comparison.standing("db/0002.sql", kSecond), Standing::kNew);
}

TEST(PullRequest, SaysWhatAShallowCloneLacks) {
  const TempFolder folder;
  const GitRepository origin = Feature(folder / "origin");
  origin.Checkout("main");
  const GitRepository clone = GitRepository::Clone(
      origin, folder / "clone", {"--depth=1", "--single-branch", "--branch=feature"});
  const auto repository = Open(clone.path());
  const Comparison comparison =
      Compare(*repository, {.pull_request_base = "main", .head_is_merge = true});
  EXPECT_EQ(comparison.base, "");
  EXPECT_FALSE(comparison.standing);
  EXPECT_THAT(comparison.not_checked,
              ElementsAre(AllOf(HasSubstr("'main'"), HasSubstr("fetch-depth: 0"))));
}

TEST(Base, AShallowCloneWithTheBaseFetchedComparesWithItsTip) {
  const TempFolder folder;
  const GitRepository origin = Feature(folder / "origin");
  origin.Checkout("main");
  const GitRepository clone = GitRepository::Clone(
      origin, folder / "clone", {"--depth=1", "--single-branch", "--branch=feature"});
  clone.Git({"fetch", "--quiet", "--depth=1", "origin", "main:refs/remotes/origin/main"});
  const auto repository = Open(clone.path());
  const Comparison comparison = Compare(*repository);
  EXPECT_EQ(comparison.base, "origin/main");
  EXPECT_EQ(comparison.standing("db/0001.sql", kFirst), Standing::kMerged);
  EXPECT_EQ(comparison.standing("db/0001.sql", "edited"), Standing::kEdited);
  EXPECT_EQ(comparison.standing("db/0002.sql", kSecond), Standing::kNew);
}

// HEAD as base would call the whole branch merged, and the run clean.
TEST(Base, IsNotHeadWhereOnlyThatBranchWasCloned) {
  const TempFolder folder;
  const GitRepository origin = Feature(folder / "origin");
  origin.Checkout("main");
  for (const char* depth : {"--depth=1", "--depth=100"}) {
    const GitRepository clone = GitRepository::Clone(
        origin, folder / depth, {depth, "--single-branch", "--branch=feature"});
    const auto repository = Open(clone.path());
    const Comparison comparison = Compare(*repository);
    EXPECT_FALSE(comparison.standing) << depth;
    EXPECT_THAT(comparison.not_checked, ElementsAre(HasSubstr("--base"))) << depth;
  }
}

// What is said to run has to bring the ref: a clone of one branch keeps no other by itself.
TEST(Base, SaysHowToFetchARefIntoAShallowClone) {
  const TempFolder folder;
  const GitRepository origin = Feature(folder / "origin");
  const std::string main = origin.Git({"rev-parse", "main"});
  const GitRepository clone = GitRepository::Clone(
      origin, folder / "clone", {"--depth=1", "--single-branch", "--branch=feature"});
  const auto said = [&](const std::string& ref) {
    const auto comparison = Open(clone.path())->CompareWithBase({.base = ref});
    return comparison ? std::string() : comparison.error().message;
  };
  constexpr const char* kFetch =
      "run `git fetch --depth=1 origin main:refs/remotes/origin/main` first";
  EXPECT_THAT(said("main"), HasSubstr(kFetch));
  EXPECT_THAT(said("origin/main"), HasSubstr(kFetch));
  EXPECT_THAT(said("HEAD~2"), HasSubstr("run `git fetch --unshallow` first"));
  EXPECT_THAT(said(main), HasSubstr("run `git fetch --depth=1 origin " + main + "` first"));
  clone.Git({"fetch", "--quiet", "--depth=1", "origin", "main:refs/remotes/origin/main"});
  EXPECT_EQ(said("main"), "");
  EXPECT_EQ(said("origin/main"), "");
  const auto named =
      Open(clone.path())->CompareWithBase({.base = "gone", .base_named_by = "hoglint.json: base"});
  ASSERT_FALSE(named);
  EXPECT_THAT(named.error().message,
              ::testing::StartsWith("hoglint.json: base: git knows no 'gone'"));
}

TEST(Base, IsHeadWhereThereIsNothingElse) {
  const TempFolder folder;
  const GitRepository source = GitRepository::Init(folder / "r", "trunk");
  source.Commit("0001.sql", kFirst);
  const auto repository = Open(folder / "r");
  const Comparison comparison = Compare(*repository);
  EXPECT_EQ(comparison.base, "HEAD");
  EXPECT_EQ(comparison.standing("0001.sql", kFirst), Standing::kMerged);
  EXPECT_EQ(comparison.standing("0002.sql", kSecond), Standing::kNew);
  EXPECT_THAT(comparison.not_checked, ElementsAre(HasSubstr("--base")));
  source.Checkout("HEAD~0");  // detached: HEAD may be anything
  EXPECT_FALSE(Compare(*Open(folder / "r")).standing);
}

TEST(Base, BeforeTheFirstCommitAllIsNew) {
  const TempFolder folder;
  GitRepository::Init(folder / "r");
  const auto repository = Open(folder / "r");
  const Comparison comparison = Compare(*repository);
  EXPECT_FALSE(comparison.standing);
  EXPECT_THAT(comparison.not_checked, IsEmpty());
}

}  // namespace
}  // namespace hoglint
