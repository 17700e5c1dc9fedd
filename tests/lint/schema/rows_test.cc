// may_have_rows: what a scan can meet.
#include <gtest/gtest.h>

#include "tests/support/catalogue_after.h"

namespace hoglint::testing {
namespace {

bool MayHaveRows(const std::string& sql, const std::string& table = "t") {
  return RelationIn(CatalogueAfter(sql), table).may_have_rows;
}

TEST(Rows, ANewTableIsEmptyUntilSomethingWritesToIt) {
  EXPECT_FALSE(MayHaveRows("CREATE TABLE t (a int)"));
  EXPECT_FALSE(MayHaveRows("CREATE TABLE t (a int); UPDATE t SET a = 1; DELETE FROM t;"));
  EXPECT_TRUE(MayHaveRows("CREATE TABLE t (a int); INSERT INTO t VALUES (1);"));
  EXPECT_TRUE(MayHaveRows("CREATE TABLE t (a int); COPY t FROM '/tmp/x';"));
  EXPECT_TRUE(MayHaveRows(
      "CREATE TABLE t (a int); WITH x AS (INSERT INTO t VALUES (1) RETURNING a) SELECT * FROM x;"));
}

TEST(Rows, CreateTableAsBringsThem) {
  EXPECT_TRUE(MayHaveRows("CREATE TABLE t AS SELECT 1 AS a"));
  EXPECT_FALSE(MayHaveRows("CREATE TABLE t AS SELECT 1 AS a WITH NO DATA"));
}

TEST(Rows, GoThroughViewsAndIntoPartitions) {
  EXPECT_TRUE(MayHaveRows(
      "CREATE TABLE t (a int); CREATE VIEW v AS SELECT a FROM t; INSERT INTO v VALUES (1);"));
  EXPECT_TRUE(MayHaveRows(R"(
      CREATE TABLE p (a int) PARTITION BY LIST (a);
      CREATE TABLE t PARTITION OF p DEFAULT;
      INSERT INTO p VALUES (1);)"));
}

TEST(Rows, AreToBeExpectedOnceTheBatchIsOver) {
  Applied first = ApplySql("CREATE TABLE t (a int)", {}, BatchId{0});
  const Applied second = ApplySql("SELECT 1", std::move(first.catalogue), BatchId{1});
  EXPECT_TRUE(RelationIn(second.catalogue, "t").may_have_rows);
}

}  // namespace
}  // namespace hoglint::testing
