// What a project links to or names is read and written inside of its repository only.
#include <gmock/gmock.h>

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "tests/hostile/world.h"

namespace hoglint::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

// A word of the files outside, in whatever form they are read.
constexpr const char* kSecret = "canary_8f3a";

struct Trap {
  std::string name;
  std::function<void()> set;
  std::string words = "--all";
  bool fails = true;  // what is not read has to be said, with exit code 2
};

class ConfinementTest : public World {
 protected:
  ConfinementTest() {
    WriteOutside("secret.sql", "DROP TABLE canary_8f3a;\n");
    WriteOutside("migrations/0000_init.sql", "DROP TABLE canary_8f3a;\n");
    WriteOutside("migrations/0001_canary_8f3a.sql", "DROP TABLE canary_8f3a;\n");
    WriteOutside("journal.json", JournalOf({"0000_init", "0001_canary_8f3a"}));
    WriteOutside("secret.json", R"({"canary_8f3a": "canary_8f3a", "version": 7})");
    WriteOutside("secret.txt", "canary_8f3a canary_8f3a\n");
    WriteOutside("secret.ts",
                 "export const c = pgTable('canary_8f3a', { canary_8f3a: integer('canary_8f3a') });"
                 "\nexport default {dialect: 'postgresql', out: './canary_8f3a'};\n");
    WriteOutside("secret.yml", "services: {app: {image: canary_8f3a, command: canary_8f3a}}\n");
  }

  void Config(const std::string& text) const { Write("hoglint.json", text); }
  void Out(const std::string& out) const {
    Write("drizzle.config.ts", "export default {dialect: 'postgresql', out: '" + out + "'};\n");
  }

  std::vector<Trap> Traps() {
    const std::string away = "../outside/";
    const auto link = [this](const std::string& target, const std::string& name) {
      return [this, target, name] { Link(target, name); };
    };
    return {
        {"migration", link("../" + away + "secret.sql", "drizzle/0000_init.sql")},
        {"absolute", link(outside() + "/secret.sql", "drizzle/0000_init.sql")},
        {"a link to a link",
         [this] {
           Link("../../outside/secret.sql", "drizzle/second");
           Link("second", "drizzle/0000_init.sql");
         }},
        {"folder", link(away + "migrations", "drizzle")},
        {"folder as a path", link(away + "migrations", "drizzle"), "--all drizzle"},
        {"file as a path", link(away + "secret.sql", "x.sql"), "--all x.sql"},
        {"folder on the way", link(away, "way"), "--all way/migrations"},
        {"journal", link("../../" + away + "journal.json", "drizzle/meta/_journal.json")},
        {"snapshot", link("../../" + away + "secret.json", "drizzle/meta/0000_snapshot.json")},
        {"meta", link(outside(), "drizzle/meta"), "--all", false},
        {"config", link(away + "secret.json", "hoglint.json")},
        {"config by name", link(away + "secret.json", "my.json"), "--all --config my.json"},
        {"SQL before", link(away + "secret.sql", "x.sql"), "plan --all --sql-before x.sql"},
        {"stats", link(away + "secret.json", "hoglint.stats.json")},
        {"baseline", link(away + "secret.txt", "hoglint.baseline")},
        {"baseline of the config", [this] { Config(R"({"baseline": "../outside/secret.txt"})"); }},
        {"absolute baseline", [this] { Config(R"({"baseline": "/etc/hostname"})"); }},
        {"baseline through a link",
         [this] {
           Link("../outside", "way");
           Config(R"({"baseline": "way/secret.txt"})");
         }},
        {"tracks", [this] { Config(R"({"tracks": ["../outside/migrations"]})"); }, "--all"},
        {"tracks through a link",
         [this] {
           Link("../outside", "way");
           Config(R"({"tracks": ["way/migrations"]})");
         }},
        {"out", [this] { Out("../outside/migrations"); }},
        {"absolute out", [this] { Out(outside() + "/migrations"); }},
        {"out through a link",
         [this] {
           Link("../outside", "way");
           Out("./way/migrations");
         }},
        {"drizzle.config", link(away + "secret.ts", "drizzle.config.ts")},
        {"schema", link(away + "secret.ts", "schema.ts"), "--all", false},
        {"package.json", link(away + "secret.json", "package.json"), "--all", false},
        {"tsconfig", link(away + "secret.json", "tsconfig.json"), "--all", false},
        {"compose", link(away + "secret.yml", "docker-compose.yml"), "--all", false},
        {"workflow", link(outside(), ".github/workflows"), "--all", false},
        {"variables", link(away + "secret.txt", ".env"), "--all", false},
        {"catalog", [this] { Config(R"({"engine": {"catalog": "../outside/migrations"}})"); },
         "--all", false},
    };
  }
};

