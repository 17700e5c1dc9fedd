#include "lint/facts/constant_comparison.h"

#include <gtest/gtest.h>

namespace hoglint {
namespace {

TEST(EqualsConstant, SeesEqualityAndLists) {
  EXPECT_TRUE(EqualsConstant("id = 1", "id"));
  EXPECT_TRUE(EqualsConstant("u.\"id\" = 'x'::uuid", "id"));
  EXPECT_TRUE(EqualsConstant("name IS NULL AND id IN ('a', 'b')", "id"));
  EXPECT_TRUE(EqualsConstant("(id = -1)", "id"));
  EXPECT_TRUE(EqualsConstant("\"userId\" = true", "userId"));
  EXPECT_TRUE(EqualsConstant("id = ANY(ARRAY['a', 'b'])", "id"));
  EXPECT_TRUE(EqualsConstant("id = ANY ('{1,2}'::int[])", "id"));
}

TEST(EqualsConstant, IsNotFooledByOtherConditions) {
  EXPECT_FALSE(EqualsConstant("id = user_id", "id"));
  EXPECT_FALSE(EqualsConstant("id = 1 OR name = 'x'", "id"));
  EXPECT_FALSE(EqualsConstant("NOT id = 1", "id"));
  EXPECT_FALSE(EqualsConstant("id IN (SELECT id FROM u)", "id"));
  EXPECT_FALSE(EqualsConstant("org_id = 1", "id"));
  EXPECT_FALSE(EqualsConstant("name = 'id = 1'", "id"));
  EXPECT_FALSE(EqualsConstant("id <> 1", "id"));
  EXPECT_FALSE(EqualsConstant("id = ANY(SELECT id FROM u)", "id"));
  EXPECT_FALSE(EqualsConstant("", "id"));
}

TEST(ComparesWithConstant, SeesWhatTellsRowsApart) {
  EXPECT_TRUE(ComparesWithConstant("state = 'open'"));
  EXPECT_TRUE(ComparesWithConstant("a.x = b.y AND b.kind = 'z'"));
  EXPECT_TRUE(ComparesWithConstant("price > 10"));
  EXPECT_TRUE(ComparesWithConstant("name LIKE 'a%'"));
  EXPECT_TRUE(ComparesWithConstant("state IN ('a', 'b')"));
  EXPECT_TRUE(ComparesWithConstant("config ? 'flag'"));
}

TEST(ComparesWithConstant, IsNotFooledByWhatMostRowsSatisfy) {
  EXPECT_FALSE(ComparesWithConstant("login IS NULL"));
  EXPECT_FALSE(ComparesWithConstant("a.x = b.y"));
  EXPECT_FALSE(ComparesWithConstant("state <> 'open'"));
  EXPECT_FALSE(ComparesWithConstant("state NOT IN ('a', 'b')"));
  EXPECT_FALSE(ComparesWithConstant("name NOT LIKE 'a%'"));
  EXPECT_FALSE(ComparesWithConstant("data->>'name' IS NOT NULL"));
  EXPECT_FALSE(ComparesWithConstant("\"x = 1\" IS NULL"));
  EXPECT_FALSE(ComparesWithConstant("'unterminated"));
}

TEST(HasFrom, LooksAtTheOuterQueryOnly) {
  EXPECT_TRUE(HasFrom("SELECT a FROM t"));
  EXPECT_TRUE(HasFrom("SELECT a FROM (SELECT 1) x"));
  EXPECT_FALSE(HasFrom("SELECT 'a' WHERE NOT EXISTS (SELECT 1 FROM t)"));
  EXPECT_FALSE(HasFrom("SELECT 'from'"));
}

TEST(IsNullTest, AcceptsTheTestAlone) {
  EXPECT_TRUE(IsNullTest("plan IS NULL", "plan"));
  EXPECT_TRUE(IsNullTest("(\"users\".\"plan\" is null)", "plan"));
  EXPECT_FALSE(IsNullTest("plan IS NOT NULL", "plan"));
  EXPECT_FALSE(IsNullTest("plan IS NULL AND id > 1", "plan"));
  EXPECT_FALSE(IsNullTest("other IS NULL", "plan"));
  EXPECT_FALSE(IsNullTest("NULL", "plan"));
}

}  // namespace
}  // namespace hoglint
