#include "checker/disk/file_limits.h"

#include <gmock/gmock.h>

#include <string>

#include "lint/base/limits.h"
#include "lint/sql/statement_count.h"

namespace hoglint {
namespace {

using ::testing::HasSubstr;

TEST(FileLimits, AreThoseOfTheName) {
  EXPECT_EQ(LimitOf("/a/0001_x.sql"), kMaxSqlBytes);
  EXPECT_EQ(LimitOf("/a/meta/_journal.json"), kMaxJournalBytes);
  EXPECT_EQ(LimitOf("/a/meta/0001_snapshot.json"), kMaxSnapshotBytes);
  EXPECT_EQ(LimitOf("/a/20240101_x/snapshot.json"), kMaxSnapshotBytes);
  EXPECT_EQ(LimitOf("hoglint.json"), kMaxConfigBytes);
  EXPECT_EQ(LimitOf("/a/V1__x.sql.conf"), kMaxConfigBytes);
  EXPECT_EQ(LimitOf("/a/schema.ts"), kMaxFileBytes);
}

TEST(FileLimits, BindOneByteBeyond) {
  EXPECT_FALSE(BeyondLimit("x.sql", kMaxSqlBytes));
  const auto error = BeyondLimit("x.sql", kMaxSqlBytes + 1);
  ASSERT_TRUE(error);
  EXPECT_THAT(error->message, HasSubstr("it has 33 MB; hoglint reads SQL files of up to 32 MB"));
}

std::string Statements(std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += "a;";
  return text;
}

TEST(FileLimits, CountTheStatementsOfTheWholeRun) {
  std::size_t before = 0;
  const std::string text = Statements(kMaxStatementsOfFile - 1);
  for (int i = 0; i < 5; ++i) EXPECT_FALSE(TooManyStatements(text, before));
  EXPECT_EQ(before, 5 * kMaxStatementsOfFile);
  const auto error = TooManyStatements("a;", before);
  ASSERT_TRUE(error);
  EXPECT_THAT(error->message, HasSubstr("more than 1,000,000 statements"));
}

TEST(FileLimits, CountTheEntriesOfAJournal) {
  std::string journal = "{\"entries\": [";
  for (std::size_t i = 0; i < kMaxJournalEntries; ++i) journal += "{},";
  EXPECT_FALSE(TooManyEntries(journal));
  EXPECT_TRUE(TooManyEntries(journal + "{}"));
}

// Enough semicolons for CountStatements to look where they stand.
std::size_t Counted(const std::string& before, const std::string& after = "") {
  return CountStatements(before + Statements(10'000) + after);
}

TEST(StatementCount, LeavesOutWhatEndsNoStatement) {
  EXPECT_EQ(Counted(""), 10'001U);
  EXPECT_EQ(Counted("'", "';"), 2U);
  EXPECT_EQ(Counted("'it''s ", "'"), 1U);
  EXPECT_EQ(Counted("\"", "\""), 1U);
  EXPECT_EQ(Counted("E'\\'", "'"), 1U);
  EXPECT_EQ(Counted("E'a''\\'", "'"), 1U);
  EXPECT_EQ(Counted("$$", "$$"), 1U);
  EXPECT_EQ(Counted("$x$ $$ $y$", "$x$"), 1U);
  EXPECT_EQ(Counted("--", "\n;"), 2U);
  EXPECT_EQ(Counted("/* /* */", "*/;"), 2U);
}

TEST(StatementCount, IsNotMisledByWhatLooksAlike) {
  EXPECT_EQ(Counted("'\\';"), 10'002U);       // no E: the backslash is itself
  EXPECT_EQ(Counted("namee'\\';"), 10'002U);  // the end of a name
  EXPECT_EQ(Counted("a$b$c;"), 10'002U);      // a name
  EXPECT_EQ(Counted("$1;"), 10'002U);         // a parameter
  EXPECT_EQ(Counted("- -/ *;"), 10'002U);
  EXPECT_EQ(Counted("'"), 1U);  // unterminated
}

}  // namespace
}  // namespace hoglint
