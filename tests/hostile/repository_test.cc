// Repositories that are damaged, or made to mislead: never a crash, never "clean" by mistake.
#include <gmock/gmock.h>
#include <sys/stat.h>

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "tests/hostile/world.h"

namespace hoglint::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class RepositoryTest : public World {
 protected:
  // main has a table, the branch drops it: an error, unless that migration passes as merged.
  [[nodiscard]] GitRepository DropOnABranch() const {
    WriteProject();
    GitRepository repository = CommitAll();
    repository.Branch("change");
    Write("drizzle/meta/_journal.json", JournalOf({"0000_init", "0001_drop"}));
    repository.Commit("drizzle/0001_drop.sql", "DROP TABLE \"t\";\n");
    return repository;
  }
  // The drop is found, or the run says that it failed.
  void ExpectNotClean(const std::string& words) {
    const Ran result = Hoglint(words, 20);
    EXPECT_TRUE(result.Answered()) << words << result.code << result.err;
    EXPECT_NE(result.code, 0) << words << result.all();
  }
};

TEST_F(RepositoryTest, DamageIsNoCrashAndNotClean) {
  struct Damage {
    const char* name;
    const char* script;  // run in .git
  };
  const std::vector<Damage> all{
      {"index of noise", "head -c 4000 /dev/urandom > index"},
      {"short index", "head -c 40 index > i && mv i index"},
      {"no objects", "rm -rf objects/* "},
      {"no objects folder", "rm -rf objects"},
      {"no HEAD", "rm HEAD"},
      {"HEAD leads nowhere", "echo 'ref: refs/heads/none' > HEAD"},
      {"HEAD of noise", "head -c 100 /dev/urandom > HEAD"},
      {"HEAD names itself", "echo 'ref: HEAD' > HEAD"},
      {"HEAD of zeros", "echo 0000000000000000000000000000000000000000 > HEAD"},
      {"main leads nowhere", "echo 1111111111111111111111111111111111111111 > refs/heads/main"},
      {"main of noise", "head -c 100 /dev/urandom > refs/heads/main"},
      {"packed refs of noise", "head -c 4000 /dev/urandom > packed-refs"},
      {"config of noise", "head -c 4000 /dev/urandom > config"},
      {"config includes itself", "printf '[include]\\n\\tpath = config\\n' >> config"},
      {"empty", "rm -rf ./*"},
      {"alternates in a circle", "mkdir -p objects/info && echo . > objects/info/alternates"},
      {"alternates nowhere", "mkdir -p objects/info && echo /none > objects/info/alternates"},
      {"commondir nowhere", "echo /none > commondir"},
      {"commondir in a circle", "echo . > commondir"},
      {"unknown format", "git config core.repositoryformatversion 9"},
      {"unknown extension",
       "git config core.repositoryformatversion 1 && git config "
       "extensions.unheard true"},
      {"sha256 claimed",
       "git config core.repositoryformatversion 1 && git config "
       "extensions.objectformat sha256"},
      {"truncated pack",
       "git gc -q && for p in objects/pack/*.pack; do chmod u+w $p; head -c 100 $p > p; mv p $p; "
       "done"},
      {"noise in the pack",
       "git gc -q && for p in objects/pack/*.pack; do chmod u+w $p; head -c 200 $p > p; head -c "
       "2000 "
       "/dev/urandom >> p; mv p $p; done"},
      {"noise in the pack's index",
       "git gc -q && for p in objects/pack/*.idx; do chmod u+w $p; head -c 2000 /dev/urandom > $p; "
       "done"},
      {"noise in every object",
       "find objects -type f | while read f; do chmod u+w $f; head -c 50 /dev/urandom > $f; done"},
      {"empty objects", "find objects -type f | while read f; do chmod u+w $f; : > $f; done"},
      {"no tree of main",
       "t=$(git rev-parse main^{tree}) && rm -f objects/$(echo $t | cut -c1-2)/$(echo $t | cut "
       "-c3-)"},
      {"no commit of main",
       "t=$(git rev-parse main) && rm -f objects/$(echo $t | cut -c1-2)/$(echo $t | cut -c3-)"},
      {"no folder of main",
       "t=$(git rev-parse main:drizzle) && rm -f objects/$(echo $t | cut -c1-2)/$(echo $t | cut "
       "-c3-)"},
      {"shallow of noise", "head -c 100 /dev/urandom > shallow"},
      {"a pipe as index", "rm index && mkfifo index"},
      {"a pipe as config", "rm config && mkfifo config"},
      {"a pipe as HEAD", "rm HEAD && mkfifo HEAD"},
  };
  for (const Damage& each : all) {
    SCOPED_TRACE(each.name);
    std::filesystem::remove_all(repo());
    (void)DropOnABranch();
    ASSERT_EQ(Shell("cd .git && { " + std::string(each.script) + "; }").code, 0);
    ExpectNotClean("--base main");
    ExpectNotClean("");
    ExpectNotClean("--head HEAD --base main");
    if (IsLong()) {
      EXPECT_TRUE(Hoglint("history", 20).Answered());
    }
  }
}

