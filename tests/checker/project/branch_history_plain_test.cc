// What a branch does to merged migrations of tools that number their files.
#include <gmock/gmock.h>

#include <filesystem>
#include <string>

#include "tests/support/branch_events.h"
#include "tests/support/git_repository.h"
#include "tests/support/temp_folder.h"

namespace hoglint {
namespace {

using hoglint::testing::BranchEvents;
using hoglint::testing::GitRepository;
using hoglint::testing::TableSql;
using hoglint::testing::TempFolder;
using ::testing::ElementsAre;

// Numbered files of any tool.
class PlainTest : public ::testing::Test {
 protected:
  PlainTest() : repository_(GitRepository::Init(folder_ / "r")) {
    repository_.Write("db/0001_a.sql", TableSql("a"));
    repository_.Write("db/0003_c.sql", TableSql("c"));
    repository_.CommitAll("Add tables");
    repository_.Branch("feature");
  }

  TempFolder folder_;
  GitRepository repository_;
};

TEST_F(PlainTest, ReportsFilesBeforeMergedOnes) {
  repository_.Write("db/0002_b.sql", TableSql("b"));
  EXPECT_THAT(BranchEvents(folder_ / "r/db"), ElementsAre("inserted 0002_b -> 0003_c"));
}

TEST_F(PlainTest, ReportsAnOutOfOrderMerge) {
  repository_.Commit("db/0004_mine.sql", TableSql("mine"));
  repository_.Checkout("main");
  repository_.Commit("db/0005_theirs.sql", TableSql("theirs"));
  repository_.Checkout("feature");
  EXPECT_THAT(BranchEvents(folder_ / "r/db"), ElementsAre("inserted 0004_mine -> 0005_theirs"));
}

TEST_F(PlainTest, ReportsANumberOfItsOwnFolder) {
  repository_.Write("db/3_again.sql", TableSql("again"));
  EXPECT_THAT(BranchEvents(folder_ / "r/db"), ElementsAre("number-taken 3_again -> 0003_c"));
}

TEST_F(PlainTest, ReportsThatAllAreGone) {
  std::filesystem::remove(folder_ / "r/db/0001_a.sql");
  std::filesystem::remove(folder_ / "r/db/0003_c.sql");
  repository_.Write("db/README.sql", "");
  EXPECT_THAT(BranchEvents(folder_ / "r/db").size(), 1U);
}

TEST_F(PlainTest, FollowsTheSectionsOfGoose) {
  repository_.Checkout("main");
  repository_.Commit("db/0004_d.sql", "-- +goose Up\nSELECT 1;\n-- +goose Down\nSELECT 2;\n");
  repository_.Branch("goose");
  repository_.Write("db/0004_d.sql", "-- +goose Up\nSELECT 1;\n-- +goose Down\nSELECT 3;\n");
  EXPECT_THAT(BranchEvents(folder_ / "r/db"), ElementsAre("reformatted 0004_d"));
}

}  // namespace
}  // namespace hoglint
