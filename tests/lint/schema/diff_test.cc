// Drift between two catalogues, and the spellings that are none.
#include "lint/schema/diff.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "lint/schema/diff_text.h"
#include "tests/support/catalogue_after.h"

namespace hoglint::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> DiffOf(const std::string& expected, const std::string& actual,
                                const DiffOptions& options = {}) {
  std::vector<std::string> lines;
  for (const Difference& difference :
       Diff(CatalogueAfter(expected), CatalogueAfter(actual), options)) {
    constexpr std::string_view kSigns = "-+~";
    std::string line(1, kSigns[static_cast<std::size_t>(difference.kind)]);
    line += DisplayName(difference.relation);
    if (!difference.part.empty()) line += "." + difference.part;
    lines.push_back(line + ": " + difference.expected + " | " + difference.actual);
  }
  return lines;
}

TEST(Diff, OfEqualCataloguesIsEmpty) {
  const std::string sql = R"(
      CREATE TYPE mood AS ENUM ('sad', 'ok');
      CREATE TABLE t (id serial PRIMARY KEY, m mood DEFAULT 'ok', UNIQUE (m), CHECK (id > 0));
      CREATE INDEX ON t (lower(id::text)) WHERE id > 1;
      CREATE VIEW v AS SELECT id FROM t;)";
  EXPECT_THAT(DiffOf(sql, sql), IsEmpty());
}

TEST(Diff, NamesEveryDifference) {
  EXPECT_THAT(DiffOf(R"(
      CREATE TYPE mood AS ENUM ('sad', 'ok');
      CREATE TABLE gone (a int);
      CREATE TABLE t (a int NOT NULL DEFAULT 1, b text, d int);
      CREATE INDEX i ON t (a);)",
                     R"(
      CREATE TYPE mood AS ENUM ('ok', 'sad');
      CREATE TABLE t (a bigint DEFAULT 2, b text, c int, d int);
      CREATE INDEX i ON t (b);
      CREATE UNIQUE INDEX j ON t (a);)"),
              ElementsAre("-gone: gone | ", "+t.c:  | integer", "+t.j:  | UNIQUE btree (a)",
                          "~t.a: integer | bigint", "~t.a: not null | null", "~t.a: 1 | 2",
                          "~t.i: btree (a) | btree (b)", "~mood: sad, ok | ok, sad"));
}

TEST(Diff, SeesWhatAForeignKeyDoesAndWhetherItIsValid) {
  const std::string tables = "CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE b (a_id int);";
  const std::string key = "ALTER TABLE b ADD CONSTRAINT k FOREIGN KEY (a_id) REFERENCES a";
  EXPECT_THAT(DiffOf(tables + key, tables + key + " ON DELETE CASCADE NOT VALID"),
              ElementsAre("~b.k: FOREIGN KEY (a_id) REFERENCES public.a (id) | "
                          "FOREIGN KEY (a_id) REFERENCES public.a (id) ON DELETE CASCADE",
                          "~b.k: validated | not valid"));
}

TEST(Diff, SeesWhenAForeignKeyIsCheckedAndWhatItSets) {
  const std::string tables =
      "CREATE TABLE a (x int, y int, PRIMARY KEY (x, y)); CREATE TABLE b (x int, y int);"
      "ALTER TABLE b ADD CONSTRAINT k FOREIGN KEY (x, y) REFERENCES a ON DELETE SET NULL";
  const std::string text = "FOREIGN KEY (x, y) REFERENCES public.a (x, y) ON DELETE SET NULL";
  const std::string other = tables + " (y) INITIALLY DEFERRED";
  EXPECT_THAT(DiffOf(tables, other),
              ElementsAre("~b.k: " + text + " | " + text + " (y) DEFERRABLE INITIALLY DEFERRED"));
  EXPECT_THAT(DiffOf(tables, other, {.constraint_details = false}), IsEmpty());
}

TEST(Diff, SeesThatAConstraintDoesNotHoldEverywhere) {
  EXPECT_THAT(DiffOf("CREATE TABLE t (a int, CONSTRAINT k CHECK (a > 0))",
                     "CREATE TABLE t (a int, CONSTRAINT k CHECK (a > 0) NO INHERIT)"),
              ElementsAre("~t.k: CHECK (a > 0) | CHECK (a > 0) NO INHERIT"));
}

TEST(Diff, DoesNotCompareWhatIsAssumed) {
  const Catalogue assumed = ApplySql("ALTER TABLE t ADD COLUMN x int").catalogue;
  EXPECT_THAT(Diff(assumed, CatalogueAfter("CREATE TABLE t (a int)"), {}), IsEmpty());
}

TEST(NormalisedDefault, MakesEqualWhatPostgresPrints) {
  const auto equal = [](const char* written, const char* printed) {
    EXPECT_EQ(NormalisedDefault(written), NormalisedDefault(printed));
  };
  equal("'x'", "'x'::text");
  equal("'x'", "'x'::character varying");
  equal("'{}'", "'{}'::text[]");
  equal("'0'", "'0'::numeric");
  equal("0", "'0'::numeric");
  equal("-1", "'-1'::integer");
  equal("CURRENT_TIMESTAMP", "now()");
  equal("(1 + 2)", "1 + 2");
  equal("'{\"b\": 1, \"a\": [ ]}'::jsonb", "'{\"a\": [], \"b\": 1}'::jsonb");
  equal("now() AT TIME ZONE 'utc'", "(now() AT TIME ZONE 'utc'::text)");
  equal("FALSE", "false");
  equal("B'0101'", "'0101'::\"bit\"");
  EXPECT_NE(NormalisedDefault("'a'"), NormalisedDefault("'A'"));
}

TEST(NormalisedDefault, MakesEqualWhatChecksBecome) {
  const auto equal = [](const char* written, const char* printed) {
    EXPECT_EQ(NormalisedDefault(written), NormalisedDefault(printed));
  };
  equal("a IN ('x', 'y')", "(a = ANY (ARRAY['x'::text, 'y'::text]))");
  equal("a IN ('x')", "((a)::text = ANY ((ARRAY['x'::character varying])::text[]))");
  equal("a NOT IN (1, 2)", "(a <> ALL (ARRAY[1, 2]))");
  equal("a BETWEEN 1 AND 5", "((a >= 1) AND (a <= 5))");
  equal("a != 'x' AND b LIKE 'y%'", "((a <> 'x'::text) AND (b ~~ 'y%'::text))");
}

TEST(NormalisedType, DropsTheBlanksOfSnapshots) {
  EXPECT_EQ(NormalisedType("numeric(10, 2)"), "numeric(10,2)");
  EXPECT_EQ(NormalisedType("timestamp (3) with time zone"), "timestamp(3) with time zone");
  EXPECT_EQ(NormalisedType("app.\"Weird (x, y)\""), "app.\"Weird (x, y)\"");
}

}  // namespace
}  // namespace hoglint::testing
