#include "lint/journal/compare.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "lint/schema/apply.h"
#include "lint/sql/parse.h"

namespace hoglint {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Catalogue FoldOf(std::string sql) {
  const SourceFile file(FileId{1}, "x.sql", std::move(sql));
  Catalogue catalogue;
  for (const Statement& statement : Parse(file, {}).statements) {
    static_cast<void>(Apply(catalogue, statement, BatchId{0}));
  }
  return catalogue;
}

// A v7 snapshot with one table t: `columns` and `rest` are JSON members.
Snapshot V7(std::string_view columns, std::string_view rest = "", std::string_view tail = "") {
  const SourceFile file(
      FileId{0}, "snapshot.json",
      fmt::format(R"({{"id":"a","prevId":"b","version":"7","dialect":"postgresql","tables":{{
        "public.t":{{"name":"t","schema":"","columns":{{{}}}{}}}}}{}}})",
                  columns, rest, tail));
  Snapshot snapshot = ReadSnapshot(file);
  EXPECT_THAT(snapshot.problems, IsEmpty());
  EXPECT_TRUE(snapshot.schema.has_value());
  return snapshot;
}

std::string Column(std::string_view name, std::string_view type, std::string_view rest = "") {
  return fmt::format(R"("{0}":{{"name":"{0}","type":"{1}","notNull":false{2}}})", name, type, rest);
}

std::vector<std::string> Compare(std::string sql, const Snapshot& snapshot) {
  std::vector<std::string> lines;
  for (const Difference& difference :
       CompareWithSnapshot(FoldOf(std::move(sql)), *snapshot.schema)) {
    lines.push_back(Describe(difference));
  }
  return lines;
}

constexpr std::string_view kId =
    R"("id":{"name":"id","type":"serial","primaryKey":true,"notNull":true})";

TEST(CompareWithSnapshot, ARenamedTableKeepsItsKeysAndSequencesNames) {
  EXPECT_THAT(
      Compare("CREATE TABLE old (id serial PRIMARY KEY); ALTER TABLE old RENAME TO t;", V7(kId)),
      IsEmpty());
}

TEST(CompareWithSnapshot, APrimaryKeyOnOneSideOnly) {
  EXPECT_THAT(Compare("CREATE TABLE t (id serial NOT NULL);", V7(kId)),
              ElementsAre("constraint t_pkey of t: the snapshot has PRIMARY KEY (id), the SQL does "
                          "not make it"));
  EXPECT_THAT(
      Compare("CREATE TABLE t (id serial NOT NULL, b int PRIMARY KEY);",
              V7(std::string(kId) + "," + R"("b":{"name":"b","type":"integer","notNull":true})")),
      ElementsAre("constraint t_pkey of t: the snapshot has PRIMARY KEY (id), the SQL makes "
                  "PRIMARY KEY (b)"));
}

TEST(CompareWithSnapshot, SpellingsOfTypesAndDefaults) {
  const Snapshot snapshot =
      V7(Column("a", "numeric(10, 2)", R"(,"default":"'1.5'")") + "," +
         Column("b", "varchar(20)", R"(,"default":"'x'")") + "," +
         Column("c", "timestamp (3) with time zone", R"x(,"default":"now()")x") + "," +
         Column("d", "boolean", R"(,"default":false)") + "," + Column("e", "char(3)[]") + "," +
         Column("f", "jsonb", R"(,"default":"'{}'::jsonb")") + "," +
         Column("g", "integer", R"(,"default":-1)"));
  EXPECT_THAT(
      Compare("CREATE TABLE t (a decimal(10,2) DEFAULT 1.5, b character varying(20) DEFAULT "
              "'x'::varchar, c timestamptz(3) DEFAULT CURRENT_TIMESTAMP, d bool DEFAULT "
              "false, e bpchar(3)[], f jsonb DEFAULT '{}', g int4 DEFAULT '-1'::integer);",
              snapshot),
      IsEmpty());
  EXPECT_THAT(
      Compare("CREATE TABLE t (a numeric(10,3) DEFAULT 1.5, b varchar(20), c timestamptz(3) "
              "DEFAULT now(), d bool DEFAULT true, e char(3)[], f jsonb DEFAULT '{}', "
              "g int4 NOT NULL DEFAULT -1);",
              snapshot),
      ElementsAre("type of column a of t: the snapshot has numeric(10,2), the SQL makes "
                  "numeric(10,3)",
                  "nullability of column g of t: the snapshot has null, the SQL makes not null",
                  "default of column b of t: the snapshot has 'x', the SQL makes none",
                  "default of column d of t: the snapshot has false, the SQL makes true"));
}

TEST(CompareWithSnapshot, TheOwnTablesNameBeforeAColumnSaysNothing) {
  const Snapshot snapshot = V7(
      Column("a", "integer"),
      R"(,"indexes":{"i":{"name":"i","columns":[{"expression":"a","isExpression":false,"asc":true,
           "nulls":"last"}],"isUnique":false,"method":"btree",
           "where":"\"t\".\"a\" > 1 and \"t\".\"a\"::text <> 't.a'"}},
         "checkConstraints":{"c":{"name":"c","value":"\"t\".\"a\" > 0"}})");
  EXPECT_THAT(Compare("CREATE TABLE t (a int CONSTRAINT c CHECK (a > 0)); CREATE INDEX i ON t (a) "
                      "WHERE a > 1 AND a::text <> 't.a';",
                      snapshot),
              IsEmpty());
  EXPECT_EQ(Compare("CREATE TABLE t (a int CONSTRAINT c CHECK (a > 5)); CREATE INDEX i ON t (a) "
                    "WHERE a > 1 AND a::text <> 'a';",
                    snapshot)
                .size(),
            2U);
}

