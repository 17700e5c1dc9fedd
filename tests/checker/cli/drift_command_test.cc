// hoglint drift as its users meet it, on a database in memory.
#include <gmock/gmock.h>

#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "checker/cli/command_line.h"
#include "lint/drift/sha256.h"
#include "tests/support/cli_runner.h"
#include "tests/support/memory_database.h"
#include "tests/support/memory_file_system.h"

namespace hoglint {
namespace {

using hoglint::testing::MemoryDatabase;
using hoglint::testing::MemoryFileSystem;
using hoglint::testing::NoGit;
using hoglint::testing::StringOutput;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

constexpr const char* kJournal =
    R"({"version":"7","dialect":"postgresql","entries":[
        {"idx":0,"version":"7","when":1000,"tag":"0000_note","breakpoints":true}]})";
constexpr const char* kSql = "INSERT INTO x VALUES (1);\n";

class DriftCommandTest : public ::testing::Test {
 protected:
  int Run(const std::vector<std::string>& words) {
    StringOutput out;
    StringOutput error;
    const Environment environment{
        .out = out,
        .error = error,
        .files = files_,
        .git = git_,
        .folder = "/p",
        .variable =
            [&](const std::string& name) {
              const auto found = variables_.find(name);
              return found == variables_.end() ? std::optional<std::string>() : found->second;
            },
        .write_file = [](const std::string&, std::string_view) { return std::optional<Error>(); },
        .seconds = [] { return 0.0; },
        .progress_delay = std::chrono::milliseconds(1000),
        .connect = [&](const ConnectionRequest& request) -> Result<std::unique_ptr<Database>> {
          request_ = request;
          auto database = std::make_unique<MemoryDatabase>();
          for (const auto& [name, rows] : ledgers_) database->AddLedger(name, rows);
          if (!failure_.empty()) database->Fail(failure_);
          return std::unique_ptr<Database>(std::move(database));
        }};
    const int code = RunCommandLine(words, environment);
    out_ = out.text();
    error_ = error.text();
    return code;
  }

  void AddFolder(const std::string& folder) {
    files_.AddFile(folder + "/meta/_journal.json", kJournal);
    files_.AddFile(folder + "/0000_note.sql", kSql);
  }

  MemoryFileSystem files_;
  NoGit git_;
  std::map<std::string, std::string> variables_{{"DATABASE_URL", "postgresql://app@db/app"}};
  std::map<QualifiedName, std::vector<std::vector<SqlValue>>> ledgers_;
  std::string failure_;
  ConnectionRequest request_;
  std::string out_, error_;
};

TEST_F(DriftCommandTest, TakesTheUrlFromTheNearestPlace) {
  AddFolder("/p/drizzle");
  EXPECT_EQ(Run({"drift", "drizzle", "--database-url", "postgresql://other@db/x"}), 0);
  EXPECT_EQ(request_.url, "postgresql://other@db/x");
  EXPECT_EQ(Run({"drift", "drizzle"}), 0);
  EXPECT_EQ(request_.given_by, "DATABASE_URL");
  variables_ = {{"PGHOST", "db"}};
  EXPECT_EQ(Run({"drift", "drizzle"}), 0);
  EXPECT_EQ(request_.url, "");
  EXPECT_EQ(request_.given_by, "PGHOST");
  variables_.clear();
  EXPECT_EQ(Run({"drift", "drizzle"}), 2);
  EXPECT_THAT(error_, HasSubstr("which database?"));
}

TEST_F(DriftCommandTest, AFailureIsNeverInSync) {
  AddFolder("/p/drizzle");
  failure_ = "cannot read the schema: the connection broke";
  EXPECT_EQ(Run({"drift", "drizzle"}), 2);
  EXPECT_THAT(out_, IsEmpty());
  EXPECT_EQ(error_, "hoglint: cannot read the schema: the connection broke\n");
}

