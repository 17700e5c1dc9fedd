// Every limit of lint/base/limits.h is told, and what is deep or long ends in an answer.
#include <fmt/format.h>
#include <gmock/gmock.h>

#include <filesystem>
#include <string>
#include <vector>

#include "lint/base/limits.h"
#include "tests/hostile/world.h"

namespace hoglint::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

class SizesTest : public World {
 protected:
  // A file of that many bytes, which takes no room.
  void Sparse(const std::string& name, std::uint64_t size) const {
    Write(name, "");
    std::filesystem::resize_file(repo() + "/" + name, size);
  }
};

struct Large {
  std::string file;
  std::uint64_t limit = 0;
  std::string said;
};

TEST_F(SizesTest, SaysWhatIsTooLarge) {
  const std::vector<Large> files{
      {"drizzle/0000_init.sql", kMaxSqlBytes,
       "it has 33 MB; hoglint reads SQL files of up to 32 MB"},
      {"drizzle/meta/_journal.json", kMaxJournalBytes, "hoglint reads journals of up to 32 MB"},
      {"drizzle/meta/0000_snapshot.json", kMaxSnapshotBytes,
       "hoglint reads snapshots of up to 32 MB"},
      {"hoglint.json", kMaxConfigBytes, "it has 2 MB; hoglint reads configs of up to 1 MB"},
      {"hoglint.baseline", kMaxBaselineBytes, "hoglint reads baselines of up to 32 MB"},
      {"hoglint.stats.json", kMaxStatsBytes,
       "it has 17 MB; hoglint reads table sizes of up to 16 MB"},
      {"drizzle.config.ts", kMaxFileBytes, "hoglint reads files of up to 32 MB"},
  };
  for (const Large& each : files) {
    SCOPED_TRACE(each.file);
    std::filesystem::remove_all(repo());
    WriteProject();
    Sparse(each.file, each.limit + 1);
    const Ran result = Hoglint("--all");
    EXPECT_EQ(result.code, 2) << result.all();
    EXPECT_THAT(result.err,
                AllOf(HasSubstr(each.file.substr(each.file.rfind('/') + 1)), HasSubstr(each.said)));
  }
}

TEST_F(SizesTest, SaysWhichProjectFilesAreTooLarge) {
  WriteProject();
  Sparse("schema.ts", kMaxProjectFileBytes + 1);
  Sparse("docker-compose.yml", kMaxProjectFileBytes + 1);
  const Ran result = Hoglint("--all");
  EXPECT_THAT(result.out, AllOf(HasSubstr("schema.ts: it is larger than 2 MiB"),
                                HasSubstr("docker-compose.yml: it is larger than 2 MiB")));
}

TEST_F(SizesTest, SaysThatStandardInputIsTooLarge) {
  const Ran result = Shell("head -c 40000000 /dev/zero | \"$hoglint\" plan -");
  EXPECT_EQ(result.code, 2);
  EXPECT_THAT(result.err, HasSubstr("hoglint reads SQL files of up to 32 MB"));
}

TEST_F(SizesTest, SaysThatThereAreTooManyStatements) {
  Write("0001_a.sql", Repeat("SELECT 1;\n", kMaxStatementsOfFile));
  Write("0002_b.sql", "DROP TABLE x;\n");
  const Ran result = Hoglint("--all .");
  EXPECT_EQ(result.code, 2);
  EXPECT_THAT(result.err, HasSubstr("0001_a.sql: it has more than 200,000 statements"));
  EXPECT_THAT(result.out, HasSubstr("[drop-table]"));  // the rest is linted
}

// In quotes and comments they end no statement.
TEST_F(SizesTest, CountsOnlySemicolonsThatEndStatements) {
  const std::string many = Repeat(";", kMaxStatementsOfFile);
  Write("0001_a.sql", "CREATE TABLE t (a text);\nINSERT INTO t VALUES ('" + many + "');\n");
  Write("0002_b.sql", "INSERT INTO t VALUES ($x$" + many + "$x$);\n");
  Write("0003_c.sql", "/* /* " + many + " */ " + many + " */ INSERT INTO t VALUES (E'\\'" + many +
                          "');\n--" + many + "\n");
  const Ran result = Hoglint("--all .");
  EXPECT_EQ(result.code, 0) << result.all();
}

TEST_F(SizesTest, SaysThatAJournalHasTooManyEntries) {
  WriteProject();
  Write("drizzle/meta/_journal.json", R"({"version": "7", "dialect": "postgresql", "entries": [)" +
                                          Repeat("{},", kMaxJournalEntries + 1) + "{}]}");
  const Ran result = Hoglint("--all");
  EXPECT_EQ(result.code, 2);
  EXPECT_THAT(result.err, HasSubstr("it has more than 200,000 entries"));
}

