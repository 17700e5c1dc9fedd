// What statements do to the relations of a small schema: All other statements, and what is not
// known.
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

constexpr const char* kTypes = R"(CREATE DOMAIN label AS text;
CREATE DOMAIN mail AS text CHECK (VALUE LIKE '%@%');
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TABLE t (
  i int, b bigint, v varchar(20), x text, c char(5), n numeric(10, 2), d date, m mood,
  ts timestamp, ts3 timestamp(3), tz timestamptz, iv interval, ip cidr, bits varbit(8),
  va varchar(20)[], j json, l label, e mail);
)";

TEST(CreateTableEffects, LocksWhatItNames) {
  EXPECT_EQ(EffectsText(kShop, "CREATE TABLE n (o bigint REFERENCES orgs)"),
            R"(orgs: SHARE ROW EXCLUSIVE -- referenced by the new foreign key
)");
  EXPECT_EQ(EffectsText(kShop, "CREATE TABLE n (LIKE users INCLUDING ALL)"),
            R"(users: ACCESS SHARE -- its columns are copied
)");
  EXPECT_EQ(EffectsText(kShop, "CREATE TABLE n AS SELECT * FROM orgs"),
            R"(orgs: ACCESS SHARE, perhaps scan -- read by the query
orgs_code_key: ACCESS SHARE -- opened to plan the query
orgs_pkey: ACCESS SHARE -- opened to plan the query
)");
  EXPECT_EQ(ShortEffects(kShop, "CREATE TABLE n AS SELECT * FROM orgs WITH NO DATA"),
            "orgs: ACCESS SHARE");
  EXPECT_EQ(EffectsText(kShop, "CREATE VIEW n AS SELECT * FROM adults"),
            R"(adults: ACCESS SHARE -- named by the query
)");
}

TEST(QueriesEffects, LockIndexesAndWhatViewsRead) {
  EXPECT_EQ(EffectsText(kShop, "SELECT * FROM adults"),
            R"(adults: ACCESS SHARE -- read by the query
users: ACCESS SHARE, perhaps scan -- read by the query
users_mail: ACCESS SHARE -- opened to plan the query
users_pkey: ACCESS SHARE -- opened to plan the query
)");
  EXPECT_EQ(ShortEffects(kShop, "SELECT * FROM orgs FOR UPDATE"),
            "orgs: ROW SHARE, perhaps scan; orgs_code_key: ROW SHARE; orgs_pkey: ROW SHARE");
  EXPECT_EQ(ShortEffects(kShop, "SELECT nextval('users_id_seq')"), "users_id_seq: ROW EXCLUSIVE");
}

TEST(WritesEffects, LookReferencedKeysUp) {
  EXPECT_EQ(EffectsText(kShop, "INSERT INTO users (org_id) VALUES (1)"),
            R"(orgs: ROW SHARE -- its keys are locked for the foreign key
orgs_code_key: ROW SHARE -- opened to look keys up
orgs_pkey: ROW SHARE -- opened to look keys up
users: ROW EXCLUSIVE
users_id_seq: ROW EXCLUSIVE -- numbers the new rows
)");
  EXPECT_EQ(ShortEffects(kShop, "INSERT INTO users (mail) VALUES ('x')"),
            "users: ROW EXCLUSIVE; users_id_seq: ROW EXCLUSIVE");
  EXPECT_EQ(EffectsText(kShop, "UPDATE orgs SET code = 'x'"),
            R"(orgs: ROW EXCLUSIVE, perhaps scan -- every row is changed
orgs_code_key: ROW EXCLUSIVE -- opened to plan the query
orgs_pkey: ROW EXCLUSIVE -- opened to plan the query
)");
  EXPECT_EQ(ShortEffects(kShop, "UPDATE orgs SET code = 'x' WHERE false"),
            "orgs: ROW EXCLUSIVE; orgs_code_key: ROW EXCLUSIVE; orgs_pkey: ROW EXCLUSIVE");
  EXPECT_EQ(EffectsText(kShop, "DELETE FROM orgs"),
            R"(orgs: ROW EXCLUSIVE, perhaps scan -- every row is deleted
orgs_code_key: ROW EXCLUSIVE -- opened to plan the query
orgs_pkey: ROW EXCLUSIVE -- opened to plan the query
users: ROW SHARE, assumed -- its rows refer to those that change
users_mail: ROW SHARE, assumed -- opened to plan the query
users_pkey: ROW SHARE, assumed -- opened to plan the query
)");
}

