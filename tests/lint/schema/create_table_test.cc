// CREATE TABLE, as Apply follows it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/catalogue_after.h"

namespace hoglint::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(CreateTable, MakesColumnsConstraintsIndexesAndSequences) {
  const Catalogue catalogue = CatalogueAfter(R"(
      CREATE TABLE users (
        id serial PRIMARY KEY,
        email varchar(255) NOT NULL UNIQUE,
        age int DEFAULT 18 CHECK (age > 0),
        manager int REFERENCES users (id) ON DELETE SET NULL
      );)");
  EXPECT_THAT(ColumnsIn(catalogue, "users"),
              ElementsAre("id integer not null default nextval('users_id_seq'::regclass)",
                          "email character varying(255) not null", "age integer default 18",
                          "manager integer"));
  EXPECT_THAT(ConstraintsIn(catalogue, "users"),
              ElementsAre("users_age_check c", "users_email_key u", "users_manager_fkey f",
                          "users_pkey p"));
  EXPECT_THAT(IndexesIn(catalogue, "users"), ElementsAre("users_email_key", "users_pkey"));
  EXPECT_THAT(NamesOfKind(catalogue, RelationKind::kSequence), ElementsAre("public.users_id_seq"));
}

TEST(CreateTable, ResolvesForeignKeysToThePrimaryKeyAndItsIndex) {
  const Catalogue catalogue = CatalogueAfter(R"(
      CREATE TABLE a (x int, y int, PRIMARY KEY (x, y));
      CREATE TABLE b (p int, q int, FOREIGN KEY (p, q) REFERENCES a);)");
  const Relation target = RelationIn(catalogue, "a");
  const ForeignKey key = *RelationIn(catalogue, "b").constraints.at(0).references;
  EXPECT_EQ(key.table, target.id);
  EXPECT_THAT(key.columns, ElementsAre("x", "y"));
  EXPECT_EQ(key.index, RelationIn(catalogue, "a_pkey").id);
  EXPECT_THAT(target.referenced_by, ElementsAre(RelationIn(catalogue, "b").id));
}

TEST(CreateTable, MakesOneIndexOfRepeatedKeys) {
  const Catalogue catalogue = CatalogueAfter("CREATE TABLE t (id int PRIMARY KEY UNIQUE)");
  EXPECT_THAT(IndexesIn(catalogue, "t"), ElementsAre("t_pkey"));
}

TEST(CreateTable, KeepsTheOlderOfTwo) {
  const Applied applied = ApplySql("CREATE TABLE t (a int); CREATE TABLE t (b int);");
  EXPECT_THAT(applied.Messages(), ElementsAre("relation \"t\" already exists"));
  EXPECT_THAT(ColumnsIn(applied.catalogue, "t"), ElementsAre("a integer"));
  EXPECT_THAT(ApplySql("CREATE TABLE t (a int); CREATE TABLE IF NOT EXISTS t (b int);").Messages(),
              IsEmpty());
}

TEST(CreateTable, CopiesWithLike) {
  const Catalogue catalogue = CatalogueAfter(R"(
      CREATE TABLE src (id int PRIMARY KEY DEFAULT 1, n int CHECK (n > 0));
      CREATE INDEX named ON src (n);
      CREATE TABLE bare (LIKE src);
      CREATE TABLE whole (x int, LIKE src INCLUDING ALL, y int);)");
  EXPECT_THAT(ColumnsIn(catalogue, "bare"), ElementsAre("id integer not null", "n integer"));
  EXPECT_THAT(ColumnsIn(catalogue, "whole"),
              ElementsAre("x integer", "id integer not null default 1", "n integer", "y integer"));
  EXPECT_THAT(IndexesIn(catalogue, "whole"), ElementsAre("whole_n_idx", "whole_pkey"));
  EXPECT_THAT(ConstraintsIn(catalogue, "whole"), ElementsAre("src_n_check c", "whole_pkey p"));
}

TEST(CreateTable, GivesPartitionsWhatTheirParentHas) {
  const Catalogue catalogue = CatalogueAfter(R"(
      CREATE TABLE p (id int, at date, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
      CREATE TABLE p1 PARTITION OF p FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
      CREATE INDEX ON p (at);)");
  EXPECT_THAT(ColumnsIn(catalogue, "p1"), ElementsAre("id integer not null", "at date not null"));
  EXPECT_THAT(IndexesIn(catalogue, "p1"), ElementsAre("p1_at_idx", "p1_pkey"));
  const Relation index = RelationIn(catalogue, "p1_at_idx");
  EXPECT_EQ(index.index->parent, RelationIn(catalogue, "p_at_idx").id);
}

TEST(CreateTable, PutsTemporaryTablesInTheirOwnSchemaUntilTheBatchIsOver) {
  Applied first = ApplySql("CREATE TABLE t (a int); CREATE TEMP TABLE t (b int);");
  EXPECT_THAT(first.conflicts, IsEmpty());
  EXPECT_NE(first.catalogue.Find(QualifiedName{"pg_temp", "t"}), nullptr);
  const Applied second =
      ApplySql("ALTER TABLE t ADD COLUMN c int", std::move(first.catalogue), BatchId{1});
  EXPECT_THAT(ColumnsIn(second.catalogue, "t"), ElementsAre("a integer", "c integer"));
}

TEST(CreateTable, FollowsTheSearchPath) {
  const Catalogue catalogue = CatalogueAfter(R"(
      CREATE SCHEMA app;
      SET search_path TO app, public;
      CREATE TABLE t (a int);
      RESET search_path;
      CREATE TABLE t (b int);)");
  EXPECT_THAT(ColumnsIn(catalogue, "app.t"), ElementsAre("a integer"));
  EXPECT_THAT(ColumnsIn(catalogue, "public.t"), ElementsAre("b integer"));
}

}  // namespace
}  // namespace hoglint::testing
