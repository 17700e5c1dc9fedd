// Files, chunks, sections, problems: what Parse() does around the statements.
#include "lint/sql/parse.h"

#include <gtest/gtest.h>

#include "tests/lint/sql/parsed.h"

namespace hoglint {
namespace {

const ParseOptions kDrizzle{ChunkRule::kBreakpoints, {}};

TEST(Parse, StatementSpansHaveNoCommentsAndNoSemicolon) {
  const Parsed sql("-- head\n/* more */ DROP TABLE a /* x */ ; -- tail\n\nDROP TABLE b -- end");
  EXPECT_EQ(sql.Texts(), (Strings{"DROP TABLE a", "DROP TABLE b"}));
  EXPECT_EQ(sql.At(sql.statements()[1].span).line, 4U);
}

TEST(Parse, CommentsAreKept) {
  const Parsed sql("-- one\nSELECT 1; /* two\n lines */ SELECT '-- no comment';");
  ASSERT_EQ(sql.file().comments.size(), 2U);
  EXPECT_EQ(sql.Text(sql.file().comments[0].span), "-- one");
  EXPECT_EQ(sql.Text(sql.file().comments[1].span), "/* two\n lines */");
}

TEST(Parse, NothingButCommentsIsNoStatement) {
  for (const char* text : {"", " \n\t", "-- only\n", ";;;", "/* a */;"}) {
    const Parsed sql(text);
    EXPECT_TRUE(sql.statements().empty()) << text;
    EXPECT_TRUE(sql.problems().empty()) << text;
  }
}

TEST(Parse, BreakpointsCutTheFileWhereverTheyStand) {
  const Parsed sql(
      "CREATE TABLE a (id int);\n--> statement-breakpoint\nDROP TABLE b;--> statement-breakpoint\n",
      kDrizzle);
  EXPECT_EQ(sql.Texts(), (Strings{"CREATE TABLE a (id int)", "DROP TABLE b"}));
  ASSERT_EQ(sql.file().chunks.size(), 3U);
  EXPECT_EQ(sql.statements()[1].chunk, 1U);
  EXPECT_EQ(sql.Text(sql.file().chunks[1].span), "\nDROP TABLE b;");
  EXPECT_EQ(sql.file().chunks[1].statement_count, 1U);
  EXPECT_EQ(sql.file().chunks[2].statement_count, 0U);
}

TEST(Parse, ABreakpointInsideAStringCutsItInTwo) {
  const Parsed sql("SELECT 'a --> statement-breakpoint b';", kDrizzle);
  EXPECT_TRUE(sql.statements().empty());
  ASSERT_EQ(sql.problems().size(), 2U);
  EXPECT_EQ(sql.problems()[0].message, "unterminated quoted string at or near \"'a \"");
}

TEST(Parse, WithoutTheRuleABreakpointIsAComment) {
  const Parsed sql("DROP TABLE a;--> statement-breakpoint\nDROP TABLE b;");
  EXPECT_EQ(sql.statements().size(), 2U);
  EXPECT_EQ(sql.file().chunks.size(), 1U);
}

TEST(Parse, WhatPsqlKeepsForItselfIsNoSqlOfAPlainFile) {
  const char* text =
      "\\restrict k3y\nCOPY a FROM stdin;\n1\tit's; DROP TABLE a;\n\\.\nDROP TABLE b;";
  const Parsed sql(text);
  EXPECT_EQ(sql.Texts(), (Strings{"COPY a FROM stdin", "DROP TABLE b"}));
  ASSERT_EQ(sql.problems().size(), 1U);
  EXPECT_EQ(sql.Text(sql.problems()[0].span), "\\restrict k3y");
  EXPECT_FALSE(sql.problems()[0].syntax);
  // Drizzle's migrator sends all of it to the server.
  const Parsed sent(text, kDrizzle);
  ASSERT_FALSE(sent.problems().empty());
  EXPECT_TRUE(sent.problems()[0].syntax);
}

TEST(Parse, AByteOrderMarkIsASyntaxErrorAndTheRestIsRead) {
  const Parsed sql(
      "\xEF\xBB\xBF"
      "DROP TABLE a;\nDROP TABLE b;");
  ASSERT_EQ(sql.problems().size(), 1U);
  EXPECT_EQ(sql.problems()[0].message,
            "syntax error at or near \"\xEF\xBB\xBF"
            "DROP\"");
  EXPECT_TRUE(sql.problems()[0].syntax);
  EXPECT_EQ(sql.problems()[0].span.begin, 0U);
  EXPECT_EQ(sql.Texts(), (Strings{"DROP TABLE a", "DROP TABLE b"}));
}

TEST(Parse, CarriageReturnsAreWhiteSpace) {
  const Parsed sql("-- a\r\nDROP TABLE a;\r\n--> statement-breakpoint\r\nDROP\r\nTABLE b;\r\n",
                   kDrizzle);
  EXPECT_EQ(sql.Texts(), (Strings{"DROP TABLE a", "DROP\r\nTABLE b"}));
  EXPECT_EQ(sql.At(sql.statements()[1].span).line, 4U);
}

TEST(Parse, AnErrorBehindUtf8StandsWhereItIs) {
  // cursorpos counts characters: ä, € and the emoji have 2, 3 and 4 bytes.
  const Parsed sql("SELECT 'ä€😀'; SELECT 'ä€😀' FROM FROM t;");
  ASSERT_EQ(sql.problems().size(), 1U);
  EXPECT_EQ(sql.problems()[0].message, "syntax error at or near \"FROM\"");
  EXPECT_EQ(sql.Text(sql.problems()[0].span), "FROM");
  EXPECT_EQ(sql.At(sql.problems()[0].span).column, 33U);
  EXPECT_EQ(sql.statements().size(), 1U);
}

TEST(Parse, OneBrokenStatementDoesNotHideTheOthers) {
  const Parsed sql(
      "DROP TABLE a;\nCREATE TABEL b (id int);\nDROP TABLE c;\nALTER TABLE;\nDROP TABLE d");
  EXPECT_EQ(sql.Texts(), (Strings{"DROP TABLE a", "DROP TABLE c", "DROP TABLE d"}));
  ASSERT_EQ(sql.problems().size(), 2U);
  EXPECT_EQ(sql.Text(sql.problems()[0].span), "TABEL");
  EXPECT_EQ(sql.problems()[1].message, "syntax error at or near \";\"");
  EXPECT_EQ(sql.At(sql.problems()[1].span).line, 4U);
}

TEST(Parse, AnOpenParenthesisEndsWithItsStatement) {
  const Parsed sql("CREATE TABLE a (id int;\nCREATE TABLE b (id int);");
  EXPECT_EQ(sql.Texts(), (Strings{"CREATE TABLE b (id int)"}));
  ASSERT_EQ(sql.problems().size(), 1U);
  EXPECT_EQ(sql.problems()[0].message, "syntax error at or near \";\"");
}

TEST(Parse, AtTheEndOfInputTheProblemPointsBehindTheLastToken) {
  const Parsed sql("DROP TABLE");
  ASSERT_EQ(sql.problems().size(), 1U);
  EXPECT_EQ(sql.problems()[0].message, "syntax error at end of input");
  EXPECT_EQ(sql.problems()[0].span.begin, 10U);
}

TEST(Parse, WhatStandsBeforeAnUnterminatedStringIsRead) {
  const Parsed sql("DROP TABLE a; SELECT 'open;\nDROP TABLE b;");
  EXPECT_EQ(sql.Texts(), (Strings{"DROP TABLE a"}));
  ASSERT_EQ(sql.problems().size(), 1U);
  EXPECT_EQ(sql.Text(sql.problems()[0].span), "'open;");
}

TEST(Parse, TheScannersOtherErrorsEndWithTheirStatement) {
  const Parsed sql("DROP TABLE a; SELECT 12abc; DROP TABLE b; SELECT 0x; DROP TABLE c;");
  EXPECT_EQ(sql.Texts(), (Strings{"DROP TABLE a", "DROP TABLE b", "DROP TABLE c"}));
  ASSERT_EQ(sql.problems().size(), 2U);
  EXPECT_EQ(sql.problems()[0].message, "trailing junk after numeric literal at or near \"12abc\"");
}

TEST(Parse, NulBytesAndInvalidUtf8AreRefused) {
  const Parsed nul(std::string("DROP TABLE a;\0DROP TABLE b;", 27));
  ASSERT_EQ(nul.problems().size(), 1U);
  EXPECT_FALSE(nul.problems()[0].syntax);
  EXPECT_EQ(nul.problems()[0].span.begin, 13U);
  EXPECT_EQ(nul.problems()[0].message, "invalid byte sequence for encoding \"UTF8\": 0x00");
  EXPECT_TRUE(nul.statements().empty());
  for (const char* bad : {"SELECT '\xFF'", "SELECT '\xC0\x80'", "SELECT '\xED\xA0\x80'",
                          "SELECT '\xF4\x90\x80\x80'", "SELECT '\xE2\x82"}) {
    const Parsed sql(bad);
    ASSERT_EQ(sql.problems().size(), 1U) << bad;
    EXPECT_FALSE(sql.problems()[0].syntax);
    EXPECT_EQ(sql.problems()[0].span.begin, 8U);
  }
}

TEST(Parse, OnlyTheSectionsAreRead) {
  const std::string text = "-- up\nDROP TABLE a;\n-- down\nDROP TABLE b;\n-- up\nDROP TABLE c;";
  const auto at = [&](const char* word) { return static_cast<std::uint32_t>(text.find(word)); };
  ParseOptions options;
  options.sections = {{{}, 0, at("-- down")}, {{}, at("-- up\nDROP TABLE c"), 999}};
  const Parsed sql(text, options);
  EXPECT_EQ(sql.Texts(), (Strings{"DROP TABLE a", "DROP TABLE c"}));
  EXPECT_EQ(sql.At(sql.statements()[1].span).line, 6U);
  EXPECT_EQ(sql.file().chunks.size(), 2U);
}

TEST(Parse, SemicolonsInsideRulesAndSqlBodiesEndNothing) {
  const Parsed sql(
      "CREATE RULE r AS ON INSERT TO t DO ALSO (DELETE FROM a; DELETE FROM b);\n"
      "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; SELECT 2; "
      "END;\nSELECT 3 FROM FROM;");
  ASSERT_EQ(sql.statements().size(), 2U);
  EXPECT_NE(As<CreateRule>(sql.statements()[0]), nullptr);
  EXPECT_NE(As<CreateFunction>(sql.statements()[1]), nullptr);
  EXPECT_EQ(sql.problems().size(), 1U);
}

TEST(Parse, ManyStatementsGoThroughInBatches) {
  std::string text;
  for (int i = 0; i < 5000; ++i)
    text += "ALTER TABLE t" + std::to_string(i) + " ADD COLUMN a int;\n";
  text += "ALTER TABLE broken ADD COLUMN;\nDROP TABLE last;";
  const Parsed sql(text);
  ASSERT_EQ(sql.statements().size(), 5001U);
  EXPECT_EQ(sql.Text(sql.statements()[4321].span), "ALTER TABLE t4321 ADD COLUMN a int");
  EXPECT_EQ(sql.At(sql.statements()[4321].span).line, 4322U);
  ASSERT_EQ(sql.problems().size(), 1U);
  EXPECT_EQ(sql.At(sql.problems()[0].span).line, 5001U);
}

TEST(Parse, KnowsItsGrammar) { EXPECT_TRUE(GrammarVersion().starts_with("18.")); }

}  // namespace
}  // namespace hoglint
