// The names that PostgreSQL gives the columns of a query which has none: a view and CREATE TABLE AS
// have columns of these names. All are what PostgreSQL 18 said of these expressions.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "lint/sql/parse.h"
#include "tests/lint/sql/parsed.h"

namespace hoglint {
namespace {

// The output columns of `SELECT <expressions> FROM t`.
Strings NamesOf(const std::string& expressions) {
  const One<CreateView> view("CREATE VIEW v AS SELECT " + expressions + " FROM t");
  Strings names;
  for (const OutputColumn& output : view->query.outputs) names.push_back(output.name);
  return names;
}

TEST(OutputNames, OfXml) {
  EXPECT_EQ(NamesOf("xmlconcat('<a/>'::xml), xmlelement(name a), xmlforest(1 as b), "
                    "xmlparse(content 'x'), xmlpi(name php), "
                    "xmlroot('<a/>'::xml, version no value), "
                    "xmlserialize(content '<a/>'::xml as text), '<a/>'::xml is document, "
                    "xmlexists('a' passing '<a/>')"),
            (Strings{"xmlconcat", "xmlelement", "xmlforest", "xmlparse", "xmlpi", "xmlroot",
                     "xmlserialize", "?column?", "xmlexists"}));
}

TEST(OutputNames, OfJson) {
  EXPECT_EQ(
      NamesOf("json_exists(jsonb '{}', '$.a'), json_query(jsonb '{}', '$'), "
              "json_value(jsonb '{}', '$.a'), json('{}'), json_scalar(1), "
              "json_serialize('{}'), json_object('a': 1), json_array(1), "
              "json_array(select 1), json_objectagg('a': 1), json_arrayagg(1)"),
      (Strings{"json_exists", "json_query", "json_value", "json", "json_scalar", "json_serialize",
               "json_object", "json_array", "json_array", "json_objectagg", "json_arrayagg"}));
  EXPECT_EQ(NamesOf("x is json"), (Strings{"?column?"}));
}

TEST(OutputNames, OfFunctionsWithWordsOfTheirOwn) {
  EXPECT_EQ(NamesOf("current_date, current_user, extract(year from now()), position('a' in 'b'), "
                    "trim('a'), user, session_user, localtime, current_timestamp(3), "
                    "normalize('a'), overlay('a' placing 'b' from 1), now() at time zone 'utc', "
                    "current_catalog, current_role, current_schema, collation for ('a'), "
                    "grouping(x)"),
            (Strings{"current_date", "current_user", "extract", "position", "btrim", "user",
                     "session_user", "localtime", "current_timestamp", "normalize", "overlay",
                     "timezone", "current_catalog", "current_role", "current_schema",
                     "pg_collation_for", "grouping"}));
  EXPECT_EQ(NamesOf("greatest(1, 2), least(1, 2), coalesce(1, 2), nullif(1, 2)"),
            (Strings{"greatest", "least", "coalesce", "nullif"}));
}

TEST(OutputNames, AreTakenFromInside) {
  EXPECT_EQ(NamesOf("x collate \"C\", (x collate \"C\")::varchar, x::text, 1::int4, "
                    "cast('1' as numeric(3)), (string_to_array(x, ','))[1], (t).x"),
            (Strings{"x", "x", "x", "int4", "numeric", "string_to_array", "x"}));
  EXPECT_EQ(NamesOf("case when true then 1 end, case when true then '1' else x end, "
                    "case when true then x end"),
            (Strings{"case", "x", "case"}));
  EXPECT_EQ(NamesOf("(select 1 as q), (select 1), exists(select 1), array[1], array(select 1), "
                    "row(1)"),
            (Strings{"q", "?column?", "exists", "array", "array", "row"}));
}

TEST(OutputNames, OperatorsHaveNone) {
  EXPECT_EQ(NamesOf("-1, 'a', x + 1, x is null, 'a' like 'b', 1 in (1), x like any (array['a'])"),
            (Strings(7, "?column?")));
}

}  // namespace
}  // namespace hoglint
