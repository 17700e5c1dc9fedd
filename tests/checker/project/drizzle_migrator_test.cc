#include "checker/project/drizzle_migrator.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/support/memory_file_system.h"

namespace hoglint {
namespace {

using ::hoglint::testing::MemoryFileSystem;
using ::testing::HasSubstr;

PackageJson Package(const std::string& drizzle, const std::string& more = "") {
  return ReadPackageJson(R"({"dependencies": {"@neondatabase/serverless": "1", "drizzle-orm": ")" +
                         drizzle + "\"" + more + "}}")
      .value();
}

DrizzleMigrator Find(const std::string& script, const PackageJson& package) {
  MemoryFileSystem files;
  files.AddFile("/p/scripts/migrate.ts", script);
  return FindDrizzleMigrator(files, "/p", package);
}

constexpr const char* kNeonScript = "import { migrate } from 'drizzle-orm/neon-http/migrator'";

TEST(DrizzleMigratorTest, NeonHttpHasNoTransactionBefore1) {
  const DrizzleMigrator migrator = Find(kNeonScript, Package("^0.45.4"));
  EXPECT_EQ(migrator.runner.name, "drizzle-neon-http");
  EXPECT_EQ(migrator.runner.scope, TransactionScope::kStatement);
  EXPECT_TRUE(migrator.runner.one_statement_per_chunk);
  EXPECT_EQ(migrator.undecided, "");
}

TEST(DrizzleMigratorTest, NeonHttpIsOneBatchFrom1On) {
  const DrizzleMigrator migrator = Find(kNeonScript, Package("1.0.0-rc.5"));
  EXPECT_EQ(migrator.runner.name, "drizzle-neon-http");
  EXPECT_EQ(migrator.runner.scope, TransactionScope::kBatch);
  EXPECT_TRUE(migrator.runner.one_statement_per_chunk);
}

TEST(DrizzleMigratorTest, SaysWhenTheVersionIsNotTold) {
  for (const char* version : {"latest", "catalog:", "1.0.0-beta.3"}) {
    const DrizzleMigrator migrator = Find(kNeonScript, Package(version));
    EXPECT_EQ(migrator.runner.scope, TransactionScope::kStatement) << version;
    EXPECT_THAT(migrator.undecided, HasSubstr("from 1.0 on")) << version;
  }
}

TEST(DrizzleMigratorTest, OtherMigratorsAreOneTransaction) {
  const DrizzleMigrator migrator =
      Find("import { migrate } from \"drizzle-orm/neon-serverless/migrator\"", Package("0.45.4"));
  EXPECT_EQ(migrator.runner.name, "drizzle");
  EXPECT_EQ(migrator.undecided, "");
}

TEST(DrizzleMigratorTest, CommentsAndTextAreNoImport) {
  const DrizzleMigrator migrator =
      Find("// import 'drizzle-orm/neon-http/migrator'\nlog(`see drizzle-orm/neon-http`)",
           Package("0.45.4"));
  EXPECT_EQ(migrator.runner.name, "drizzle");
  EXPECT_EQ(migrator.undecided, "");
}

TEST(DrizzleMigratorTest, SaysWhenTwoMigratorsAreImported) {
  const DrizzleMigrator migrator =
      Find("import 'drizzle-orm/neon-http/migrator'; import 'drizzle-orm/pglite/migrator'",
           Package("0.45.4"));
  EXPECT_EQ(migrator.runner.name, "drizzle");
  EXPECT_THAT(migrator.undecided, HasSubstr("--runner"));
}

TEST(DrizzleMigratorTest, SaysWhenOnlyTheDatabaseIsNeonHttp) {
  const char* script = "import { drizzle } from 'drizzle-orm/neon-http'";
  EXPECT_THAT(Find(script, Package("0.45.4")).undecided, HasSubstr("drizzle-kit migrate"));
  // drizzle-kit migrate takes pg when it is there.
  EXPECT_EQ(Find(script, Package("0.45.4", R"(, "pg": "8")")).undecided, "");
}

TEST(PackageJsonTest, ReadsTheMajorVersionOfARange) {
  EXPECT_EQ(MajorOf("^0.45.4"), 0);
  EXPECT_EQ(MajorOf("1.0.0-rc.5"), 1);
  EXPECT_EQ(MajorOf(">=1.2 <2"), 1);
  EXPECT_EQ(MajorOf("v2"), 2);
  EXPECT_EQ(MajorOf("latest"), std::nullopt);
  EXPECT_EQ(MajorOf("workspace:*"), std::nullopt);
  EXPECT_EQ(MajorOf("catalog:"), std::nullopt);
  EXPECT_EQ(MajorOf(""), std::nullopt);
}

}  // namespace
}  // namespace hoglint
