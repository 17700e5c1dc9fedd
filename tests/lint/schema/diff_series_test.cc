#include <gmock/gmock.h>

#include <string>
#include <utility>
#include <vector>

#include "lint/schema/diff.h"
#include "tests/support/catalogue_after.h"

namespace hoglint::testing {
namespace {

// Applies statements to both sides in turn; after each, the series has to say what Diff says.
TEST(DiffSeries, SaysWhatDiffSaysAfterEveryStatement) {
  const std::vector<std::pair<std::string, std::string>> steps{
      {"CREATE TABLE a (id int PRIMARY KEY, x text)", "CREATE TABLE a (id int PRIMARY KEY)"},
      {"CREATE TABLE b (id int, a int REFERENCES a (id))",
       "CREATE TABLE b (id int, a int REFERENCES a (id))"},
      {"", "ALTER TABLE a ADD COLUMN x text"},
      // What is printed of b's constraint has the other table's name in it.
      {"ALTER TABLE a RENAME TO c", ""},
      {"", "ALTER TABLE a RENAME TO c"},
      // An index is no part of its table's own row.
      {"CREATE INDEX i ON b (a)", "CREATE INDEX i ON b (a)"},
      {"ALTER INDEX i RENAME TO j", ""},
      {"DROP TABLE b", ""},
      {"CREATE TABLE b (id int, a int REFERENCES c (id))", ""},
      {"CREATE TYPE mood AS ENUM ('sad')", "CREATE SCHEMA s; CREATE TABLE s.b (id int)"},
      {"ALTER TABLE c ENABLE ROW LEVEL SECURITY", "DROP TABLE s.b"},
  };
  Catalogue expected;
  Catalogue actual;
  DiffSeries series;
  for (const auto& [one, other] : steps) {
    expected = ApplySql(one, std::move(expected)).catalogue;
    actual = ApplySql(other, std::move(actual)).catalogue;
    SCOPED_TRACE(one + " / " + other);
    EXPECT_EQ(series.Next(expected, actual, {}), Diff(expected, actual, {}));
    EXPECT_EQ(series.Next(expected, actual, {}), Diff(expected, actual, {}));
  }
  // Other options are another comparison.
  const DiffOptions no_policies{.policies = false};
  EXPECT_EQ(series.Next(expected, actual, no_policies), Diff(expected, actual, no_policies));
}

}  // namespace
}  // namespace hoglint::testing
