// What statements do to the relations of a small schema: DROP and TRUNCATE.
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

TEST(DropColumnEffects, TakesIndexesSequencesAndForeignKeysAlong) {
  EXPECT_EQ(EffectsText(kShop, "ALTER TABLE users DROP COLUMN id CASCADE"),
            R"(adults: ACCESS EXCLUSIVE -- reads the column
users: ACCESS EXCLUSIVE -- a default draws from the dropped sequence
users_id_seq: ACCESS EXCLUSIVE -- owned by the column
users_pkey: ACCESS EXCLUSIVE -- dropped with its column
)");
  EXPECT_EQ(EffectsText(kShop, "ALTER TABLE users DROP COLUMN org_id"),
            R"(orgs: ACCESS EXCLUSIVE -- a foreign key is dropped
users: ACCESS EXCLUSIVE -- a foreign key is dropped
)");
  EXPECT_EQ(EffectsText(kShop, "ALTER TABLE users DROP COLUMN age"),
            R"(users: ACCESS EXCLUSIVE
)");
}

TEST(DropTableEffects, LocksWhatItReferencesAndWhatRefersToIt) {
  EXPECT_EQ(EffectsText(kShop, "DROP TABLE users CASCADE"),
            R"(adults: ACCESS EXCLUSIVE -- reads what is dropped
orgs: ACCESS EXCLUSIVE -- referenced by a dropped foreign key
users: ACCESS EXCLUSIVE -- dropped
users_id_seq: ACCESS EXCLUSIVE -- dropped with its table
users_mail: ACCESS EXCLUSIVE -- dropped with its table
users_pkey: ACCESS EXCLUSIVE -- dropped with its table
)");
  EXPECT_EQ(EffectsText(kShop, "DROP TABLE orgs CASCADE"),
            R"(orgs: ACCESS EXCLUSIVE -- dropped
orgs_code_key: ACCESS EXCLUSIVE -- dropped with its table
orgs_pkey: ACCESS EXCLUSIVE -- dropped with its table
users: ACCESS EXCLUSIVE -- a foreign key is dropped
)");
  EXPECT_EQ(ShortEffects(kShop, "DROP TABLE IF EXISTS nothing"), "");
}

TEST(DropIndexEffects, LocksTheTable) {
  EXPECT_EQ(EffectsText(kShop, "DROP INDEX users_mail"),
            R"(users: ACCESS EXCLUSIVE -- its index is dropped
users_mail: ACCESS EXCLUSIVE -- dropped
)");
  EXPECT_EQ(EffectsText(kShop, "DROP INDEX CONCURRENTLY users_mail"),
            R"(users: SHARE UPDATE EXCLUSIVE -- its index is dropped
users_mail: SHARE UPDATE EXCLUSIVE -- dropped in steps that let others go on
)");
}

TEST(DropOthersEffects, GoWithWhatDependsOnThem) {
  EXPECT_EQ(EffectsText(kShop, "DROP VIEW adults"),
            R"(adults: ACCESS EXCLUSIVE -- dropped
)");
  EXPECT_EQ(EffectsText(kShop, "DROP SEQUENCE users_id_seq CASCADE"),
            R"(users: ACCESS EXCLUSIVE -- a default draws from the dropped sequence
users_id_seq: ACCESS EXCLUSIVE -- dropped
)");
  EXPECT_EQ(EffectsText(kShop, "DROP SCHEMA public CASCADE"),
            R"(adults: ACCESS EXCLUSIVE -- dropped with its schema
orgs: ACCESS EXCLUSIVE -- dropped with its schema
orgs_code_key: ACCESS EXCLUSIVE -- dropped with its schema
orgs_pkey: ACCESS EXCLUSIVE -- dropped with its schema
users: ACCESS EXCLUSIVE -- dropped with its schema
users_id_seq: ACCESS EXCLUSIVE -- dropped with its schema
users_mail: ACCESS EXCLUSIVE -- dropped with its schema
users_pkey: ACCESS EXCLUSIVE -- dropped with its schema
)");
}

TEST(TruncateEffects, StartsWithNewFiles) {
  EXPECT_EQ(EffectsText(kShop, "TRUNCATE users RESTART IDENTITY"),
            R"(users: ACCESS EXCLUSIVE, rewrite, index build -- emptied: it starts with a new file
users_id_seq: ACCESS EXCLUSIVE, rewrite -- starts anew
users_mail: ACCESS EXCLUSIVE, rewrite, index build -- emptied with its table
users_pkey: ACCESS EXCLUSIVE, rewrite, index build -- emptied with its table
)");
  EXPECT_EQ(ShortEffects(kShop, "TRUNCATE orgs CASCADE"),
            "orgs: ACCESS EXCLUSIVE, rewrite, index build; orgs_code_key: ACCESS EXCLUSIVE, "
            "rewrite, index build; orgs_pkey: ACCESS EXCLUSIVE, rewrite, index build; users: "
            "ACCESS EXCLUSIVE, rewrite, index build; users_mail: ACCESS EXCLUSIVE, rewrite, index "
            "build; users_pkey: ACCESS EXCLUSIVE, rewrite, index build");
}

}  // namespace
}  // namespace hoglint::testing