TEST_F(DriftCommandTest, ReadsTheLedgerThatTheConfigOrTheOptionNames) {
  AddFolder("/p/drizzle");
  files_.AddFile("/p/drizzle.config.ts",
                 "export default { out: './drizzle', dialect: 'postgresql',"
                 " migrations: { table: '__mine', schema: 'own' } }");
  ledgers_[{"own", "__mine"}] = {{"1", Sha256(kSql), "1000"}};
  EXPECT_EQ(Run({"drift", "--strict"}), 0) << out_ << error_;
  EXPECT_THAT(out_, AllOf(HasSubstr("own.__mine (1 row)"), HasSubstr("in sync")));
  EXPECT_EQ(Run({"drift", "drizzle", "--ledger", "other.table", "--strict"}), 1);
  EXPECT_THAT(out_, HasSubstr("by other.\"table\" (which does not exist)"));
  EXPECT_EQ(Run({"drift", "drizzle", "--ledger", "table"}), 2);
  EXPECT_THAT(error_, HasSubstr("SCHEMA.TABLE"));
  files_.AddFile("/p/drizzle.config.ts",
                 "export default { out: './drizzle', dialect: 'postgresql',"
                 " migrations: { table: nameOf('x') } }");
  EXPECT_EQ(Run({"drift"}), 2);
  EXPECT_THAT(error_, HasSubstr("computed in its config"));
}

// The engine's migrations are those of the installed package, the client's lie upon them.
TEST_F(DriftCommandTest, ComparesAHogsendProjectWithItsEngine) {
  files_.AddFile("/p/package.json", R"({"dependencies":{"@hogsend/engine":"0.67.0"}})");
  files_.AddFile("/p/drizzle.config.ts",
                 "export default { out: './migrations', dialect: 'postgresql',"
                 " migrations: { table: '__client_migrations', schema: 'drizzle' } }");
  AddFolder("/p/migrations");
  AddFolder("/p/node_modules/@hogsend/db/drizzle");
  files_.AddFile("/p/node_modules/@hogsend/db/package.json",
                 R"({"name":"@hogsend/db","version":"0.67.0"})");
  ledgers_[{"drizzle", "__drizzle_migrations"}] = {{"1", Sha256(kSql), "1000"}};
  EXPECT_EQ(Run({"drift", "--format", "json"}), 0) << out_ << error_;
  auto json = nlohmann::json::parse(out_, nullptr, false);
  ASSERT_FALSE(json.is_discarded()) << out_ << error_;
  EXPECT_EQ(json["schema"].dump(),
            R"({"client":{"applied":null,"inSync":false,"pending":["0000_note"],)"
            R"("required":"0000_note"},"engine":{"applied":"0000_note","inSync":true,)"
            R"("pending":[],"required":"0000_note"}})");
  EXPECT_EQ(json["status"], "migration_pending");
  EXPECT_THAT(out_, HasSubstr(R"("applied": "0000_note",
      "required": "0000_note",
      "inSync": true,
      "pending": [])"));  // in the order of Hogsend's
  ledgers_.clear();
  ledgers_[{"drizzle", "__client_migrations"}] = {{"1", Sha256(kSql), "1000"}};
  EXPECT_EQ(Run({"drift"}), 1);
  EXPECT_THAT(out_, HasSubstr("error[pending] engine"));
}

// A second database of the application, by the ledger and the credentials of its config.
TEST_F(DriftCommandTest, LooksForNoEngineInAnotherDatabase) {
  files_.AddFile("/p/package.json", R"({"dependencies":{"@hogsend/engine":"0.67.0"}})");
  files_.AddFile("/p/drizzle.config.ts",
                 "export default { out: './migrations', dialect: 'postgresql', migrations: "
                 "{ table: '__client_migrations', schema: 'drizzle' }, dbCredentials: "
                 "{ url: process.env.DATABASE_URL! } }");
  AddFolder("/p/migrations");
  AddFolder("/p/sso/migrations");
  const std::string config =
      "export default { out: './migrations', dialect: 'postgresql', migrations: "
      "{ table: '__sso_migrations' }, dbCredentials: { url: process.env.";
  files_.AddFile("/p/sso/drizzle.config.ts", config + "SSO_DATABASE_URL! } }");
  ledgers_[{"drizzle", "__sso_migrations"}] = {{"1", Sha256(kSql), "1000"}};
  EXPECT_EQ(Run({"drift", "sso"}), 0) << error_;
  EXPECT_THAT(out_, AllOf(HasSubstr("in sync"), Not(HasSubstr("ngine"))));
  files_.AddFile("/p/sso/drizzle.config.ts", config + "DATABASE_URL! } }");
  Run({"drift", "sso"});
  EXPECT_THAT(out_, HasSubstr("ngine"));
}

// drizzle-orm reads the files of all entries first; tests/oracle/drift_migrator_test.cc.
TEST_F(DriftCommandTest, AnEntryWithoutFileStopsTheMigratorAppliedOrNot) {
  files_.AddFile("/p/drizzle/meta/_journal.json", kJournal);
  EXPECT_EQ(Run({"drift", "drizzle"}), 1);
  EXPECT_THAT(out_, AllOf(HasSubstr("error[file-missing]"), HasSubstr("applies nothing"),
                          Not(HasSubstr("[pending]"))));
  ledgers_[{"drizzle", "__drizzle_migrations"}] = {{"1", Sha256(kSql), "1000"}};
  EXPECT_EQ(Run({"drift", "drizzle"}), 1);
  EXPECT_THAT(out_, HasSubstr("0000_note is applied, and its file is not there"));
}

TEST_F(DriftCommandTest, AFolderOfDrizzlesWithoutJournalCannotBeCompared) {
  files_.AddFile("/p/drizzle.config.ts",
                 "export default { out: './drizzle', dialect: 'postgresql' }");
  files_.AddFile("/p/drizzle/0000_note.sql", kSql);
  ledgers_[{"drizzle", "__drizzle_migrations"}] = {{"1", Sha256(kSql), "1000"}};
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"drift"}, {"drift", "drizzle", "--ledger", "drizzle.x"}}) {
    EXPECT_EQ(Run(words), 2) << out_;
    EXPECT_THAT(out_, IsEmpty());
    EXPECT_THAT(error_, HasSubstr("drizzle has no meta/_journal.json"));
  }
}

