// Calls of functions that may change the schema.
#include "lint/facts/called_routines.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "lint/facts/fold.h"
#include "tests/support/lint_text.h"

namespace hoglint::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// Why statements of the file are not followed.
std::vector<std::string> NotFollowed(const std::string& text) {
  Sources sources;
  const std::vector<TextMigration> migrations = {
      {.name = "0_a.sql", .text = text, .merged = false}};
  const Track track = MakeTrack(migrations, true, sources);
  std::vector<std::string> reasons;
  const FoldVisitor visitor{
      .on_statement = nullptr,
      .on_applied =
          [&reasons](const AppliedStatement& applied) {
            if (applied.outcome.not_modelled) reasons.push_back(*applied.outcome.not_modelled);
          },
      .on_migration = nullptr,
  };
  (void)Fold(track, sources, Catalogue(), {.runner = kDrizzleRunner}, visitor);
  return reasons;
}

std::string Function(const std::string& name, const std::string& body) {
  return "CREATE FUNCTION " + name + "() RETURNS void LANGUAGE plpgsql AS $$ BEGIN " + body +
         " END $$; ";
}

TEST(CalledRoutinesTest, AFunctionThatAltersMayChangeTheSchema) {
  const std::string function = Function("app.grow", "ALTER TABLE t ADD COLUMN a int;");
  EXPECT_THAT(NotFollowed("CREATE SCHEMA app; " + function), IsEmpty());
  EXPECT_THAT(NotFollowed("CREATE SCHEMA app; " + function + "SELECT app.grow();"),
              ElementsAre("the function app.grow() may change the schema"));
  EXPECT_THAT(
      NotFollowed("CREATE SCHEMA app; " + function + "DO $$ BEGIN PERFORM app.grow(); END $$;"),
      ElementsAre("the function app.grow() may change the schema"));
}

TEST(CalledRoutinesTest, AFunctionIsFollowedToThoseThatItCalls) {
  const std::string inner = Function("inner_one", "DROP TABLE t;");
  const std::string outer = Function("outer_one", "PERFORM inner_one();");
  EXPECT_THAT(NotFollowed(inner + outer + "SELECT outer_one();"),
              ElementsAre("the function outer_one() may change the schema"));
  // One that calls itself ends.
  EXPECT_THAT(NotFollowed(Function("round", "PERFORM round();") + "SELECT round();"), IsEmpty());
}

TEST(CalledRoutinesTest, WhatAStringHoldsMayBeAnything) {
  EXPECT_THAT(
      NotFollowed(Function("f", "EXECUTE format('CREATE TRIGGER %I', 'a');") + "SELECT f();"),
      ElementsAre("the function f() may change the schema"));
  EXPECT_THAT(NotFollowed(Function("f", "EXECUTE sql;") + "SELECT f();"),
              ElementsAre("the function f() may change the schema"));
}

TEST(CalledRoutinesTest, DataPrivilegesAndTemporaryTablesAreNoSchema) {
  const std::vector<std::string> bodies = {
      "UPDATE t SET a = 1;", "EXECUTE 'GRANT SELECT ON t TO ' || quote_ident('app');",
      "EXECUTE format('SELECT count(*) FROM %I', 't');", "EXECUTE '  insert into t select ' || 1;",
      "DROP TABLE IF EXISTS made; CREATE TEMP TABLE made (id int); CREATE INDEX ON made (id);"};
  for (const std::string& body : bodies) {
    EXPECT_THAT(NotFollowed(Function("f", body) + "SELECT f();"), IsEmpty()) << body;
  }
  // It is called later, or by nobody.
  EXPECT_THAT(NotFollowed(Function("f", "DROP TABLE t;") + "SELECT g();"), IsEmpty());
}

TEST(CalledRoutinesTest, ADroppedFunctionIsAnotherOne) {
  EXPECT_THAT(NotFollowed(Function("f", "DROP TABLE t;") + "DROP FUNCTION f(); " +
                          Function("f", "UPDATE t SET a = 1;") + "SELECT f();"),
              IsEmpty());
}

TEST(CalledRoutinesTest, ExtensionsHaveSuchFunctionsToo) {
  EXPECT_THAT(NotFollowed("SELECT AddGeometryColumn('t', 'place', 4326, 'POINT', 2);"),
              ElementsAre("the function addgeometrycolumn() may change the schema"));
  // The files' own function of that name is known.
  EXPECT_THAT(
      NotFollowed(Function("create_parent", "UPDATE t SET a = 1;") + "SELECT create_parent();"),
      IsEmpty());
}

TEST(CalledRoutinesTest, WhatACallMayHaveMadeIsNotCalledMissing) {
  const std::vector<TextMigration> migrations = {
      {.name = "0_a.sql",
       .text = "CREATE TABLE t (id int); " + Function("grow", "ALTER TABLE t ADD COLUMN a int;"),
       .merged = true},
      {.name = "1_b.sql",
       .text = "SELECT grow(); UPDATE t SET a = 1 WHERE id = 1;",
       .merged = false}};
  EXPECT_THAT(Outline(LintText(migrations, {.runner = kDrizzleRunner})), IsEmpty());
}

}  // namespace
}  // namespace hoglint::testing
