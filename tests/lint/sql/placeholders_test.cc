#include "lint/sql/placeholders.h"

#include <gtest/gtest.h>

#include <string>

namespace hoglint::testing {
namespace {

std::string Named(std::string text) {
  sql::NamePlaceholders(text);
  return text;
}

TEST(Placeholders, BecomeNamesOfTheSameLength) {
  EXPECT_EQ(Named("CREATE TABLE ${schema}.t (id int);"), R"(CREATE TABLE "$schema".t (id int);)");
  EXPECT_EQ(Named("CREATE TABLE $(schema).t ();"), R"(CREATE TABLE "$schema".t ();)");
  EXPECT_EQ(Named("CREATE TABLE {{ .Schema }}.t ();"), R"(CREATE TABLE "{ .Schema }".t ();)");
  EXPECT_EQ(Named("ALTER TABLE :SCHEMA.t OWNER TO :\"owner\";"),
            "ALTER TABLE _SCHEMA.t OWNER TO  \"owner\";");
  EXPECT_EQ(Named("SELECT :'who';"), "SELECT  'who';");
}

// As metamorphic tests write them: a comment ends with a quote.
TEST(Placeholders, MayStandBehindAComment) {
  EXPECT_EQ(Named("DROP TABLE -- m's \"\n :old;"), "DROP TABLE -- m's \"\n _old;");
  EXPECT_EQ(Named("DROP TABLE /* it's */:old;"), "DROP TABLE /* it's */_old;");
}

TEST(Placeholders, MayBeAPartOfAName) {
  EXPECT_EQ(Named("DROP TABLE log_${env};"), "DROP TABLE log___env_;");
  EXPECT_EQ(Named("DROP TABLE ${prefix}users;"), "DROP TABLE __prefix_users;");
}

// A function's body is SQL as well; psql puts nothing in there.
TEST(Placeholders, InADollarQuote) {
  EXPECT_EQ(Named("DO $$ BEGIN DROP TABLE ${s}.t; PERFORM :x; END $$;"),
            R"(DO $$ BEGIN DROP TABLE "$s".t; PERFORM :x; END $$;)");
  EXPECT_EQ(Named("SELECT $q$it's$q$, ${a}.b;"), R"(SELECT $q$it's$q$, "$a".b;)");
}

std::string Shown(std::string_view file, std::string said) {
  sql::WritePlaceholders(sql::PlaceholdersIn(file), said);
  return said;
}

TEST(Placeholders, AreShownAsTheyWereWritten) {
  EXPECT_EQ(Shown("DROP TABLE ${schema}.t, ${schema}.u;", R"(drops "$schema".t; "$schema".u)"),
            "drops ${schema}.t; ${schema}.u");
  EXPECT_EQ(Shown("DROP TABLE log_${ENV};", "drops log___env_"), "drops log_${ENV}");
  EXPECT_EQ(Shown("DROP TABLE :schema.t, :\"own\".t;", "_schema.t, own.t, information_schema.t"),
            ":schema.t, own.t, information_schema.t");
}

// None of it is a placeholder, or no tool's.
TEST(Placeholders, LeaveSqlAlone) {
  for (const std::string text : {
           "SELECT a::text, b[1:n], c[lower(d):e], f(g := 1), json_object('k': v, w: x);",
           "INSERT INTO t VALUES ('${a} {{b}} :c', \"${d}\", E'\\'${e}');",
           "-- ${a} :b {{c}}\n/* :d ${e} */ SELECT $1, $2;",
           "SELECT '{{1,2},{3,4}}'::int[], $${{\"a\": 1}}$$;",
           "{{#if pro}} DROP TABLE t; {{/if}}",
           "SELECT ${}, ${a\nb}, {{, $(, :",
       }) {
    EXPECT_EQ(Named(text), text);
    EXPECT_FALSE(sql::HasPlaceholder(text)) << text;
  }
}

}  // namespace
}  // namespace hoglint::testing
