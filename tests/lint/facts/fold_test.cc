#include "lint/facts/fold.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/support/lint_text.h"

namespace hoglint::testing {
namespace {

using ::testing::ElementsAre;

struct Folded {
  std::vector<std::string> seen;  // "batch.transaction" of every statement; "-" when it is alone
  Catalogue catalogue;
};

Folded FoldText(const std::vector<TextMigration>& migrations, const FoldOptions& options) {
  Sources sources;
  const Track track = MakeTrack(migrations, true, sources);
  Folded folded;
  const FoldVisitor visitor{
      .on_statement =
          [&folded](const StatementFacts& facts) {
            folded.seen.push_back(facts.transaction.open
                                      ? fmt::format("{}.{}", static_cast<int>(facts.batch.id),
                                                    facts.transaction.value)
                                      : fmt::format("{}.-", static_cast<int>(facts.batch.id)));
          },
      .on_applied = nullptr,
      .on_migration = nullptr,
  };
  folded.catalogue = Fold(track, sources, Catalogue(), options, visitor);
  return folded;
}

bool HasTable(const Folded& folded, const std::string& name) {
  return folded.catalogue.Find(QualifiedName{"public", name}) != nullptr;
}

std::vector<TextMigration> TwoNewFiles() {
  return {{.name = "0_a.sql",
           .text = "CREATE TABLE a (i int); CREATE TABLE b (i int);",
           .merged = false},
          {.name = "1_b.sql", .text = "CREATE TABLE c (i int);", .merged = false}};
}

TEST(FoldTest, DrizzleRunsABatchInOneTransaction) {
  const Folded folded = FoldText(TwoNewFiles(), {.runner = kDrizzleRunner});
  EXPECT_THAT(folded.seen, ElementsAre("0.1", "0.1", "0.1"));
}

TEST(FoldTest, AFileIsATransactionUnlessItIsOneStatement) {
  const Folded folded = FoldText(TwoNewFiles(), {.runner = kPerFileRunner});
  EXPECT_THAT(folded.seen, ElementsAre("0.1", "0.1", "0.-"));
}

TEST(FoldTest, AutocommitHasNoTransactionUntilBegin) {
  const Folded folded = FoldText({{.name = "0_a.sql",
                                   .text = "SELECT 1; BEGIN; SELECT 2; COMMIT; SELECT 3;",
                                   .merged = false}},
                                 {.runner = kAutocommitRunner});
  EXPECT_THAT(folded.seen, ElementsAre("0.-", "0.2", "0.2", "0.2", "0.-"));
}

TEST(FoldTest, AfterAnExplicitCommitStatementsAreAlone) {
  const Folded folded = FoldText(
      {{.name = "0_a.sql",
        .text = "SELECT 1; COMMIT;--> statement-breakpoint\nSELECT 2;",
        .merged = false},
       {.name = "1_b.sql",
        .text = "SELECT 3;--> statement-breakpoint\nBEGIN;--> statement-breakpoint\nSELECT 4;",
        .merged = false}},
      {.runner = kDrizzleRunner});
  EXPECT_THAT(folded.seen, ElementsAre("0.1", "0.1", "0.-", "0.-", "0.4", "0.4"));
}

// Measured, PostgreSQL 14 to 18: COMMIT; CREATE INDEX CONCURRENTLY sent as one query is refused.
TEST(FoldTest, AfterAnExplicitCommitTheStatementsOfAChunkShareATransaction) {
  const Folded folded =
      FoldText({{.name = "0_a.sql",
                 .text = "SELECT 1; COMMIT; SELECT 2; SELECT 3;--> statement-breakpoint\nSELECT 4;",
                 .merged = false},
                {.name = "1_b.sql", .text = "SELECT 5; BEGIN; SELECT 6;", .merged = false}},
               {.runner = kDrizzleRunner});
  EXPECT_THAT(folded.seen, ElementsAre("0.1", "0.1", "0.2", "0.2", "0.-", "0.4", "0.4", "0.4"));
}

TEST(FoldTest, AFileThatOptsOutHasNoTransaction) {
  for (const char* marker :
       {"-- +goose NO TRANSACTION", "-- migrate:up transaction:false", "-- no-transaction",
        "-- +migrate Up notransaction", "-- atlas:txmode none", "---- tern: disable-tx ----",
        "--changeset ann:2  runInTransaction:false"}) {
    const std::string text = std::string(marker) + "\nSELECT 1; SELECT 2;";
    const Folded folded =
        FoldText({{.name = "0_a.sql", .text = text, .merged = false}}, {.runner = kPerFileRunner});
    EXPECT_THAT(folded.seen, ElementsAre("0.-", "0.-")) << marker;
  }
}

TEST(FoldTest, MergedMigrationsAreBatchesAndComeFirst) {
  std::vector<TextMigration> migrations = {
      {.name = "0_a.sql", .text = "SELECT 1;", .merged = true},
      {.name = "1_new.sql", .text = "SELECT 2; SELECT 2;", .merged = false},
      {.name = "2_merged_meanwhile.sql", .text = "SELECT 3;", .merged = true},
      {.name = "3_new.sql", .text = "SELECT 4;", .merged = false}};
  EXPECT_THAT(FoldText(migrations, {.runner = kDrizzleRunner}).seen,
              ElementsAre("0.1", "1.2", "2.3", "2.3", "2.3"));
  EXPECT_THAT(
      FoldText(migrations, {.runner = kDrizzleRunner, .batching = Batching::kEachMigration}).seen,
      ElementsAre("0.1", "1.2", "1.2", "2.3", "3.4"));
}

TEST(FoldTest, RollbackTakesBackItsTransaction) {
  const Folded folded = FoldText({{.name = "0_a.sql",
                                   .text = "CREATE TABLE a (i int); BEGIN; CREATE TABLE b (i int);"
                                           "ROLLBACK; CREATE TABLE c (i int);",
                                   .merged = false}},
                                 {.runner = kAutocommitRunner});
  EXPECT_TRUE(HasTable(folded, "a"));
  EXPECT_FALSE(HasTable(folded, "b"));
  EXPECT_TRUE(HasTable(folded, "c"));
}

TEST(FoldTest, RollbackTakesBackWhatTheRunnersTransactionDid) {
  const Folded folded =
      FoldText({{.name = "0_a.sql", .text = "CREATE TABLE a (i int);", .merged = false},
                {.name = "1_b.sql", .text = "ROLLBACK; CREATE TABLE b (i int);", .merged = false}},
               {.runner = kDrizzleRunner});
  EXPECT_FALSE(HasTable(folded, "a"));
  EXPECT_TRUE(HasTable(folded, "b"));
}

TEST(FoldTest, RollbackToGoesBackToTheLastSavepointOfThatName) {
  const Folded folded =
      FoldText({{.name = "0_a.sql",
                 .text = "BEGIN; SAVEPOINT s; CREATE TABLE a (i int); SAVEPOINT s;"
                         "CREATE TABLE b (i int); ROLLBACK TO s; CREATE TABLE c (i int);"
                         "RELEASE s; COMMIT;",
                 .merged = false}},
               {.runner = kAutocommitRunner});
  EXPECT_TRUE(HasTable(folded, "a"));
  EXPECT_FALSE(HasTable(folded, "b"));
  EXPECT_TRUE(HasTable(folded, "c"));
}

TEST(FoldTest, TransactionControlOutsideATransactionDoesNothing) {
  const Folded folded = FoldText({{.name = "0_a.sql",
                                   .text = "ROLLBACK; CREATE TABLE a (i int); COMMIT; ROLLBACK;"
                                           "ROLLBACK TO s; RELEASE s;",
                                   .merged = false}},
                                 {.runner = kAutocommitRunner});
  EXPECT_TRUE(HasTable(folded, "a"));
}

TEST(FoldTest, CallsOnMigrationForEmptyOnesToo) {
  Sources sources;
  const std::vector<TextMigration> migrations = {
      {.name = "0_a.sql", .text = "", .merged = false},
      {.name = "1_b.sql", .text = "CREATE TABLE b (i int);", .merged = false}};
  const Track track = MakeTrack(migrations, true, sources);
  std::vector<std::string> tags;
  const FoldVisitor visitor{.on_statement = nullptr,
                            .on_applied = nullptr,
                            .on_migration = [&](const Migration& migration, const Catalogue&) {
                              tags.push_back(migration.tag);
                            }};
  (void)Fold(track, sources, Catalogue(), {}, visitor);
  EXPECT_THAT(tags, ElementsAre("0_a", "1_b"));
}

TEST(RunnerTest, IsFoundByName) {
  for (const Runner& runner : Runners()) {
    ASSERT_TRUE(FindRunner(runner.name).has_value());
    EXPECT_EQ(FindRunner(runner.name)->scope, runner.scope);
  }
  EXPECT_FALSE(FindRunner("flyway").has_value());
}

}  // namespace
}  // namespace hoglint::testing
