// INSERT, UPDATE, DELETE, MERGE, SELECT and the queries inside.
#include <gtest/gtest.h>

#include "tests/lint/sql/parsed.h"

namespace hoglint {
namespace {

TEST(Insert, ValuesAndQueries) {
  const One<Insert> values(
      "INSERT INTO app.t AS x (a, \"B\") VALUES (1, 'x'), (2, 'y') ON CONFLICT DO NOTHING");
  EXPECT_EQ(Dotted(values->table), "app.t");
  EXPECT_EQ(values->columns, (Strings{"a", "B"}));
  EXPECT_EQ(values->value_rows, 2U);
  EXPECT_FALSE(values->from_query);
  EXPECT_TRUE(values->on_conflict);
  EXPECT_TRUE(values->source->is_values);
  EXPECT_EQ(values.Text(values->source->span), "VALUES (1, 'x'), (2, 'y')");
  EXPECT_EQ(values->source->strings[1].value, "y");
  EXPECT_EQ(values->source->outputs[1].value.text, "'x'");

  const One<Insert> query(
      "INSERT INTO t OVERRIDING SYSTEM VALUE SELECT * FROM s JOIN u ON true RETURNING id");
  EXPECT_TRUE(query->from_query);
  EXPECT_EQ(query.Text(query->source->span), "SELECT * FROM s JOIN u ON true");
  EXPECT_EQ(Dotted(query->source->reads), (Strings{"s", "u"}));
  EXPECT_FALSE(One<Insert>("INSERT INTO t DEFAULT VALUES")->source);
  const One<Insert> nested("INSERT INTO t (SELECT a FROM s)");
  EXPECT_EQ(nested.Text(nested->source->span), "(SELECT a FROM s)");
}

TEST(Insert, DataModifyingCtes) {
  const One<Insert> sql(
      "WITH gone AS (DELETE FROM app.old RETURNING *) INSERT INTO t SELECT * FROM gone, other");
  EXPECT_EQ(Dotted(sql->writes), (Strings{"app.old"}));
  EXPECT_EQ(Dotted(sql->source->reads), (Strings{"other"}));
}

TEST(Update, AllParts) {
  const One<Update> sql(
      "UPDATE ONLY app.t AS x SET a = b IS DISTINCT FROM c, (d, e) = (1, lower(f)), g = (SELECT h "
      "FROM s)"
      " FROM u WHERE x.id = u.id AND u.z > 0 RETURNING *");
  EXPECT_EQ(Dotted(sql->table), "app.t");
  EXPECT_EQ(sql->alias, "x");
  EXPECT_EQ(sql->columns, (Strings{"a", "d", "e", "g"}));
  ASSERT_EQ(sql->values.size(), 4U);
  EXPECT_EQ(sql->values[0].text, "b IS DISTINCT FROM c");
  EXPECT_EQ(sql->values[1].text, "1");
  EXPECT_EQ(sql->values[2].text, "lower(f)");
  EXPECT_EQ(sql->values[3].text, "(SELECT h FROM s)");
  EXPECT_EQ(sql->where->text, "x.id = u.id AND u.z > 0");
  EXPECT_EQ(sql->where->columns[0].qualifier, "x");
  EXPECT_TRUE(sql->has_from);
  EXPECT_EQ(Dotted(sql->reads), (Strings{"s", "u"}));
  EXPECT_FALSE(One<Update>("UPDATE t SET a = 1")->where);
}

TEST(Update, IsBoundedByALimitInsideTheCondition) {
  const std::string set = "UPDATE t SET a = 1 ";
  const auto bounded = [&](const std::string& rest) { return One<Update>(set + rest)->bounded; };
  EXPECT_TRUE(bounded("WHERE id IN (SELECT id FROM t WHERE a IS NULL LIMIT 100)"));
  EXPECT_TRUE(bounded("WHERE a IS NULL AND ctid = ANY (ARRAY(SELECT ctid FROM t LIMIT 5))"));
  EXPECT_TRUE(bounded("WHERE id IN (SELECT id FROM (SELECT id FROM t LIMIT 3) s)"));
  EXPECT_TRUE(bounded("FROM (SELECT id FROM t LIMIT 100) s WHERE s.id = t.id"));
  EXPECT_FALSE(bounded("WHERE id IN (SELECT id FROM t)"));
  EXPECT_FALSE(bounded("WHERE id NOT IN (SELECT id FROM t LIMIT 1)"));
  EXPECT_FALSE(bounded("WHERE EXISTS (SELECT 1 FROM s LIMIT 1)"));
  EXPECT_FALSE(bounded("WHERE a OR id IN (SELECT id FROM t LIMIT 1)"));
  EXPECT_FALSE(bounded("WHERE id IN (SELECT id FROM t LIMIT ALL)"));
  EXPECT_TRUE(One<Update>("WITH batch AS (SELECT id FROM t LIMIT 10 FOR UPDATE SKIP LOCKED) "
                          "UPDATE t SET a = 1 FROM batch WHERE t.id = batch.id")
                  ->bounded);
  EXPECT_TRUE(One<Delete>("WITH batch AS (SELECT id FROM t LIMIT 10) "
                          "DELETE FROM t WHERE id IN (SELECT id FROM batch)")
                  ->bounded);
}

TEST(Delete, AllParts) {
  const One<Delete> sql("DELETE FROM app.t USING u WHERE t.id = u.id RETURNING t.id");
  EXPECT_EQ(Dotted(sql->table), "app.t");
  EXPECT_TRUE(sql->has_using);
  EXPECT_EQ(sql->where->text, "t.id = u.id");
  EXPECT_EQ(Dotted(sql->reads), (Strings{"u"}));
}

TEST(Merge, TargetAndSources) {
  const One<Merge> sql(
      "MERGE INTO app.t USING (SELECT * FROM s) x ON t.id = x.id WHEN MATCHED THEN DELETE "
      "WHEN NOT MATCHED THEN INSERT VALUES ((SELECT max(a) FROM u))");
  EXPECT_EQ(Dotted(sql->table), "app.t");
  EXPECT_EQ(Dotted(sql->reads), (Strings{"s", "u"}));
}

Query QueryOf(const std::string& text) { return One<Select>(text)->query; }

Strings OutputsOf(const std::string& text) {
  Strings result;
  for (const OutputColumn& output : QueryOf(text).outputs) result.push_back(output.name);
  return result;
}

TEST(Select, OutputsAreNamedAsPostgresqlDoes) {
  EXPECT_EQ(OutputsOf("SELECT a, t.b, (c).d, e AS f, g h, *, t.*"),
            (Strings{"a", "b", "d", "f", "h", "*", "*"}));
  EXPECT_EQ(OutputsOf("SELECT count(*), app.fn(1), now(), current_date, extract(year FROM x)"),
            (Strings{"count", "fn", "now", "current_date", "extract"}));
  EXPECT_EQ(OutputsOf("SELECT 1, 'x'::text, a::int, CAST('1' AS int), 1 + 2, (now())::date"),
            (Strings{"?column?", "text", "a", "int4", "?column?", "now"}));
  EXPECT_EQ(
      OutputsOf("SELECT CASE WHEN a THEN 1 END, CASE WHEN a THEN b ELSE c END, COALESCE(a, b)"),
      (Strings{"case", "c", "coalesce"}));
  EXPECT_EQ(
      OutputsOf("SELECT EXISTS (SELECT 1), ARRAY(SELECT 1), ARRAY[1], ROW(1), (SELECT x FROM t)"),
      (Strings{"exists", "array", "array", "row", "x"}));
  EXPECT_EQ(
      OutputsOf(
          "SELECT NULLIF(a, b), GREATEST(a, b), LEAST(a, b), a COLLATE \"C\", x AT TIME ZONE 'u'"),
      (Strings{"nullif", "greatest", "least", "a", "timezone"}));
  EXPECT_EQ(OutputsOf("SELECT a FROM t UNION SELECT b FROM u"), (Strings{"a"}));
  EXPECT_EQ(OutputsOf("VALUES (1, 2), (3, 4)"), (Strings{"column1", "column2"}));
}

TEST(Select, OutputsHaveTheirText) {
  const Query query = QueryOf(
      "SELECT DISTINCT ON (a) a AS \"from\", b IS DISTINCT FROM c, percentile_cont(0.5) WITHIN "
      "GROUP "
      "(ORDER BY d) AS p FROM t");
  Strings texts;
  for (const OutputColumn& output : query.outputs) texts.push_back(output.value.text);
  EXPECT_EQ(texts, (Strings{"a", "b IS DISTINCT FROM c",
                            "percentile_cont(0.5) WITHIN GROUP (ORDER BY d)"}));
}

TEST(Select, ReadsEveryRelationAtAnyDepthButNoCte) {
  const Query query = QueryOf(
      "WITH a AS (SELECT * FROM a), b AS (SELECT * FROM a) SELECT (SELECT max(x) FROM c) FROM a "
      "JOIN app.d x ON EXISTS (SELECT 1 FROM e) LEFT JOIN LATERAL (SELECT * FROM b, f) l ON true "
      "WHERE y IN (SELECT y FROM app.a) FOR UPDATE OF x");
  // The first CTE reads the table a: its own name is not visible inside without RECURSIVE.
  EXPECT_EQ(Dotted(query.reads), (Strings{"a", "c", "app.d", "e", "f", "app.a"}));
  ASSERT_EQ(query.from.size(), 1U);
  EXPECT_EQ(Dotted(query.from[0].relation), "app.d");
  EXPECT_EQ(query.from[0].alias, "x");
  EXPECT_TRUE(query.locks_rows);
  EXPECT_EQ(
      Dotted(QueryOf("WITH RECURSIVE r AS (SELECT 1 UNION SELECT * FROM r, t) TABLE r").reads),
      (Strings{"t"}));
  EXPECT_EQ(Dotted(QueryOf("WITH w AS (UPDATE t SET a = 1 RETURNING *) SELECT * FROM w").writes),
            (Strings{"t"}));
}

TEST(Select, Limits) {
  EXPECT_TRUE(QueryOf("SELECT 1 LIMIT 5").has_limit);
  EXPECT_TRUE(QueryOf("SELECT 1 FETCH FIRST ROW ONLY").has_limit);
  EXPECT_FALSE(QueryOf("SELECT 1 LIMIT ALL").has_limit);
  EXPECT_FALSE(QueryOf("SELECT 1").has_limit);
}

TEST(Select, FunctionsAndStrings) {
  const Query query =
      QueryOf("SELECT set_config('lock_timeout', '1s', true), nextval('app.s'::regclass)");
  EXPECT_EQ(query.functions[0].name.name, "set_config");
  EXPECT_EQ(query.functions[0].argument_count, 3);
  EXPECT_EQ(query.strings[2].value, "app.s");
  ASSERT_TRUE(query.strings[2].cast);
  EXPECT_EQ(query.strings[2].cast->name, "regclass");
}

// The expression of a column's DEFAULT.
Expression ExpressionOf(const std::string& text) {
  const One<AlterTable> sql("ALTER TABLE t ALTER c SET DEFAULT " + text);
  return sql->actions.empty() || !sql->actions[0].expression ? Expression{}
                                                             : *sql->actions[0].expression;
}

TEST(Expressions, TextIsFolded) {
  EXPECT_EQ(ExpressionOf("lower( 'A  b' ) -- why\n  || /* x */ 'c'").text,
            "lower( 'A  b' ) || 'c'");
}

TEST(Expressions, Truth) {
  for (const char* text : {"true", "1 = 1", "'a' = 'a'", "NOT false", "true AND 1 = 1",
                           "false OR true", "NOT (false OR false)"}) {
    EXPECT_TRUE(ExpressionOf(text).is_true) << text;
  }
  for (const char* text : {"false", "1 = 2", "NULL", "a = a", "NOT true", "true AND a", "1 <> 1"}) {
    EXPECT_FALSE(ExpressionOf(text).is_true) << text;
  }
}

TEST(Expressions, Constants) {
  EXPECT_TRUE(ExpressionOf("'x'::text").is_constant);
  EXPECT_TRUE(ExpressionOf("1 + 2 * 3").is_constant);
  EXPECT_TRUE(ExpressionOf("'{}'::jsonb").is_constant);
  EXPECT_FALSE(ExpressionOf("now()").is_constant);
  EXPECT_FALSE(ExpressionOf("CURRENT_TIMESTAMP").is_constant);
  EXPECT_FALSE(ExpressionOf("a").is_constant);
  EXPECT_FALSE(ExpressionOf("(SELECT 1)").is_constant);
  EXPECT_TRUE(ExpressionOf("NULL::text").is_null);
  EXPECT_FALSE(ExpressionOf("'NULL'").is_null);
  EXPECT_EQ(FormatType(*ExpressionOf("'1'::int[]").cast), "integer[]");
}

TEST(Expressions, NamedThings) {
  const Expression expression =
      ExpressionOf("app.f(x, y.z) || upper('q') || (SELECT max(v) FROM app.s)::text");
  EXPECT_EQ(Dotted(expression.functions[0].name), "app.f");
  EXPECT_EQ(expression.functions[0].argument_count, 2);
  EXPECT_EQ(expression.columns[1].qualifier, "y");
  EXPECT_EQ(expression.columns[1].column, "z");
  EXPECT_EQ(Dotted(expression.relations), (Strings{"app.s"}));
  EXPECT_EQ(expression.operators, (Strings{"||", "||"}));
}

TEST(Expressions, ProveColumnsNotNull) {
  EXPECT_EQ(ExpressionOf("a IS NOT NULL AND (t.b IS NOT NULL AND c > 0)").proves_not_null,
            (Strings{"a", "b"}));
  EXPECT_TRUE(ExpressionOf("a IS NOT NULL OR b IS NOT NULL").proves_not_null.empty());
  EXPECT_TRUE(ExpressionOf("NOT (a IS NOT NULL)").proves_not_null.empty());
}

}  // namespace
}  // namespace hoglint
