// DROP with what depends on the dropped.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

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

}  // namespace
}  // namespace hoglint::testing
