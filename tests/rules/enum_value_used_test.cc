// enum-value-used-in-same-transaction across the files of a batch, which no fixture can show: its
// last section alone is new.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/support/lint_text.h"

namespace hoglint::testing {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

// The findings of the rule in two new files, the first of which adds the value.
std::vector<std::string> Found(const Runner& runner, const std::string& first,
                               const std::string& second) {
  const std::vector<TextMigration> migrations = {
      {.name = "0000_init.sql",
       .text = "CREATE TYPE mood AS ENUM ('sad'); CREATE TABLE notes (mood mood);",
       .merged = true},
      {.name = "0001_add.sql", .text = first, .merged = false},
      {.name = "0002_use.sql", .text = second, .merged = false}};
  std::vector<std::string> found;
  for (const std::string& line : Outline(LintText(migrations, {.runner = runner}))) {
    if (line.starts_with("enum-value-used-in-same-transaction")) found.push_back(line);
  }
  return found;
}

constexpr const char* kAdd = "ALTER TYPE mood ADD VALUE 'ok';";
constexpr const char* kUse = "INSERT INTO notes VALUES ('ok'); SELECT 1;";

TEST(EnumValueUsedTest, ALaterFileOfTheBatchIsTheSameTransactionUnderDrizzle) {
  EXPECT_THAT(Found(kDrizzleRunner, kAdd, kUse), SizeIs(1));
  EXPECT_THAT(Found(kHogsendRunner, kAdd, kUse), SizeIs(1));
  EXPECT_THAT(Found(kDrizzleNeonHttpBatchRunner, kAdd, kUse), SizeIs(1));
}

TEST(EnumValueUsedTest, OtherRunnersCommitInBetween) {
  EXPECT_THAT(Found(kPerFileRunner, kAdd, kUse), IsEmpty());
  EXPECT_THAT(Found(kAutocommitRunner, kAdd, kUse), IsEmpty());
  EXPECT_THAT(Found(kDrizzleNeonHttpRunner, kAdd, kUse), IsEmpty());
}

TEST(EnumValueUsedTest, OneFileIsOneTransaction) {
  const std::string both = std::string(kAdd) + kUse;
  EXPECT_THAT(Found(kPerFileRunner, both, ""), SizeIs(1));
  EXPECT_THAT(Found(kAutocommitRunner, both, ""), IsEmpty());
}

}  // namespace
}  // namespace hoglint::testing
