// DROP with what depends on the dropped.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstddef>
#include <string>
#include <vector>

#include "tests/support/catalogue_after.h"

namespace hoglint::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr const char* kTwoTables = R"(
    CREATE TABLE a (id int PRIMARY KEY);
    CREATE TABLE b (a_id int REFERENCES a);
    CREATE VIEW v AS SELECT id FROM a;)";

TEST(Drop, OfATableThatOthersNeedIsRefused) {
  const Applied applied = ApplySql("DROP TABLE a", CatalogueAfter(kTwoTables));
  EXPECT_THAT(applied.Messages(),
              ElementsAre("cannot drop table a because other objects depend on it"));
  EXPECT_NE(applied.catalogue.Find(QualifiedName{"public", "a"}), nullptr);
}

TEST(Drop, CascadeTakesForeignKeysAndViewsAlong) {
  const Applied applied = ApplySql("DROP TABLE a CASCADE", CatalogueAfter(kTwoTables));
  EXPECT_THAT(applied.conflicts, IsEmpty());
  EXPECT_THAT(NamesOfKind(applied.catalogue, RelationKind::kView), IsEmpty());
  EXPECT_THAT(NamesOfKind(applied.catalogue, RelationKind::kTable), ElementsAre("public.b"));
  EXPECT_THAT(ConstraintsIn(applied.catalogue, "b"), IsEmpty());
}

TEST(Drop, OfAColumnTakesWhatUsesIt) {
  const Catalogue catalogue = CatalogueAfter(R"(
      CREATE TABLE t (id serial, a int, b int, UNIQUE (a, b), CHECK (a > b));
      CREATE INDEX partial ON t (b) WHERE a > 0;
      CREATE INDEX plain ON t (b);
      ALTER TABLE t DROP COLUMN a, DROP COLUMN id;)");
  EXPECT_THAT(IndexesIn(catalogue, "t"), ElementsAre("plain"));
  EXPECT_THAT(ConstraintsIn(catalogue, "t"), IsEmpty());
  EXPECT_THAT(NamesOfKind(catalogue, RelationKind::kSequence), IsEmpty());
}

TEST(Drop, OfAnEnumTakesItsColumns) {
  const Applied applied = ApplySql(R"(
      CREATE TYPE mood AS ENUM ('sad', 'ok');
      CREATE TABLE t (a int, m mood, ms mood[]);
      DROP TYPE mood;
      DROP TYPE mood CASCADE;)");
  EXPECT_THAT(applied.Messages(),
              ElementsAre("cannot drop type mood because other objects depend on it"));
  EXPECT_THAT(ColumnsIn(applied.catalogue, "t"), ElementsAre("a integer"));
}

TEST(Drop, NeedsTheRightKind) {
  const Applied applied = ApplySql("CREATE TABLE t (a int); DROP VIEW t; DROP INDEX t;");
  EXPECT_THAT(applied.Messages(), ElementsAre("\"t\" is not a view", "\"t\" is not an index"));
}

TEST(Drop, OfAConstraintsIndexIsRefused) {
  const Applied applied = ApplySql("CREATE TABLE t (a int PRIMARY KEY); DROP INDEX t_pkey;");
  EXPECT_THAT(
      applied.Messages(),
      ElementsAre("cannot drop index t_pkey because constraint t_pkey on table t requires it"));
}

TEST(Drop, OfASchemaNeedsCascadeUnlessItIsEmpty) {
  const Applied applied = ApplySql(R"(
      CREATE SCHEMA s;
      CREATE TABLE s.t (id serial PRIMARY KEY);
      DROP SCHEMA s;
      DROP SCHEMA s CASCADE;
      CREATE SCHEMA s;
      DROP SCHEMA s;)");
  EXPECT_THAT(applied.Messages(),
              ElementsAre("cannot drop schema s because other objects depend on it"));
  EXPECT_THAT(applied.catalogue.schemas(), ElementsAre("public"));
  EXPECT_THAT(applied.catalogue.relation_names(), IsEmpty());
}

// What `create` makes 40 times, with {} as its number, and `user` uses the last of.
struct Many {
  const char* create;
  const char* user;
  const char* drop;  // with {} as the list of names
  const char* name;  // with {} as its number
};

std::string Filled(std::string text, const std::string& with) {
  for (std::size_t at = text.find("{}"); at != std::string::npos;
       at = text.find("{}", at + with.size())) {
    text.replace(at, 2, with);
  }
  return text;
}

// Of many objects an index is made of who uses what: it finds what a look at each relation does.
TEST(Drop, OfManyObjectsFindsTheOneThatIsUsed) {
  constexpr int kCount = 40;
  constexpr const char* kTable = "CREATE TABLE u (a int);";
  const std::vector<Many> kinds{
      {"CREATE SEQUENCE s{};", "ALTER TABLE u ADD COLUMN n int DEFAULT nextval('s39');",
       "DROP SEQUENCE {}", "s{}"},
      {"CREATE TABLE t{} (a int);", "ALTER TABLE u ADD COLUMN n t39;", "DROP TABLE {}", "t{}"},
      {"CREATE TABLE t{} (a int);", "CREATE POLICY p ON u USING (a IN (SELECT t39.a FROM t39));",
       "DROP TABLE {}", "t{}"},
      {"CREATE TABLE t{} (a int);", "CREATE VIEW v AS SELECT a FROM t39;", "DROP TABLE {}", "t{}"},
      {"CREATE TYPE e{} AS ENUM ('x');", "ALTER TABLE u ADD COLUMN n e39;", "DROP TYPE {}", "e{}"},
      {"CREATE TYPE e{} AS ENUM ('x');", "ALTER TABLE u ADD COLUMN n text DEFAULT 'x'::e39;",
       "DROP TYPE {}", "e{}"},
      {"CREATE TYPE c{} AS (x int);", "CREATE TABLE of_type OF c39;", "DROP TYPE {}", "c{}"},
      {"CREATE FUNCTION f{}() RETURNS int LANGUAGE sql AS 'SELECT 1';",
       "ALTER TABLE u ADD COLUMN n int DEFAULT f39();", "DROP FUNCTION {}", "f{}()"},
      {"CREATE FUNCTION f{}(i int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 1';",
       "CREATE INDEX i ON u (f39(a));", "DROP FUNCTION {}", "f{}(int)"},
      {"CREATE FUNCTION f{}(i int) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT true';",
       "ALTER TABLE u ADD CHECK (f39(a));", "DROP FUNCTION {}", "f{}(int)"},
      {"CREATE FUNCTION f{}() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';",
       "CREATE TRIGGER r AFTER INSERT ON u EXECUTE FUNCTION f39();", "DROP FUNCTION {}", "f{}()"},
  };
  for (const Many& kind : kinds) {
    SCOPED_TRACE(kind.user);
    std::string made = kTable;
    std::string names;
    for (int i = 0; i < kCount; ++i) {
      made += Filled(kind.create, std::to_string(i));
      names += (i == 0 ? "" : ", ") + Filled(kind.name, std::to_string(i));
    }
    const std::string drop = Filled(kind.drop, names);
    EXPECT_THAT(ApplySql(drop, CatalogueAfter(made)).conflicts, IsEmpty());
    const Catalogue used = CatalogueAfter(made + kind.user);
    EXPECT_EQ(ApplySql(drop, used).conflicts.size(), 1U);
    EXPECT_THAT(ApplySql(drop + " CASCADE", used).conflicts, IsEmpty());
  }
}

}  // namespace
}  // namespace hoglint::testing