// Zeros, which git packs into a thousandth.
TEST_F(SizesTest, GitsObjectsHaveTheSameLimits) {
  WriteProject();
  Sparse("drizzle/0000_init.sql", kMaxSqlBytes + 1);
  Sparse("drizzle/meta/_journal.json", kMaxJournalBytes + 1);
  const GitRepository repository = CommitAll();
  Ran result = Hoglint("--head HEAD --all");
  EXPECT_EQ(result.code, 2);
  EXPECT_THAT(result.err, HasSubstr("_journal.json: it has 33 MB"));
  Write("drizzle/meta/_journal.json", JournalOf({"0000_init"}));
  repository.Branch("change");
  repository.CommitAll();
  result = Hoglint("--head HEAD --base main");
  EXPECT_EQ(result.code, 2);
  EXPECT_THAT(result.err, HasSubstr("0000_init.sql: it has 33 MB"));
  EXPECT_THAT(result.out, HasSubstr("main:drizzle/meta/_journal.json: what the change does"));
}

TEST_F(SizesTest, ReadsNestedParentheses) {
  Write("0001_a.sql", "SELECT " + Repeat("(", 5000) + "1" + Repeat(")", 5000) + ";\n");
  const Ran result = Hoglint("--all .");
  EXPECT_EQ(result.code, 0) << result.all();
}

