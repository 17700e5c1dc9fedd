// Where TypeScript names tables and columns: users.legacyName, queries of all columns, SQL.
#include "lint/typescript/code_names.h"

#include <gmock/gmock.h>

#include <string>
#include <string_view>
#include <vector>

#include "lint/typescript/syntax_tree.h"

namespace hoglint {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// users.legacyName of the database's users.legacy_name, and the whole of posts.
std::vector<SoughtTable> Sought() {
  SoughtTable users;
  users.name = users.constant = "users";
  users.columns.push_back(
      {.name = "legacy_name", .property = "legacyName", .also_in = {"accounts"}});
  SoughtTable posts;
  posts.name = posts.constant = "posts";
  posts.whole = true;
  return {users, posts};
}

Imported Lookup(std::string_view module, std::string_view name) {
  if (module != "./schema") return {};
  if (name == "*") return {ImportKind::kTables};
  if (name == "users") return {ImportKind::kTable, 0};
  if (name == "posts") return {ImportKind::kTable, 1};
  return {};
}

// What is found, as it stands in the source; with * in front where it means every column.
std::vector<std::string> NamesIn(const std::string& source) {
  const auto program = ParseTypeScript(source);
  if (!program) return {program.error().message};
  std::vector<std::string> names;
  for (const CodeName& name : FindCodeNames(*program, Sought(), Lookup)) {
    names.push_back((name.by == NamedBy::kEveryColumn ? "*" : "") +
                    source.substr(name.begin, name.end - name.begin));
  }
  return names;
}

std::vector<std::string> NamesBelow(const std::string& source) {
  return NamesIn("import { users, posts } from './schema';\n" + source);
}

class CodeNamesTest : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!ReadsTypeScript()) GTEST_SKIP() << "this build does not read TypeScript (./dev deps)";
  }
};

TEST_F(CodeNamesTest, FindsMembersOfTheTable) {
  EXPECT_THAT(NamesBelow("eq(users.legacyName, 1); users['legacyName']; users?.legacyName;"),
              ElementsAre("users.legacyName", "users['legacyName']", "users?.legacyName"));
  EXPECT_THAT(NamesBelow("users.id; other.legacyName; this.users.legacyName;"), IsEmpty());
}

TEST_F(CodeNamesTest, FollowsImports) {
  EXPECT_THAT(NamesIn("import * as schema from './schema'; schema.users.legacyName;"),
              ElementsAre("schema.users.legacyName"));
  EXPECT_THAT(NamesIn("import { users as u } from './schema'; u.legacyName; users.legacyName;"),
              ElementsAre("u.legacyName"));
  EXPECT_THAT(NamesIn("import { users } from './mocks'; users.legacyName;"), IsEmpty());
  EXPECT_THAT(NamesIn("import type { users } from './schema'; users.legacyName;"), IsEmpty());
  EXPECT_THAT(NamesIn("import * as s from './schema'; const { users: u } = s; u.legacyName;"),
              ElementsAre("u.legacyName"));
  EXPECT_THAT(NamesBelow("const u = alias(users, 'u'); u.legacyName;"),
              ElementsAre("u.legacyName"));
}

TEST_F(CodeNamesTest, KnowsWhatHidesAName) {
  EXPECT_THAT(NamesBelow("function f(users: any) { return users.legacyName; }"), IsEmpty());
  EXPECT_THAT(NamesBelow("{ const users = load(); users.legacyName; } users.legacyName;"),
              ElementsAre("users.legacyName"));
  EXPECT_THAT(NamesBelow("list.map((users) => users.legacyName);"), IsEmpty());
  EXPECT_THAT(NamesBelow("list.map(({ users }) => users.legacyName);"), IsEmpty());
}

TEST_F(CodeNamesTest, FindsWhatIsWritten) {
  EXPECT_THAT(NamesBelow("db.insert(users).values({ legacyName: 'a' });"),
              ElementsAre("*users", "legacyName"));
  EXPECT_THAT(NamesBelow("db.insert(users).values([{ legacyName }, { id }]);"),
              ElementsAre("*users", "legacyName"));
  EXPECT_THAT(NamesBelow("db.insert(users).values(rows.map((r) => ({ legacyName: r.n })));"),
              ElementsAre("*users", "legacyName"));
  EXPECT_THAT(NamesBelow("db.update(users).set({ legacyName: null }).where(x);"),
              ElementsAre("legacyName"));
  EXPECT_THAT(NamesBelow("tx.insert(users).values(v).onConflictDoUpdate({ target: users.id, "
                         "set: { legacyName: 'a' } });"),
              ElementsAre("*users", "legacyName"));
  EXPECT_THAT(NamesBelow("db.update(accounts).set({ legacyName: null });"), IsEmpty());
  EXPECT_THAT(NamesBelow("store.set({ legacyName: null }); map.values({ legacyName });"),
              IsEmpty());
}

