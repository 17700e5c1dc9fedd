// DO blocks: which SQL they hold, where, and under what.
#include <gtest/gtest.h>

#include "tests/lint/sql/parsed.h"

namespace hoglint {
namespace {

// The kinds and texts of what follows the DoBlock: "Drop: DROP TABLE a".
template <typename T>
const T* Inner(const Parsed& sql, std::size_t index) {
  if (index + 1 >= sql.statements().size()) {
    ADD_FAILURE() << "only " << sql.statements().size() << " statements";
    return nullptr;
  }
  const Statement& statement = sql.statements()[index + 1];
  EXPECT_TRUE(statement.nesting.in_do_block);
  return As<T>(statement);
}

Strings InnerTexts(const Parsed& sql) {
  Strings texts = sql.Texts();
  if (!texts.empty()) texts.erase(texts.begin());
  return texts;
}

std::string Block(const std::string& statements) {
  return "DO $$\nBEGIN\n" + statements + "\nEND $$;";
}

TEST(DoBlock, DrizzlesForeignKeys) {
  const Parsed sql(
      "DO $$ BEGIN\n ALTER TABLE \"a\" ADD CONSTRAINT \"fk\" FOREIGN KEY (\"b\") REFERENCES "
      "\"public\".\"c\"(\"id\") ON DELETE cascade;\nEXCEPTION\n WHEN duplicate_object THEN "
      "null;\nEND $$;");
  EXPECT_TRUE(sql.problems().empty());
  ASSERT_EQ(sql.statements().size(), 2U);
  const auto* block = As<DoBlock>(sql.statements()[0]);
  ASSERT_NE(block, nullptr);
  EXPECT_EQ(block->language, "plpgsql");
  EXPECT_TRUE(block->body_parsed);
  const auto* alter = Inner<AlterTable>(sql, 0);
  ASSERT_NE(alter, nullptr);
  const Statement& inner = sql.statements()[1];
  EXPECT_EQ(inner.nesting.handled_errors, (Strings{"duplicate_object"}));
  EXPECT_FALSE(inner.nesting.conditional);
  EXPECT_EQ(sql.At(inner.span).line, 2U);
  EXPECT_EQ(sql.Text(alter->actions[0].name_span), "\"fk\"");
  EXPECT_EQ(sql.Text(alter->actions[0].constraint->references->table.span), "\"public\".\"c\"");
  EXPECT_EQ(sql.file().chunks[0].statement_count, 1U);
}

TEST(DoBlock, StatementsUnderConditions) {
  const Parsed sql(
      Block("DROP TABLE a;\n"
            "IF NOT EXISTS (SELECT 1 FROM pg_type) THEN DROP TABLE b; ELSIF x THEN DROP TABLE c;\n"
            "ELSE DROP TABLE d; END IF;\n"
            "CASE x WHEN 1, 2 THEN DROP TABLE e; ELSE NULL; END CASE;\n"
            "<<outer>> LOOP DROP TABLE f; EXIT outer WHEN x; END LOOP outer;\n"
            "WHILE y LOOP DROP TABLE g; END LOOP;\n"
            "FOR i IN REVERSE 10..1 BY 2 LOOP DROP TABLE h; END LOOP;\n"
            "FOREACH z SLICE 1 IN ARRAY w LOOP DROP TABLE i; CONTINUE; END LOOP;\n"
            "DROP TABLE j;"));
  EXPECT_TRUE(sql.problems().empty());
  std::string conditional;
  std::string always;
  for (const Statement& statement : sql.statements()) {
    const auto* drop = As<Drop>(statement);
    if (!drop) continue;
    (statement.nesting.conditional ? conditional : always) += drop->objects[0].name.name;
  }
  EXPECT_EQ(conditional, "bcdefghi");
  EXPECT_EQ(always, "aj");
  const auto* condition = Inner<Select>(sql, 1);
  ASSERT_NE(condition, nullptr);
  EXPECT_TRUE(condition->in_expression);
  EXPECT_EQ(Dotted(condition->query.reads), (Strings{"pg_type"}));
}

TEST(DoBlock, HandlersOfNestedBlocks) {
  const Parsed sql(
      Block("BEGIN\n DROP TABLE a;\nEXCEPTION WHEN undefined_table OR SQLSTATE '42P07' THEN DROP "
            "TABLE b;\n"
            " WHEN SQLSTATE '99999' THEN NULL;\nEND;\nDROP TABLE c;\n"
            "EXCEPTION WHEN others THEN RAISE NOTICE 'x; %', sqlerrm;"));
  ASSERT_EQ(sql.statements().size(), 4U);
  EXPECT_EQ(sql.statements()[1].nesting.handled_errors,
            (Strings{"undefined_table", "duplicate_table", "99999", "others"}));
  EXPECT_FALSE(sql.statements()[1].nesting.conditional);
  EXPECT_EQ(sql.statements()[2].nesting.handled_errors, (Strings{"others"}));
  EXPECT_TRUE(sql.statements()[2].nesting.conditional);
  EXPECT_EQ(sql.statements()[3].nesting.handled_errors, (Strings{"others"}));
}

TEST(DoBlock, SelectIntoIsNoTable) {
  const Parsed sql(
      "DO $x$ DECLARE n int; r record; BEGIN\nSELECT count(*) INTO STRICT n FROM t WHERE a;\n"
      "SELECT INTO r.a, n b, c FROM u;\nINSERT INTO t VALUES (1) RETURNING id INTO n;\n"
      "DELETE FROM t WHERE x RETURNING * INTO r;\nEND $x$");
  EXPECT_TRUE(sql.problems().empty());
  const auto* first = Inner<Select>(sql, 0);
  ASSERT_NE(first, nullptr);
  EXPECT_EQ(Dotted(first->query.reads), (Strings{"t"}));
  EXPECT_EQ(first->query.outputs[0].name, "count");
  const auto* second = Inner<Select>(sql, 1);
  ASSERT_NE(second, nullptr);
  EXPECT_EQ(second->query.outputs.size(), 2U);
  EXPECT_EQ(sql.Text(second->query.from[0].relation.span), "u");
  EXPECT_NE(Inner<Insert>(sql, 2), nullptr);
  EXPECT_NE(Inner<Delete>(sql, 3), nullptr);
}

TEST(DoBlock, ExecuteOfAConstantIsSql) {
  const Parsed sql(
      Block("EXECUTE 'DROP TABLE app.a; DROP TABLE b';\nEXECUTE $q$ ALTER TABLE c ADD d text "
            "DEFAULT 'x' $q$;\n"
            "EXECUTE 'COMMENT ON TABLE e IS ''it''''s''' USING 1;"));
  EXPECT_TRUE(sql.problems().empty());
  ASSERT_EQ(sql.statements().size(), 5U);
  const auto* drop = Inner<Drop>(sql, 0);
  ASSERT_NE(drop, nullptr);
  EXPECT_EQ(sql.Text(drop->objects[0].name.span), "app.a");
  EXPECT_EQ(sql.Text(sql.statements()[2].span), "DROP TABLE b");
  const auto* alter = Inner<AlterTable>(sql, 2);
  ASSERT_NE(alter, nullptr);
  EXPECT_EQ(sql.Text(alter->actions[0].name_span), "d");
  // A string with escapes: the whole constant is the place.
  ASSERT_NE(Inner<Comment>(sql, 3), nullptr);
  EXPECT_EQ(sql.Text(sql.statements()[4].span), "'COMMENT ON TABLE e IS ''it''''s'''");
}

TEST(DoBlock, ExecuteOfAComputedStringIsDynamic) {
  const Parsed sql(Block(
      "EXECUTE format('DROP TABLE %I', x) USING y;\nEXECUTE 'DROP ' || 'x';\n"
      "EXECUTE 'no sql at all' INTO z;\nFOR r IN EXECUTE 'SELECT ' || q LOOP NULL; END LOOP;"));
  EXPECT_TRUE(sql.problems().empty());
  Strings expressions;
  for (const Statement& statement : sql.statements()) {
    if (const auto* dynamic = As<DynamicSql>(statement)) expressions.push_back(dynamic->expression);
  }
  EXPECT_EQ(expressions, (Strings{"format('DROP TABLE %I', x)", "'DROP ' || 'x'", "'no sql at all'",
                                  "'SELECT ' || q"}));
}

TEST(DoBlock, QueriesOfPlpgsqlItself) {
  const Parsed sql(
      "DO $$ DECLARE c CURSOR (k int) FOR SELECT 1 FROM a; n int := (SELECT 2 FROM b); BEGIN\n"
      "PERFORM set_config('x', 'y', true) FROM d;\nFOR r IN SELECT * FROM e LOOP NULL; END LOOP;\n"
      "FOR r IN c(1) LOOP NULL; END LOOP;\nOPEN f FOR SELECT * FROM g;\nFETCH c INTO n; CLOSE c;\n"
      "n := (SELECT 3 FROM h); m[1] := 4; p.q = n + 1;\nRETURN;\nEND $$");
  EXPECT_TRUE(sql.problems().empty());
  Strings reads;
  for (const Statement& statement : sql.statements()) {
    const auto* select = As<Select>(statement);
    if (select) reads.push_back(Dotted(select->query.reads[0]));
  }
  EXPECT_EQ(reads, (Strings{"a", "b", "d", "e", "g", "h"}));
  const auto* perform = Inner<Select>(sql, 2);
  ASSERT_NE(perform, nullptr);
  EXPECT_EQ(perform->query.functions[0].name.name, "set_config");
  EXPECT_EQ(sql.Text(perform->query.strings[0].span), "'x'");
}

TEST(DoBlock, WhatTheGrammarRefusesIsDynamic) {
  const Parsed sql(Block("DROP TABLE a;\nDROP TABEL b;\nDROP TABLE c;"));
  EXPECT_TRUE(sql.problems().empty());
  ASSERT_EQ(sql.statements().size(), 4U);
  const auto* dynamic = Inner<DynamicSql>(sql, 1);
  ASSERT_NE(dynamic, nullptr);
  EXPECT_EQ(dynamic->expression, "DROP TABEL b");
  EXPECT_EQ(sql.Text(sql.statements()[2].span), "DROP TABEL b");
}

TEST(DoBlock, ABodyWithoutStructureIsAProblem) {
  for (const char* body : {"DROP TABLE a;", "BEGIN DROP TABLE a; ", "BEGIN IF x THEN END;",
                           "BEGIN LOOP NULL; END; END", "BEGIN NULL; END; DROP TABLE a;", ""}) {
    const Parsed sql("DO $$" + std::string(body) + "$$; DROP TABLE b;");
    ASSERT_EQ(sql.problems().size(), 1U) << body;
    EXPECT_FALSE(As<DoBlock>(sql.statements()[0])->body_parsed);
    EXPECT_EQ(sql.Texts().back(), "DROP TABLE b") << body;
  }
}

TEST(DoBlock, PostgresqlSaysWhatIsWrongWithABody) {
  const Parsed sql("DO $$ BEGIN IF x THEN DROP TABLE a; END; $$");
  ASSERT_EQ(sql.problems().size(), 1U);
  EXPECT_EQ(sql.problems()[0].message, "syntax error at or near \";\" in the PL/pgSQL body");
  EXPECT_TRUE(sql.problems()[0].syntax);
}

TEST(DoBlock, QuotedBodies) {
  const Parsed plain("DO 'BEGIN DROP TABLE a; END'");
  EXPECT_EQ(InnerTexts(plain), (Strings{"DROP TABLE a"}));
  const Parsed escaped("DO 'BEGIN UPDATE t SET a = ''x''; DROP TABLE b; END'");
  ASSERT_EQ(escaped.statements().size(), 3U);
  EXPECT_EQ(As<Update>(escaped.statements()[1])->values[0].text, "'x'");
  EXPECT_EQ(escaped.statements()[2].span, escaped.statements()[0].span);
  EXPECT_EQ(Dotted(As<Drop>(escaped.statements()[2])->objects[0].name), "b");
}

TEST(DoBlock, OtherLanguagesAreNotRead) {
  const Parsed sql("DO LANGUAGE PLv8 $$ nothing $$");
  EXPECT_TRUE(sql.problems().empty());
  ASSERT_EQ(sql.statements().size(), 1U);
  EXPECT_EQ(As<DoBlock>(sql.statements()[0])->language, "plv8");
  EXPECT_FALSE(As<DoBlock>(sql.statements()[0])->body_parsed);
}

TEST(DoBlock, Nested) {
  const Parsed sql("DO $a$ BEGIN DO $b$ BEGIN DROP TABLE a; END $b$; COMMIT; CALL p(); END $a$");
  EXPECT_TRUE(sql.problems().empty());
  ASSERT_EQ(sql.statements().size(), 5U);
  EXPECT_EQ(sql.Texts()[2], "DROP TABLE a");
  EXPECT_NE(Inner<TransactionControl>(sql, 2), nullptr);
  EXPECT_EQ(Inner<OtherStatement>(sql, 3)->command, "CALL");
}

TEST(DoBlock, FunctionsCreatedInside) {
  const Parsed sql(
      "DO $a$ BEGIN CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $b$ BEGIN RETURN 1; END "
      "$b$;"
      " CREATE RULE r AS ON INSERT TO t DO (DELETE FROM a; DELETE FROM b); END $a$");
  ASSERT_EQ(sql.statements().size(), 3U);
  EXPECT_EQ(sql.Text(Inner<CreateFunction>(sql, 0)->body_span), " BEGIN RETURN 1; END ");
  EXPECT_NE(Inner<CreateRule>(sql, 1), nullptr);
}

TEST(DoBlock, InAChunkWithAnOffset) {
  ParseOptions options;
  options.chunks = ChunkRule::kBreakpoints;
  const Parsed sql("SELECT 1;\n--> statement-breakpoint\nDO $$ BEGIN DROP TABLE a; END $$;",
                   options);
  EXPECT_EQ(sql.Texts().back(), "DROP TABLE a");
  EXPECT_EQ(sql.statements().back().chunk, 1U);
}

TEST(RoutineBody, IsReadOnRequest) {
  const One<CreateFunction> plpgsql(
      "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN UPDATE t SET a = 1; "
      "RETURN NEW; END $$");
  const auto body = ParseRoutineBody(*plpgsql, plpgsql.statements()[0].span);
  ASSERT_TRUE(body);
  ASSERT_EQ(body->size(), 1U);
  EXPECT_EQ(plpgsql.Text(body->front().span), "UPDATE t SET a = 1");
  EXPECT_FALSE(body->front().nesting.in_do_block);

  const One<CreateFunction> sql(
      "CREATE FUNCTION f() RETURNS text LANGUAGE sql AS 'SELECT ''x''; SELECT 2'");
  const auto queries = ParseRoutineBody(*sql, sql.statements()[0].span);
  ASSERT_TRUE(queries);
  EXPECT_EQ(queries->size(), 2U);
  EXPECT_EQ(queries->front().span, sql.statements()[0].span);

  const One<CreateFunction> c("CREATE FUNCTION f() RETURNS int LANGUAGE c AS 'lib', 'symbol'");
  EXPECT_FALSE(ParseRoutineBody(*c, c.statements()[0].span));
}

}  // namespace
}  // namespace hoglint
