// What hoglint.json's `extends` and `engine` do to a run, and a second database beside Hogsend's.
#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "tests/support/cli_runner.h"
#include "tests/support/memory_file_system.h"

namespace hoglint {
namespace {

using hoglint::testing::CliRunner;
using hoglint::testing::MemoryFileSystem;
using hoglint::testing::NoGit;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr const char* kJournal =
    R"({"version":"7","dialect":"postgresql","entries":[)"
    R"({"idx":0,"version":"7","when":1,"tag":"0000_init","breakpoints":true}]})";

void AddTrack(MemoryFileSystem& files, const std::string& folder, const std::string& sql) {
  files.AddFile(folder + "/meta/_journal.json", kJournal);
  files.AddFile(folder + "/0000_init.sql", sql);
}

std::string RunOn(const MemoryFileSystem& files, const std::vector<std::string>& words) {
  const NoGit git;
  CliRunner runner(files, git, "/p");
  runner.Run(words);
  return runner.out.text() + runner.error.text();
}

void AddHogsend(MemoryFileSystem& files, const std::string& sql) {
  files.AddFile("/p/package.json",
                R"({"name": "app", "dependencies": {"@hogsend/engine": "^0.67.0"}})");
  files.AddFile("/p/drizzle.config.ts",
                "export default { out: './migrations', schema: './src/schema.ts', dialect: "
                "'postgresql', migrations: { table: '__client_migrations', schema: 'drizzle' }, "
                "dbCredentials: { url: process.env.DATABASE_URL! } };");
  AddTrack(files, "/p/migrations", sql);
}

TEST(PresetsTest, DependenciesChooseAPresetAndItsLevels) {
  MemoryFileSystem files;
  AddHogsend(files, "CREATE TABLE jobs (id uuid PRIMARY KEY, run_at timestamp);");
  EXPECT_THAT(RunOn(files, {"check", "--all"}),
              AllOf(HasSubstr("note: column run_at of jobs"), HasSubstr("1 note in")));
  EXPECT_THAT(RunOn(files, {"project"}),
              HasSubstr("  preset     hogsend (package.json depends on @hogsend/engine)\n"));
}

TEST(PresetsTest, AnEmptyListSwitchesThemOff) {
  MemoryFileSystem files;
  AddHogsend(files, "CREATE TABLE jobs (id uuid PRIMARY KEY, run_at timestamp);");
  files.AddFile("/p/hoglint.json", R"({"extends": []})");
  EXPECT_THAT(RunOn(files, {"check", "--all"}), Not(HasSubstr("timestamp-without-time-zone")));
  EXPECT_THAT(RunOn(files, {"project"}), HasSubstr("presets: none (hoglint.json says so)\n"));
}

TEST(PresetsTest, TheConfigsOwnLevelsStandAboveThoseOfAChosenPreset) {
  MemoryFileSystem files;
  AddHogsend(files, "CREATE TABLE jobs (id uuid PRIMARY KEY, run_at timestamp);");
  files.AddFile("/p/hoglint.json", R"({"rules": {"timestamp-without-time-zone": "error"}})");
  EXPECT_THAT(RunOn(files, {"check", "--all"}), HasSubstr("error: column run_at of jobs"));
}

TEST(OwnersOfConfigTest, AreNamedInFindings) {
  MemoryFileSystem files;
  files.AddFile("/p/package.json", R"({"name": "app"})");
  files.AddFile("/p/hoglint.json", R"({"engine": {"catalog": "owned.json", "schemas": ["auth"]}})");
  files.AddFile("/p/owned.json", R"({"owner": "Acme accounts", "tables": ["accounts"]})");
  AddTrack(files, "/p/drizzle",
           "ALTER TABLE accounts DROP COLUMN name;--> statement-breakpoint\n"
           "ALTER TABLE auth.users DROP COLUMN email;--> statement-breakpoint\n"
           "CREATE TABLE profiles (id uuid REFERENCES auth.users (id));");
  EXPECT_THAT(
      RunOn(files, {"check", "--all"}),
      AllOf(HasSubstr("Acme accounts (by owned.json)"), HasSubstr("owner of schema auth owns"),
            Not(HasSubstr("foreign-key-to-engine")), Not(HasSubstr("no effect"))));
}

// Declared so that a foreign key can name it: it is not this project's to generate.
TEST(OwnersOfConfigTest, TablesOfAnOwnedSchemaNeedNoMigration) {
  MemoryFileSystem files;
  AddHogsend(files, "CREATE TABLE jobs (id uuid PRIMARY KEY);");
  files.AddFile("/p/src/schema.ts",
                "import { pgSchema, pgTable, uuid } from 'drizzle-orm/pg-core';\n"
                "export const users = pgSchema('auth').table('users', { id: uuid('id') });\n"
                "export const jobs = pgTable('jobs', { id: uuid('id').primaryKey() });\n");
  EXPECT_THAT(RunOn(files, {"check", "--all"}), HasSubstr("schema-without-migration"));
  files.AddFile("/p/hoglint.json", R"({"engine": {"schemas": ["auth"]}})");
  EXPECT_THAT(RunOn(files, {"check", "--all"}), Not(HasSubstr("schema-without-migration")));
}

// Another drizzle.config of the application, with another ledger and another database.
TEST(SecondDatabaseTest, HasNoneOfTheEnginesTables) {
  MemoryFileSystem files;
  AddHogsend(files, "CREATE TABLE jobs (id uuid PRIMARY KEY);");
  files.AddFile("/p/sso/drizzle.config.ts",
                "export default { out: './migrations', schema: './schema.ts', dialect: "
                "'postgresql', migrations: { table: '__sso_migrations' }, "
                "dbCredentials: { url: process.env.SSO_DATABASE_URL! } };");
  AddTrack(files, "/p/sso/migrations", "CREATE TABLE account (id uuid PRIMARY KEY);");
  EXPECT_THAT(RunOn(files, {"check", "--all", "sso"}), Not(HasSubstr("engine-object-redefined")));
  files.AddFile("/p/sso/drizzle.config.ts",
                "export default { out: './migrations', schema: './schema.ts', dialect: "
                "'postgresql', migrations: { table: '__sso_migrations' }, "
                "dbCredentials: { url: process.env.DATABASE_URL! } };");
  EXPECT_THAT(RunOn(files, {"check", "--all", "sso"}), HasSubstr("engine-object-redefined"));
}

}  // namespace
}  // namespace hoglint
