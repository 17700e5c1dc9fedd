#include "checker/project/name_order.h"

#include <gmock/gmock.h>

#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

namespace hoglint {
namespace {

TEST(CompareNaturally, ReadsNumbersAsNumbers) {
  EXPECT_TRUE(CompareNaturally("2_b", "10_a") < 0);
  EXPECT_TRUE(CompareNaturally("0009-x", "00010-a") < 0);  // supabase-storage has this
  EXPECT_TRUE(CompareNaturally("1_a2", "1_a10") < 0);
  EXPECT_TRUE(CompareNaturally("1", "1_a") < 0);
  EXPECT_TRUE(CompareNaturally("9", "a") < 0);
  EXPECT_TRUE(CompareNaturally("0001_a", "0001_a") == 0);
}

TEST(CompareNaturally, TellsNamesOfOneValueApart) {
  EXPECT_TRUE(CompareNaturally("01_x", "1_x") != 0);
  EXPECT_TRUE(CompareNaturally("99999999999999999998", "99999999999999999999") < 0);
}

TEST(CompareFlywayVersions, ComparesPartByPart) {
  EXPECT_TRUE(CompareFlywayVersions("V1__z", "V1.1__a") < 0);
  EXPECT_TRUE(CompareFlywayVersions("V1.2__z", "V1.10__a") < 0);
  EXPECT_TRUE(CompareFlywayVersions("V1_2__z", "V2__a") < 0);
  EXPECT_TRUE(CompareFlywayVersions("V1.0__a", "V1__b") < 0);  // one version twice: by name
}

TEST(IsFlywayVersioned, WantsANumberAndTwoUnderscores) {
  EXPECT_TRUE(IsFlywayVersioned("V1__create"));
  EXPECT_TRUE(IsFlywayVersioned("V20240101.3__create"));
  EXPECT_FALSE(IsFlywayVersioned("V1_create"));
  EXPECT_FALSE(IsFlywayVersioned("V__create"));
  EXPECT_FALSE(IsFlywayVersioned("View__create"));
  EXPECT_FALSE(IsFlywayVersioned("R__create"));
  EXPECT_FALSE(IsFlywayVersioned(""));
}

// locale_order.txt holds names as Node.js 20 (ICU 78) sorted them:
//   [...names].sort((a, b) => a.localeCompare(b))
// Its last part has every printable ASCII character; 30,000 further random names agreed as well.
TEST(CompareByLocale, OrdersAsNodeDoes) {
  const char* source = std::getenv("HOGLINT_SOURCE_DIR");
  ASSERT_NE(source, nullptr);
  std::ifstream file(std::string(source) + "/tests/checker/project/locale_order.txt");
  std::vector<std::string> names;
  for (std::string line; std::getline(file, line);) names.push_back(line);
  ASSERT_GT(names.size(), 500U);
  for (std::size_t i = 1; i < names.size(); ++i) {
    EXPECT_TRUE(CompareByLocale(names[i - 1], names[i]) < 0) << names[i - 1] << " < " << names[i];
    EXPECT_TRUE(CompareByLocale(names[i], names[i - 1]) > 0) << names[i] << " > " << names[i - 1];
  }
}

}  // namespace
}  // namespace hoglint
