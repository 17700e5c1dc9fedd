// ALTER TABLE, RENAME and SET SCHEMA, as Apply follows them.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/support/catalogue_after.h"

namespace hoglint::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(AlterTable, RunsItsActionsInPostgresOrder) {
  const Applied applied = ApplySql(R"(
      CREATE TABLE t (a int);
      ALTER TABLE t ADD CHECK (z > 0), ADD COLUMN z int UNIQUE, DROP COLUMN a, ADD COLUMN a text;)");
  EXPECT_THAT(applied.Messages(), IsEmpty());
  EXPECT_THAT(ColumnsIn(applied.catalogue, "t"), ElementsAre("z integer", "a text"));
  EXPECT_THAT(ConstraintsIn(applied.catalogue, "t"), ElementsAre("t_z_check c", "t_z_key u"));
}

TEST(AlterTable, ValidatesWhatWasNotValid) {
  const Catalogue before = CatalogueAfter(R"(
      CREATE TABLE a (id int PRIMARY KEY);
      CREATE TABLE t (a_id int);
      ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (a_id) REFERENCES a NOT VALID;)");
  EXPECT_THAT(ConstraintsIn(before, "t"), ElementsAre("fk f not valid"));
  const Applied after = ApplySql("ALTER TABLE t VALIDATE CONSTRAINT fk", before);
  EXPECT_THAT(ConstraintsIn(after.catalogue, "t"), ElementsAre("fk f"));
  EXPECT_THAT(ConstraintsIn(before, "t"), ElementsAre("fk f not valid"))
      << "a catalogue is a value: changing a copy leaves the original alone";
}

TEST(AlterTable, TakesAnIndexForAConstraintAndItsName) {
  const Catalogue catalogue = CatalogueAfter(R"(
      CREATE TABLE t (a int);
      CREATE UNIQUE INDEX i ON t (a);
      ALTER TABLE t ADD CONSTRAINT pk PRIMARY KEY USING INDEX i;)");
  EXPECT_THAT(IndexesIn(catalogue, "t"), ElementsAre("pk"));
  EXPECT_THAT(ColumnsIn(catalogue, "t"), ElementsAre("a integer not null"));
}

TEST(AlterTable, PassesColumnsAndChecksToChildren) {
  const Catalogue catalogue = CatalogueAfter(R"(
      CREATE TABLE p (a int);
      CREATE TABLE c () INHERITS (p);
      ALTER TABLE p ADD COLUMN b int, ADD CHECK (b > 0);
      ALTER TABLE p ALTER a SET NOT NULL;
      ALTER TABLE p RENAME COLUMN b TO bb;)");
  EXPECT_THAT(ColumnsIn(catalogue, "c"), ElementsAre("a integer not null", "bb integer"));
  EXPECT_THAT(ConstraintsIn(catalogue, "c"), ElementsAre("p_b_check c"));
}

// Every level twice as many ways down.
TEST(AlterTable, AsksEveryDescendantOnce) {
  std::string sql = "CREATE TABLE a0 (x int); CREATE TABLE b0 (x int);";
  for (int i = 1; i < 60; ++i) {
    for (const char table : {'a', 'b'}) {
      sql += fmt::format("CREATE TABLE {0}{1} () INHERITS (a{2}, b{2});", table, i, i - 1);
    }
  }
  const Catalogue catalogue = CatalogueAfter(sql + "ALTER TABLE a0 ADD COLUMN y int;");
  EXPECT_THAT(ColumnsIn(catalogue, "b59"), ElementsAre("x integer", "y integer"));
}

TEST(AlterTable, RefusesTheTypeOfAColumnThatAViewReads) {
  const Applied applied = ApplySql(R"(
      CREATE TABLE t (a int);
      CREATE VIEW v AS SELECT a FROM t;
      ALTER TABLE t ALTER a TYPE bigint;)");
  EXPECT_THAT(applied.Messages(),
              ElementsAre("cannot alter type of a column used by a view or rule"));
  EXPECT_EQ(applied.conflicts.at(0).kind, ConflictKind::kDependent);
}

TEST(Rename, ReachesEverythingThatNamesTheColumn) {
  const Catalogue catalogue = CatalogueAfter(R"(
      CREATE TABLE t (a int PRIMARY KEY, b int CHECK (b > 0));
      CREATE INDEX i ON t (b) WHERE b > 1;
      CREATE TABLE u (t_a int REFERENCES t (a));
      ALTER TABLE t RENAME COLUMN a TO id;
      ALTER TABLE t RENAME COLUMN b TO "B b";)");
  const Relation table = RelationIn(catalogue, "t");
  EXPECT_THAT(table.PrimaryKey()->columns, ElementsAre("id"));
  const Constraint* check = table.FindConstraint("t_b_check");
  EXPECT_THAT(check->columns, ElementsAre("B b"));
  EXPECT_EQ(check->check->text, "\"B b\" > 0");
  const Relation index = RelationIn(catalogue, "i");
  EXPECT_EQ(index.index->elements.at(0).column, "B b");
  EXPECT_EQ(index.index->where->text, "\"B b\" > 1");
  EXPECT_THAT(RelationIn(catalogue, "u").constraints.at(0).references->columns, ElementsAre("id"));
}

TEST(Rename, KeepsTheIdentityOfATable) {
  const Catalogue before = CatalogueAfter("CREATE TABLE t (id serial PRIMARY KEY)");
  const Catalogue after = ApplySql("ALTER TABLE t RENAME TO u", before).catalogue;
  EXPECT_EQ(RelationIn(after, "u").id, RelationIn(before, "t").id);
  EXPECT_TRUE(after.WasDropped({"public", "t"})) << "that name is missing for certain";
  EXPECT_THAT(IndexesIn(after, "u"), ElementsAre("t_pkey")) << "names of parts stay";
}

TEST(Rename, OfAConstraintRenamesItsIndexAndBack) {
  const Catalogue catalogue = CatalogueAfter(R"(
      CREATE TABLE t (id int PRIMARY KEY, a int UNIQUE);
      ALTER TABLE t RENAME CONSTRAINT t_pkey TO pk;
      ALTER INDEX t_a_key RENAME TO uq;)");
  EXPECT_THAT(IndexesIn(catalogue, "t"), ElementsAre("pk", "uq"));
  EXPECT_THAT(ConstraintsIn(catalogue, "t"), ElementsAre("pk p", "uq u"));
}

TEST(SetSchema, TakesIndexesAndSequencesAlong) {
  const Catalogue catalogue = CatalogueAfter(R"(
      CREATE SCHEMA app;
      CREATE TABLE t (id serial PRIMARY KEY);
      ALTER TABLE t SET SCHEMA app;)");
  EXPECT_THAT(NamesOfKind(catalogue, RelationKind::kIndex), ElementsAre("app.t_pkey"));
  EXPECT_THAT(NamesOfKind(catalogue, RelationKind::kSequence), ElementsAre("app.t_id_seq"));
  EXPECT_THAT(ColumnsIn(catalogue, "app.t"),
              ElementsAre("id integer not null default nextval('app.t_id_seq'::regclass)"));
}

}  // namespace
}  // namespace hoglint::testing