// PostgreSQL 15 and 18 end it with "stack depth limit exceeded".
TEST_F(SizesTest, SaysThatAStatementNestsTooDeeply) {
  Write("0001_a.sql", "SELECT 1" + Repeat("+1", 300'000) + ";\nDROP TABLE x;\n");
  const Ran result = Hoglint("--all .");
  EXPECT_EQ(result.code, 1);
  EXPECT_THAT(result.out,
              AllOf(HasSubstr("the statement nests too deeply"), HasSubstr("stack depth limit"),
                    HasSubstr("write it flat"), HasSubstr("[drop-table]")));
  EXPECT_EQ(result.out.find("UTF-8"), std::string::npos);
}

// What the statements of a history build can be deeper than any one of them.
TEST_F(SizesTest, HierarchiesOfRelationsEndInAnAnswer) {
  std::string partitions = "CREATE TABLE t0 (a int) PARTITION BY LIST (a);\n";
  std::string views = "CREATE TABLE a0 (x int);\nCREATE TABLE b0 (x int);\n";
  for (int i = 1; i < 20'000; ++i) {
    partitions +=
        fmt::format("CREATE TABLE t{} PARTITION OF t{} DEFAULT PARTITION BY LIST (a);\n", i, i - 1);
  }
  // Every level twice as many ways down, and at last a circle.
  for (int i = 1; i < 100; ++i) {
    for (const char view : {'a', 'b'}) {
      views +=
          fmt::format("CREATE VIEW {0}{1} AS SELECT a.x FROM a{2} a, b{2} b;\n", view, i, i - 1);
    }
  }
  views += "CREATE OR REPLACE VIEW a1 AS SELECT x FROM a99;\n";
  Write("0001_partitions.sql", partitions + "CREATE INDEX i ON t0 (a);\n");
  Write("0002_views.sql", views + "SELECT * FROM a99;\nLOCK TABLE b99;\n");
  const Ran result = Hoglint("--all .");
  EXPECT_EQ(result.code, 0) << result.all();
  EXPECT_THAT(result.out, HasSubstr("a table below more than 1,000 others"));
}

// What took the square of their number: of memory, or minutes.
TEST_F(SizesTest, ManyPartsOfOneStatementOrBlock) {
#ifdef HOGLINT_SANITIZED
  GTEST_SKIP() << "with a sanitizer it needs more than any limit on memory";
#endif
  std::string points = "BEGIN;\n";
  for (int i = 0; i < 8'000; ++i) {
    points += fmt::format(
        "SAVEPOINT s; CREATE TABLE x (a int); ROLLBACK TO s; CREATE TABLE t{} (a int);\n", i);
  }
  std::string tables = "CREATE TABLE t (a int, b int);\n";
  std::string view = "CREATE VIEW v AS SELECT a, b FROM t";
  for (int i = 0; i < 4'000; ++i) {
    tables += fmt::format("CREATE TABLE t{} (a int, b int);\n", i);
    view += fmt::format(" UNION ALL SELECT a, b FROM t{}", i);
  }
  Write("savepoints/0001_a.sql", points + "COMMIT;\n");
  Write("view/0001_a.sql", tables + view + ";\n");
  Write("block/0001_a.sql", "CREATE TABLE t (a int);\nDO $$ BEGIN\n" +
                                Repeat("UPDATE t SET a = 1 WHERE a = 2;\n", 100'000) + "END $$;\n");
  for (const char* folder : {"savepoints", "view", "block"}) {
    SCOPED_TRACE(folder);
    const Ran result = Shell("ulimit -v 1000000; exec \"$hoglint\" --all " + std::string(folder));
    EXPECT_TRUE(result.Answered()) << result.code << result.err;
  }
}

// 100,000 levels in every file that is read.
TEST_F(SizesTest, DepthEndsInAnAnswer) {
  constexpr std::size_t kDeep = 100'000;
  std::string lists = Repeat("[", kDeep) + Repeat("]", kDeep);
  std::string objects = Repeat("{\"a\":", kDeep) + "1" + Repeat("}", kDeep);
  std::string calls = Repeat("f(", kDeep) + Repeat(")", kDeep);
  std::string yaml;
  for (std::size_t i = 0; i < 1'000; ++i) yaml += std::string(i, ' ') + "a:\n";
  for (std::string* each : {&lists, &objects, &calls, &yaml}) {
    const std::string& deep = *each;
    const bool all_files = IsLong() || each == &lists || each == &objects;
    for (const char* file :
         {"drizzle/meta/_journal.json", "drizzle/meta/0000_snapshot.json", "hoglint.json",
          "hoglint.stats.json", "hoglint.baseline", "package.json", "tsconfig.json",
          "docker-compose.yml", "fly.toml", "railway.json", "railway.toml", "render.yaml",
          ".github/workflows/a.yml", "vercel.json", "Dockerfile", "drizzle/0000_init.sql"}) {
      SCOPED_TRACE(file);
      if (!all_files) continue;
      std::filesystem::remove_all(repo());
      WriteProject();
      Write(file, deep);
      const Ran result = Hoglint("--all --format json");
      EXPECT_TRUE(result.Answered()) << result.code << result.err;
    }
    std::filesystem::remove_all(repo());
    WriteProject();
    Write("schema.ts", "export const t = pgTable('t', " + deep + ");\n");
    Write("drizzle.config.ts",
          "export default {dialect: 'postgresql', out: './drizzle', schema: './schema.ts', x: " +
              deep + "};\n");
    const Ran result = Hoglint("--all");
    EXPECT_TRUE(result.Answered()) << result.code << result.err;
    EXPECT_THAT(result.out, HasSubstr("Not checked"));
  }
}

// Each alias names the one before nine times: 9^12 nodes when written out.
TEST_F(SizesTest, YamlAliasesDoNotMultiply) {
  WriteProject();
  std::string text = "a0: &a0 [x,x,x,x,x,x,x,x,x]\n";
  for (int i = 1; i < 12; ++i) {
    text += fmt::format("a{0}: &a{0} [", i) + Repeat(fmt::format("*a{},", i - 1), 9) + "]\n";
  }
  Write("docker-compose.yml", text + "services: *a11\n");
  const Ran result = Hoglint("--all", 10);
  EXPECT_EQ(result.code, 0);
  EXPECT_THAT(result.out,
              HasSubstr("docker-compose.yml:1:1: it is too large or nested too deeply"));
}

TEST_F(SizesTest, TenThousandFilesOfAFolder) {
  const int count = IsLong() ? 10'000 : 2'000;
  for (int i = 0; i < count; ++i) Write(fmt::format("{:05}_a.sql", i), "SELECT 1;\n");
  const Ran result = Hoglint("--all .");
  EXPECT_EQ(result.code, 0);
  EXPECT_THAT(result.out, HasSubstr(fmt::format("in {} migrations", count)));
}

// As large as may be, in less than 2 GB; the issue's sizes, which are beyond the limits.
TEST_F(SizesTest, TheLargestThatIsRead) {
  if (!IsLong()) GTEST_SKIP() << "it takes 20 s: ./dev hostile";
  std::string rows = "CREATE TABLE t (id int, name text);\n";
  for (std::size_t i = 2; i < kMaxStatementsOfFile; ++i) {
    rows += fmt::format("INSERT INTO t (id, name) VALUES ({0}, 'name {0}');\n", i);
  }
  Write("rows/0001_a.sql", rows);
  Write("line/0001_a.sql", "CREATE TABLE t (a text);\nINSERT INTO t VALUES ('" +
                               std::string(kMaxSqlBytes - 100, 'x') + "');\n");
  EXPECT_EQ(Shell("ulimit -v 2000000; exec \"$hoglint\" --all rows", 120).code, 0);
  EXPECT_EQ(Shell("ulimit -v 2000000; exec \"$hoglint\" --all line", 120).code, 0);
}

TEST_F(SizesTest, TheSizesBeyond) {
  if (!IsLong()) GTEST_SKIP() << "it writes 300 MB: ./dev hostile";
  Write("line/0001_a.sql", "INSERT INTO t VALUES ('" + std::string(100'000'000, 'x') + "');\n");
  Write("million/0001_a.sql", Repeat("SELECT 1;\n", 1'000'000));
  std::vector<std::string> tags;
  for (int i = 0; i < 1'000'000; ++i) tags.push_back(fmt::format("{:07}_a", i));
  Write("journal/meta/_journal.json", JournalOf(tags));
  for (const char* folder : {"line", "million", "journal"}) {
    const Ran result =
        Shell("ulimit -v 1000000; exec \"$hoglint\" --all " + std::string(folder), 30);
    EXPECT_EQ(result.code, 2) << result.all();
    EXPECT_THAT(result.err, HasSubstr("cannot read"));
  }
}

}  // namespace
}  // namespace hoglint::testing
