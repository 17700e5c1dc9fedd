#include "lint/run/plan.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/support/planned_text.h"

namespace hoglint::testing {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::NotNull;
using ::testing::SizeIs;

constexpr std::string_view kOld =
    "CREATE TABLE users (id int PRIMARY KEY, a text, b text);"
    "CREATE TABLE posts (id int PRIMARY KEY, user_id int);"
    "CREATE INDEX posts_user ON posts (user_id);";

// "1: ACCESS EXCLUSIVE of users, 2 later": the notable effects with until when they are held.
std::vector<std::string> Outline(const PlannedText& planned) {
  std::vector<std::string> lines;
  for (const PlannedTransaction& transaction : planned.plan.transactions) {
    for (const PlannedStatement& statement : transaction.statements) {
      for (const PlannedEffect& effect : statement.effects) {
        if (!IsNotable(effect)) continue;
        std::string line =
            fmt::format("{}: {} of {}, {} later", statement.number, LockModeName(effect.lock),
                        effect.relation.name, effect.statements_later);
        if (effect.held_since != 0) line += fmt::format(", since {}", effect.held_since);
        lines.push_back(line);
      }
    }
  }
  return lines;
}

// "users: ACCESS EXCLUSIVE at 2 for 3".
std::vector<std::string> Worst(const PlannedText& planned) {
  std::vector<std::string> lines;
  for (const WorstLock& worst : planned.plan.tables) {
    lines.push_back(fmt::format("{}: {} at {} for {}", worst.table.name, LockModeName(worst.lock),
                                worst.statement, worst.held_for));
  }
  return lines;
}

std::vector<std::size_t> TransactionSizes(const PlannedText& planned) {
  std::vector<std::size_t> sizes;
  for (const auto& each : planned.plan.transactions) sizes.push_back(each.statements.size());
  return sizes;
}

TEST(PlanTest, LocksBlockWhatTheManualSays) {
  EXPECT_EQ(WhatBlocks(LockMode::kNone), Blocks::kNothing);
  EXPECT_EQ(WhatBlocks(LockMode::kAccessShare), Blocks::kDdl);
  EXPECT_EQ(WhatBlocks(LockMode::kRowShare), Blocks::kDdl);
  EXPECT_EQ(WhatBlocks(LockMode::kRowExclusive), Blocks::kDdl);
  EXPECT_EQ(WhatBlocks(LockMode::kShareUpdateExclusive), Blocks::kVacuum);
  EXPECT_EQ(WhatBlocks(LockMode::kShare), Blocks::kWrites);
  EXPECT_EQ(WhatBlocks(LockMode::kShareRowExclusive), Blocks::kWrites);
  EXPECT_EQ(WhatBlocks(LockMode::kExclusive), Blocks::kWrites);
  EXPECT_EQ(WhatBlocks(LockMode::kAccessExclusive), Blocks::kReadsAndWrites);
}

TEST(PlanTest, DrizzleHoldsLocksUntilTheLastPendingMigration) {
  const std::vector<TextMigration> migrations = {
      {.name = "0.sql", .text = std::string(kOld), .merged = true},
      {.name = "1.sql", .text = "ALTER TABLE users ADD COLUMN c int;", .merged = false},
      {.name = "2.sql",
       .text = "ALTER TABLE users ADD COLUMN d int; CREATE INDEX ON posts (id);",
       .merged = false}};
  const auto planned = PlanText(
      migrations, {.runner = kDrizzleRunner, .server = {}, .all = false, .setup = std::nullopt});
  EXPECT_THAT(Outline(planned), ElementsAre("1: ACCESS EXCLUSIVE of users, 2 later",
                                            "2: ACCESS EXCLUSIVE of users, 1 later, since 1",
                                            "3: SHARE of posts, 0 later"));
  EXPECT_THAT(TransactionSizes(planned), ElementsAre(3));
  EXPECT_TRUE(planned.plan.transactions.front().open);
  EXPECT_EQ(planned.plan.migrations, 2U);
  EXPECT_EQ(planned.plan.merged, 1U);
  EXPECT_EQ(planned.plan.statements, 3U);
}

TEST(PlanTest, EachFileAndEachStatementMayBeATransaction) {
  constexpr std::string_view kTwo =
      "ALTER TABLE users ADD COLUMN c int; ALTER TABLE users ADD COLUMN d int;";
  const auto per_file = PlanAfter(kOld, kTwo, kPerFileRunner);
  EXPECT_THAT(Outline(per_file), ElementsAre("1: ACCESS EXCLUSIVE of users, 1 later",
                                             "2: ACCESS EXCLUSIVE of users, 0 later, since 1"));
  const auto alone = PlanAfter(kOld, kTwo, kAutocommitRunner);
  EXPECT_THAT(Outline(alone), ElementsAre("1: ACCESS EXCLUSIVE of users, 0 later",
                                          "2: ACCESS EXCLUSIVE of users, 0 later"));
  EXPECT_FALSE(alone.plan.transactions.front().open);
  EXPECT_EQ(alone.Effect(1, "users")->release, Release::kStatementEnd);
}

TEST(PlanTest, CommitEndsTheTransactionAndIsNoLaterStatement) {
  const auto planned =
      PlanAfter(kOld,
                "ALTER TABLE users ADD COLUMN c int; COMMIT;--> statement-breakpoint\n"
                "CREATE INDEX CONCURRENTLY i ON posts (id);"
                "--> statement-breakpoint\nBEGIN;"
                "ALTER TABLE users ADD COLUMN d int; SELECT 1;");
  EXPECT_THAT(TransactionSizes(planned), ElementsAre(2, 1, 3));
  EXPECT_THAT(Outline(planned), ElementsAre("1: ACCESS EXCLUSIVE of users, 0 later",
                                            "3: SHARE UPDATE EXCLUSIVE of posts, 0 later",
                                            "5: ACCESS EXCLUSIVE of users, 1 later"));
  EXPECT_EQ(planned.Effect(3, "posts")->release, Release::kStatementEnd);
}

TEST(PlanTest, RollbackToSavepointReleasesWhatWasLockedSince) {
  const auto planned = PlanAfter(kOld,
                                 "ALTER TABLE users ADD COLUMN c int; SAVEPOINT s;"
                                 "ALTER TABLE posts ADD COLUMN c int; SELECT 1;"
                                 "ROLLBACK TO s; ALTER TABLE posts ADD COLUMN d int;");
  EXPECT_THAT(Outline(planned), ElementsAre("1: ACCESS EXCLUSIVE of users, 3 later",
                                            "3: ACCESS EXCLUSIVE of posts, 1 later",
                                            "6: ACCESS EXCLUSIVE of posts, 0 later"));
  EXPECT_EQ(planned.Effect(3, "posts")->release, Release::kRollbackToSavepoint);
  EXPECT_EQ(planned.Effect(1, "users")->release, Release::kTransactionEnd);
}

TEST(PlanTest, NobodyWaitsForNewTables) {
  const auto planned = PlanAfter(kOld,
                                 "CREATE TABLE n (id int); CREATE INDEX ni ON n (id);"
                                 "INSERT INTO n VALUES (1);"
                                 "ALTER TABLE n ADD COLUMN c int; DROP INDEX ni;");
  EXPECT_THAT(Outline(planned), IsEmpty());
  EXPECT_TRUE(planned.Effect(2, "n")->new_and_empty);
  EXPECT_FALSE(planned.Effect(4, "n")->new_and_empty);
  EXPECT_TRUE(planned.Effect(4, "n")->nobody_waits);
  EXPECT_TRUE(planned.Effect(5, "ni")->nobody_waits);
  for (const WorstLock& worst : planned.plan.tables) EXPECT_NE(worst.table.name, "n");
}

TEST(PlanTest, ACommittedNewTableWithRowsIsVisible) {
  const auto planned = PlanAfter(kOld,
                                 "CREATE TABLE n (id int); ALTER TABLE n ADD COLUMN b int;"
                                 "INSERT INTO n VALUES (1); ALTER TABLE n ADD COLUMN c int;",
                                 kAutocommitRunner);
  EXPECT_THAT(Outline(planned), ElementsAre("4: ACCESS EXCLUSIVE of n, 0 later"));
}

TEST(PlanTest, NobodyWaitsForTemporaryTables) {
  const auto planned = PlanAfter(
      kOld,
      "CREATE TEMP TABLE n (id int); INSERT INTO n VALUES (1); ALTER TABLE n ADD COLUMN c int;",
      kAutocommitRunner);
  EXPECT_THAT(Outline(planned), IsEmpty());
}

TEST(PlanTest, AStrongerLockIsNotHeldAlready) {
  const auto planned = PlanAfter(kOld,
                                 "CREATE INDEX ON users (a); CREATE INDEX ON users (b);"
                                 "ALTER TABLE users ADD COLUMN c int;");
  EXPECT_THAT(Outline(planned),
              ElementsAre("1: SHARE of users, 2 later", "2: SHARE of users, 1 later, since 1",
                          "3: ACCESS EXCLUSIVE of users, 0 later"));
  EXPECT_THAT(Worst(planned), ElementsAre("users: ACCESS EXCLUSIVE at 3 for 1"));
}

TEST(PlanTest, AnIndexCountsForItsTable) {
  const auto reindex = PlanAfter(kOld, "REINDEX INDEX posts_user;");
  const PlannedEffect* index = reindex.Effect(1, "posts_user");
  ASSERT_THAT(index, NotNull());
  EXPECT_EQ(index->table, (QualifiedName{"public", "posts"}));
  EXPECT_FALSE(index->covered_by_table);
  ASSERT_THAT(reindex.plan.tables, SizeIs(1));
  EXPECT_EQ(reindex.plan.tables.front().table.name, "posts");
  EXPECT_EQ(reindex.plan.tables.front().index->name, "posts_user");
  EXPECT_EQ(reindex.plan.tables.front().blocks, Blocks::kReadsAndWrites);

  const auto drop = PlanAfter(kOld, "DROP INDEX posts_user;");
  EXPECT_TRUE(drop.Effect(1, "posts_user")->covered_by_table);
  EXPECT_THAT(Outline(drop), ElementsAre("1: ACCESS EXCLUSIVE of posts, 0 later"));
  EXPECT_EQ(drop.plan.tables.front().index, std::nullopt);
}

TEST(PlanTest, StatementsOfADoBlockAreOneStatement) {
  constexpr std::string_view kSql =
      "DO $$ BEGIN ALTER TABLE users ADD COLUMN c int; ALTER TABLE posts ADD COLUMN c int;"
      " END $$; SELECT 1;";
  const auto batch = PlanAfter(kOld, kSql);
  EXPECT_THAT(Outline(batch), ElementsAre("2: ACCESS EXCLUSIVE of users, 1 later",
                                          "3: ACCESS EXCLUSIVE of posts, 1 later"));
  EXPECT_TRUE(batch.At(1).block);
  EXPECT_EQ(batch.plan.statements, 2U);
  const auto alone = PlanAfter(kOld, kSql, kAutocommitRunner);
  EXPECT_THAT(TransactionSizes(alone), ElementsAre(3, 1));
  EXPECT_EQ(alone.Effect(2, "users")->release, Release::kStatementEnd);
}

TEST(PlanTest, UpdatedRowsStayLocked) {
  const auto planned =
      PlanAfter(kOld, "UPDATE users SET a = 'x' WHERE id IN (SELECT id FROM posts);");
  EXPECT_TRUE(planned.Effect(1, "users")->changes_rows);
  EXPECT_FALSE(planned.Effect(1, "posts")->changes_rows);
  EXPECT_EQ(planned.Effect(1, "users")->blocks, Blocks::kDdl);
  EXPECT_THAT(Outline(planned), Contains("1: ROW EXCLUSIVE of users, 0 later"));
}

TEST(PlanTest, WorstLocksSayWhatIsDoneMeanwhile) {
  const auto planned = PlanAfter(kOld,
                                 "ALTER TABLE users ADD COLUMN c int;"
                                 "CREATE INDEX ON posts (id);"
                                 "UPDATE posts SET user_id = 1;"
                                 "ALTER TABLE posts ALTER COLUMN id TYPE bigint;");
  EXPECT_THAT(Worst(planned), ElementsAre("users: ACCESS EXCLUSIVE at 1 for 4",
                                          "posts: ACCESS EXCLUSIVE at 4 for 1"));
  const Work& work = planned.plan.tables.front().work;
  EXPECT_TRUE(work.rewrite && work.index_build && work.row_changes);
}

TEST(PlanTest, WorkAfterTheCommitIsNotMeanwhile) {
  const auto planned = PlanAfter(kOld,
                                 "ALTER TABLE users ADD COLUMN c int; COMMIT;"
                                 "CREATE INDEX CONCURRENTLY ON posts (id);");
  const Work& work = planned.plan.tables.front().work;
  EXPECT_FALSE(work.rewrite || work.scan || work.index_build || work.row_changes);
}

TEST(PlanTest, SaysWhatIsNotKnown) {
  const std::vector<TextMigration> migrations = {
      {.name = "0.sql", .text = std::string(kOld) + "ALTER TABLE;", .merged = true},
      {.name = "1.sql",
       .text = "ALTER SYSTEM SET work_mem = '1MB'; DROP TABEL users;"
               "DO $$ BEGIN EXECUTE 'DROP TABLE ' || 'users'; END $$;",
       .merged = false}};
  const auto planned = PlanText(
      migrations, {.runner = kDrizzleRunner, .server = {}, .all = false, .setup = std::nullopt});
  EXPECT_THAT(planned.At(1).not_checked, HasSubstr("ALTER SYSTEM"));
  std::vector<std::string> reasons;
  for (const NotChecked& gap : planned.plan.not_checked) reasons.push_back(gap.reason);
  EXPECT_THAT(reasons, ElementsAre(HasSubstr("does not parse"), HasSubstr("ALTER SYSTEM"),
                                   HasSubstr("EXECUTE"), HasSubstr("merged migrations")));
}

TEST(PlanTest, OfUnknownTablesOnlyTheLockIsKnown) {
  Sources sources;
  Workspace workspace;
  const std::vector<TextMigration> loose = {
      {.name = "a.sql",
       .text = "ALTER TABLE a ALTER b TYPE text; ALTER TABLE c ADD COLUMN d int;",
       .merged = false}};
  workspace.tracks.push_back(MakeTrack(loose, false, sources));
  const Plan plan =
      BuildPlan(workspace, sources,
                {.runner = kPerFileRunner, .server = {}, .all = false, .setup = std::nullopt});
  const PlannedEffect& effect = plan.transactions.front().statements.front().effects.front();
  EXPECT_EQ(effect.lock, LockMode::kAccessExclusive);
  EXPECT_TRUE(effect.unknown_relation);
  ASSERT_THAT(plan.not_checked, SizeIs(1));
  EXPECT_THAT(plan.not_checked.front().reason, HasSubstr("2 statements, the first here, touch"));
}

TEST(PlanTest, SaysWhatWouldFail) {
  const auto planned =
      PlanAfter(kOld, "CREATE TABLE users (id int); ALTER TABLE users ADD COLUMN c int;");
  EXPECT_THAT(planned.At(1).fails, HasSubstr("already exists"));
  EXPECT_THAT(planned.At(2).fails, IsEmpty());
  EXPECT_FALSE(IsQuiet(planned.At(1)));
  const auto doubtful = PlanAfter(
      kOld, "DO $$ BEGIN EXECUTE 'DROP TABLE ' || 'users'; END $$; CREATE TABLE users (id int);");
  EXPECT_THAT(doubtful.At(3).fails, IsEmpty());
}

TEST(PlanTest, AllPlansTheHistoryEachMigrationByItself) {
  const std::vector<TextMigration> migrations = {
      {.name = "0.sql", .text = std::string(kOld), .merged = true},
      {.name = "1.sql", .text = "ALTER TABLE users ADD COLUMN c int;", .merged = true},
      {.name = "2.sql", .text = "ALTER TABLE users ADD COLUMN d int;", .merged = false}};
  const auto planned = PlanText(
      migrations, {.runner = kDrizzleRunner, .server = {}, .all = true, .setup = std::nullopt});
  EXPECT_THAT(TransactionSizes(planned), ElementsAre(3, 1, 1));
  EXPECT_THAT(Outline(planned), ElementsAre("4: ACCESS EXCLUSIVE of users, 0 later",
                                            "5: ACCESS EXCLUSIVE of users, 0 later"));
  EXPECT_EQ(planned.plan.transactions.back().id, 3U);
}

TEST(PlanTest, SetupIsFoldedFirstAndNeverShown) {
  for (const bool all : {false, true}) {
    Sources sources;
    Workspace workspace;
    const std::vector<TextMigration> setup = {
        {.name = "schema.sql",
         .text = "SET search_path = ''; CREATE TABLE public.users (id int, a varchar(10));",
         .merged = false}};
    const std::vector<TextMigration> loose = {
        {.name = "<stdin>",
         .text = "ALTER TABLE users ALTER a TYPE varchar(20);",
         .merged = false}};
    workspace.tracks.push_back(MakeTrack(loose, false, sources));
    const Track before = MakeTrack(setup, false, sources);
    PrependMerged(before.migrations.front(), workspace);
    const Plan plan = BuildPlan(workspace, sources,
                                {.runner = kPerFileRunner,
                                 .server = {},
                                 .all = all,
                                 .setup = before.migrations.front().file});
    EXPECT_EQ(plan.migrations, 1U);
    EXPECT_EQ(plan.merged, 0U);
    ASSERT_THAT(plan.transactions, SizeIs(1));
    const auto& effects = plan.transactions.front().statements.front().effects;
    ASSERT_THAT(effects, SizeIs(1));
    EXPECT_EQ(effects.front().relation, (QualifiedName{"public", "users"}));
    EXPECT_FALSE(effects.front().rewrite) << "varchar(10) to varchar(20) only changes metadata";
    EXPECT_THAT(plan.not_checked, IsEmpty());
  }
}

TEST(PlanTest, LinesHaveNoCommentsAndAnEnd) {
  const auto planned = PlanAfter(
      kOld, "SELECT 1 -- one\n  ,\t2 /* two */ ; SELECT '" + std::string(600, 'x') + "ä';");
  EXPECT_EQ(planned.At(1).line, "SELECT 1 , 2");
  EXPECT_THAT(planned.At(2).line, EndsWith("x…"));
  EXPECT_LE(planned.At(2).line.size(), 503U);
}

TEST(PlanTest, SeveralTracksCountOn) {
  Sources sources;
  Workspace workspace;
  const std::vector<TextMigration> a = {
      {.name = "a.sql", .text = "CREATE TABLE a (id int);", .merged = false}};
  const std::vector<TextMigration> b = {
      {.name = "b.sql", .text = "CREATE TABLE b (id int);", .merged = false}};
  workspace.tracks.push_back(MakeTrack(a, true, sources));
  workspace.tracks.push_back(MakeTrack(b, true, sources));
  const Plan plan =
      BuildPlan(workspace, sources,
                {.runner = kDrizzleRunner, .server = {}, .all = false, .setup = std::nullopt});
  ASSERT_THAT(plan.transactions, SizeIs(2));
  EXPECT_EQ(plan.transactions[1].id, 2U);
  EXPECT_EQ(plan.transactions[1].statements.front().number, 2U);
}

TEST(PlanTest, ACommittedViewOfTheBatchIsSeenButNotUsed) {
  const std::vector<TextMigration> files = {
      {.name = "0.sql", .text = std::string(kOld), .merged = true},
      {.name = "1.sql",
       .text = "CREATE MATERIALIZED VIEW v AS SELECT id FROM users;",
       .merged = false},
      {.name = "2.sql", .text = "REFRESH MATERIALIZED VIEW v;", .merged = false}};
  for (const Runner& runner : {kDrizzleRunner, kPerFileRunner}) {
    const auto planned =
        PlanText(files, {.runner = runner, .server = {}, .all = false, .setup = std::nullopt});
    const PlannedEffect* view = planned.Effect(2, "v");
    ASSERT_THAT(view, NotNull());
    EXPECT_TRUE(view->nobody_waits);
    EXPECT_EQ(view->unseen, runner.scope == TransactionScope::kBatch);
  }
}

TEST(PlanTest, AnUpsertChangesRows) {
  const auto planned =
      PlanAfter(kOld,
                "INSERT INTO users VALUES (1) ON CONFLICT DO NOTHING;"
                "INSERT INTO users VALUES (1, 'a') ON CONFLICT (id) DO UPDATE SET a = excluded.a;");
  EXPECT_FALSE(planned.Effect(1, "users")->changes_rows);
  EXPECT_TRUE(planned.Effect(2, "users")->changes_rows);
}

TEST(PlanTest, CountsWaitsThatNobodyLimits) {
  const auto planned = PlanAfter(kOld,
                                 "SET lock_timeout = '2s'; ALTER TABLE users ADD COLUMN c int;"
                                 "ALTER TABLE users ADD COLUMN d int; SET lock_timeout = 0;"
                                 "ALTER TABLE posts ADD COLUMN c int; CREATE TABLE t (id int);");
  EXPECT_EQ(planned.plan.waiting, 2U);
  EXPECT_EQ(planned.plan.unlimited, 1U);
}

TEST(PlanTest, NothingPendingIsAnEmptyPlan) {
  const std::vector<TextMigration> merged = {
      {.name = "0.sql", .text = std::string(kOld), .merged = true}};
  const auto planned = PlanText(
      merged, {.runner = kDrizzleRunner, .server = {}, .all = false, .setup = std::nullopt});
  EXPECT_THAT(planned.plan.transactions, IsEmpty());
  EXPECT_THAT(planned.plan.tables, IsEmpty());
  EXPECT_EQ(planned.plan.merged, 1U);
}

}  // namespace
}  // namespace hoglint::testing
