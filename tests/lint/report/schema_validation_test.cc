// SARIF reports against the official schema, by a validator that is not ours
// (validators/install.sh). Skipped aloud without node and the packages.
#include <fmt/format.h>
#include <gmock/gmock.h>

#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>

#include "lint/report/report_sarif.h"
#include "rules/rule_table.h"
#include "tests/support/command_output.h"
#include "tests/support/golden.h"
#include "tests/support/lint_text.h"
#include "tests/support/temp_folder.h"

namespace hoglint::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

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
  LintedText linted = LintAfter(
      "CREATE TABLE users (id int PRIMARY KEY, a text, b text[]);",
      "ALTER TABLE users DROP COLUMN a;\nDO $$ BEGIN EXECUTE 'x' || 'y'; END $$;\n"
      "-- hoglint: allow drop-table gone\nDROP TABLE users;\n-- hoglint: allow\nSELECT 1;");
  ASSERT_FALSE(linted.report.suppressed.empty());
  ASSERT_FALSE(linted.report.not_checked.empty());
  linted.report.unused = {{.file = "hoglint.json", .line = 3, .message = "'[x]/*' fits nothing"}};
  const std::string path =
      folder_.Write("a.sarif", RenderSarif(linted.report, linted.sources, AllRules(), "1.2.3"));
  EXPECT_TRUE(IsValid("sarif " + path));
  EXPECT_TRUE(IsValid("sarif " + folder_.Write("b.sarif", RenderSarif({}, {}, AllRules(), "1"))));
}

// Microsoft's own checks, which ask for more than the schema: help, names, places that exist. The
// second report shows that they find something.
TEST_F(SchemaValidationTest, SarifPassesMicrosoftsMultitool) {
  const std::filesystem::path folder = Script().parent_path();
  const auto tool = folder / "node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool";
  if (!std::filesystem::exists(tool)) GTEST_SKIP() << "no sarif-multitool for this machine";
  const auto validate = [&](const std::string& path) {
    return RunCommand(
        fmt::format("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1 '{}' validate --level 'Error;Warning' "
                    "--config '{}' '{}' 2>&1",
                    tool.string(), (folder / "multitool.xml").string(), path));
  };
  LintedText linted =
      LintAfter("CREATE TABLE users (id int PRIMARY KEY, a text);",
                "ALTER TABLE users DROP COLUMN a;\nDO $$ BEGIN EXECUTE 'x' || 'y'; END $$;\n"
                "-- hoglint: allow drop-table gone\nDROP TABLE users;");
  linted.report.unused = {{.file = "hoglint.json", .line = 3, .message = "'[x]/*' fits nothing"}};
  std::string sarif = RenderSarif(linted.report, linted.sources, AllRules(), "1.2.3");
  const std::string output = validate(folder_.Write("a.sarif", sarif)).text;
  EXPECT_THAT(output,
              ::testing::AllOf(HasSubstr("Analysis completed successfully"),
                               Not(HasSubstr("warning SARIF")), Not(HasSubstr("error SARIF"))));
  const std::string member = "\"informationUri\"";
  sarif.replace(sarif.find(member), member.size(), "\"downloadUri\"");
  EXPECT_THAT(validate(folder_.Write("b.sarif", sarif)).text, HasSubstr("warning SARIF2005"));
}

}  // namespace
}  // namespace hoglint::testing
