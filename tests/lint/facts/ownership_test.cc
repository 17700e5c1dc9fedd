// What is whose: the cases that the fixtures of the rules do not show.
#include "lint/facts/ownership.h"

#include <gmock/gmock.h>

#include <string>
#include <string_view>
#include <vector>

#include "tests/support/lint_text.h"

namespace hoglint::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// Rule, level, line and subject of what the rules about ownership find, of a project with
// Hogsend's engine.
std::vector<std::string> Found(std::string_view old_sql, std::string_view new_sql) {
  const LintedText linted = LintAfter(old_sql, new_sql, {.engine = true});
  std::vector<std::string> found;
  for (const std::string& line : Outline(linted)) {
    if (line.find("engine-") != std::string::npos || line.find("-to-engine") != std::string::npos) {
      found.push_back(line);
    }
  }
  return found;
}

TEST(OwnershipTest, ATableThatTheTrackHadBeforeIsTheTracks) {
  EXPECT_THAT(Found("CREATE TABLE flags (id uuid PRIMARY KEY);",
                    "ALTER TABLE flags RENAME TO client_flags;"),
              IsEmpty());
  EXPECT_THAT(Found("CREATE TABLE flags (id uuid PRIMARY KEY);", "DROP TABLE flags;"), IsEmpty());
}

TEST(OwnershipTest, IfNotExistsMakesNothingOfTheOwners) {
  EXPECT_THAT(Found("CREATE TABLE IF NOT EXISTS flags (id uuid PRIMARY KEY);", "DROP TABLE flags;"),
              ElementsAre("engine-object-changed:error@1 flags"));
}

TEST(OwnershipTest, AColumnThatTheTrackAddedIsTheTracks) {
  EXPECT_THAT(
      Found("ALTER TABLE contacts ADD COLUMN tier text;", "ALTER TABLE contacts DROP COLUMN tier;"),
      IsEmpty());
}

TEST(OwnershipTest, AnIndexThatTheTrackAddedIsTheTracks) {
  EXPECT_THAT(Found("CREATE INDEX acme_idx ON contacts (created_at);", "DROP INDEX acme_idx;"),
              IsEmpty());
}

TEST(OwnershipTest, TheSearchPathDecides) {
  EXPECT_THAT(Found("CREATE SCHEMA app;",
                    "SET search_path = app;\nCREATE TABLE contacts (id uuid PRIMARY KEY);"),
              IsEmpty());
}

TEST(OwnershipTest, DoBlocksAreLookedInto) {
  EXPECT_THAT(Found("SELECT 1;",
                    "DO $$ BEGIN\nCREATE TYPE journey_status AS ENUM ('a');\n"
                    "EXCEPTION WHEN duplicate_object THEN null;\nEND $$;"),
              ElementsAre("engine-object-redefined:error@2 journey_status"));
}

TEST(OwnershipTest, DropsSeveralTablesInOneStatement) {
  EXPECT_THAT(Found("CREATE TABLE notes (id uuid);", "DROP TABLE notes, contacts, app.links;"),
              ElementsAre("engine-object-changed:error@1 contacts"));
}

TEST(OwnershipTest, ASchemaWithEverythingInIt) {
  EXPECT_THAT(Found("SELECT 1;", "DROP SCHEMA public CASCADE;"),
              ElementsAre("engine-object-changed:error@1 public"));
}

TEST(OwnershipTest, ARedefinedTableHasOneFinding) {
  EXPECT_THAT(Found("SELECT 1;",
                    "CREATE TABLE session (id text PRIMARY KEY, user_id text NOT NULL);\n"
                    "--> statement-breakpoint\n"
                    "ALTER TABLE session ADD CONSTRAINT session_user_id_user_id_fk FOREIGN KEY "
                    "(user_id) REFERENCES \"user\" (id);\n"
                    "--> statement-breakpoint\n"
                    "CREATE INDEX session_own_idx ON session (user_id);"),
              ElementsAre("engine-object-redefined:error@1 session"));
}

}  // namespace
}  // namespace hoglint::testing
