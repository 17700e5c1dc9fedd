// Which files are searched for what a migration takes away, and what their imports mean. That base
// is searched, and how findings show it, tests/rules/drop-column/bad_still_read tells.
#include <gmock/gmock.h>

#include <map>
#include <string>
#include <vector>

#include "checker/project/read_project.h"
#include "lint/facts/code_uses.h"
#include "lint/typescript/syntax_tree.h"
#include "tests/support/memory_file_system.h"

namespace hoglint {
namespace {

using hoglint::testing::MemoryFileSystem;
using hoglint::testing::NoGit;
using Files = std::map<std::string, std::string>;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

const char* const kSchema =
    "import { integer, pgTable, text } from 'drizzle-orm/pg-core';\n"
    "export const users = pgTable('users', {\n"
    "  id: integer('id').primaryKey(), legacyName: text('legacy_name'),\n});\n";
const char* const kJournal =
    R"({"version":"7","dialect":"postgresql","entries":[
       {"idx":0,"version":"7","when":1000,"tag":"0000_a","breakpoints":true},
       {"idx":1,"version":"7","when":2000,"tag":"0001_b","breakpoints":true}]})";

// A project of one package in `home` whose newest migration is `sql`.
Files Project1(const std::string& home, const std::string& sql, const std::string& name = "app") {
  return {
      {home + "/package.json", R"({"name":")" + name + R"("})"},
      {home + "/drizzle.config.ts",
       "export default { dialect: 'postgresql', schema: './src/db/schema.ts', out: './drizzle' }"},
      {home + "/src/db/schema.ts", kSchema},
      {home + "/drizzle/0000_a.sql", "CREATE TABLE users (id int PRIMARY KEY, legacy_name text);"},
      {home + "/drizzle/0001_b.sql", sql},
      {home + "/drizzle/meta/_journal.json", kJournal},
  };
}

const char* const kDrop = "ALTER TABLE users DROP COLUMN legacy_name;";

class CodeUsesSearchTest : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!ReadsTypeScript()) GTEST_SKIP() << "this build does not read TypeScript (./dev deps)";
  }

  void Read(const Files& files, const std::string& path = "/p") {
    const MemoryFileSystem disk(files);
    auto read = ReadProject(disk, NoGit(),
                            {.folder = "/p",
                             .paths = {path},
                             .base = {},
                             .all = true,
                             .for_rules = true,
                             .runner = std::nullopt});
    ASSERT_TRUE(read) << read.error().message;
    project_ = *std::move(read);
    ASSERT_THAT(project_.workspace.tracks, SizeIs(1));
  }

  [[nodiscard]] const CodeUses* Uses() const {
    return project_.workspace.tracks.front().code_uses.get();
  }

  // "src/a.ts: users.legacyName" of every use.
  [[nodiscard]] std::vector<std::string> Found(const std::string& column = "legacy_name") const {
    std::vector<std::string> found;
    const NameUses* uses = FindUses(project_.workspace.tracks.front(), {"public", "users"}, column);
    if (uses == nullptr) return {"not looked for"};
    for (const CodeUse& use : uses->uses) {
      found.push_back(project_.sources[use.place.file].path() + ": " +
                      std::string(project_.sources.Text(use.place)));
    }
    return found;
  }

  [[nodiscard]] std::vector<std::string> Mentions() const {
    const NameUses* uses =
        FindUses(project_.workspace.tracks.front(), {"public", "users"}, "legacy_name");
    return uses == nullptr ? std::vector<std::string>{} : uses->mentions;
  }

  Project project_;
};

std::string Importing(const std::string& module) {
  return "import { users } from '" + module + "'; f(users.legacyName);";
}

TEST_F(CodeUsesSearchTest, LooksForNothingWithoutADrop) {
  Read(Project1("/p", "ALTER TABLE users ADD COLUMN x text;"));
  EXPECT_EQ(Uses(), nullptr);
}

TEST_F(CodeUsesSearchTest, LooksForTheNewestMigrationWhereThereIsNoBase) {
  Files files = Project1("/p", "SELECT 1;");
  files["/p/drizzle/0000_a.sql"] = kDrop;
  Read(files);
  EXPECT_EQ(Uses(), nullptr);
}

TEST_F(CodeUsesSearchTest, ResolvesImports) {
  Files files = Project1("/p", kDrop);
  files["/p/src/relative.ts"] = Importing("./db/schema");
  files["/p/src/with_ending.ts"] = Importing("./db/schema.js");
  files["/p/src/alias.ts"] = Importing("@/db/schema");
  files["/p/src/other.ts"] = Importing("./mocks/schema");
  files["/p/src/package.ts"] = Importing("schema");
  files["/p/src/mocks/schema.ts"] = "export const users = {};";
  Read(files);
  EXPECT_THAT(Found(),
              ElementsAre("src/alias.ts: users.legacyName", "src/relative.ts: users.legacyName",
                          "src/with_ending.ts: users.legacyName"));
  EXPECT_THAT(Mentions(), ElementsAre("src/other.ts", "src/package.ts"));
}

