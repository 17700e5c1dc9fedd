// What statements do to the relations of a small schema: ALTER COLUMN ... TYPE.
#include <gtest/gtest.h>

#include <string>

#include "tests/lint/locks/effects_text.h"

namespace hoglint::testing {
namespace {

constexpr const char* kIndexed = R"(CREATE TABLE p (code varchar(20) PRIMARY KEY);
CREATE TABLE t (v varchar(20) REFERENCES p, w varchar(20) CHECK (w <> ''), x text, ts timestamp);
CREATE INDEX t_v ON t (v);
CREATE INDEX t_x ON t (x);
CREATE INDEX t_lower ON t (lower(x));
CREATE INDEX t_part ON t (ts) WHERE x IS NOT NULL;
)";

constexpr const char* kTypes = R"(CREATE DOMAIN label AS text;
CREATE DOMAIN mail AS text CHECK (VALUE LIKE '%@%');
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TABLE t (
  i int, b bigint, v varchar(20), x text, c char(5), n numeric(10, 2), d date, m mood,
  ts timestamp, ts3 timestamp(3), tz timestamptz, iv interval, ip cidr, bits varbit(8),
  va varchar(20)[], j json, l label, e mail);
)";

TEST(TypeChangeEffects, WhatIsStoredAlikeIsNotWritten) {
  EXPECT_EQ(ShortEffects(kTypes, "ALTER TABLE t ALTER v TYPE varchar(40)"), "t: ACCESS EXCLUSIVE");
  EXPECT_EQ(ShortEffects(kTypes, "ALTER TABLE t ALTER v TYPE varchar"), "t: ACCESS EXCLUSIVE");
  EXPECT_EQ(ShortEffects(kTypes, "ALTER TABLE t ALTER v TYPE text"), "t: ACCESS EXCLUSIVE");
  EXPECT_EQ(ShortEffects(kTypes, "ALTER TABLE t ALTER x TYPE varchar"), "t: ACCESS EXCLUSIVE");
  EXPECT_EQ(ShortEffects(kTypes, "ALTER TABLE t ALTER x TYPE label"), "t: ACCESS EXCLUSIVE");
  EXPECT_EQ(ShortEffects(kTypes, "ALTER TABLE t ALTER l TYPE text"), "t: ACCESS EXCLUSIVE");
  EXPECT_EQ(ShortEffects(kTypes, "ALTER TABLE t ALTER n TYPE numeric(12, 2)"),
            "t: ACCESS EXCLUSIVE");
  EXPECT_EQ(ShortEffects(kTypes, "ALTER TABLE t ALTER n TYPE numeric"), "t: ACCESS EXCLUSIVE");
  EXPECT_EQ(ShortEffects(kTypes, "ALTER TABLE t ALTER ts3 TYPE timestamp"), "t: ACCESS EXCLUSIVE");
  EXPECT_EQ(ShortEffects(kTypes, "ALTER TABLE t ALTER ts TYPE timestamptz"), "t: ACCESS EXCLUSIVE");
  EXPECT_EQ(ShortEffects(kTypes, "ALTER TABLE t ALTER iv TYPE interval(6)"), "t: ACCESS EXCLUSIVE");
  EXPECT_EQ(ShortEffects(kTypes, "ALTER TABLE t ALTER ip TYPE inet"), "t: ACCESS EXCLUSIVE");
  EXPECT_EQ(ShortEffects(kTypes, "ALTER TABLE t ALTER bits TYPE varbit(16)"),
            "t: ACCESS EXCLUSIVE");
  EXPECT_EQ(ShortEffects(kTypes, "ALTER TABLE t ALTER e TYPE text"), "t: ACCESS EXCLUSIVE");
  EXPECT_EQ(ShortEffects(kTypes, "ALTER TABLE t ALTER i TYPE int"), "t: ACCESS EXCLUSIVE");
}

