// Files beside a migration that say in which transaction it runs.
#include <gmock/gmock.h>

#include <string>
#include <utility>

#include "checker/project/read_project.h"
#include "lint/facts/transactions.h"
#include "tests/support/memory_file_system.h"

namespace hoglint {
namespace {

using hoglint::testing::MemoryFileSystem;
using hoglint::testing::NoGit;
using ::testing::HasSubstr;
using ::testing::SizeIs;

Project Read(const MemoryFileSystem& files) {
  auto project =
      ReadProject(files, NoGit(), {.folder = "/p", .paths = {"m"}, .base = {}, .runner = {}});
  EXPECT_TRUE(project) << (project ? "" : project.error().message);
  return project ? *std::move(project) : Project{};
}

// What becomes of the second of three migrations.
bool OptsOut(const Project& project) {
  const auto& migrations = project.workspace.tracks.front().migrations;
  EXPECT_THAT(migrations, SizeIs(3));
  EXPECT_FALSE(OptsOutOfTransaction(project.sources, migrations.front()));
  EXPECT_FALSE(OptsOutOfTransaction(project.sources, migrations.back()));
  return OptsOutOfTransaction(project.sources, migrations[1]);
}

MemoryFileSystem Flyway() {
  return MemoryFileSystem({{"/p/m/V1__a.sql", "SELECT 1;"},
                           {"/p/m/V2__b.sql", "SELECT 1; SELECT 2;"},
                           {"/p/m/V3__c.sql", "SELECT 1;"}});
}

bool OptsOutBy(const std::string& config) {
  MemoryFileSystem files = Flyway();
  files.AddFile("/p/m/V2__b.sql.conf", config);
  return OptsOut(Read(files));
}

TEST(FlywayConfig, TakesItsMigrationOutOfTheTransaction) {
  EXPECT_FALSE(OptsOut(Read(Flyway())));
  for (const char* config :
       {"executeInTransaction=false", "# why\r\n  executeInTransaction = false \r\n",
        "encoding=UTF-8\nexecuteInTransaction: false", "executeInTransaction false\n",
        "executeInTransaction=true\nexecuteInTransaction=false\n"}) {
    EXPECT_TRUE(OptsOutBy(config)) << config;
  }
}

TEST(FlywayConfig, OtherwiseChangesNothing) {
  for (const char* config :
       {"", "executeInTransaction=true", "#executeInTransaction=false",
        "! executeInTransaction=false", "executeInTransactions=false", "executeintransaction=false",
        "executeInTransaction=", "shouldExecute=false",
        "executeInTransaction=false\nexecuteInTransaction=true"}) {
    EXPECT_FALSE(OptsOutBy(config)) << config;
  }
}

TEST(FlywayConfig, IsAFailureWhereItCannotBeRead) {
  MemoryFileSystem files = Flyway();
  files.AddUnreadable("/p/m/V2__b.sql.conf", FileKind::kFile, "permission denied");
  const Project project = Read(files);
  EXPECT_FALSE(OptsOut(project));
  ASSERT_THAT(project.failures, SizeIs(1));
  EXPECT_THAT(project.failures.front().message,
              HasSubstr("cannot read m/V2__b.sql.conf: permission denied"));
}

TEST(FlywayConfig, IsNotReadThroughALinkOutOfTheFolder) {
  MemoryFileSystem files = Flyway();
  files.AddFile("/elsewhere", "executeInTransaction=false");
  files.AddLink("/p/m/V2__b.sql.conf", "/elsewhere");
  const Project project = Read(files);
  EXPECT_FALSE(OptsOut(project));
  EXPECT_THAT(project.failures, SizeIs(1));
}

// Diesel sends up.sql as one query: its statements share a transaction all the same.
TEST(DieselMetadata, ChangesNothing) {
  const MemoryFileSystem files(
      {{"/p/m/2024-01-01-000000_a/up.sql", "SELECT 1;"},
       {"/p/m/2024-01-02-000000_b/up.sql", "SELECT 1; SELECT 2;"},
       {"/p/m/2024-01-02-000000_b/metadata.toml", "run_in_transaction = false"},
       {"/p/m/2024-01-03-000000_c/up.sql", "SELECT 1;"}});
  EXPECT_FALSE(OptsOut(Read(files)));
}

}  // namespace
}  // namespace hoglint
