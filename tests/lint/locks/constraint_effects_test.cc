// What statements do to the relations of a small schema: Constraints and SET NOT NULL.
#include <gtest/gtest.h>

#include "tests/lint/locks/effects_text.h"

namespace hoglint::testing {
namespace {

constexpr const char* kNullable = R"(CREATE TABLE t (a int, b int, c int NOT NULL, d int);
ALTER TABLE t ADD CONSTRAINT a_set CHECK (a IS NOT NULL);
ALTER TABLE t ADD CONSTRAINT b_set CHECK (b IS NOT NULL) NOT VALID;
)";

constexpr const char* kShop = R"(CREATE TABLE orgs (id bigint PRIMARY KEY, code varchar(20) UNIQUE);
CREATE TABLE users (
  id bigserial PRIMARY KEY, org_id bigint REFERENCES orgs, mail text, age int,
  CONSTRAINT adult CHECK (age > 17));
CREATE INDEX users_mail ON users (mail);
CREATE VIEW adults AS SELECT id, mail FROM users;
)";

TEST(AddConstraintEffects, ReadsEveryRowUnlessNotValid) {
  EXPECT_EQ(EffectsText(kShop, "ALTER TABLE users ADD CONSTRAINT k CHECK (age > 0)"),
            R"(users: ACCESS EXCLUSIVE, scan -- every row is checked against the new constraint
)");
  EXPECT_EQ(ShortEffects(kShop, "ALTER TABLE users ADD CONSTRAINT k CHECK (age > 0) NOT VALID"),
            "users: ACCESS EXCLUSIVE");
  EXPECT_EQ(ShortEffects(kShop, "ALTER TABLE users ADD CONSTRAINT k CHECK (age > 0) NOT ENFORCED",
                         {18, true}),
            "users: ACCESS EXCLUSIVE");
  EXPECT_EQ(EffectsText(kShop, "ALTER TABLE users ADD CONSTRAINT k UNIQUE (age)"),
            R"(users: ACCESS EXCLUSIVE, scan, index build -- every row is read to build the index
)");
  EXPECT_EQ(
      ShortEffects(kShop, "ALTER TABLE users ADD CONSTRAINT k NOT NULL age NOT VALID", {18, true}),
      "users: ACCESS EXCLUSIVE");
  EXPECT_EQ(ShortEffects(kShop, "ALTER TABLE users ADD CONSTRAINT k NOT NULL age", {18, true}),
            "users: ACCESS EXCLUSIVE, scan");
}

// The planner of the check opens every index of both.
TEST(AddConstraintEffects, AForeignKeyLocksBothTablesLessStrongly) {
  EXPECT_EQ(
      EffectsText(kShop, "ALTER TABLE users ADD CONSTRAINT k FOREIGN KEY (age) REFERENCES orgs"),
      R"(orgs: SHARE ROW EXCLUSIVE, perhaps scan -- its keys are read to check the referencing rows
orgs_code_key: ACCESS SHARE -- opened to plan the check
orgs_pkey: ACCESS SHARE -- opened to plan the check
users: SHARE ROW EXCLUSIVE, scan -- every row is looked up in the referenced table
users_mail: ACCESS SHARE -- opened to plan the check
users_pkey: ACCESS SHARE -- opened to plan the check
)");
  EXPECT_EQ(
      EffectsText(kShop,
                  "ALTER TABLE users ADD CONSTRAINT k FOREIGN KEY (age) REFERENCES orgs NOT VALID"),
      R"(orgs: SHARE ROW EXCLUSIVE -- referenced by the new foreign key
users: SHARE ROW EXCLUSIVE
)");
}

// But the columns of a primary key are checked for NULL.
TEST(AddConstraintEffects, AnExistingIndexSavesTheReading) {
  constexpr const char* kSchema = R"(CREATE TABLE t (a int, b int NOT NULL);
CREATE UNIQUE INDEX t_a ON t (a);
CREATE UNIQUE INDEX t_b ON t (b);
)";
  EXPECT_EQ(EffectsText(kSchema, "ALTER TABLE t ADD CONSTRAINT k UNIQUE USING INDEX t_a"),
            R"(t: ACCESS EXCLUSIVE
t_a: SHARE UPDATE EXCLUSIVE -- becomes the constraint's index
)");
  EXPECT_EQ(EffectsText(kSchema, "ALTER TABLE t ADD CONSTRAINT k PRIMARY KEY USING INDEX t_a"),
            R"(t: ACCESS EXCLUSIVE, scan -- every row is checked for NULL
t_a: SHARE UPDATE EXCLUSIVE -- becomes the constraint's index
)");
  EXPECT_EQ(EffectsText(kSchema, "ALTER TABLE t ADD CONSTRAINT k PRIMARY KEY USING INDEX t_b"),
            R"(t: ACCESS EXCLUSIVE
t_b: SHARE UPDATE EXCLUSIVE -- becomes the constraint's index
)");
}

