// Streams that are closed, disks that are full, signals in the middle, folders that are gone.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <signal.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

#include "tests/hostile/world.h"

namespace hoglint::testing {
namespace {

using ::testing::HasSubstr;

class HostileProcessTest : public World {
 protected:
  // Files of the repository's folder whose names end like those of unfinished reports.
  [[nodiscard]] int Leftovers() const {
    int count = 0;
    for (const auto& entry : std::filesystem::directory_iterator(repo())) {
      if (entry.path().extension() == ".tmp") ++count;
    }
    return count;
  }
  // A report is as it was, or whole.
  void ExpectOldOrWhole(const std::string& name, const std::string& old) const {
    const std::string text = ReadWholeFile(repo() + "/" + name);
    EXPECT_TRUE(text == old || nlohmann::json::accept(text)) << text.size();
    EXPECT_EQ(Leftovers(), 0);
  }
};

TEST_F(HostileProcessTest, AClosedReaderEndsItQuietly) {
  std::string drops;
  for (int i = 0; i < 5'000; ++i) drops += fmt::format("ALTER TABLE a{} DROP COLUMN b;\n", i);
  Write("a.sql", drops);
  const Ran result =
      Shell("{ \"$hoglint\" a.sql --report json=r.json; echo $? > ../code; } | head -1");
  EXPECT_EQ(result.err, "");
  EXPECT_EQ(ReadWholeFile(folder_ / "code"), fmt::format("{}\n", 128 + SIGPIPE));
  EXPECT_TRUE(nlohmann::json::accept(ReadWholeFile(repo() + "/r.json")));  // written before
}

// The number of a closed stream is not given to a file.
TEST_F(HostileProcessTest, ClosedStreamsGetNoFile) {
  Write("a.sql", "DROP TABLE a;\n");
  for (const char* closed : {">&-", "2>&-", "<&-", ">&- 2>&-", "<&- >&- 2>&-"}) {
    SCOPED_TRACE(closed);
    const Ran result = Hoglint(std::string("a.sql --report json=r.json ") + closed);
    const bool no_output = std::string(closed).find(">&-") != std::string::npos &&
                           std::string(closed).find("2>&-") != 0;
    EXPECT_EQ(result.code, no_output ? 2 : 1) << result.all();
    EXPECT_TRUE(nlohmann::json::accept(ReadWholeFile(repo() + "/r.json")));
    EXPECT_EQ(ReadWholeFile(repo() + "/a.sql"), "DROP TABLE a;\n");
  }
  const Ran input = Hoglint("plan - <&-");
  EXPECT_EQ(input.code, 2);
  EXPECT_THAT(input.err, HasSubstr("cannot read standard input: bad file descriptor"));
}

TEST_F(HostileProcessTest, AFullDiskKeepsTheOldReport) {
  Write("a.sql", Repeat("DROP TABLE a;\n", 2'000));
  Write("r.json", "old");
  Ran result =
      Shell("ulimit -f 8; exec \"$hoglint\" a.sql --quiet --report json=r.json > /dev/null");
  EXPECT_EQ(result.code, 2);
  EXPECT_THAT(result.err, HasSubstr("cannot write r.json: file too large"));
  ExpectOldOrWhole("r.json", "old");
  EXPECT_EQ(Hoglint("a.sql > /dev/full").code, 2);
  EXPECT_EQ(Hoglint("a.sql --report json=/dev/full > /dev/null").code, 2);
  // A disk of 64 KB of its own.
  result = Shell(
      "mkdir -p disk && unshare -m sh -c 'mount -t tmpfs -o size=64k none disk || exit 77; "
      "echo old > disk/r.json; \"$hoglint\" a.sql --report json=disk/r.json > /dev/null; "
      "echo $? > ../code; cat disk/r.json; ls -A disk | wc -l'");
  if (result.code == 77 || result.err.find("unshare") != std::string::npos) {
    GTEST_SKIP() << "no file system can be mounted here: only the other full disks were tried";
  }
  EXPECT_EQ(ReadWholeFile(folder_ / "code"), "2\n");
  EXPECT_EQ(result.out, "old\n1\n");
  EXPECT_THAT(result.err, HasSubstr("cannot write disk/r.json: no space left on device"));
}

// Whenever the signal comes: the exit code tells it, the report is the old one or the new one.
TEST_F(HostileProcessTest, SignalsLeaveNothingHalfWritten) {
  Write("a.sql", Repeat("DROP TABLE a;\n", 5'000));
  const int rounds = IsLong() ? 60 : 4;
  for (const auto& [name, number] :
       {std::pair("INT", SIGINT), std::pair("TERM", SIGTERM), std::pair("HUP", SIGHUP)}) {
    SCOPED_TRACE(name);
    for (int i = 0; i < rounds; ++i) {
      Write("r.json", "old");
      const Ran result = Shell(fmt::format(
          "timeout --preserve-status -s {} 0.{:03} \"$hoglint\" a.sql --report json=r.json > "
          "/dev/null",
          name, 20 + i * (IsLong() ? 10 : 50)));
      EXPECT_TRUE(result.code == 128 + number || result.code == 1) << result.code << result.err;
      ExpectOldOrWhole("r.json", "old");
    }
  }
}

// Held at the end of the write into the temporary file, so that the signal comes right there.
TEST_F(HostileProcessTest, ASignalWhileTheReportIsWritten) {
#ifdef HOGLINT_SANITIZED
  GTEST_SKIP() << "the first write is not the report's: a sanitizer has written before it";
#endif
  std::string why;
  if (!HasStrace(why)) GTEST_SKIP() << why;
  Write("a.sql", "DROP TABLE a;\n");
  Write("r.json", "old");
  const Ran result = Shell(
      "strace -f -qq -o /dev/null -e trace=write -e inject=write:delay_exit=2000000:when=1 "
      "\"$hoglint\" a.sql --report json=r.json > /dev/null &\n"
      "for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do\n"
      "  sleep 0.1; tmp=$(ls -A | grep '[.]tmp$') && break\n"
      "done\n"
      "echo \"$tmp\"\n"
      "pid=$(echo \"$tmp\" | sed 's/.*json[.]\\([0-9]*\\)[.]tmp/\\1/')\n"
      "kill -TERM $pid; wait $!; echo $?\n");
  EXPECT_THAT(result.out, HasSubstr(".r.json."));  // it was there
  EXPECT_THAT(result.out, HasSubstr(fmt::format("\n{}\n", 128 + SIGTERM)));
  EXPECT_EQ(ReadWholeFile(repo() + "/r.json"), "old");
  EXPECT_EQ(Leftovers(), 0);
}

TEST_F(HostileProcessTest, AFolderThatIsGone) {
  const Ran result = Shell("mkdir gone && cd gone && rmdir ../gone && exec \"$hoglint\"");
  EXPECT_EQ(result.code, 2);
  EXPECT_EQ(result.err, "hoglint: the current folder was removed: change into one that exists\n");
  EXPECT_EQ(Shell("mkdir gone && cd gone && rmdir ../gone && exec \"$hoglint\" rules").code, 0);
}

TEST_F(HostileProcessTest, NoHomeAndNoEnvironment) {
  WriteProject();
  Write("drizzle/0000_init.sql", "DROP TABLE a;\n");
  (void)CommitAll();
  const Ran result = Shell("exec env -i \"$hoglint\" --all");
  EXPECT_EQ(result.code, 1) << result.all();
  EXPECT_EQ(result.err, "");
  EXPECT_EQ(Shell("HOME=/none XDG_CONFIG_HOME=/none exec \"$hoglint\" --all").code, 1);
}

TEST_F(HostileProcessTest, KeepsToTheUmask) {
  Write("a.sql", "SELECT 1;\n");
  Shell("umask 077; \"$hoglint\" a.sql --report json=private.json");
  Shell("umask 022; \"$hoglint\" a.sql --report json=public.json");
  namespace fs = std::filesystem;
  EXPECT_EQ(fs::status(repo() + "/private.json").permissions(), fs::perms(0600));
  EXPECT_EQ(fs::status(repo() + "/public.json").permissions(), fs::perms(0644));
}

}  // namespace
}  // namespace hoglint::testing
