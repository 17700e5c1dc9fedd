// What statements do to the relations of a small schema: Indexes, and what writes tables anew.
#include <gtest/gtest.h>

#include "tests/lint/locks/effects_text.h"

namespace hoglint::testing {
namespace {

constexpr const char* kShop = R"(CREATE TABLE orgs (id bigint PRIMARY KEY, code varchar(20) UNIQUE);
CREATE TABLE users (
  id bigserial PRIMARY KEY, org_id bigint REFERENCES orgs, mail text, age int,
  CONSTRAINT adult CHECK (age > 17));
CREATE INDEX users_mail ON users (mail);
CREATE VIEW adults AS SELECT id, mail FROM users;
)";

TEST(CreateIndexEffects, BlocksWritesUnlessConcurrently) {
  EXPECT_EQ(EffectsText(kShop, "CREATE INDEX i ON users (age)"),
            R"(users: SHARE, scan, index build -- every row is read to build the index
)");
  EXPECT_EQ(
      EffectsText(kShop, "CREATE INDEX CONCURRENTLY i ON users (age)"),
      R"(users: SHARE UPDATE EXCLUSIVE, scan, index build -- every row is read to build the index
)");
  EXPECT_EQ(ShortEffects(kShop, "CREATE INDEX IF NOT EXISTS users_mail ON users (mail)"),
            "users: SHARE");
}

TEST(ReindexEffects, BlocksWritesAndUseOfTheIndex) {
  EXPECT_EQ(EffectsText(kShop, "REINDEX INDEX users_mail"),
            R"(users: SHARE, scan, index build -- every row is read to build the index anew
users_mail: ACCESS EXCLUSIVE, rewrite, index build -- built anew
)");
  EXPECT_EQ(ShortEffects(kShop, "REINDEX TABLE orgs"),
            "orgs: SHARE, scan, index build; orgs_code_key: ACCESS EXCLUSIVE, rewrite, index "
            "build; orgs_pkey: ACCESS EXCLUSIVE, rewrite, index build");
  EXPECT_EQ(
      ShortEffects(kShop, "REINDEX TABLE CONCURRENTLY orgs"),
      "orgs: SHARE UPDATE EXCLUSIVE, scan, index build; orgs_code_key: SHARE UPDATE EXCLUSIVE, "
      "rewrite, index build; orgs_pkey: SHARE UPDATE EXCLUSIVE, rewrite, index build");
}

TEST(AlterIndexEffects, IsWeakerThanAlterTable) {
  EXPECT_EQ(ShortEffects(kShop, "ALTER INDEX users_mail RENAME TO m"),
            "users_mail: SHARE UPDATE EXCLUSIVE");
  EXPECT_EQ(ShortEffects(kShop, "ALTER TABLE users_mail RENAME TO m"),
            "users_mail: ACCESS EXCLUSIVE");
  EXPECT_EQ(ShortEffects(kShop, "ALTER INDEX users_mail SET (fillfactor = 70)"),
            "users_mail: SHARE UPDATE EXCLUSIVE");
}

TEST(MaintenanceEffects, WritesAnewOnlyWhatItSays) {
  EXPECT_EQ(ShortEffects(kShop, "CLUSTER orgs USING orgs_pkey"),
            "orgs: ACCESS EXCLUSIVE, rewrite, scan, index build; orgs_code_key: ACCESS EXCLUSIVE, "
            "rewrite, index build; orgs_pkey: ACCESS EXCLUSIVE, rewrite, index build");
  EXPECT_EQ(ShortEffects(kShop, "VACUUM FULL orgs"),
            "orgs: ACCESS EXCLUSIVE, rewrite, scan, index build; orgs_code_key: ACCESS EXCLUSIVE, "
            "rewrite, index build; orgs_pkey: ACCESS EXCLUSIVE, rewrite, index build");
  EXPECT_EQ(ShortEffects(kShop, "VACUUM orgs"),
            "orgs: SHARE UPDATE EXCLUSIVE; orgs_code_key: ROW EXCLUSIVE; orgs_pkey: ROW EXCLUSIVE");
  EXPECT_EQ(ShortEffects(kShop, "ANALYZE orgs"),
            "orgs: SHARE UPDATE EXCLUSIVE; orgs_code_key: ACCESS SHARE; orgs_pkey: ACCESS SHARE");
  EXPECT_EQ(ShortEffects(kShop, "ALTER TABLE orgs SET UNLOGGED"),
            "orgs: ACCESS EXCLUSIVE, rewrite, scan, index build; orgs_code_key: ACCESS EXCLUSIVE, "
            "rewrite, index build; orgs_pkey: ACCESS EXCLUSIVE, rewrite, index build");
}

TEST(RefreshMaterializedViewEffects, ReadsTheTablesBelow) {
  constexpr const char* kSchema = R"(CREATE TABLE t (id int PRIMARY KEY);
CREATE MATERIALIZED VIEW mv AS SELECT id FROM t;
CREATE UNIQUE INDEX mv_id ON mv (id);
)";
  EXPECT_EQ(EffectsText(kSchema, "REFRESH MATERIALIZED VIEW mv"),
            R"(mv: ACCESS EXCLUSIVE, rewrite, scan, index build -- the view is filled anew
mv_id: ACCESS EXCLUSIVE, rewrite, index build -- built anew with its view
t: ACCESS SHARE, perhaps scan -- read to fill the view
t_pkey: ACCESS SHARE -- opened to plan the query
)");
  EXPECT_EQ(EffectsText(kSchema, "REFRESH MATERIALIZED VIEW CONCURRENTLY mv"),
            R"(mv: EXCLUSIVE, scan -- every row is compared with the new contents
mv_id: ROW EXCLUSIVE -- changed row by row
t: ACCESS SHARE, perhaps scan -- read to fill the view
t_pkey: ACCESS SHARE -- opened to plan the query
)");
  EXPECT_EQ(EffectsText(kSchema, "REFRESH MATERIALIZED VIEW mv WITH NO DATA"),
            R"(mv: ACCESS EXCLUSIVE, rewrite, index build -- the view is filled anew
mv_id: ACCESS EXCLUSIVE, rewrite, index build -- built anew with its view
)");
}

}  // namespace
}  // namespace hoglint::testing
