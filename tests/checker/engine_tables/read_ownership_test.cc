// Where the engine's tables are read from: the installed package, a vendored one, the built-in
// list; and what a hostile repository cannot do.
#include "checker/engine_tables/read_ownership.h"

#include <gmock/gmock.h>

#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "checker/disk/disk.h"
#include "checker/engine_tables/schema_folder.h"
#include "lint/schema/diff.h"
#include "tests/support/memory_file_system.h"

namespace hoglint {
namespace {

using hoglint::testing::MemoryFileSystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr const char* kJournal =
    R"({"version":"7","dialect":"postgresql","entries":[)"
    R"({"idx":0,"version":"7","when":1,"tag":"0000_a","breakpoints":true}]})";
constexpr const char* kSql = "CREATE TABLE widgets (id integer PRIMARY KEY);";
constexpr const char* kPackage = R"({"name": "@hogsend/db", "version": "0.70.1"})";

// An engine package with one migration and no snapshot.
void AddPackage(MemoryFileSystem& files, const std::string& folder) {
  files.AddFile(folder + "/package.json", kPackage);
  files.AddFile(folder + "/drizzle/meta/_journal.json", kJournal);
  files.AddFile(folder + "/drizzle/0000_a.sql", kSql);
}

void AddProject(MemoryFileSystem& files, const std::string& requested) {
  files.AddFile("/r/apps/x/package.json",
                R"({"dependencies": {"@hogsend/db": ")" + requested + R"("}})");
  files.AddFile("/r/apps/x/migrations/0000_init.sql", "SELECT 1;");
}

FoundOwnership Read(const FileSystem& files) {
  Sources sources;
  return ReadOwnership(files, HogsendEngine(),
                       {.from = "/r/apps/x/migrations", .top = "/r", .shown_from = "/r"}, sources);
}

std::vector<std::string> Tables(const Ownership& ownership) {
  std::vector<std::string> names;
  for (const auto& [name, id] : ownership.catalogue.relation_names()) {
    const Relation* relation = ownership.catalogue.Get(id);
    if (relation != nullptr && relation->kind == RelationKind::kTable) names.push_back(name.name);
  }
  return names;
}

TEST(ReadOwnershipTest, ReadsThePackageOfAnyFolderAboveUpToTheRoot) {
  MemoryFileSystem files;
  AddProject(files, "^0.70.0");
  AddPackage(files, "/r/node_modules/@hogsend/db");
  const FoundOwnership found = Read(files);
  EXPECT_EQ(found.ownership->source, OwnershipSource::kPackage);
  EXPECT_EQ(found.ownership->version, "0.70.1");
  EXPECT_EQ(found.ownership->read_from, "node_modules/@hogsend/db/drizzle");
  EXPECT_THAT(Tables(*found.ownership), ElementsAre("widgets"));
  EXPECT_THAT(found.not_checked, IsEmpty());
}

TEST(ReadOwnershipTest, FollowsThePackageManagersLink) {
  MemoryFileSystem files;
  AddProject(files, "^0.70.0");
  AddPackage(files, "/r/node_modules/.pnpm/@hogsend+db@0.70.1/node_modules/@hogsend/db");
  files.AddLink("/r/apps/x/node_modules/@hogsend/db",
                "/r/node_modules/.pnpm/@hogsend+db@0.70.1/node_modules/@hogsend/db");
  EXPECT_THAT(Tables(*Read(files).ownership), ElementsAre("widgets"));
}

TEST(ReadOwnershipTest, ReadsAVendoredPackageThatIsNotInstalled) {
  MemoryFileSystem files;
  AddProject(files, "file:./vendor/db");
  AddPackage(files, "/r/apps/x/vendor/db");
  const FoundOwnership found = Read(files);
  EXPECT_EQ(found.ownership->read_from, "apps/x/vendor/db/drizzle");
  EXPECT_EQ(found.ownership->why, "vendored, package.json has file:./vendor/db");
}

TEST(ReadOwnershipTest, TakesTheBuiltInListOfTheVersionThatIsWantedSilently) {
  MemoryFileSystem files;
  AddProject(files, "^0.67.2");
  const FoundOwnership found = Read(files);
  EXPECT_EQ(found.ownership->source, OwnershipSource::kBuiltIn);
  EXPECT_EQ(found.ownership->version, "0.67.0");
  EXPECT_EQ(Tables(*found.ownership).size(), 52U);
  EXPECT_THAT(found.not_checked, IsEmpty());
}

TEST(ReadOwnershipTest, SaysThatTheBuiltInListIsOfAnotherVersion) {
  MemoryFileSystem files;
  AddProject(files, "^0.71.0");
  const FoundOwnership found = Read(files);
  ASSERT_EQ(found.not_checked.size(), 1U);
  EXPECT_EQ(found.not_checked.front().reason,
            "what @hogsend/db ^0.71.0 owns: it is not installed, so hoglint's own list of version "
            "0.67.0 was taken");
  // Nothing is then known to be missing.
  EXPECT_TRUE(
      found.ownership->catalogue.Find(QualifiedName{"public", "contacts"})->columns_unknown);
}

TEST(ReadOwnershipTest, RefusesALinkOutOfTheRepositoryThatNoPackageManagerMade) {
  MemoryFileSystem files;
  AddProject(files, "^0.67.0");
  AddPackage(files, "/home/me/secrets");
  files.AddLink("/r/node_modules/@hogsend/db", "/home/me/secrets");
  const FoundOwnership found = Read(files);
  EXPECT_EQ(found.ownership->source, OwnershipSource::kBuiltIn);
  ASSERT_EQ(found.not_checked.size(), 1U);
  EXPECT_THAT(found.not_checked.front().reason, HasSubstr("outside of the repository"));
}

TEST(ReadOwnershipTest, RefusesFilesOfThePackageThatLeadOutOfIt) {
  MemoryFileSystem files;
  AddProject(files, "^0.67.0");
  AddPackage(files, "/r/node_modules/@hogsend/db");
  files.AddFile("/etc/secret.sql", "CREATE TABLE secret (id integer);");
  files.AddLink("/r/node_modules/@hogsend/db/drizzle/0000_a.sql", "/etc/secret.sql");
  const FoundOwnership found = Read(files);
  EXPECT_EQ(found.ownership->source, OwnershipSource::kBuiltIn);
  ASSERT_EQ(found.not_checked.size(), 1U);
  EXPECT_THAT(found.not_checked.front().reason, HasSubstr("is a link to elsewhere"));
}

TEST(ReadOwnershipTest, RefusesTagsThatLeadOutOfThePackage) {
  MemoryFileSystem files;
  AddProject(files, "^0.67.0");
  AddPackage(files, "/r/node_modules/@hogsend/db");
  files.AddFile(
      "/r/node_modules/@hogsend/db/drizzle/meta/_journal.json",
      R"({"version":"7","dialect":"postgresql","entries":[)"
      R"({"idx":0,"version":"7","when":1,"tag":"../../../../secret","breakpoints":true}]})");
  files.AddFile("/r/secret.sql", kSql);
  EXPECT_EQ(Read(files).ownership->source, OwnershipSource::kBuiltIn);
}

TEST(ReadOwnershipTest, SurvivesAPackageWithoutMigrations) {
  MemoryFileSystem files;
  AddProject(files, "^0.67.0");
  files.AddFile("/r/node_modules/@hogsend/db/package.json", "not json");
  const FoundOwnership found = Read(files);
  EXPECT_EQ(found.ownership->source, OwnershipSource::kBuiltIn);
  ASSERT_EQ(found.not_checked.size(), 1U);
  EXPECT_THAT(found.not_checked.front().reason, HasSubstr("it does not exist"));
}

// The list in the binary is what the engine's own migrations lead to, both ways.
TEST(ReadOwnershipTest, TheBuiltInListIsWhatTheEnginesMigrationsLeadTo) {
  const char* data = std::getenv("HOGLINT_SHARED_DATA");
  const std::filesystem::path corpus =
      std::filesystem::path(data == nullptr ? "" : data) / "corpora/hogsend-engine";
  if (!std::filesystem::exists(corpus)) {
    GTEST_SKIP() << "no corpora: HOGLINT_SHARED_DATA/corpora is not there";
  }
  const std::string path = std::filesystem::canonical(corpus).string();
  const Disk disk;
  Sources sources;
  const auto read = ReadFolderSchema(disk, path, path, path, sources);
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(read->newest, "0074_flat_dragon_lord");
  const auto built_in = BuiltInOwnership(HogsendEngine());
  for (const Difference& difference : Diff(read->catalogue, built_in->catalogue, DiffOptions{})) {
    ADD_FAILURE() << DisplayName(difference.relation) << ' ' << difference.part << ": "
                  << difference.expected << " -> " << difference.actual;
  }
}

}  // namespace
}  // namespace hoglint
