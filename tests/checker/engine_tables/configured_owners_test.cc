// What hoglint.json says that others own: packages, catalogues, lists, schemas, several at once.
#include "checker/engine_tables/configured_owners.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "checker/engine_tables/merge_ownership.h"
#include "checker/engine_tables/owned_list.h"
#include "tests/support/memory_file_system.h"

namespace hoglint {
namespace {

using hoglint::testing::MemoryFileSystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

FoundOwnership Read(const FileSystem& files, const ConfiguredOwners& configured,
                    bool hogsend = false, const std::string& from = "/r/drizzle") {
  Sources sources;
  return ReadOwners(files, configured, hogsend, {.from = from, .top = "/r", .shown_from = "/r"},
                    sources);
}

void AddProject(MemoryFileSystem& files) {
  files.AddFile("/r/package.json", R"({"name": "app", "dependencies": {"@acme/auth": "^2"}})");
  files.AddFile("/r/drizzle/0000_a.sql", "SELECT 1;");
}

ConfiguredOwners Package(const std::string& ledger) {
  ConfiguredOwners owners;
  owners.packages.push_back({"@acme/auth", "", ledger});
  return owners;
}

ConfiguredOwners Catalog(const std::string& path) {
  ConfiguredOwners owners;
  owners.catalog = path;
  return owners;
}

void AddPackage(MemoryFileSystem& files, const std::string& folder) {
  files.AddFile("/r/node_modules/@acme/auth/package.json",
                R"({"name": "@acme/auth", "version": "2.1.0"})");
  files.AddFile("/r/node_modules/@acme/auth/" + folder + "/0001_a.sql",
                "CREATE TABLE sessions (id text PRIMARY KEY, user_id text);"
                "CREATE TABLE users (id text PRIMARY KEY);"
                "ALTER TABLE sessions ADD FOREIGN KEY (user_id) REFERENCES users (id);");
}

TEST(ConfiguredOwnersTest, NobodyOwnsAnythingWithoutAConfig) {
  MemoryFileSystem files;
  AddProject(files);
  EXPECT_EQ(Read(files, {}).ownership, nullptr);
}

TEST(ConfiguredOwnersTest, ReadsAPackageWhereItsMigrationsUsuallyAre) {
  for (const std::string folder : {"drizzle", "migrations", "dist/migrations"}) {
    MemoryFileSystem files;
    AddProject(files);
    AddPackage(files, folder);
    const auto found = Read(files, Package("drizzle.__auth"));
    ASSERT_NE(found.ownership, nullptr) << folder;
    EXPECT_EQ(found.ownership->version, "2.1.0");
    EXPECT_EQ(found.ownership->ledger, (QualifiedName{"drizzle", "__auth"}));
    EXPECT_NE(found.ownership->catalogue.Find(QualifiedName{"public", "sessions"}), nullptr);
    EXPECT_THAT(found.not_checked, IsEmpty());
  }
}

TEST(ConfiguredOwnersTest, SaysThatAPackageIsNotInstalled) {
  MemoryFileSystem files;
  AddProject(files);
  const auto found = Read(files, Package(""));
  EXPECT_EQ(found.ownership, nullptr);
  ASSERT_THAT(found.not_checked, SizeIs(1));
  EXPECT_THAT(found.not_checked.front().reason, HasSubstr("@acme/auth"));
}

TEST(ConfiguredOwnersTest, ThePackageItselfHasNoOwner) {
  MemoryFileSystem files;
  files.AddFile("/r/package.json", R"({"name": "@acme/auth"})");
  const auto found = Read(files, Package(""));
  EXPECT_EQ(found.ownership, nullptr);
  EXPECT_THAT(found.not_checked, IsEmpty());
}

TEST(ConfiguredOwnersTest, ACatalogueTakesThePlaceOfTheEngine) {
  MemoryFileSystem files;
  AddProject(files);
  files.AddFile("/r/owned.json", R"({"tables": ["contacts", "app.jobs"], "enums": ["plan"]})");
  const auto found = Read(files, Catalog("/r/owned.json"), true);
  ASSERT_NE(found.ownership, nullptr);
  EXPECT_EQ(found.ownership->owner, "Hogsend's engine");
  EXPECT_EQ(found.ownership->ledger.name, "__drizzle_migrations");
  EXPECT_THAT(found.ownership->catalogue.relation_names(), SizeIs(2));
  EXPECT_NE(found.ownership->catalogue.Find(QualifiedName{"app", "jobs"}), nullptr);
}

TEST(ConfiguredOwnersTest, ABrokenCatalogueIsNotCheckedAndTheEngineFoundByItself) {
  MemoryFileSystem files;
  AddProject(files);
  files.AddFile("/r/owned.json", R"({"tables": ["contacts"], "tabels": []})");
  const auto found = Read(files, Catalog("/r/owned.json"), true);
  ASSERT_FALSE(found.not_checked.empty());
  EXPECT_THAT(found.not_checked.front().reason, HasSubstr("no key 'tabels'"));
  EXPECT_EQ(found.ownership->source, OwnershipSource::kBuiltIn);
}

TEST(ConfiguredOwnersTest, SeveralOwnersAreToldApart) {
  MemoryFileSystem files;
  AddProject(files);
  AddPackage(files, "drizzle");
  ConfiguredOwners configured = Package("");
  configured.schemas = {"auth", "storage"};
  const auto found = Read(files, configured, true);
  ASSERT_NE(found.ownership, nullptr);
  const Ownership& all = *found.ownership;
  EXPECT_THAT(all.parts, SizeIs(4));
  EXPECT_THAT(all.schemas, ElementsAre("auth", "storage"));
  EXPECT_EQ(OwnerOf(all, {"public", "contacts"}).owner, "Hogsend's engine");
  EXPECT_EQ(OwnerOf(all, {"public", "sessions"}).owner, "@acme/auth");
  EXPECT_EQ(OwnerOf(all, {"auth", "users"}).owner, "the owner of schema auth");
  EXPECT_EQ(OwnerOf(all, {"drizzle", "__drizzle_migrations"}).owner, "Hogsend's engine");
}

// What belongs together in one catalogue does so in the merged one.
TEST(ConfiguredOwnersTest, MergingKeepsKeysAndIndexesTogether) {
  MemoryFileSystem files;
  AddProject(files);
  AddPackage(files, "drizzle");
  const auto found = Read(files, Package(""), true);
  const Catalogue& all = found.ownership->catalogue;
  const Relation* sessions = all.Find(QualifiedName{"public", "sessions"});
  ASSERT_NE(sessions, nullptr);
  ASSERT_THAT(sessions->indexes, SizeIs(1));
  EXPECT_EQ(all.Get(sessions->indexes.front())->name.name, "sessions_pkey");
  EXPECT_EQ(all.Get(sessions->indexes.front())->index->table, sessions->id);
  const Constraint* key = sessions->FindConstraint("sessions_user_id_fkey");
  ASSERT_NE(key, nullptr);
  EXPECT_EQ(all.Get(key->references->table)->name.name, "users");
}

TEST(ConfiguredOwnersTest, ASnapshotThatDiffersFromItsSqlIsNotTaken) {
  MemoryFileSystem files;
  AddProject(files);
  const std::string folder = "/r/node_modules/@acme/auth";
  AddPackage(files, "other");
  files.AddFile(folder + "/drizzle/meta/_journal.json",
                R"({"version":"7","dialect":"postgresql","entries":[)"
                R"({"idx":0,"version":"7","when":1,"tag":"0000_a","breakpoints":true}]})");
  files.AddFile(folder + "/drizzle/0000_a.sql", "CREATE TABLE widgets (id integer PRIMARY KEY);");
  files.AddFile(folder + "/drizzle/meta/0000_snapshot.json",
                R"({"id":"a","prevId":"00000000-0000-0000-0000-000000000000","version":"7",)"
                R"("dialect":"postgresql","tables":{},"enums":{},"schemas":{},"_meta":{}})");
  const auto found = Read(files, Package(""));
  ASSERT_NE(found.ownership, nullptr);
  EXPECT_NE(found.ownership->catalogue.Find(QualifiedName{"public", "widgets"}), nullptr);
  ASSERT_THAT(found.not_checked, SizeIs(1));
  EXPECT_THAT(found.not_checked.front().reason, HasSubstr("table widgets"));
}

}  // namespace
}  // namespace hoglint