TEST(TypeChangeEffects, EverythingElseIs) {
  EXPECT_EQ(ShortEffects(kTypes, "ALTER TABLE t ALTER v TYPE varchar(10)"),
            "t: ACCESS EXCLUSIVE, rewrite, scan");
  EXPECT_EQ(ShortEffects(kTypes, "ALTER TABLE t ALTER x TYPE varchar(10)"),
            "t: ACCESS EXCLUSIVE, rewrite, scan");
  EXPECT_EQ(ShortEffects(kTypes, "ALTER TABLE t ALTER x TYPE mail"),
            "t: ACCESS EXCLUSIVE, rewrite, scan");
  EXPECT_EQ(ShortEffects(kTypes, "ALTER TABLE t ALTER c TYPE text"),
            "t: ACCESS EXCLUSIVE, rewrite, scan");
  EXPECT_EQ(ShortEffects(kTypes, "ALTER TABLE t ALTER c TYPE char(8)"),
            "t: ACCESS EXCLUSIVE, rewrite, scan");
  EXPECT_EQ(ShortEffects(kTypes, "ALTER TABLE t ALTER n TYPE numeric(12, 3)"),
            "t: ACCESS EXCLUSIVE, rewrite, scan");
  EXPECT_EQ(ShortEffects(kTypes, "ALTER TABLE t ALTER n TYPE numeric(8, 2)"),
            "t: ACCESS EXCLUSIVE, rewrite, scan");
  EXPECT_EQ(ShortEffects(kTypes, "ALTER TABLE t ALTER i TYPE bigint"),
            "t: ACCESS EXCLUSIVE, rewrite, scan");
  EXPECT_EQ(ShortEffects(kTypes, "ALTER TABLE t ALTER b TYPE int"),
            "t: ACCESS EXCLUSIVE, rewrite, scan");
  EXPECT_EQ(ShortEffects(kTypes, "ALTER TABLE t ALTER ts TYPE timestamp(3)"),
            "t: ACCESS EXCLUSIVE, rewrite, scan");
  EXPECT_EQ(ShortEffects(kTypes, "ALTER TABLE t ALTER ts3 TYPE timestamptz(3)"),
            "t: ACCESS EXCLUSIVE, rewrite, scan");
  EXPECT_EQ(ShortEffects(kTypes, "ALTER TABLE t ALTER d TYPE timestamp"),
            "t: ACCESS EXCLUSIVE, rewrite, scan");
  EXPECT_EQ(ShortEffects(kTypes, "ALTER TABLE t ALTER m TYPE text"),
            "t: ACCESS EXCLUSIVE, rewrite, scan");
  EXPECT_EQ(ShortEffects(kTypes, "ALTER TABLE t ALTER j TYPE jsonb"),
            "t: ACCESS EXCLUSIVE, rewrite, scan");
  EXPECT_EQ(ShortEffects(kTypes, "ALTER TABLE t ALTER va TYPE varchar(40)[]"),
            "t: ACCESS EXCLUSIVE, rewrite, scan");
  EXPECT_EQ(ShortEffects(kTypes, "ALTER TABLE t ALTER va TYPE text[]"),
            "t: ACCESS EXCLUSIVE, rewrite, scan");
}

TEST(TypeChangeEffects, UsingTheColumnItselfChangesNothing) {
  EXPECT_EQ(ShortEffects(kTypes, "ALTER TABLE t ALTER v TYPE text USING v"), "t: ACCESS EXCLUSIVE");
  EXPECT_EQ(ShortEffects(kTypes, "ALTER TABLE t ALTER v TYPE text USING v::text"),
            "t: ACCESS EXCLUSIVE");
  EXPECT_EQ(ShortEffects(kTypes, "ALTER TABLE t ALTER v TYPE text USING v::varchar(5)"),
            "t: ACCESS EXCLUSIVE, rewrite, scan");
  EXPECT_EQ(ShortEffects(kTypes, "ALTER TABLE t ALTER v TYPE text USING lower(v)"),
            "t: ACCESS EXCLUSIVE, rewrite, scan");
  EXPECT_EQ(ShortEffects(kTypes, "ALTER TABLE t ALTER x TYPE mood USING x::mood"),
            "t: ACCESS EXCLUSIVE, rewrite, scan");
}