TEST(SmallStatementsEffects, TakeTheirOwnLocks) {
  EXPECT_EQ(ShortEffects(
                kShop, "CREATE TRIGGER x BEFORE INSERT ON users FOR EACH ROW EXECUTE FUNCTION f()"),
            "users: SHARE ROW EXCLUSIVE");
  EXPECT_EQ(ShortEffects(kShop, "DROP TRIGGER IF EXISTS x ON users"), "");
  EXPECT_EQ(ShortEffects(kShop, "CREATE POLICY p ON users USING (true)"),
            "users: ACCESS EXCLUSIVE");
  EXPECT_EQ(ShortEffects(kShop, "COMMENT ON TABLE users IS 'x'"), "users: SHARE UPDATE EXCLUSIVE");
  EXPECT_EQ(ShortEffects(kShop, "COMMENT ON COLUMN users.age IS 'x'"),
            "users: SHARE UPDATE EXCLUSIVE");
  EXPECT_EQ(ShortEffects(kShop, "GRANT SELECT ON users TO PUBLIC"), "");
  EXPECT_EQ(ShortEffects(kShop, "GRANT SELECT ON users TO PUBLIC", {18, true}),
            "users: ACCESS SHARE");
  EXPECT_EQ(ShortEffects(kShop, "LOCK TABLE adults IN SHARE MODE"), "adults: SHARE; users: SHARE");
  EXPECT_EQ(ShortEffects(kShop, "ALTER TABLE users RENAME COLUMN age TO years"),
            "users: ACCESS EXCLUSIVE");
  EXPECT_EQ(ShortEffects(kShop, "ALTER TABLE users SET SCHEMA other"),
            "users: ACCESS EXCLUSIVE; users_id_seq: ACCESS EXCLUSIVE");
  EXPECT_EQ(ShortEffects(kShop, "ALTER SEQUENCE users_id_seq RESTART"),
            "users_id_seq: SHARE ROW EXCLUSIVE, rewrite");
  EXPECT_EQ(ShortEffects(kShop, "CREATE STATISTICS st ON id, age FROM users"),
            "users: SHARE UPDATE EXCLUSIVE");
  EXPECT_EQ(ShortEffects(kShop, "CREATE TYPE e AS ENUM ('a')"), "");
  EXPECT_EQ(ShortEffects(kShop, "SET lock_timeout = '2s'"), "");
}

TEST(DomainsEffects, AreCheckedInEveryTable) {
  EXPECT_EQ(EffectsText(kTypes, "ALTER DOMAIN label ADD CHECK (VALUE <> '')"),
            R"(t: SHARE, scan -- every row is checked against the domain
)");
  EXPECT_EQ(ShortEffects(kTypes, "ALTER DOMAIN label ADD CHECK (VALUE <> '') NOT VALID"), "");
  EXPECT_EQ(ShortEffects(kTypes, "ALTER DOMAIN label SET NOT NULL"), "t: SHARE, scan");
  EXPECT_EQ(ShortEffects(kTypes, "ALTER DOMAIN label DROP NOT NULL"), "");
}

TEST(UnknownEffects, ATableOfNoFileIsTakenForOneWithRows) {
  EXPECT_EQ(EffectsText(kShop, "ALTER TABLE legacy ADD COLUMN a int"),
            R"(legacy: ACCESS EXCLUSIVE -- no file of this history creates it
)");
  EXPECT_EQ(EffectsText(kShop, "CREATE TABLE n (o int REFERENCES legacy)"),
            R"(legacy: SHARE ROW EXCLUSIVE -- referenced by the new foreign key
)");
  EXPECT_EQ(ShortEffects(kShop, "DROP TABLE IF EXISTS legacy"), "");
  EXPECT_EQ(
      EffectsText(kShop, "ALTER TABLE legacy ALTER COLUMN a TYPE bigint"),
      R"(legacy: ACCESS EXCLUSIVE, rewrite, scan, assumed -- every row is written anew unless the old type is stored alike
)");
  EXPECT_EQ(EffectsText(kShop, "ALTER TABLE legacy ALTER COLUMN a SET NOT NULL"),
            R"(legacy: ACCESS EXCLUSIVE, scan, assumed -- every row is checked for NULL
)");
  EXPECT_EQ(ShortEffects(kShop, "CREATE INDEX i ON legacy (a)"),
            "legacy: SHARE, scan, index build");
}

TEST(UnknownEffects, WhatIsNotFollowedIsSaid) {
  EXPECT_EQ(EffectsText(kShop, "CREATE EXTENSION hstore"),
            R"(not modelled: the script of an extension can do anything
)");
  EXPECT_EQ(EffectsText(kShop, "DROP OWNED BY someone"),
            R"(not modelled: what the role owns is not in the files
)");
  EXPECT_EQ(EffectsText(kShop, "DO $$ BEGIN EXECUTE 'DROP TABLE ' || 'users'; END $$"),
            R"(not modelled: the SQL is only known when it runs
)");
  EXPECT_EQ(EffectsText(kShop, "CREATE RULE r AS ON DELETE TO orgs DO ALSO NOTHING"),
            R"(orgs: ACCESS EXCLUSIVE
not modelled: the tables that the rule's actions name are locked
)");
}

}  // namespace
}  // namespace hoglint::testing