TEST(SetNotNullEffects, AValidatedCheckSavesTheReading) {
  EXPECT_EQ(ShortEffects(kNullable, "ALTER TABLE t ALTER a SET NOT NULL"), "t: ACCESS EXCLUSIVE");
  EXPECT_EQ(ShortEffects(kNullable, "ALTER TABLE t ALTER b SET NOT NULL"),
            "t: ACCESS EXCLUSIVE, scan");
  EXPECT_EQ(ShortEffects(kNullable, "ALTER TABLE t ALTER c SET NOT NULL"), "t: ACCESS EXCLUSIVE");
  EXPECT_EQ(ShortEffects(kNullable, "ALTER TABLE t ALTER d SET NOT NULL"),
            "t: ACCESS EXCLUSIVE, scan");
  EXPECT_EQ(ShortEffects(kNullable, "ALTER TABLE t ALTER a SET NOT NULL, DROP CONSTRAINT a_set"),
            "t: ACCESS EXCLUSIVE, scan");
}

TEST(ValidateConstraintEffects, ReadsUnderAWeakLock) {
  EXPECT_EQ(EffectsText(kNullable, "ALTER TABLE t VALIDATE CONSTRAINT b_set"),
            R"(t: SHARE UPDATE EXCLUSIVE, scan -- every row is checked against the constraint
)");
  EXPECT_EQ(ShortEffects(kNullable, "ALTER TABLE t VALIDATE CONSTRAINT a_set"),
            "t: SHARE UPDATE EXCLUSIVE");
  EXPECT_EQ(
      ShortEffects(kNullable,
                   "ALTER TABLE t ADD CONSTRAINT k CHECK (d > 0) NOT VALID, VALIDATE CONSTRAINT k"),
      "t: ACCESS EXCLUSIVE, scan");
}

TEST(DropConstraintEffects, LocksBothEndsOfAForeignKey) {
  EXPECT_EQ(EffectsText(kShop, "ALTER TABLE users DROP CONSTRAINT users_org_id_fkey"),
            R"(orgs: ACCESS EXCLUSIVE -- a foreign key is dropped
users: ACCESS EXCLUSIVE -- a foreign key is dropped
)");
  EXPECT_EQ(EffectsText(kShop, "ALTER TABLE orgs DROP CONSTRAINT orgs_pkey CASCADE"),
            R"(orgs: ACCESS EXCLUSIVE -- a foreign key is dropped
orgs_pkey: ACCESS EXCLUSIVE -- dropped with its constraint
users: ACCESS EXCLUSIVE -- a foreign key is dropped
)");
  EXPECT_EQ(ShortEffects(kShop, "ALTER TABLE users DROP CONSTRAINT adult"),
            "users: ACCESS EXCLUSIVE");
}

TEST(AlterTableEffects, TheStrongestLockAndAllTheWorkOfSeveralSubcommands) {
  EXPECT_EQ(ShortEffects(kShop,
                         "ALTER TABLE users ALTER mail SET STATISTICS 100, ADD CONSTRAINT k "
                         "FOREIGN KEY (age) REFERENCES orgs NOT VALID"),
            "orgs: SHARE ROW EXCLUSIVE; users: SHARE ROW EXCLUSIVE");
  EXPECT_EQ(
      EffectsText(kShop,
                  "ALTER TABLE orgs ADD COLUMN r float DEFAULT random(), ADD CHECK (id > 0)"),
      R"(orgs: ACCESS EXCLUSIVE, rewrite, scan, index build -- every row is written anew: the default is volatile
orgs_code_key: ACCESS EXCLUSIVE, rewrite, index build -- built anew with its table
orgs_pkey: ACCESS EXCLUSIVE, rewrite, index build -- built anew with its table
)");
}

}  // namespace
}  // namespace hoglint::testing
