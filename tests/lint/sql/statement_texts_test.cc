#include "lint/sql/statement_texts.h"

#include <gmock/gmock.h>

#include <string>
#include <string_view>
#include <vector>

namespace hoglint {
namespace {

bool Same(std::string_view left, std::string_view right) {
  std::vector<std::string> a;
  std::vector<std::string> b;
  for (const StatementText& each : StatementTexts(left)) a.push_back(each.text);
  for (const StatementText& each : StatementTexts(right)) b.push_back(each.text);
  return a == b;
}

TEST(StatementTexts, AreCutAtSemicolonsOutsideOfBrackets) {
  const std::string_view sql = "-- first\nSELECT 1;;\n CREATE RULE r AS ON INSERT TO t DO (a; b);";
  const auto statements = StatementTexts(sql);
  ASSERT_EQ(statements.size(), 2U);
  EXPECT_EQ(sql.substr(statements[0].begin, statements[0].end - statements[0].begin), "SELECT 1");
  EXPECT_EQ(sql.substr(statements[1].begin, 13), "CREATE RULE r");
}

TEST(StatementTexts, IgnoreWhatTheGrammarDoes) {
  EXPECT_TRUE(Same("CREATE TABLE \"users\" (id int);", "create  table users(\r\n  id INT -- x\n)"));
  EXPECT_TRUE(Same("SELECT 1;--> statement-breakpoint\nSELECT 2;", "/* a */ SELECT 1; SELECT 2"));
  EXPECT_TRUE(Same("", "-- nothing\n;"));
}

TEST(StatementTexts, TellApartWhatTheGrammarDoes) {
  EXPECT_FALSE(Same("SELECT 'a'", "SELECT 'A'"));
  EXPECT_FALSE(Same("SELECT \"user\"", "SELECT user"));
  EXPECT_FALSE(Same("CREATE TABLE \"Users\" ()", "CREATE TABLE Users ()"));
  EXPECT_FALSE(Same("SELECT 1; SELECT 2", "SELECT 2; SELECT 1"));
  EXPECT_FALSE(Same("DO $$ BEGIN -- a\nEND $$", "DO $$ BEGIN END $$"));
}

TEST(StatementTexts, TakeTheRestWhereTheScannerStops) {
  EXPECT_FALSE(Same("SELECT 1; SELECT 'a", "SELECT 1; SELECT 'b"));
  EXPECT_TRUE(Same("SELECT 1; SELECT 'a", "SELECT 1 ; SELECT 'a"));
  EXPECT_FALSE(Same("SELECT (", "SELECT ((")) << "unmatched brackets";
}

}  // namespace
}  // namespace hoglint
