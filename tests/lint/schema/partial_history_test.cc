// What is claimed when the files do not begin at the beginning: nothing of what they never made.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/catalogue_after.h"

namespace hoglint::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(PartialHistory, AssumesATableThatNoFileMade) {
  const Applied applied = ApplySql("ALTER TABLE users ADD COLUMN age int");
  EXPECT_THAT(applied.Messages(), ElementsAre("relation \"users\" does not exist?"))
      << "a conflict, but not a certain one";
  EXPECT_FALSE(applied.catalogue.complete());
  const Relation users = RelationIn(applied.catalogue, "users");
  EXPECT_TRUE(users.assumed);
  EXPECT_TRUE(users.may_have_rows);
  EXPECT_TRUE(users.columns_unknown);
  EXPECT_EQ(users.origin.batch, BatchId::kBeforeHistory);
  EXPECT_THAT(ColumnsIn(applied.catalogue, "users"), ElementsAre("age integer"));
}

TEST(PartialHistory, TakesTheKindFromTheStatement) {
  const Catalogue catalogue = ApplySql(R"(
      ALTER INDEX i RENAME TO j;
      ALTER SEQUENCE s OWNED BY NONE;
      ALTER MATERIALIZED VIEW m RENAME TO n;)")
                                  .catalogue;
  EXPECT_EQ(RelationIn(catalogue, "j").kind, RelationKind::kIndex);
  EXPECT_EQ(RelationIn(catalogue, "s").kind, RelationKind::kSequence);
  EXPECT_EQ(RelationIn(catalogue, "n").kind, RelationKind::kMaterializedView);
}

TEST(PartialHistory, AsksForItsSchemaAndItsKeysOnce) {
  const Applied applied = ApplySql(R"(
      CREATE TABLE t (id int REFERENCES app.users);
      ALTER TABLE app.users DROP COLUMN whatever;
      ALTER TABLE app.users DROP CONSTRAINT whatever;
      DROP TABLE app.users CASCADE;)");
  EXPECT_THAT(applied.Messages(), ElementsAre("schema \"app\" does not exist?",
                                              "relation \"app.users\" does not exist?"));
}

TEST(PartialHistory, IsCertainOfWhatTheFilesDropped) {
  const Applied applied = ApplySql(R"(
      CREATE TABLE t (a int);
      DROP TABLE t;
      ALTER TABLE t ADD COLUMN b int;)");
  EXPECT_THAT(applied.Messages(), ElementsAre("relation \"t\" does not exist"));
  EXPECT_TRUE(applied.catalogue.complete());
}

TEST(PartialHistory, IsCertainOfTheColumnsOfATableThatTheFilesMade) {
  const Applied applied = ApplySql("CREATE TABLE t (a int); ALTER TABLE t DROP COLUMN b;");
  EXPECT_THAT(applied.Messages(), ElementsAre("column \"b\" of relation \"t\" does not exist"));
}

TEST(PartialHistory, NeverMissesWhatBelongsToPostgres) {
  const Applied applied = ApplySql(R"(
      CREATE VIEW v AS SELECT relname FROM pg_class;
      SELECT * FROM information_schema.tables;
      DELETE FROM pg_catalog.pg_description;)");
  EXPECT_THAT(applied.Messages(), IsEmpty());
  EXPECT_TRUE(applied.catalogue.complete());
}

TEST(PartialHistory, DropIfExistsClaimsNothing) {
  const Applied applied = ApplySql("DROP TABLE IF EXISTS t; DROP VIEW IF EXISTS v;");
  EXPECT_THAT(applied.Messages(), IsEmpty());
  EXPECT_TRUE(applied.catalogue.complete());
}

TEST(PartialHistory, LearnsATableThatWasNamedBeforeItWasMade) {
  const Catalogue catalogue = ApplySql(R"(
      CREATE TABLE t (u_id int REFERENCES u);
      CREATE TABLE u (id int PRIMARY KEY);)")
                                  .catalogue;
  const Relation made = RelationIn(catalogue, "u");
  EXPECT_FALSE(made.assumed);
  EXPECT_THAT(made.referenced_by, ElementsAre(RelationIn(catalogue, "t").id));
}

TEST(NotModelled, IsSaidOfDynamicSqlButNotOfPrivileges) {
  const Applied applied = ApplySql(R"(
      CREATE TABLE t (a int);
      DO $$ BEGIN EXECUTE 'GRANT SELECT ON t TO ' || current_user; END $$;
      DO $$ BEGIN EXECUTE 'ALTER TABLE t ADD COLUMN ' || current_user || ' int'; END $$;)");
  EXPECT_THAT(applied.not_modelled,
              ElementsAre("EXECUTE 'ALTER TABLE t ADD COLUMN ' || current_user || ' int'"));
  EXPECT_TRUE(applied.catalogue.opaque());
  EXPECT_TRUE(RelationIn(applied.catalogue, "t").may_have_rows);
}

}  // namespace
}  // namespace hoglint::testing
