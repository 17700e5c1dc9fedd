#include "lint/run/small_tables.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "lint/run/run.h"
#include "rules/rule_table.h"
#include "tests/support/lint_text.h"
#include "tests/support/planned_text.h"

namespace hoglint::testing {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr std::string_view kSchema =
    "CREATE TABLE orgs (id int PRIMARY KEY);"
    "CREATE TABLE users (id int PRIMARY KEY, org int, email text);";

std::shared_ptr<const TableSizes> Sizes(std::optional<std::int64_t> users,
                                        std::optional<std::int64_t> orgs) {
  auto sizes = std::make_shared<TableSizes>();
  sizes->path = "hoglint.stats.json";
  sizes->tables[{"public", "users"}] = {
      .rows = users, .bytes = 8192, .index_bytes = 8192, .analysed = ""};
  sizes->tables[{"public", "orgs"}] = {
      .rows = orgs, .bytes = 8192, .index_bytes = 8192, .analysed = ""};
  return sizes;
}

// "set-not-null:error why it hurts".
std::vector<std::string> Lint(std::string_view sql, SizeOptions options) {
  Sources sources;
  Workspace workspace;
  const std::vector<TextMigration> migrations = {
      {.name = "0_old.sql", .text = std::string(kSchema), .merged = true},
      {.name = "1_new.sql", .text = std::string(sql), .merged = false}};
  workspace.tracks.push_back(MakeTrack(migrations, true, sources));
  RunOptions run;
  run.runner = kDrizzleRunner;
  run.sizes = std::move(options);
  std::vector<std::string> found;
  for (const Finding& finding : Run(workspace, sources, AllRules(), run).findings) {
    found.push_back(std::string(finding.rule) + ":" + std::string(LevelName(finding.level)) + " " +
                    finding.effect);
  }
  return found;
}

constexpr std::string_view kSetNotNull = "ALTER TABLE users ALTER COLUMN email SET NOT NULL;";

TEST(SmallTablesTest, AScanOfASmallTableComesDownALevelAndSaysTheNumber) {
  EXPECT_THAT(Lint(kSetNotNull, {.sizes = Sizes(120, 3)}),
              ElementsAre(AllOf(HasSubstr("set-not-null:warning"),
                                HasSubstr("; users has about 120 rows (hoglint.stats.json)"))));
}

TEST(SmallTablesTest, NothingComesDownWithoutAnEstimateOrOverTheLimit) {
  for (const auto& sizes : {Sizes(10'001, 3), Sizes(std::nullopt, 3),
                            std::shared_ptr<const TableSizes>(std::make_shared<TableSizes>()),
                            std::shared_ptr<const TableSizes>()}) {
    EXPECT_THAT(Lint(kSetNotNull, {.sizes = sizes}),
                ElementsAre(AllOf(HasSubstr("set-not-null:error"), Not(HasSubstr("about")))));
  }
  EXPECT_THAT(Lint(kSetNotNull, {.sizes = Sizes(121, 3), .small_rows = 120}),
              ElementsAre(HasSubstr("set-not-null:error")));
}

TEST(SmallTablesTest, AllTablesOfTheStatementHaveToBeSmall) {
  const std::string foreign_key =
      "ALTER TABLE users ADD CONSTRAINT k FOREIGN KEY (org) REFERENCES orgs (id);";
  EXPECT_THAT(Lint(foreign_key, {.sizes = Sizes(120, 1)}),
              ElementsAre(AllOf(HasSubstr("foreign-key-validates:warning"),
                                HasSubstr("orgs has about 1 row,"))));
  EXPECT_THAT(Lint(foreign_key, {.sizes = Sizes(120, 2'000'000)}),
              ElementsAre(HasSubstr("foreign-key-validates:error")));
}

TEST(SmallTablesTest, SaysOfWhichDayTheNumberIs) {
  auto sizes = std::make_shared<TableSizes>(*Sizes(120, 3));
  sizes->tables.at({"public", "users"}).analysed = "2019-01-31";
  EXPECT_THAT(
      Lint(kSetNotNull, {.sizes = sizes}),
      ElementsAre(HasSubstr("users had about 120 rows on 2019-01-31 (hoglint.stats.json)")));
}

TEST(SmallTablesTest, WhatIsLostIsLostInASmallTableToo) {
  EXPECT_THAT(Lint("ALTER TABLE users DROP COLUMN email;", {.sizes = Sizes(120, 3)}),
              ElementsAre(HasSubstr("drop-column:error")));
}

TEST(SmallTablesTest, ARewriteWritesTheTableAndItsIndexes) {
  const TableSize size{
      .rows = 2'000'000, .bytes = 400'000'000, .index_bytes = 40'000'000, .analysed = ""};
  Effect rewrite;
  rewrite.rewrite = true;
  EXPECT_DOUBLE_EQ(EstimatedSeconds(rewrite, size), 2.0 + 11.0);
  Effect scan;
  scan.scan = true;
  EXPECT_DOUBLE_EQ(EstimatedSeconds(scan, size), 2.0);
  Effect index;
  index.index_build = true;
  EXPECT_NEAR(EstimatedSeconds(index, size), 2.0 + 3.33, 0.01);
  EXPECT_EQ(EstimatedSeconds(Effect{}, size), 0);
}

TEST(SmallTablesTest, OnlyWhatTheSizeTellsHasATime) {
  auto sizes = std::make_shared<TableSizes>();
  for (const char* name : {"users", "v"}) {
    sizes->tables[{"public", name}] = {.rows = 2'000'000,
                                       .bytes = 400'000'000,
                                       .index_bytes = 40'000'000,
                                       .analysed = "2026-11-20"};
  }
  const std::vector<TextMigration> files = {
      {.name = "0.sql",
       .text = std::string(kSchema) + "CREATE MATERIALIZED VIEW v AS SELECT id FROM users;",
       .merged = true},
      {.name = "1.sql",
       .text = "ALTER TABLE users ALTER COLUMN email SET NOT NULL; REINDEX TABLE users;"
               "UPDATE users SET email = 'x'; REFRESH MATERIALIZED VIEW v; TRUNCATE users;",
       .merged = false}};
  const auto planned = PlanText(files, {.runner = kDrizzleRunner,
                                        .server = {},
                                        .all = false,
                                        .setup = std::nullopt,
                                        .sizes = {.sizes = sizes, .small_rows = 10}});
  const auto seconds = [&](std::uint32_t number, std::string_view relation) {
    const PlannedEffect* effect = planned.Effect(number, relation);
    return effect == nullptr ? -1 : effect->seconds;
  };
  EXPECT_DOUBLE_EQ(seconds(1, "users"), 2.0);
  EXPECT_NEAR(seconds(2, "users"), 5.33, 0.01);
  EXPECT_EQ(seconds(2, "users_pkey"), 0);  // told of the table
  EXPECT_EQ(seconds(3, "users"), 0);       // 2,000,000 rows took 40 s with five indexes
  EXPECT_EQ(seconds(4, "v"), 0);           // as long as its query
  EXPECT_EQ(seconds(5, "users"), 0);       // no row is read
}

}  // namespace
}  // namespace hoglint::testing
