#include "lint/facts/timeout_tracker.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "lint/facts/fold.h"
#include "tests/support/lint_text.h"

namespace hoglint::testing {
namespace {

using ::testing::ElementsAre;

// lock_timeout before every SHOW of the new migrations; -1 when nothing gives one.
std::vector<int> ShownTimeouts(const std::vector<std::string>& files, const Runner& runner,
                               bool merged = false) {
  std::vector<TextMigration> migrations;
  for (const std::string& text : files) {
    migrations.push_back(
        {.name = std::to_string(migrations.size()) + "_x.sql", .text = text, .merged = merged});
  }
  Sources sources;
  const Track track = MakeTrack(migrations, true, sources);
  std::vector<int> seen;
  const FoldVisitor visitor{
      .on_statement =
          [&seen](const StatementFacts& facts) {
            const auto* other = As<OtherStatement>(facts.statement);
            if (other == nullptr || other->command != "SHOW") return;
            seen.push_back(facts.timeouts.lock.milliseconds.value_or(-1));
          },
      .on_applied = nullptr,
      .on_migration = nullptr,
  };
  Fold(track, sources, Catalogue(), {.runner = runner}, visitor);
  return seen;
}

TEST(TimeoutTest, ReadsDurationsAsTheServerDoes) {
  // Each as PostgreSQL 14 to 18 answered in pg_settings.
  EXPECT_EQ(ParseTimeout("2s"), 2000);
  EXPECT_EQ(ParseTimeout("500ms"), 500);
  EXPECT_EQ(ParseTimeout("2000"), 2000);
  EXPECT_EQ(ParseTimeout("1min"), 60'000);
  EXPECT_EQ(ParseTimeout("0"), 0);
  EXPECT_EQ(ParseTimeout("1.5s"), 1500);
  EXPECT_EQ(ParseTimeout(" 5s "), 5000);
  EXPECT_EQ(ParseTimeout("1 min"), 60'000);
  EXPECT_EQ(ParseTimeout("1h"), 3'600'000);
  EXPECT_EQ(ParseTimeout("1d"), 86'400'000);
  EXPECT_EQ(ParseTimeout("100us"), 0);
  EXPECT_EQ(ParseTimeout("-1"), std::nullopt);
  EXPECT_EQ(ParseTimeout("1S"), std::nullopt);
  EXPECT_EQ(ParseTimeout(""), std::nullopt);
}

TEST(TimeoutTest, StartsWithTheRunners) {
  EXPECT_THAT(ShownTimeouts({"SHOW x;"}, kHogsendRunner), ElementsAre(10'000));
  EXPECT_THAT(ShownTimeouts({"SHOW x;"}, kDrizzleRunner), ElementsAre(-1));
}

TEST(TimeoutTest, SetLocalEndsWithItsTransaction) {
  EXPECT_THAT(ShownTimeouts({"SET LOCAL lock_timeout = '3s'; SHOW x;", "SHOW x;"}, kDrizzleRunner),
              ElementsAre(3000, 3000));
  EXPECT_THAT(
      ShownTimeouts({"SET LOCAL lock_timeout = '3s'; SHOW x;", "SHOW x; SHOW x;"}, kPerFileRunner),
      ElementsAre(3000, -1, -1));
  EXPECT_THAT(ShownTimeouts({"SET LOCAL lock_timeout = '3s'; SHOW x;"}, kAutocommitRunner),
              ElementsAre(-1));
}

TEST(TimeoutTest, SetOutlivesTransactionsAndFilesUnlessRolledBack) {
  EXPECT_THAT(ShownTimeouts({"SET lock_timeout = '3s'; SHOW x;", "SHOW x;"}, kPerFileRunner),
              ElementsAre(3000, 3000));
  EXPECT_THAT(
      ShownTimeouts({"BEGIN; SET lock_timeout = '3s'; ROLLBACK; SHOW x;"}, kAutocommitRunner),
      ElementsAre(-1));
  // Merged migrations are batches of their own: other sessions.
  EXPECT_THAT(ShownTimeouts({"SET lock_timeout = '3s'; SHOW x;", "SHOW x;"}, kPerFileRunner, true),
              ElementsAre(3000, -1));
}

TEST(TimeoutTest, SetAndSetLocalTogether) {
  // Measured: after COMMIT the plain SET's value holds, whichever came last before it.
  EXPECT_THAT(ShownTimeouts({"BEGIN; SET lock_timeout = '4s'; SET LOCAL lock_timeout = '3s';"
                             "SHOW x; COMMIT; SHOW x;"},
                            kAutocommitRunner),
              ElementsAre(3000, 4000));
  EXPECT_THAT(ShownTimeouts({"BEGIN; SET LOCAL lock_timeout = '3s'; SET lock_timeout = '4s';"
                             "SHOW x; COMMIT; SHOW x;"},
                            kAutocommitRunner),
              ElementsAre(4000, 4000));
}

TEST(TimeoutTest, ResetForgetsWhatTheRunnerSet) {
  EXPECT_THAT(ShownTimeouts({"RESET lock_timeout; SHOW x;"}, kHogsendRunner), ElementsAre(-1));
  EXPECT_THAT(ShownTimeouts({"SET lock_timeout TO DEFAULT; SHOW x;"}, kHogsendRunner),
              ElementsAre(-1));
  EXPECT_THAT(ShownTimeouts({"RESET ALL; SHOW x;"}, kHogsendRunner), ElementsAre(-1));
  EXPECT_THAT(ShownTimeouts({"DISCARD ALL; SHOW x;"}, kHogsendRunner), ElementsAre(-1));
}

TEST(TimeoutTest, SetConfigIsSet) {
  EXPECT_THAT(
      ShownTimeouts({"SELECT set_config('lock_timeout', '3s', false); SHOW x;"}, kAutocommitRunner),
      ElementsAre(3000));
  EXPECT_THAT(ShownTimeouts({"BEGIN; SELECT set_config('lock_timeout', '3s', true); SHOW x; COMMIT;"
                             "SHOW x;"},
                            kAutocommitRunner),
              ElementsAre(3000, -1));
}

TEST(TimeoutTest, RollbackToGoesBack) {
  EXPECT_THAT(ShownTimeouts({"SET lock_timeout = '4s'; SAVEPOINT s; SET LOCAL lock_timeout = '3s';"
                             "SHOW x; ROLLBACK TO s; SHOW x;"},
                            kDrizzleRunner),
              ElementsAre(3000, 4000));
}

}  // namespace
}  // namespace hoglint::testing
