// Names and kinds of files that nobody would write, but a stranger may.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/hostile/world.h"

namespace hoglint::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class OddFilesTest : public World {};

TEST_F(OddFilesTest, NamesForgeNoLine) {
  Write("0001_a\n::error::forged\nx.sql", "DROP TABLE a;\n");
  Write("0002_b\r::error::forged\x1b[31m.sql", "DROP TABLE b;\n");
  for (const char* format :
       {"text", "github", "markdown", "json", "sarif", "gitlab", "junit", "checkstyle", "html"}) {
    SCOPED_TRACE(format);
    const Ran result = Hoglint(std::string("--all . --format ") + format);
    EXPECT_EQ(result.code, 1) << result.err;
    EXPECT_THAT("\n" + result.all(), Not(HasSubstr("\n::error::forged")));
    EXPECT_THAT(result.all(), Not(HasSubstr("\r::")));
    EXPECT_THAT(result.all(), Not(HasSubstr("\x1b[31m")));
  }
}

TEST_F(OddFilesTest, NamesThatAreNotUtf8) {
  Write("0001_\xff\xfe.sql", "DROP TABLE a;\n");
  Write("0002_\xc3(.sql", "DROP TABLE b;\n");
  for (const char* format : {"json", "sarif", "gitlab"}) {
    const Ran result = Hoglint(std::string("--all . --format ") + format);
    EXPECT_EQ(result.code, 1) << result.err;
    EXPECT_TRUE(nlohmann::json::accept(result.out)) << result.out;
  }
  EXPECT_EQ(Hoglint("--all .").code, 1);
}

TEST_F(OddFilesTest, NamesThatLookLikeOptions) {
  Write("m/--help.sql", "DROP TABLE a;\n");
  Write("m/-x.sql", "DROP TABLE a;\n");
  Write("m/$(touch ran).sql", "DROP TABLE a;\n");
  const Ran folder = Hoglint("--all m");
  EXPECT_EQ(folder.code, 1);
  EXPECT_THAT(folder.out, HasSubstr("3 errors"));
  EXPECT_EQ(Shell("cd m && exec \"$hoglint\" --all -- -x.sql").code, 1);
  EXPECT_FALSE(std::filesystem::exists(repo() + "/ran"));
}

TEST_F(OddFilesTest, NamesThatDifferInCaseAlone) {
  Write("0001_a.sql", "DROP TABLE a;\n");
  Write("0001_A.sql", "DROP TABLE b;\n");
  const Ran result = Hoglint("--all .");
  EXPECT_THAT(result.out, HasSubstr("0001_A.sql:1:12: error: drops table b"));
  EXPECT_THAT(result.out, HasSubstr("0001_a.sql:1:12: error: drops table a"));
}

// Whoever opens a pipe to read it waits for a writer.
TEST_F(OddFilesTest, WaitsForNoPipe) {
  for (const char* file :
       {"drizzle/0000_init.sql", "drizzle/0001_more.sql", "drizzle/meta/_journal.json",
        "drizzle/meta/0000_snapshot.json", "hoglint.json", "hoglint.stats.json", "hoglint.baseline",
        "package.json", "drizzle.config.ts", "schema.ts", "tsconfig.json", "docker-compose.yml",
        "Dockerfile", ".git", "pnpm-workspace.yaml", ".gitignore", "node_modules"}) {
    SCOPED_TRACE(file);
    std::filesystem::remove_all(repo());
    WriteProject();
    std::filesystem::remove_all(repo() + "/" + file);
    ASSERT_EQ(::mkfifo((repo() + "/" + file).c_str(), 0600), 0);
    EXPECT_TRUE(Hoglint("--all", 10).Answered());
    EXPECT_TRUE(Hoglint("project", 10).Answered());
  }
}

TEST_F(OddFilesTest, ReadsNoDeviceAndNoSocket) {
  WriteProject();
  Write("drizzle/meta/_journal.json", JournalOf({"0000_init", "0001_zero", "0002_socket"}));
  Link("/dev/zero", "drizzle/0001_zero.sql");
  const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  const std::string path = repo() + "/drizzle/0002_socket.sql";
  ASSERT_LT(path.size(), sizeof(address.sun_path));
  path.copy(address.sun_path, path.size());
  ASSERT_EQ(::bind(socket, reinterpret_cast<const sockaddr*>(&address), sizeof(address)), 0);
  const Ran result = Hoglint("--all", 10);
  ::close(socket);
  EXPECT_EQ(result.code, 2) << result.all();
  EXPECT_THAT(result.err, HasSubstr("0001_zero.sql"));
  EXPECT_THAT(result.err, HasSubstr("0002_socket.sql"));
}

TEST_F(OddFilesTest, LinksInACircle) {
  WriteProject();
  Link("../drizzle", "drizzle/again");
  Link("0001_loop.sql", "drizzle/0001_loop.sql");
  Link(".", "here");
  Link("..", "src");
  Write("drizzle/meta/_journal.json", JournalOf({"0000_init", "0001_loop"}));
  for (const char* words : {"--all", "--all .", "project"}) {
    EXPECT_TRUE(Hoglint(words, 10).Answered()) << words;
  }
}

// Root reads everything: another user runs it, where that can be had.
TEST_F(OddFilesTest, SaysWhatItMayNotRead) {
  WriteProject();
  Write("drizzle/0000_init.sql", "DROP TABLE a;\n");
  std::filesystem::permissions(repo() + "/drizzle", std::filesystem::perms::none);
  const std::string as_nobody =
      ::geteuid() == 0 ? "setpriv --reuid=65534 --regid=65534 --clear-groups " : "";
  Shell("chmod 755 .. .");
  if (Shell(as_nobody + "\"$hoglint\" --version").code != 0) {
    std::filesystem::permissions(repo() + "/drizzle", std::filesystem::perms::all);
    GTEST_SKIP() << "the user nobody cannot start hoglint here";
  }
  const Ran result = Shell("exec " + as_nobody + "\"$hoglint\" --all");
  // A work tree that may not be written to is no hindrance.
  std::filesystem::permissions(repo() + "/drizzle", std::filesystem::perms::all);
  EXPECT_EQ(result.code, 2) << result.all();
  EXPECT_THAT(result.err, HasSubstr("permission denied"));
  Shell("chmod 755 drizzle drizzle/meta && chmod 644 drizzle/*.sql drizzle/meta/*");
  EXPECT_EQ(Shell("exec " + as_nobody + "\"$hoglint\" --all").code, 1);
  EXPECT_EQ(Shell("exec " + as_nobody + "\"$hoglint\" --all --report json=r.json").code, 2);
}

}  // namespace
}  // namespace hoglint::testing