TEST(CompareWithSnapshot, WhatTheFormatDoesNotHaveIsNotMissed) {
  const std::string sql =
      "CREATE TABLE t (a int CONSTRAINT c CHECK (a > 0)); CREATE VIEW v AS SELECT a FROM t; CREATE "
      "SEQUENCE s; CREATE POLICY p ON t; ALTER TABLE t ENABLE ROW LEVEL SECURITY;";
  EXPECT_THAT(Compare(sql, V7(Column("a", "integer"))), IsEmpty());
  const Snapshot full = V7(Column("a", "integer"), R"(,"checkConstraints":{},"policies":{})",
                           R"(,"views":{},"sequences":{},"policies":{})");
  EXPECT_THAT(
      Compare(sql, full),
      ElementsAre(
          "view v: the SQL makes it, the snapshot does not have it",
          "constraint c of t: the SQL makes CHECK (a > 0), the snapshot does not have it",
          "sequence s: the SQL makes it, the snapshot does not have it",
          "policy p of t: the SQL makes permissive for all, the snapshot does not have it",
          "row security of table t: the snapshot has it disabled, the SQL makes it enabled"));
}

TEST(CompareWithSnapshot, NotValidIsNotTheSnapshotsBusiness) {
  EXPECT_THAT(
      Compare(
          "CREATE TABLE t (a int); ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT VALID;",
          V7(Column("a", "integer"), R"(,"checkConstraints":{"c":{"name":"c","value":"a > 0"}})")),
      IsEmpty());
}

// A schema is taken to be there when a statement names a table in it.
TEST(CompareWithSnapshot, NamingATableMakesNoSchema) {
  const Snapshot snapshot = V7(Column("a", "integer"));
  const std::string table = "CREATE TABLE t (a int); ";
  EXPECT_THAT(Compare(table + "DELETE FROM drizzle.__drizzle_migrations WHERE id = 1;", snapshot),
              IsEmpty());
  EXPECT_THAT(Compare(table + "CREATE SCHEMA app;", snapshot),
              ElementsAre("schema app: the SQL makes it, the snapshot does not have it"));
}

TEST(CompareWithSnapshot, AForeignKeyMayNeedAUniqueIndex) {
  EXPECT_THAT(
      Compare(
          "CREATE TABLE t (a int); CREATE UNIQUE INDEX u ON t (a); ALTER TABLE t ADD CONSTRAINT f "
          "FOREIGN KEY (a) REFERENCES t (a);",
          V7(Column("a", "integer"),
             R"(,"indexes":{"u":{"name":"u","columns":[{"expression":"a","isExpression":false,
                      "asc":true,"nulls":"last"}],"isUnique":true,"method":"btree"}},
                    "foreignKeys":{"f":{"name":"f","columnsFrom":["a"],"tableTo":"t","columnsTo":["a"],
                      "onDelete":"no action","onUpdate":"no action"}})")),
      IsEmpty());
}

Difference Changed(std::string name, std::string part, std::string expected, std::string actual) {
  return {DifferenceKind::kChanged, DifferenceObject::kColumnType, {"public", std::move(name)},
          std::move(part),          std::move(expected),           std::move(actual)};
}

TEST(NewDifferences, OnlyWhatTheMigrationIntroduces) {
  const Difference a = Changed("t", "a", "integer", "bigint");
  const Difference b = Changed("t", "b", "text", "integer");
  EXPECT_THAT(NewDifferences({}, {a}), ElementsAre(a));
  EXPECT_THAT(NewDifferences({a}, {a, b}), ElementsAre(b));
  EXPECT_THAT(NewDifferences({a, b}, {a}), IsEmpty());
  EXPECT_THAT(NewDifferences({}, {}), IsEmpty());
}

TEST(NewDifferences, ChangingBothSidesAlikeIsNoNewOne) {
  const Difference before = Changed("mood", "", "sad, ok", "ok, sad");
  EXPECT_THAT(NewDifferences({before}, {Changed("mood", "", "sad, ok, meh", "ok, sad, meh")}),
              IsEmpty());
  const Difference one_side = Changed("mood", "", "sad, ok", "ok, sad, meh");
  EXPECT_THAT(NewDifferences({before}, {one_side}), ElementsAre(one_side));
}

TEST(NewDifferences, ARenameIsNoNewOne) {
  EXPECT_THAT(NewDifferences({Changed("t", "a", "integer", "bigint")},
                             {Changed("u", "b", "integer", "bigint")}),
              IsEmpty());
  EXPECT_EQ(NewDifferences(
                {Changed("t", "a", "integer", "bigint")},
                {Changed("u", "b", "integer", "bigint"), Changed("u", "c", "integer", "bigint")})
                .size(),
            1U);
}

}  // namespace
}  // namespace hoglint
