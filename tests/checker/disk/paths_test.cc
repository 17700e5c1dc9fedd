#include "checker/disk/paths.h"

#include <gtest/gtest.h>

namespace hoglint {
namespace {

TEST(AbsolutePath, StartsFromTheFolder) {
  EXPECT_EQ(AbsolutePath("a/b.sql", "/w"), "/w/a/b.sql");
  EXPECT_EQ(AbsolutePath("../b", "/w/x"), "/w/b");
  EXPECT_EQ(AbsolutePath("/a//b/", "/w"), "/a/b");
  EXPECT_EQ(AbsolutePath(".", "/w"), "/w");
  EXPECT_EQ(AbsolutePath("../../..", "/w"), "/");
}

TEST(ParentPath, EndsAtTheRoot) {
  EXPECT_EQ(ParentPath("/a/b"), "/a");
  EXPECT_EQ(ParentPath("/a"), "/");
  EXPECT_EQ(ParentPath("/"), "/");
}

TEST(BaseName, IsTheLastPart) {
  EXPECT_EQ(BaseName("/a/b.sql"), "b.sql");
  EXPECT_EQ(BaseName("/"), "");
}

TEST(IsWithin, ComparesWholeParts) {
  EXPECT_TRUE(IsWithin("/a/b", "/a"));
  EXPECT_TRUE(IsWithin("/a", "/a"));
  EXPECT_TRUE(IsWithin("/a", "/"));
  EXPECT_FALSE(IsWithin("/ab", "/a"));
  EXPECT_FALSE(IsWithin("/", "/a"));
}

TEST(RelativePath, GoesUpWhereItMust) {
  EXPECT_EQ(RelativePath("/a/b/c.sql", "/a"), "b/c.sql");
  EXPECT_EQ(RelativePath("/x/c.sql", "/a/b"), "../../x/c.sql");
  EXPECT_EQ(RelativePath("/a", "/a"), ".");
}

}  // namespace
}  // namespace hoglint