TEST_F(CodeNamesTest, FindsQueriesOfEveryColumn) {
  EXPECT_THAT(NamesBelow("db.select().from(users);"), ElementsAre("*users"));
  EXPECT_THAT(NamesBelow("db.select().from(accounts).leftJoin(users, on);"), ElementsAre("*users"));
  EXPECT_THAT(NamesBelow("db.select({ id: users.id }).from(users);"), IsEmpty());
  EXPECT_THAT(NamesBelow("db.select({ user: users }).from(users);"), ElementsAre("*users"));
  EXPECT_THAT(NamesBelow("db.delete(users).where(x).returning();"), ElementsAre("*()"));
  EXPECT_THAT(NamesBelow("db.delete(users).returning({ id: users.id });"), IsEmpty());
}

TEST_F(CodeNamesTest, ReadsRelationalQueries) {
  EXPECT_THAT(NamesIn("db.query.users.findMany({ columns: { legacyName: true } });"),
              ElementsAre("legacyName"));
  EXPECT_THAT(NamesIn("db.query.users.findMany({ columns: { legacyName: false } });"), IsEmpty());
  EXPECT_THAT(NamesIn("db.query.users.findFirst({ columns: { id: true }, "
                      "where: (u, { eq }) => eq(u.legacyName, 1) });"),
              ElementsAre("u.legacyName"));
  EXPECT_THAT(NamesIn("db.query.users.findMany();"), ElementsAre("*()"));
  EXPECT_THAT(NamesIn("db.query.users.findMany({ columns: { id: true }, "
                      "where: { legacyName: 'a' } });"),
              ElementsAre("legacyName"));
  EXPECT_THAT(NamesIn("db.query.accounts.findMany({ columns: { legacyName: true } });"), IsEmpty());
}

TEST_F(CodeNamesTest, KnowsWhatAQueryLeavesOut) {
  EXPECT_THAT(NamesIn("db.query.users.findMany({ columns: { email: false } });"),
              ElementsAre("*{ email: false }"));
  EXPECT_THAT(NamesIn("db.query.users.findMany({ columns: { email: false, id: true } });"),
              IsEmpty());
  EXPECT_THAT(NamesBelow("const { email, ...rest } = getTableColumns(users);"),
              ElementsAre("*users"));
  EXPECT_THAT(NamesBelow("const { legacyName, ...rest } = getTableColumns(users);"), IsEmpty());
  EXPECT_THAT(NamesBelow("const { legacyName: gone, ...rest } = getTableColumns(users);"),
              IsEmpty());
  EXPECT_THAT(NamesBelow("db.select({ ...getTableColumns(users) }).from(users);"),
              ElementsAre("*users"));
}

TEST_F(CodeNamesTest, FindsWhatIsWrittenUnderACondition) {
  EXPECT_THAT(NamesBelow("db.update(users).set({ id: 1, ...(a && { legacyName: a }) });"),
              ElementsAre("legacyName"));
  EXPECT_THAT(NamesBelow("db.update(users).set({ ...(a ? { legacyName } : { id: 1 }) });"),
              ElementsAre("legacyName"));
  EXPECT_THAT(NamesBelow("db.update(users).set({ ...(a ? legacyName : other), ...rest });"),
              IsEmpty());
}

TEST_F(CodeNamesTest, FollowsRows) {
  EXPECT_THAT(NamesBelow("const rows = await db.select().from(users).where(x);\n"
                         "rows.map((r) => r.legacyName); rows[0].legacyName; rows.legacyName;"),
              ElementsAre("*users", "r.legacyName", "rows[0].legacyName"));
  EXPECT_THAT(NamesBelow("const [user] = await db.select().from(users); user?.legacyName;"),
              ElementsAre("*users", "user?.legacyName"));
  EXPECT_THAT(NamesIn("const { legacyName } = await db.query.users.findFirst();"),
              ElementsAre("legacyName", "*()"));
  EXPECT_THAT(NamesBelow("const rows = await db.select().from(users);\n"
                         "for (const { id, legacyName: n } of rows) use(n);"),
              ElementsAre("*users", "legacyName: n"));
  EXPECT_THAT(NamesBelow("const rows = await db.select({ id: users.id }).from(users);\n"
                         "rows[0].legacyName;"),
              IsEmpty());
}

TEST_F(CodeNamesTest, ReadsSql) {
  EXPECT_THAT(NamesIn("sql`select legacy_name from users`;"), ElementsAre("legacy_name"));
  EXPECT_THAT(NamesIn("pool.query('SELECT u.\"legacy_name\" FROM public.users u');"),
              ElementsAre("\"legacy_name\""));
  EXPECT_THAT(NamesBelow("db.execute(sql`select legacy_name from ${users} where id = ${id}`);"),
              ElementsAre("legacy_name"));
  EXPECT_THAT(NamesBelow("sql`select ${users.legacyName} from ${users}`;"),
              ElementsAre("users.legacyName"));
  EXPECT_THAT(NamesIn("q(\"insert into users\\n(id, legacy_name) values ($1, $2)\");"),
              ElementsAre("legacy_name"));
  EXPECT_THAT(NamesIn("q(`UPDATE users SET legacy_name = '${x}' WHERE id = 1`);"),
              ElementsAre("legacy_name"));
}