TEST_F(DriftCommandTest, ARowOfNoFolderStopsTheUpgradeToDrizzleOne) {
  files_.AddFile("/p/drizzle/20260101000000_note/migration.sql", kSql);
  files_.AddFile("/p/drizzle/20260101000000_note/snapshot.json", "{}");
  QualifiedName ledger{"drizzle", "__drizzle_migrations"};
  ledgers_[ledger] = {{"1", Sha256(kSql), "1767225600123"}};
  EXPECT_EQ(Run({"drift", "drizzle"}), 0) << out_ << error_;
  ledgers_[ledger].push_back({"2", std::string(64, 'a'), "1999999999999"});
  EXPECT_EQ(Run({"drift", "drizzle"}), 1) << out_ << error_;
  EXPECT_THAT(out_, AllOf(HasSubstr("error[upgrade-stops]"), HasSubstr("row 2")));
}

TEST_F(DriftCommandTest, TwoFoldersOfOneLedgerWantAName) {
  AddFolder("/p/a/drizzle");
  AddFolder("/p/b/drizzle");
  EXPECT_EQ(Run({"drift", "a/drizzle", "b/drizzle"}), 2);
  EXPECT_THAT(error_, HasSubstr("have one ledger, drizzle.__drizzle_migrations"));
}

TEST_F(DriftCommandTest, AFolderThatIsNotDrizzlesIsTakenToBeApplied) {
  files_.AddFile("/p/sql/001_a.sql", "SELECT 1;\n");
  EXPECT_EQ(Run({"drift", "sql"}), 0);
  EXPECT_THAT(out_, AllOf(HasSubstr("all taken to be applied"),
                          HasSubstr("no drift in what was compared")));
}

}  // namespace
}  // namespace hoglint
