// The static SQL of DO blocks: what their handlers and conditions forgive.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/catalogue_after.h"

namespace hoglint::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr const char* kAddKey = R"(
    DO $$ BEGIN
      ALTER TABLE b ADD CONSTRAINT fk FOREIGN KEY (a_id) REFERENCES a (id);
    EXCEPTION WHEN duplicate_object THEN null;
    END $$;)";

TEST(DoBlock, IsAppliedAsIfItsSqlStoodThere) {
  const Catalogue catalogue = CatalogueAfter(
      std::string("CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE b (a_id int);") + kAddKey);
  EXPECT_THAT(ConstraintsIn(catalogue, "b"), ElementsAre("fk f"));
}

TEST(DoBlock, SwallowsTheConflictThatItsHandlerCatches) {
  const std::string sql = "CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE b (a_id int);";
  EXPECT_THAT(ApplySql(sql + kAddKey + kAddKey).Messages(), IsEmpty());
}

TEST(DoBlock, DoesNotSwallowOthers) {
  const Applied applied = ApplySql(R"(
      CREATE TABLE t (a int);
      DO $$ BEGIN ALTER TABLE t DROP COLUMN b; EXCEPTION WHEN duplicate_object THEN null; END $$;)");
  EXPECT_THAT(applied.Messages(), ElementsAre("column \"b\" of relation \"t\" does not exist"));
}

TEST(DoBlock, SkipsAConditionalStatementThatWouldFail) {
  const Applied applied = ApplySql(R"(
      CREATE TABLE t (a int);
      DO $$ BEGIN
        IF NOT EXISTS (SELECT FROM pg_class WHERE relname = 't') THEN CREATE TABLE t (b int); END IF;
        IF EXISTS (SELECT FROM pg_class WHERE relname = 'u') THEN ALTER TABLE u ADD c int; END IF;
        IF EXISTS (SELECT FROM pg_class WHERE relname = 't') THEN ALTER TABLE t ADD c int; END IF;
      END $$;)");
  EXPECT_THAT(applied.Messages(), IsEmpty());
  EXPECT_THAT(ColumnsIn(applied.catalogue, "t"), ElementsAre("a integer", "c integer"));
  EXPECT_EQ(applied.catalogue.Find(QualifiedName{"public", "u"}), nullptr);
  EXPECT_TRUE(applied.catalogue.complete());
}

}  // namespace
}  // namespace hoglint::testing
