// What statements do to the relations of a small schema: ADD COLUMN.
#include <gtest/gtest.h>

#include <string>

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

// No row is touched: the lock is short.
TEST(AddColumnEffects, OneValueForAllRowsIsKeptInTheCatalogue) {
  EXPECT_EQ(ShortEffects(kShop, "ALTER TABLE users ADD COLUMN bio text"),
            "users: ACCESS EXCLUSIVE");
  EXPECT_EQ(ShortEffects(kShop, "ALTER TABLE users ADD COLUMN n int NOT NULL DEFAULT 1"),
            "users: ACCESS EXCLUSIVE");
  EXPECT_EQ(ShortEffects(kShop, "ALTER TABLE users ADD COLUMN at timestamptz DEFAULT now()"),
            "users: ACCESS EXCLUSIVE");
  EXPECT_EQ(ShortEffects(kShop,
                         "ALTER TABLE users ADD COLUMN d int GENERATED ALWAYS AS (age * 2) VIRTUAL",
                         {18, true}),
            "users: ACCESS EXCLUSIVE");
}

TEST(AddColumnEffects, AValueForEachRowWritesTheTableAndItsIndexes) {
  EXPECT_EQ(
      EffectsText(kShop, "ALTER TABLE users ADD COLUMN u uuid DEFAULT gen_random_uuid()"),
      R"(users: ACCESS EXCLUSIVE, rewrite, scan, index build -- every row is written anew: the default is volatile
users_mail: ACCESS EXCLUSIVE, rewrite, index build -- built anew with its table
users_pkey: ACCESS EXCLUSIVE, rewrite, index build -- built anew with its table
)");
  EXPECT_EQ(
      EffectsText(kShop, "ALTER TABLE orgs ADD COLUMN n bigserial"),
      R"(orgs: ACCESS EXCLUSIVE, rewrite, scan, index build -- every row is written anew with its own number
orgs_code_key: ACCESS EXCLUSIVE, rewrite, index build -- built anew with its table
orgs_pkey: ACCESS EXCLUSIVE, rewrite, index build -- built anew with its table
)");
  EXPECT_EQ(
      EffectsText(kShop, "ALTER TABLE orgs ADD COLUMN n int GENERATED ALWAYS AS IDENTITY"),
      R"(orgs: ACCESS EXCLUSIVE, rewrite, scan, index build -- every row is written anew with its own number
orgs_code_key: ACCESS EXCLUSIVE, rewrite, index build -- built anew with its table
orgs_pkey: ACCESS EXCLUSIVE, rewrite, index build -- built anew with its table
)");
  EXPECT_EQ(
      EffectsText(kShop, "ALTER TABLE orgs ADD COLUMN n int GENERATED ALWAYS AS (id) STORED"),
      R"(orgs: ACCESS EXCLUSIVE, rewrite, scan, index build -- every row is written anew to store the value
orgs_code_key: ACCESS EXCLUSIVE, rewrite, index build -- built anew with its table
orgs_pkey: ACCESS EXCLUSIVE, rewrite, index build -- built anew with its table
)");
}

// A foreign key is not, as long as all rows hold NULL.
TEST(AddColumnEffects, ConstraintsOnTheColumnAreCheckedAtOnce) {
  EXPECT_EQ(EffectsText(kShop, "ALTER TABLE users ADD COLUMN n int CHECK (n > 0)"),
            R"(users: ACCESS EXCLUSIVE, scan -- every row is checked against the new constraint
)");
  EXPECT_EQ(
      EffectsText(kShop, "ALTER TABLE users ADD COLUMN n int UNIQUE"),
      R"(users: ACCESS EXCLUSIVE, scan, index build -- every row is read to build the unique index
)");
  EXPECT_EQ(EffectsText(kShop, "ALTER TABLE users ADD COLUMN o bigint REFERENCES orgs"),
            R"(orgs: SHARE ROW EXCLUSIVE -- referenced by the new foreign key
users: ACCESS EXCLUSIVE
)");
  EXPECT_EQ(
      EffectsText(kShop, "ALTER TABLE users ADD COLUMN o bigint DEFAULT 1 REFERENCES orgs"),
      R"(orgs: SHARE ROW EXCLUSIVE, perhaps scan -- its keys are read to check the referencing rows
orgs_code_key: ACCESS SHARE -- opened to plan the check
orgs_pkey: ACCESS SHARE -- opened to plan the check
users: ACCESS EXCLUSIVE, scan -- every row is looked up in the referenced table
users_mail: ACCESS SHARE -- opened to plan the check
users_pkey: ACCESS SHARE -- opened to plan the check
)");
}

TEST(AddColumnEffects, AFunctionThatNobodyKnowsIsAssumedVolatile) {
  EXPECT_EQ(
      EffectsText(kShop, "ALTER TABLE orgs ADD COLUMN n int DEFAULT mystery()"),
      R"(orgs: ACCESS EXCLUSIVE, rewrite, scan, index build, assumed -- every row is written anew: the default calls a function that is not known
orgs_code_key: ACCESS EXCLUSIVE, rewrite, index build, assumed -- built anew with its table
orgs_pkey: ACCESS EXCLUSIVE, rewrite, index build, assumed -- built anew with its table
)");
}

TEST(AddColumnEffects, AColumnThatTheStatementDropsIsGoneBefore) {
  for (const std::string again :
       {"DROP COLUMN age, ADD COLUMN age int DEFAULT random()",
        "ADD COLUMN age serial, DROP COLUMN age",
        "DROP COLUMN age, ADD COLUMN IF NOT EXISTS age uuid DEFAULT gen_random_uuid()"}) {
    EXPECT_NE(ShortEffects(kShop, "ALTER TABLE users " + again).find("rewrite"), std::string::npos)
        << again;
  }
  EXPECT_EQ(ShortEffects(kShop, "ALTER TABLE users DROP COLUMN age, ADD COLUMN age int"),
            "users: ACCESS EXCLUSIVE");
  EXPECT_EQ(
      ShortEffects(kShop, "ALTER TABLE users DROP COLUMN age, ADD COLUMN age int CHECK (age > 0)"),
      "users: ACCESS EXCLUSIVE, scan");
  constexpr const char* kFamily = R"(CREATE TABLE par (a int);
CREATE TABLE kid (b int) INHERITS (par);
CREATE TABLE own (a int) INHERITS (par);
)";
  // A child that defines the column itself keeps it.
  EXPECT_EQ(ShortEffects(kFamily, "ALTER TABLE par DROP COLUMN a, ADD COLUMN a serial"),
            "kid: ACCESS EXCLUSIVE, rewrite, scan; own: ACCESS EXCLUSIVE; par: ACCESS EXCLUSIVE, "
            "rewrite, scan");
}

TEST(AddColumnEffects, AnExistingColumnOrTableIsLeftAlone) {
  EXPECT_EQ(
      ShortEffects(kShop, "ALTER TABLE users ADD COLUMN IF NOT EXISTS age int DEFAULT random()"),
      "users: ACCESS EXCLUSIVE");
  EXPECT_EQ(ShortEffects(kShop, "ALTER TABLE IF EXISTS nothing ADD COLUMN a int"), "");
}

}  // namespace
}  // namespace hoglint::testing
