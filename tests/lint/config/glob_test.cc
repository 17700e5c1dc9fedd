#include "lint/config/glob.h"

#include <gtest/gtest.h>

#include <string>

namespace hoglint {
namespace {

TEST(GlobTest, FitsPathsAndFoldersAbove) {
  EXPECT_TRUE(GlobFits("drizzle/0001_a.sql", "drizzle/0001_a.sql"));
  EXPECT_TRUE(GlobFits("drizzle", "drizzle/0001_a.sql"));
  EXPECT_TRUE(GlobFits("drizzle/", "drizzle/meta/_journal.json"));
  EXPECT_FALSE(GlobFits("drizz", "drizzle/0001_a.sql"));
  EXPECT_FALSE(GlobFits("", "a"));
}

TEST(GlobTest, StarsStopAtSlashes) {
  EXPECT_TRUE(GlobFits("drizzle/*.sql", "drizzle/0001_a.sql"));
  EXPECT_FALSE(GlobFits("drizzle/*.sql", "drizzle/a/b.sql"));
  EXPECT_TRUE(GlobFits("drizzle/**", "drizzle/a/b.sql"));
  EXPECT_TRUE(GlobFits("**/b.sql", "drizzle/a/b.sql"));
  EXPECT_TRUE(GlobFits("**/b.sql", "b.sql"));
  EXPECT_FALSE(GlobFits("**/b.sql", "ab.sql"));
  EXPECT_TRUE(GlobFits("a/**/b.sql", "a/b.sql"));
  EXPECT_TRUE(GlobFits("a/**/b.sql", "a/x/y/b.sql"));
  EXPECT_TRUE(GlobFits("000?_*", "0001_a.sql"));
  EXPECT_FALSE(GlobFits("a?b", "a/b"));
}

TEST(GlobTest, BracesAreAlternatives) {
  EXPECT_TRUE(GlobFits("{a,b}/*.{sql,json}", "b/x.json"));
  EXPECT_FALSE(GlobFits("{a,b}/*.sql", "c/x.sql"));
  EXPECT_TRUE(GlobFits("a{b", "a{b"));
}

TEST(GlobTest, HostilePatternsTakeNoTime) {
  const std::string many(200, '*');
  EXPECT_FALSE(GlobFits(many + "x" + many + "y", std::string(2000, 'x')));
  std::string braces;
  for (int i = 0; i < 40; ++i) braces += "{a,b}";
  EXPECT_FALSE(GlobFits(braces, "a"));
  EXPECT_TRUE(GlobFits(braces, std::string(40, 'a')));
  std::string endless;
  for (int i = 0; i < 100'000; ++i) endless += "{a,b}";
  EXPECT_FALSE(GlobFits(endless, "a"));
}

TEST(GlobTest, AnchorsAtTheConfigsFolder) {
  EXPECT_EQ(AnchoredGlob("drizzle/*.sql", ""), "drizzle/*.sql");
  EXPECT_EQ(AnchoredGlob("./drizzle/x.sql", "db"), "db/drizzle/x.sql");
  EXPECT_EQ(AnchoredGlob("0001_a.sql", "db"), "db/**/0001_a.sql");
  EXPECT_EQ(AnchoredGlob("old/", ""), "**/old/");
  EXPECT_EQ(AnchoredGlob("/old", ""), "old");
}

}  // namespace
}  // namespace hoglint