TEST_F(RepositoryTest, DotGitThatIsNone) {
  for (const char* dot_git : {"gitdir: /none\n", "gitdir: .git\n", "gitdir: ..\n", "", "\xff\n",
                              "gitdir: /dev/zero\n", "gitdir: ../outside/pipe\n"}) {
    SCOPED_TRACE(dot_git);
    std::filesystem::remove_all(repo());
    WriteProject();
    Write("drizzle/0000_init.sql", "DROP TABLE a;\n");
    Write(".git", dot_git);
    ::mkfifo((outside() + "/pipe").c_str(), 0600);
    ExpectNotClean("");
    ExpectNotClean("--base main");
  }
}

// HEAD, objects and refs can be committed as files. What such a folder says of the base branch is
// its author's word: that all is merged.
TEST_F(RepositoryTest, AFolderThatLooksLikeARepositoryIsNone) {
  WriteProject();
  const GitRepository repository = CommitAll();
  repository.Branch("change");
  Write("drizzle/0001_drop.sql", "DROP TABLE \"t\";\n");
  Write("drizzle/meta/_journal.json", JournalOf({"0000_init", "0001_drop"}));
  ASSERT_EQ(
      Shell("cp -r . ../copy && cd ../copy && git add . && git -c user.name=x -c user.email=x "
            "commit -qm all && git branch -f main && cd ../repo/drizzle && "
            "cp -r ../../copy/.git/HEAD ../../copy/.git/objects ../../copy/.git/refs "
            "../../copy/.git/config . && git --git-dir=. config core.worktree .. && git "
            "--git-dir=. config core.bare false")
          .code,
      0);
  for (const char* words : {"", "drizzle", "drizzle/0001_drop.sql"}) {
    const Ran result = Hoglint(words);
    EXPECT_EQ(result.code, 1) << words << result.all();
    EXPECT_THAT(result.out, HasSubstr("[drop-table]"));
  }
  const Ran inside = Shell("cd drizzle && exec \"$hoglint\"");
  EXPECT_EQ(inside.code, 1) << inside.all();
}

// The work tree is where .git is, whatever core.worktree says: "/" would let links lead anywhere.
TEST_F(RepositoryTest, FollowsNoWorktreeOfTheConfig) {
  (void)DropOnABranch();
  WriteOutside("secret.sql", "DROP TABLE canary_8f3a;\n");
  ASSERT_EQ(Shell("git config core.worktree /").code, 0);
  ExpectNotClean("");
  Link("../../outside/secret.sql", "drizzle/0001_drop.sql");
  const Ran result = Hoglint("--all");
  EXPECT_EQ(result.code, 2);
  EXPECT_THAT(result.all(), Not(HasSubstr("canary_8f3a")));
}

// Worktrees, submodules and clones with --reference need them; what is there is read, never run.
TEST_F(RepositoryTest, ReadsWorktreesAndAlternates) {
  const GitRepository repository = DropOnABranch();
  repository.Git({"worktree", "add", "-q", folder_ / "tree", "-b", "other", "change"});
  const Ran tree = Shell("cd ../tree && exec \"$hoglint\"");
  EXPECT_EQ(tree.code, 1) << tree.all();
  EXPECT_THAT(tree.out, Not(HasSubstr("Not checked")));
  ASSERT_EQ(Shell("git clone -q --shared -b change . ../shared").code, 0);
  EXPECT_EQ(Shell("cd ../shared && exec \"$hoglint\" --base origin/main").code, 1);
}

// The base's files were not fetched: what they would tell is not checked, and that is said.
TEST_F(RepositoryTest, ACloneWithoutBlobsSaysWhatItLacks) {
  const GitRepository repository = DropOnABranch();
  repository.Git({"config", "uploadpack.allowFilter", "true"});
  ASSERT_EQ(
      Shell("git clone -q --no-local --filter=blob:none -b change \"file://$PWD\" ../partial").code,
      0);
  ASSERT_EQ(Shell("rm -rf .git").code, 0);  // no remote to ask, as on a build machine
  const Ran result = Shell("cd ../partial && exec \"$hoglint\" --base origin/main");
  EXPECT_EQ(result.code, 1) << result.all();
  EXPECT_THAT(result.out, HasSubstr("[drop-table]"));
  EXPECT_THAT(result.out,
              HasSubstr("origin/main:drizzle/meta/_journal.json: what the change does"));
}

}  // namespace
}  // namespace hoglint::testing
