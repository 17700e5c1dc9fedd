// Identifiers and types: quoting, cutting, format_type().
#include "lint/sql/names.h"

#include <gtest/gtest.h>

#include "tests/lint/sql/parsed.h"

namespace hoglint {
namespace {

TEST(Names, AreQuotedWhenSqlWouldReadThemOtherwise) {
  EXPECT_EQ(QuoteIdentifier("users"), "users");
  EXPECT_EQ(QuoteIdentifier("_a1"), "_a1");
  EXPECT_EQ(QuoteIdentifier("userId"), "\"userId\"");
  EXPECT_EQ(QuoteIdentifier("1a"), "\"1a\"");
  EXPECT_EQ(QuoteIdentifier("a\"b"), "\"a\"\"b\"");
  EXPECT_EQ(QuoteIdentifier("ä"), "\"ä\"");
  EXPECT_EQ(QuoteIdentifier(""), "\"\"");
  // PostgreSQL's quote_identifier(): reserved words and names of types and functions, not the rest.
  EXPECT_EQ(QuoteIdentifier("order"), "\"order\"");
  EXPECT_EQ(QuoteIdentifier("user"), "\"user\"");
  EXPECT_EQ(QuoteIdentifier("values"), "\"values\"");
  EXPECT_EQ(QuoteIdentifier("left"), "\"left\"");
  EXPECT_EQ(QuoteIdentifier("name"), "name");
  EXPECT_EQ(QuoteIdentifier("key"), "key");
}

TEST(Names, AreShownWithTheirSchema) {
  EXPECT_EQ(ToString(QualifiedName{"public", "order"}), "public.\"order\"");
  EXPECT_EQ(ToString(QualifiedName{"", "t"}), "t");
  EXPECT_EQ(DisplayName(QualifiedName{"public", "order"}), "\"order\"");
  EXPECT_EQ(DisplayName(QualifiedName{"app", "t"}), "app.t");
}

TEST(Names, AreCutAt63BytesBetweenCharacters) {
  EXPECT_EQ(TruncateIdentifier(std::string(63, 'a')), std::string(63, 'a'));
  EXPECT_EQ(TruncateIdentifier(std::string(64, 'a')), std::string(63, 'a'));
  EXPECT_EQ(TruncateIdentifier(std::string(62, 'a') + "ä"), std::string(62, 'a'));
  EXPECT_EQ(TruncateIdentifier(std::string(61, 'a') + "ä"), std::string(61, 'a') + "ä");
}

TEST(Names, ComeFromTheTextAsPostgresqlStoresThem) {
  const One<CreateTable> folded("CREATE TABLE Public.MyTable (A int)");
  EXPECT_EQ(Dotted(folded->table), "public.mytable");
  EXPECT_EQ(folded->columns[0].name, "a");
  const One<CreateTable> quoted("CREATE TABLE \"My\"\"Table\" (\"A b\" int)");
  EXPECT_EQ(quoted->table.name, "My\"Table");
  EXPECT_EQ(quoted->columns[0].name, "A b");
  const One<CreateTable> cut("CREATE TABLE " + std::string(70, 'x') + " (id int)");
  EXPECT_EQ(cut->table.name, std::string(63, 'x'));
  EXPECT_EQ(cut.Text(cut->table.span), std::string(70, 'x'));
}

TypeName TypeOf(const std::string& written) {
  const One<CreateTable> table("CREATE TABLE t (c " + written + ")");
  return table->columns.empty() ? TypeName{} : table->columns[0].type;
}

TEST(Types, ArePrintedAsFormatTypeDoes) {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"int", "integer"},
      {"INTEGER", "integer"},
      {"int4", "integer"},
      {"int8", "bigint"},
      {"bigint", "bigint"},
      {"smallint", "smallint"},
      {"serial", "integer"},
      {"bigserial", "bigint"},
      {"serial2", "smallint"},
      {"text", "text"},
      {"varchar", "character varying"},
      {"varchar(20)", "character varying(20)"},
      {"character varying(20)", "character varying(20)"},
      {"char", "character(1)"},
      {"char(3)", "character(3)"},
      {"bpchar", "bpchar"},
      {"\"char\"", "\"char\""},
      {"bool", "boolean"},
      {"real", "real"},
      {"float", "double precision"},
      {"float(10)", "real"},
      {"double precision", "double precision"},
      {"numeric", "numeric"},
      {"numeric(10)", "numeric(10,0)"},
      {"decimal(10, 2)", "numeric(10,2)"},
      {"bit", "bit(1)"},
      {"bit varying(8)", "bit varying(8)"},
      {"timestamp", "timestamp without time zone"},
      {"timestamp(3) with time zone", "timestamp(3) with time zone"},
      {"timestamptz", "timestamp with time zone"},
      {"time", "time without time zone"},
      {"timetz(0)", "time(0) with time zone"},
      {"interval", "interval"},
      {"interval(3)", "interval(3)"},
      {"interval day to second(3)", "interval day to second(3)"},
      {"interval year", "interval year"},
      {"uuid", "uuid"},
      {"jsonb", "jsonb"},
      {"json", "json"},
      {"int[]", "integer[]"},
      {"text[][]", "text[]"},
      {"text ARRAY[3]", "text[]"},
      {"public.mood", "mood"},
      {"app.mood", "app.mood"},
      {"\"Mood\"", "\"Mood\""},
      {"vector(1536)", "vector(1536)"},
      {"geometry(Point, 4326)", "geometry(point,4326)"},
  };
  for (const auto& [written, printed] : cases) EXPECT_EQ(FormatType(TypeOf(written)), printed);
}

TEST(Types, KeepTheirPartsAndPlace) {
  const One<CreateTable> table(
      "CREATE TABLE t (a numeric(10, 2)[] NOT NULL, b timestamp (3) with time zone DEFAULT now())");
  const TypeName& numeric = table->columns[0].type;
  EXPECT_EQ(numeric.schema, "pg_catalog");
  EXPECT_EQ(numeric.modifiers, (Strings{"10", "2"}));
  EXPECT_EQ(numeric.array_dimensions, 1);
  EXPECT_EQ(table.Text(numeric.span), "numeric(10, 2)[]");
  EXPECT_EQ(table.Text(table->columns[1].type.span), "timestamp (3) with time zone");
}

TEST(Types, SerialIsNoTypeOfTheCatalogue) {
  EXPECT_TRUE(IsSerial(TypeOf("serial")));
  EXPECT_TRUE(IsSerial(TypeOf("smallserial")));
  EXPECT_TRUE(IsSerial(TypeOf("bigserial")));
  EXPECT_FALSE(IsSerial(TypeOf("integer")));
  EXPECT_FALSE(IsSerial(TypeOf("app.serial")));
  EXPECT_EQ(TypeOf("serial").schema, "");
}

TEST(Types, OfFunctions) {
  const One<CreateFunction> function(
      "CREATE FUNCTION f(t.c%TYPE) RETURNS SETOF app.item LANGUAGE sql AS ''");
  EXPECT_TRUE(function->argument_types[0].percent_type);
  EXPECT_EQ(FormatType(function->argument_types[0]), "t.c%TYPE");
  ASSERT_TRUE(function->returns);
  EXPECT_EQ(FormatType(*function->returns), "SETOF app.item");
}

}  // namespace
}  // namespace hoglint
