// Volatility of defaults: what ADD COLUMN has to compute once, or row by row.
#include <gtest/gtest.h>

#include "lint/schema/builtins.h"
#include "tests/support/catalogue_after.h"

namespace hoglint::testing {
namespace {

Volatility DefaultVolatility(const std::string& expression, const std::string& before = {}) {
  const Catalogue catalogue =
      CatalogueAfter(before + "CREATE TABLE t (a text DEFAULT " + expression + ")");
  return RelationIn(catalogue, "t").columns.at(0).default_value->volatility;
}

TEST(Volatility, ComesFromPgProc) {
  EXPECT_EQ(DefaultVolatility("'x'"), Volatility::kImmutable);
  EXPECT_EQ(DefaultVolatility("lower('X')"), Volatility::kImmutable);
  EXPECT_EQ(DefaultVolatility("now()"), Volatility::kStable);
  EXPECT_EQ(DefaultVolatility("CURRENT_TIMESTAMP"), Volatility::kStable);
  EXPECT_EQ(DefaultVolatility("to_char(now(), 'YYYY')"), Volatility::kStable);
  EXPECT_EQ(DefaultVolatility("gen_random_uuid()"), Volatility::kVolatile);
  EXPECT_EQ(DefaultVolatility("clock_timestamp()"), Volatility::kVolatile);
  EXPECT_EQ(DefaultVolatility("pg_catalog.random()"), Volatility::kVolatile);
}

TEST(Volatility, OfTheFilesFunctionsComesFromTheirDeclaration) {
  const std::string immutable =
      "CREATE FUNCTION f() RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 1';";
  const std::string unsaid = "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';";
  EXPECT_EQ(DefaultVolatility("f()", immutable), Volatility::kImmutable);
  EXPECT_EQ(DefaultVolatility("f()", unsaid), Volatility::kVolatile);
}

TEST(Volatility, OfUnknownFunctionsIsUnknown) {
  EXPECT_EQ(DefaultVolatility("uuid_generate_v4()"), Volatility::kUnknown);
  EXPECT_FALSE(BuiltinVolatility("uuid_generate_v4").has_value());
}

TEST(Volatility, OfSerialColumnsIsVolatile) {
  const Catalogue catalogue = CatalogueAfter("CREATE TABLE t (id serial)");
  EXPECT_EQ(RelationIn(catalogue, "t").columns.at(0).default_value->volatility,
            Volatility::kVolatile);
}

}  // namespace
}  // namespace hoglint::testing
