// hoglint runs nothing that a project brings along, and talks to nobody.
#include <gmock/gmock.h>

#include <filesystem>
#include <string>
#include <vector>

#include "tests/hostile/world.h"

namespace hoglint::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

// What can be asked of a project without a database.
const std::vector<std::string>& Commands() {
  static const std::vector<std::string> commands{
      "--all",
      "--base main",
      "--head HEAD --base main",
      "plan",
      "schema",
      "history",
      "project",
      "engine",
      "upgrade-check",
      "rules",
      "explain drop-table",
      "completions bash",
      "baseline write --all",
      "init --yes",
      "--all --report html=r.html --report sarif=r.sarif --format json",
  };
  return commands;
}

class ExecutionTest : public World {
 protected:
  // A project in which whoever runs something of it leaves the file `ran`.
  void SetTraps() {
    trap_ = WriteOutside("trap.sh", "#!/bin/sh\ntouch '" + ran() + "'\ncat\nexit 0\n");
    std::filesystem::permissions(trap_, std::filesystem::perms::owner_all);
    WriteProject();
    Write("package.json", R"({"name": "app", "scripts": {"preinstall": ")" + trap_ +
                              R"(", "postinstall": ")" + trap_ + R"(", "prepare": ")" + trap_ +
                              R"("}, "dependencies": {"drizzle-orm": "0"}})");
    const std::string code = "require('child_process').execSync('" + trap_ + "');\n";
    Write(
        "drizzle.config.ts",
        code + "export default {dialect: 'postgresql', out: './drizzle', schema: './schema.ts'};");
    Write(".npmrc", "script-shell=" + trap_ + "\n");
    Write("hoglint", "#!/bin/sh\n" + trap_ + "\n");
    const GitRepository repository = CommitAll();
    repository.Branch("change");
    repository.Commit("drizzle/0001_more.sql", "DROP TABLE \"t\";\n");
    Write("drizzle/meta/_journal.json", JournalOf({"0000_init", "0001_more"}));
    SetGitTraps(repository);
    Write(".gitattributes",
          "* filter=trap diff=trap merge=trap ident text eol=crlf working-tree-encoding=UTF-16\n");
  }

  void SetGitTraps(const GitRepository& repository) {
    for (const char* hook :
         {"pre-commit", "post-checkout", "post-index-change", "fsmonitor-watchman", "pre-push",
          "reference-transaction", "post-merge", "query-watchman", "update", "pre-auto-gc"}) {
      const std::string path =
          Write(std::string(".git/hooks/") + hook, "#!/bin/sh\n" + trap_ + "\n");
      std::filesystem::permissions(path, std::filesystem::perms::owner_all);
    }
    for (const char* key : {"core.fsmonitor",
                            "core.sshCommand",
                            "core.pager",
                            "core.editor",
                            "core.askPass",
                            "core.gitProxy",
                            "core.alternateRefsCommand",
                            "credential.helper",
                            "filter.trap.clean",
                            "filter.trap.smudge",
                            "filter.trap.process",
                            "diff.trap.textconv",
                            "diff.trap.command",
                            "diff.external",
                            "merge.trap.driver",
                            "gpg.program",
                            "pager.log",
                            "pager.diff",
                            "alias.status",
                            "uploadpack.packObjectsHook",
                            "interactive.diffFilter",
                            "trailer.x.command",
                            "gpg.ssh.defaultKeyCommand",
                            "sequence.editor",
                            "init.templateDir"}) {
      repository.Git({"config", key, trap_});
    }
    repository.Git({"config", "core.hooksPath", ".git/hooks"});
    repository.Git({"config", "filter.trap.required", "true"});
    repository.Git({"config", "remote.origin.url", "ext::" + trap_});
    repository.Git({"config", "remote.origin.promisor", "true"});
    repository.Git({"config", "remote.origin.uploadpack", trap_});
    const std::string more = WriteOutside("more.config", "[core]\n\tpager = " + trap_ + "\n");
    repository.Git({"config", "include.path", more});
    repository.Git({"config", "includeIf.gitdir:**.path", more});
  }

  [[nodiscard]] std::string ran() const { return outside() + "/ran"; }

  std::string trap_;
};

TEST_F(ExecutionTest, RunsNothingOfTheProject) {
  SetTraps();
  for (const std::string& command : Commands()) {
    SCOPED_TRACE(command);
    const Ran result = Hoglint(command);
    EXPECT_TRUE(result.Answered()) << result.code << result.err;
    EXPECT_FALSE(std::filesystem::exists(ran()));
  }
  // The traps are real: git falls into them.
  Shell("touch schema.ts && git status && git --no-pager diff HEAD~1");
  EXPECT_TRUE(std::filesystem::exists(ran()));
}

TEST_F(ExecutionTest, StartsNoProgramAndOpensNoSocket) {
  std::string why;
  if (!HasStrace(why)) GTEST_SKIP() << why;
  SetTraps();
  for (const std::string& command : Commands()) {
    SCOPED_TRACE(command);
    Shell(
        "strace -f -qq -o ../trace -e trace=execve,execveat,socket,connect,sendto,bind "
        "\"$hoglint\" " +
        command);
    const std::string trace = ReadWholeFile(folder_ / "trace");
    const std::size_t first = trace.find("execve(");
    ASSERT_NE(first, std::string::npos) << trace;  // strace's own, of hoglint
    EXPECT_EQ(trace.find("execve", first + 1), std::string::npos) << trace;
    EXPECT_THAT(trace, Not(HasSubstr("socket(")));
    EXPECT_THAT(trace, Not(HasSubstr("connect(")));
  }
}

// The check above can fail: where the network is asked for, it is seen.
TEST_F(ExecutionTest, OnlyDriftOpensASocket) {
  std::string why;
  if (!HasStrace(why)) GTEST_SKIP() << why;
  WriteProject();
  Shell(
      "strace -f -qq -o ../trace -e trace=connect \"$hoglint\" drift --database-url "
      "postgresql://nobody@127.0.0.1:9/none");
  EXPECT_THAT(ReadWholeFile(folder_ / "trace"), HasSubstr("connect("));
}

// A variable of the user's names the pager; nothing of the repository's does, and none is started
// where the output is no terminal.
TEST_F(ExecutionTest, StartsNoPagerWhereNobodyLooks) {
  SetTraps();
  const Ran result = Shell("PAGER='" + trap_ + "' exec \"$hoglint\" explain drop-table");
  EXPECT_EQ(result.code, 0);
  EXPECT_FALSE(std::filesystem::exists(ran()));
}

}  // namespace
}  // namespace hoglint::testing
