// SARIF reports against the official schema, and configs against ours, by a validator that is not
// ours (validators/install.sh). Skipped aloud without node and the packages.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>

#include "lint/report/config_docs.h"
#include "lint/report/report_sarif.h"
#include "rules/rule_table.h"
#include "tests/support/golden.h"
#include "tests/support/lint_text.h"
#include "tests/support/temp_folder.h"

namespace hoglint::testing {
namespace {

class SchemaValidationTest : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!std::filesystem::exists(Script().parent_path() / "node_modules")) {
      GTEST_SKIP() << "no validators: tests/lint/report/validators/install.sh installs them";
    }
  }

  static std::filesystem::path Script() { return SourceFolder() / ".deps/validators/validate.cjs"; }

  static bool IsValid(const std::string& arguments) {
    return std::system(fmt::format("node '{}' {}", Script().string(), arguments).c_str()) == 0;
  }

  TempFolder folder_;
};

TEST_F(SchemaValidationTest, SarifIsWhatTheStandardSays) {
  const LintedText linted = LintAfter(
      "CREATE TABLE users (id int PRIMARY KEY, a text, b text[]);",
      "ALTER TABLE users DROP COLUMN a;\nDO $$ BEGIN EXECUTE 'x' || 'y'; END $$;\n"
      "-- hoglint: allow drop-table gone\nDROP TABLE users;\n-- hoglint: allow\nSELECT 1;");
  ASSERT_FALSE(linted.report.suppressed.empty());
  ASSERT_FALSE(linted.report.not_checked.empty());
  const std::string path =
      folder_.Write("a.sarif", RenderSarif(linted.report, linted.sources, AllRules(), "1.2.3"));
  EXPECT_TRUE(IsValid("sarif " + path));
  EXPECT_TRUE(IsValid("sarif " + folder_.Write("b.sarif", RenderSarif({}, {}, AllRules(), "1"))));
}

TEST_F(SchemaValidationTest, ConfigSchemaTakesWhatIsRightAndNothingElse) {
  const std::string schema = folder_.Write("schema.json", RenderConfigSchema(AllRules()));
  const auto takes = [&](std::string_view config) {
    return IsValid(
        fmt::format("config {} {} > /dev/null", schema, folder_.Write("config.json", config)));
  };
  EXPECT_TRUE(takes("{}"));
  EXPECT_TRUE(takes(R"({"extends": ["strict"], "rules": {"drop-column": "off",
      "drop-table": {"level": "note"}}, "postgres": 17, "failOn": "warning", "ignore": ["a"],
      "overrides": [{"paths": ["a"], "rules": {}}], "compat": ["squawk"],
      "engine": {"packages": ["p"]}})"));
  EXPECT_FALSE(takes(R"({"ruls": {}})"));
  EXPECT_FALSE(takes(R"({"rules": {"drop-colum": "off"}})"));
  EXPECT_FALSE(takes(R"({"rules": {"drop-column": "warn"}})"));
  EXPECT_FALSE(takes(R"({"extends": "strikt"})"));
  EXPECT_FALSE(takes(R"({"postgres": 11})"));
}

}  // namespace
}  // namespace hoglint::testing