TEST_F(ConfinementTest, FollowsNothingOutOfTheRepository) {
  for (const Trap& trap : Traps()) {
    SCOPED_TRACE(trap.name);
    std::filesystem::remove_all(repo());
    std::filesystem::create_directory(repo());
    WriteProject();
    (void)CommitAll();
    trap.set();
    for (const std::string format : {"text", "json"}) {
      if (!IsLong() && format != "text") continue;
      const Ran result = Hoglint(trap.words + " --format " + format);
      EXPECT_TRUE(result.Answered()) << result.code << result.err;
      EXPECT_THAT(result.all(), Not(HasSubstr(kSecret)))
          << "of the names that a project writes itself only what it wrote is shown";
      if (trap.fails) {
        EXPECT_EQ(result.code, 2) << result.all();
        EXPECT_NE(result.err, "");
      }
    }
  }
}

// The same links in a commit lead nowhere.
TEST_F(ConfinementTest, FollowsNothingOutOfACommit) {
  WriteProject();
  Link("../../outside/secret.sql", "drizzle/0000_init.sql");
  Link("../outside", "way");
  (void)CommitAll();
  for (const char* words : {"--head HEAD --all", "--head HEAD --all drizzle"}) {
    const Ran result = Hoglint(words);
    EXPECT_EQ(result.code, 2) << result.all();
    EXPECT_THAT(result.all(), Not(HasSubstr(kSecret)));
  }
}

// The traps hold something: named by the user, it is read.
TEST_F(ConfinementTest, ReadsWhatTheUserNames) {
  WriteProject();
  (void)CommitAll();
  EXPECT_THAT(Hoglint("--all \"$outside\"/secret.sql").out, HasSubstr(kSecret));
  EXPECT_THAT(Hoglint("--all ../outside/migrations").out, HasSubstr(kSecret));
}

TEST_F(ConfinementTest, PathsOfAConfigMayLeadAnywhereInTheRepository) {
  WriteProject();
  Write("packages/api/hoglint.json",
        R"({"tracks": ["../../drizzle"], "baseline": "../../known.txt"})");
  Write("drizzle/0000_init.sql", "DROP TABLE nothing;\n");
  Link("../../drizzle/0000_init.sql", "packages/api/link.sql");
  (void)CommitAll();
  EXPECT_THAT(Shell("cd packages/api && \"$hoglint\" --all").out, HasSubstr("drops table nothing"));
  EXPECT_THAT(Shell("cd packages/api && \"$hoglint\" --all link.sql").out,
              HasSubstr("drops table nothing"));
}

// A report replaces nothing that is not the repository's.
TEST_F(ConfinementTest, WritesThroughNoLinkOutOfTheRepository) {
  const std::string victim = WriteOutside("victim", "keep me\n");
  WriteProject();
  (void)CommitAll();
  Link("../outside/victim", "r.json");
  Link("../outside", "reports");
  Link("../outside/victim", "hoglint.baseline");
  for (const char* words : {"--all --report json=r.json", "--all --report json=reports/victim",
                            "--all --report json=reports/new.json", "baseline write --all"}) {
    SCOPED_TRACE(words);
    const Ran result = Hoglint(words);
    EXPECT_EQ(result.code, 2) << result.all();
    EXPECT_THAT(result.err, HasSubstr("outside of the project"));
    EXPECT_EQ(ReadWholeFile(victim), "keep me\n");
    EXPECT_FALSE(std::filesystem::exists(outside() + "/new.json"));
  }
  // A place that the user names is theirs.
  std::filesystem::remove(repo() + "/hoglint.baseline");
  EXPECT_EQ(Hoglint("--all --report json=../outside/mine.json").code, 0);
  EXPECT_TRUE(std::filesystem::exists(outside() + "/mine.json"));
}

// Without a repository nothing tells where a project ends: links stay in the migrations folder.
TEST_F(ConfinementTest, WithoutARepositoryLinksStayInTheFolder) {
  WriteProject();
  Link("../../outside/secret.sql", "drizzle/0000_init.sql");
  const Ran result = Hoglint("--all");
  EXPECT_EQ(result.code, 2) << result.all();
  EXPECT_THAT(result.all(), Not(HasSubstr(kSecret)));
}

}  // namespace
}  // namespace hoglint::testing