TEST_F(CodeNamesTest, KnowsWhoseColumnSqlNames) {
  const auto in_sql = [](const std::string& sql) { return NamesIn("sql`" + sql + "`;"); };
  const std::string name = "legacy_name";
  EXPECT_THAT(in_sql("with a as (select x as legacy_name from b) select legacy_name from a "
                     "join lateral (select 1 from users) u on true"),
              IsEmpty());
  EXPECT_THAT(in_sql("with a as (select legacy_name from users) select * from a"),
              ElementsAre(name));
  EXPECT_THAT(in_sql("select legacy_name from b union select id from users"), IsEmpty());
  EXPECT_THAT(in_sql("insert into log (legacy_name) select id from users"), IsEmpty());
  EXPECT_THAT(in_sql("insert into users (legacy_name) select id from b"), ElementsAre(name));
  EXPECT_THAT(in_sql("insert into users as u (legacy_name) values (1)"), ElementsAre(name));
  EXPECT_THAT(in_sql("(select id from users where legacy_name = 1)"), ElementsAre(name));
  EXPECT_THAT(in_sql("select 1 from users where id in (1, 2) and lower(legacy_name) = 'a'"),
              ElementsAre(name));
  EXPECT_THAT(in_sql("select count(*) legacy_name from users"), IsEmpty());
  EXPECT_THAT(in_sql("select distinct on (id) legacy_name from users"), ElementsAre(name));
  // ORDER BY takes the output's name first, GROUP BY and WHERE the table's.
  EXPECT_THAT(in_sql("select upper(id) as legacy_name from users order by legacy_name"), IsEmpty());
  EXPECT_THAT(in_sql("select 1 as legacy_name from users where legacy_name = 1"),
              ElementsAre(name));
  EXPECT_THAT(in_sql("select 1 as legacy_name from users group by legacy_name"), ElementsAre(name));
}

TEST_F(CodeNamesTest, TakesNoOtherTextForSql) {
  EXPECT_THAT(NamesIn("// select legacy_name from users\nf('legacy_name');"), IsEmpty());
  EXPECT_THAT(NamesIn("f('Select a legacy_name from users');"), IsEmpty());
  EXPECT_THAT(NamesIn("sql`select legacy_names, 'legacy_name' from users`;"), IsEmpty());
  EXPECT_THAT(NamesIn("sql`select id -- legacy_name\nfrom users`;"), IsEmpty());
  EXPECT_THAT(NamesIn("sql`select legacy_name from user_log`;"), IsEmpty());
  EXPECT_THAT(NamesIn("sql`select a.legacy_name from users u join accounts a on true`;"),
              IsEmpty());
  EXPECT_THAT(NamesIn("sql`select legacy_name from users u join accounts a on true`;"), IsEmpty());
  EXPECT_THAT(NamesIn("sql`select id as legacy_name from users`;"), IsEmpty());
  EXPECT_THAT(NamesIn("sql`select legacy_name from app.users`;"), IsEmpty());
}

TEST_F(CodeNamesTest, FindsUsesOfAWholeTable) {
  EXPECT_THAT(NamesBelow("db.select({ n: count() }).from(posts);"), ElementsAre("posts"));
  EXPECT_THAT(NamesIn("import * as s from './schema'; db.delete(s.posts);"),
              ElementsAre("s.posts"));
  EXPECT_THAT(NamesIn("db.query.posts.findMany();"), ElementsAre("db.query.posts"));
  EXPECT_THAT(NamesIn("sql`delete from \"posts\" where id = 1`;"), ElementsAre("\"posts\""));
  EXPECT_THAT(NamesIn("f('Posts'); f('update posts'); f('all from posts');"), IsEmpty());
  EXPECT_THAT(NamesBelow("type Post = typeof posts.$inferSelect; export { posts };"), IsEmpty());
  EXPECT_THAT(NamesBelow("function f(posts: Post[]) { return posts.length; }"), IsEmpty());
}

TEST_F(CodeNamesTest, IsNotLostInOddSources) {
  EXPECT_THAT(NamesIn(""), IsEmpty());
  EXPECT_THAT(NamesIn("import './schema'; import x from './schema'; ({}).y?.[0];"), IsEmpty());
  std::string many = "sql`select 1";
  for (int i = 0; i < 5000; ++i) many += " from users, ";
  EXPECT_THAT(NamesIn(many + "`;"), IsEmpty());
}

}  // namespace
}  // namespace hoglint
