// Functions and what may replace them; the columns that triggers name.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/catalogue_after.h"

namespace hoglint::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Function FunctionIn(const Catalogue& catalogue, const std::string& name) {
  const auto found = catalogue.FindFunctions({"", name, {}});
  EXPECT_EQ(found.size(), 1U) << name;
  return found.empty() ? Function() : *found.front();
}

TEST(Functions, KeepTheirParametersAndResult) {
  const Catalogue catalogue = CatalogueAfter(R"(
      CREATE TYPE mood AS ENUM ('sad');
      CREATE FUNCTION a(int, n text, d int DEFAULT 1, INOUT x mood DEFAULT 'sad')
        LANGUAGE sql AS '';
      CREATE FUNCTION b(OUT "Total" numeric(10, 2), OUT timestamptz) LANGUAGE sql AS '';
      CREATE FUNCTION c() RETURNS TABLE (m mood) LANGUAGE sql AS '';
      CREATE FUNCTION d() RETURNS SETOF varchar(3) LANGUAGE sql AS '';
      CREATE PROCEDURE p(INOUT x int) LANGUAGE sql AS '';)");
  const Function a = FunctionIn(catalogue, "a");
  EXPECT_THAT(a.argument_names, ElementsAre("", "n", "d", "x"));
  EXPECT_EQ(a.defaults, 2U);
  EXPECT_EQ(a.returns, "mood");
  EXPECT_THAT(a.row, ElementsAre("x mood"));
  const Function b = FunctionIn(catalogue, "b");
  EXPECT_EQ(b.returns, "record");
  EXPECT_THAT(b.row, ElementsAre("Total numeric", "column2 timestamp with time zone"));
  EXPECT_EQ(FunctionIn(catalogue, "c").returns, "SETOF mood");
  EXPECT_EQ(FunctionIn(catalogue, "d").returns, "SETOF character varying");
  EXPECT_EQ(FunctionIn(catalogue, "p").returns, "");
  EXPECT_THAT(FunctionIn(catalogue, "p").row, ElementsAre("x integer"));
}

TEST(Functions, OfACondition) {
  const Applied applied = ApplySql(R"(
      DO $$ BEGIN
        IF current_setting('x') = 'y' THEN
          CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'SELECT 1';
        END IF;
      END $$;
      CREATE OR REPLACE FUNCTION f(b int) RETURNS bigint LANGUAGE sql AS 'SELECT 1';)");
  EXPECT_THAT(applied.conflicts, IsEmpty());
  EXPECT_THAT(FunctionIn(applied.catalogue, "f").argument_names, ElementsAre("b"));
}

// No file makes the type: with and without its schema it may be one.
TEST(Functions, OfTypesOutsideOfTheFiles) {
  const Catalogue catalogue = CatalogueAfter(
      "CREATE FUNCTION f(a citext) RETURNS extensions.citext LANGUAGE sql AS 'SELECT a'");
  EXPECT_THAT(
      ApplySql("CREATE OR REPLACE FUNCTION f(a citext) RETURNS citext LANGUAGE sql AS 'SELECT a'",
               catalogue)
          .Messages(),
      IsEmpty());
  EXPECT_THAT(
      ApplySql("CREATE OR REPLACE FUNCTION f(a citext) RETURNS ltree LANGUAGE sql AS 'SELECT a'",
               catalogue)
          .Messages(),
      ElementsAre("cannot change return type of existing function"));
  const Applied dropped = ApplySql(R"(
      DROP FUNCTION f(extensions.citext);
      CREATE OR REPLACE FUNCTION f(b citext) RETURNS ltree LANGUAGE sql AS 'SELECT b')",
                                   catalogue);
  EXPECT_THAT(dropped.conflicts, IsEmpty());
  EXPECT_EQ(FunctionIn(dropped.catalogue, "f").returns, "ltree");
}

TEST(Functions, WithRenamedTypes) {
  const Catalogue catalogue = CatalogueAfter(R"(
      CREATE TYPE zone AS ENUM ('x');
      CREATE FUNCTION f(zone) RETURNS SETOF zone[] LANGUAGE sql AS '';
      CREATE FUNCTION g(OUT zone zone, OUT at timestamptz) LANGUAGE sql AS '';
      ALTER TYPE zone RENAME TO area;)");
  EXPECT_THAT(FunctionIn(catalogue, "f").argument_types, ElementsAre("area"));
  EXPECT_EQ(FunctionIn(catalogue, "f").returns, "SETOF area[]");
  EXPECT_THAT(FunctionIn(catalogue, "g").row,
              ElementsAre("zone area", "at timestamp with time zone"));
}

constexpr const char* kTrigger = R"(
    CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS '';
    CREATE TABLE t (a int, b int);
    CREATE TRIGGER x BEFORE UPDATE OF a, b ON t FOR EACH ROW
      WHEN (OLD.b <> NEW.b OR (OLD.a).b > 1) EXECUTE FUNCTION f();)";

TEST(Triggers, FollowTheNamesOfTheirColumns) {
  const Relation table = RelationIn(
      CatalogueAfter(std::string(kTrigger) + "ALTER TABLE t RENAME COLUMN b TO \"B\";"), "t");
  ASSERT_EQ(table.triggers.size(), 1U);
  EXPECT_THAT(table.triggers[0].update_columns, ElementsAre("a", "B"));
  ASSERT_TRUE(table.triggers[0].when);
  EXPECT_EQ(table.triggers[0].when->columns[1].column, "B");
  EXPECT_THAT(table.triggers[0].when->text, ::testing::HasSubstr("OLD.\"B\" <> NEW.\"B\""));
}

TEST(Triggers, OnATableThatNoFileMakes) {
  const Applied applied = ApplySql(R"(
      CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS '';
      CREATE TRIGGER x BEFORE UPDATE OF a ON old_one FOR EACH ROW
        WHEN (NEW.b > 1) EXECUTE FUNCTION f();)");
  EXPECT_THAT(applied.Messages(), ElementsAre("relation \"old_one\" does not exist?"));
}

}  // namespace
}  // namespace hoglint::testing