TEST(TypeChangeEffects, CastsAreFollowedOneByOne) {
  for (const std::string free :
       {"v TYPE varchar USING v::text::varchar", "v TYPE varchar(40) USING (t.v)::varchar(30)",
        "v TYPE text USING CAST(CAST(v AS character varying) AS text)",
        "v TYPE text USING (v::pg_catalog.\"text\") COLLATE \"C\"",
        "i TYPE oid USING i::integer::oid",
        "ts TYPE timestamptz USING ts::timestamp without time "
        "zone::timestamptz",
        "m TYPE mood USING m::mood"}) {
    EXPECT_EQ(ShortEffects(kTypes, "ALTER TABLE t ALTER " + free), "t: ACCESS EXCLUSIVE") << free;
  }
  for (const std::string rewritten :
       {"m TYPE mood USING m::text::mood", "m TYPE text USING CAST(m AS character varying)",
        "v TYPE varchar(20) USING v::text::varchar(20)", "x TYPE label USING x::char::label",
        "i TYPE int USING CASE WHEN i > 0 THEN 1 END", "x TYPE text[] USING ARRAY[x]",
        "x TYPE text USING (SELECT x)", "ts TYPE timestamptz USING ts AT TIME ZONE 'UTC'",
        "x TYPE text USING v", "x TYPE mail USING x::text::mail"}) {
    EXPECT_EQ(ShortEffects(kTypes, "ALTER TABLE t ALTER " + rewritten),
              "t: ACCESS EXCLUSIVE, rewrite, scan")
        << rewritten;
  }
  // A type that cannot be read, on the way from a type to one that is stored alike.
  EXPECT_EQ(ShortEffects(kTypes,
                         "ALTER TABLE t ALTER va TYPE varchar(20)[] USING "
                         "va::text[]::varchar(20)[]"),
            "t: ACCESS EXCLUSIVE, rewrite, scan, assumed");
}

TEST(TypeChangeEffects, TheSessionsTimeZoneDecides) {
  EXPECT_EQ(ShortEffects(kTypes, "ALTER TABLE t ALTER ts TYPE timestamptz", {17, false}),
            "t: ACCESS EXCLUSIVE, rewrite, scan");
}

TEST(TypeChangeEffects, IndexesStayWhenOperatorsAndCollationDo) {
  EXPECT_EQ(
      EffectsText(kIndexed, "ALTER TABLE t ALTER x TYPE varchar"),
      R"(t: ACCESS EXCLUSIVE, scan, index build -- every row is read to build indexes over the column anew
t_lower: ACCESS EXCLUSIVE, rewrite, index build -- built anew: its column changes its type
t_part: ACCESS EXCLUSIVE, rewrite, index build -- built anew: its column changes its type
t_x: ACCESS EXCLUSIVE -- its column changes its type
)");
  EXPECT_EQ(
      EffectsText(kIndexed, R"(ALTER TABLE t ALTER x TYPE text COLLATE "C")"),
      R"(t: ACCESS EXCLUSIVE, scan, index build -- every row is read to build indexes over the column anew
t_lower: ACCESS EXCLUSIVE, rewrite, index build -- built anew: its column changes its type
t_part: ACCESS EXCLUSIVE, rewrite, index build -- built anew: its column changes its type
t_x: ACCESS EXCLUSIVE, rewrite, index build -- built anew: its column changes its type
)");
  EXPECT_EQ(
      EffectsText(kIndexed, "ALTER TABLE t ALTER ts TYPE timestamptz"),
      R"(t: ACCESS EXCLUSIVE, scan, index build -- every row is read to build indexes over the column anew
t_part: ACCESS EXCLUSIVE, rewrite, index build -- built anew: its column changes its type
)");
}

// A CHECK is checked again; a foreign key only if values or operators change.
TEST(TypeChangeEffects, ConstraintsAreMadeAgain) {
  EXPECT_EQ(EffectsText(kIndexed, "ALTER TABLE t ALTER w TYPE text"),
            R"(t: ACCESS EXCLUSIVE, scan -- every row is checked against t_w_check again
)");
  EXPECT_EQ(EffectsText(kIndexed, "ALTER TABLE t ALTER v TYPE text"),
            R"(p: ACCESS EXCLUSIVE -- its foreign key is made again
t: ACCESS EXCLUSIVE -- its foreign key is made again
t_v: ACCESS EXCLUSIVE -- its column changes its type
)");
  EXPECT_EQ(
      EffectsText(kIndexed, "ALTER TABLE p ALTER code TYPE varchar(10)"),
      R"(p: ACCESS EXCLUSIVE, rewrite, scan, index build -- every row is written anew: character varying(20) is not stored as character varying(10)
p_pkey: ACCESS EXCLUSIVE, rewrite, index build -- built anew with its table; built anew: its column changes its type
t: ACCESS EXCLUSIVE, scan -- every row is looked up again by t_v_fkey
t_lower: ACCESS SHARE -- opened to plan the check
t_part: ACCESS SHARE -- opened to plan the check
t_v: ACCESS SHARE -- opened to plan the check
t_x: ACCESS SHARE -- opened to plan the check
)");
}

}  // namespace
}  // namespace hoglint::testing