TEST_F(CodeUsesSearchTest, FollowsFilesThatPassTheSchemaOn) {
  Files files = Project1("/p", kDrop);
  files["/p/src/db/index.ts"] = "export * from './schema';\nexport * as tables from './schema';";
  files["/p/src/lib.ts"] = "import * as s from './db'; export { s as schema };";
  files["/p/src/a.ts"] = Importing("./db");
  files["/p/src/b.ts"] = "import { tables } from './db'; f(tables.users.legacyName);";
  files["/p/src/c.ts"] = "import { schema } from './lib'; f(schema.users.legacyName);";
  files["/p/src/circle.ts"] = "export * from './circle2'; import { users } from './circle2';";
  files["/p/src/circle2.ts"] = "export * from './circle'; import { users } from './circle';";
  Read(files);
  EXPECT_THAT(Found(),
              ElementsAre("src/a.ts: users.legacyName", "src/b.ts: tables.users.legacyName",
                          "src/c.ts: schema.users.legacyName"));
}

TEST_F(CodeUsesSearchTest, LeavesOutWhatIsNotDeployed) {
  Files files = Project1("/p", kDrop);
  for (const char* path :
       {"/p/src/a.test.ts", "/p/src/__tests__/a.ts", "/p/node_modules/x/a.ts", "/p/dist/a.js",
        "/p/src/a.d.ts", "/p/.next/a.js", "/p/src/generated/a.ts", "/p/drizzle/note.md"}) {
    files[path] = "import { users } from '../db/schema'; sql`select legacy_name from users`;";
  }
  Read(files);
  EXPECT_THAT(Found(), IsEmpty());
  EXPECT_THAT(Mentions(), IsEmpty());
  EXPECT_TRUE(Uses()->complete);
  EXPECT_THAT(project_.workspace.not_checked, IsEmpty());
}

TEST_F(CodeUsesSearchTest, FindsSqlWithoutASchema) {
  Files files = Project1("/p", kDrop);
  files["/p/drizzle.config.ts"] = "export default { dialect: 'postgresql', out: './drizzle' }";
  files["/p/src/a.js"] = "pool.query('select legacy_name from users');";
  Read(files);
  EXPECT_THAT(Found(), ElementsAre("src/a.js: legacy_name"));
}

// drizzle-orm writes every declared column into the SQL of such queries.
TEST_F(CodeUsesSearchTest, FindsQueriesOfEveryColumnWithoutAWordOfIt) {
  Files files = Project1("/p", kDrop);
  const std::string import = "import { users } from './db/schema'; ";
  files["/p/src/a.ts"] = import + "db.select().from(users);";
  files["/p/src/b.ts"] = import + "db.select({ id: users.id }).from(users);";
  files["/p/src/c.ts"] = import + "db.insert(users).values(v);";
  files["/p/src/d.ts"] = "db.query.users.findMany();";
  files["/p/src/e.ts"] = "db.select().from(users);";
  Read(files);
  EXPECT_THAT(Found(), ElementsAre("src/a.ts: users", "src/c.ts: users", "src/d.ts: ()"));
  EXPECT_THAT(Mentions(), IsEmpty());
}

TEST_F(CodeUsesSearchTest, TellsWhichFilesHoldTheWord) {
  Files files = Project1("/p", kDrop);
  files["/p/src/a.py"] = "row['legacy_name']";
  files["/p/src/b.ts"] = "f(row.legacyName);";
  files["/p/src/c.ts"] = "f(row.legacyNames, my_legacy_name);";
  Read(files);
  EXPECT_THAT(Found(), IsEmpty());
  EXPECT_THAT(Mentions(), ElementsAre("src/a.py", "src/b.ts"));
}

TEST_F(CodeUsesSearchTest, ReadsWhatItCanOfJsx) {
  Files files = Project1("/p", kDrop);
  files["/p/src/page.tsx"] = Importing("./db/schema") +
                             "\nexport const P = () => <div className='a'>It's {users.id}</div>;";
  Read(files);
  EXPECT_THAT(Found(), ElementsAre("src/page.tsx: users.legacyName"));
  EXPECT_THAT(project_.workspace.not_checked, IsEmpty());
}

TEST_F(CodeUsesSearchTest, SaysWhatWasNotRead) {
  Files files = Project1("/p", kDrop);
  std::string large = "// users legacy_name\n";
  while (large.size() < 3'000'000) large += "f(1); f(2); f(3); f(4); f(5); f(6); f(7); f(8);\n";
  files["/p/src/large.ts"] = large;
  Read(files);
  EXPECT_FALSE(Uses()->complete);
  ASSERT_THAT(project_.workspace.not_checked, SizeIs(1));
  EXPECT_THAT(project_.workspace.not_checked.front().reason,
              HasSubstr("src/large.ts: it is larger than 2 MiB"));
}

TEST_F(CodeUsesSearchTest, StopsAtFiveThousandFiles) {
  Files files = Project1("/p", kDrop);
  for (int i = 0; i < 5'010; ++i) files["/p/src/f" + std::to_string(i) + ".ts"] = "f();";
  Read(files);
  EXPECT_FALSE(Uses()->complete);
  ASSERT_THAT(project_.workspace.not_checked, SizeIs(1));
  EXPECT_THAT(project_.workspace.not_checked.front().reason, HasSubstr("more than 5,000"));
}

TEST_F(CodeUsesSearchTest, FollowsNoLinks) {
  Files files = Project1("/p", kDrop);
  MemoryFileSystem disk(files);
  disk.AddLink("/p/src/again", "/p/src");
  const auto read = ReadProject(disk, NoGit(),
                                {.folder = "/p",
                                 .paths = {"/p"},
                                 .base = {},
                                 .all = true,
                                 .for_rules = true,
                                 .runner = std::nullopt});
  ASSERT_TRUE(read);
  EXPECT_EQ(read->workspace.tracks.front().code_uses->files, 0);
}

}  // namespace
}  // namespace hoglint
