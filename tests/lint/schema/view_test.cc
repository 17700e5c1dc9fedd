// Views: their columns, and what they read.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/catalogue_after.h"

namespace hoglint::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr const char* kTables = R"(
    CREATE TABLE a (id int PRIMARY KEY, n numeric(5, 2), s text);
    CREATE TABLE b (id int, a_id int, s varchar(4));)";

Catalogue WithViews(const std::string& views) { return CatalogueAfter(kTables + views); }

TEST(View, HasTypesWhereTheyFollow) {
  const Catalogue catalogue = WithViews(R"(
      CREATE VIEW v AS SELECT a.id, b.s AS bs, a.n, count(*) AS c, now() AS t, 'x' AS l, 1 AS one,
        a.id::bigint AS cast, a.id + 1 AS unknown FROM a JOIN b ON b.a_id = a.id GROUP BY 1;)");
  EXPECT_THAT(ColumnsIn(catalogue, "v"),
              ElementsAre("id integer", "bs character varying(4)", "n numeric(5,2)", "c bigint",
                          "t timestamp with time zone", "l text", "one integer", "cast bigint",
                          "unknown "));
}

TEST(View, ExpandsItsStarOnTheDayItIsMade) {
  const Catalogue catalogue =
      WithViews("CREATE VIEW v AS SELECT b.* FROM a, b; ALTER TABLE b ADD COLUMN later int;");
  EXPECT_THAT(ColumnsIn(catalogue, "v"),
              ElementsAre("id integer", "a_id integer", "s character varying(4)"));
}

TEST(View, ReadsWhatItsNestedQueriesRead) {
  const Catalogue catalogue = WithViews(
      "CREATE VIEW v AS WITH x AS (SELECT id FROM a) SELECT (SELECT max(s) FROM b) FROM x");
  EXPECT_THAT(RelationIn(catalogue, "v").view->reads,
              ::testing::UnorderedElementsAre(RelationIn(catalogue, "a").id,
                                              RelationIn(catalogue, "b").id));
  EXPECT_THAT(RelationIn(catalogue, "a").read_by, ElementsAre(RelationIn(catalogue, "v").id));
}

TEST(View, IsReplacedWithMoreColumnsOnly) {
  const Applied more = ApplySql("CREATE OR REPLACE VIEW v AS SELECT id, s FROM a",
                                WithViews("CREATE VIEW v AS SELECT id FROM a"));
  EXPECT_THAT(more.Messages(), IsEmpty());
  EXPECT_THAT(ColumnsIn(more.catalogue, "v"), ElementsAre("id integer", "s text"));
  const Applied fewer = ApplySql("CREATE OR REPLACE VIEW v AS SELECT id FROM a", more.catalogue);
  EXPECT_THAT(fewer.Messages(), ElementsAre("cannot drop columns from view"));
}

TEST(View, IsSecurityInvokerWhereTheOptionIsOn) {
  const auto is_invoker = [](const std::string& sql) {
    return RelationIn(WithViews(sql), "v").view->security_invoker;
  };
  for (const char* on : {"security_invoker", "security_invoker = true", "security_invoker = on",
                         "security_invoker = 1", "security_invoker = 'Yes'"}) {
    EXPECT_TRUE(is_invoker(std::string("CREATE VIEW v WITH (") + on + ") AS SELECT 1")) << on;
  }
  for (const char* off : {"security_barrier", "security_invoker = false", "security_invoker = off",
                          "security_invoker = 0", "security_invoker = 'NO'"}) {
    EXPECT_FALSE(is_invoker(std::string("CREATE VIEW v WITH (") + off + ") AS SELECT 1")) << off;
  }
  const std::string view = "CREATE VIEW v WITH (security_invoker) AS SELECT 1;";
  EXPECT_TRUE(is_invoker(view + "ALTER VIEW v SET (security_barrier)"));
  EXPECT_FALSE(is_invoker(view + "ALTER VIEW v SET (security_invoker = off)"));
  EXPECT_FALSE(is_invoker(view + "ALTER VIEW v RESET (security_invoker)"));
}

TEST(View, OfSomethingUnknownMayHaveMoreColumns) {
  const Catalogue catalogue = ApplySql("CREATE VIEW v AS SELECT * FROM unknown").catalogue;
  EXPECT_TRUE(RelationIn(catalogue, "v").columns_unknown);
}

}  // namespace
}  // namespace hoglint::testing
