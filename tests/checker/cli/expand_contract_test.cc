// The third step of expand, migrate, contract, told from snapshots that drizzle-kit 0.31 has
// written: tests/workspaces/expand-contract.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/golden.h"
#include "tests/support/temp_folder.h"

namespace hoglint {
namespace {

using ::testing::HasSubstr;
using ::testing::SizeIs;

class ExpandContractTest : public ::testing::Test {
 protected:
  // The findings of that rule of `hoglint --all`, in order.
  std::vector<nlohmann::json> FindingsOf(std::string_view rule) {
    const char* binary = std::getenv("HOGLINT_BINARY");
    EXPECT_NE(binary, nullptr);
    const std::string workspace = testing::SourceFolder() / "tests/workspaces/expand-contract";
    const std::string out = folder_ / "out";
    const std::string command =
        std::string(binary) + " --all --format json " + workspace + " > " + out;
    EXPECT_NE(std::system(command.c_str()), -1);
    const auto report = nlohmann::json::parse(testing::ReadWholeFile(out), nullptr, false);
    std::vector<nlohmann::json> found;
    if (!report.contains("findings")) return found;
    for (const auto& finding : report["findings"]) {
      if (finding["rule"] == rule) found.push_back(finding);
    }
    return found;
  }

  testing::TempFolder folder_;
};

TEST_F(ExpandContractTest, TheSnapshotsTellTheThirdStep) {
  const auto found = FindingsOf("drop-column");
  ASSERT_THAT(found, SizeIs(2));
  EXPECT_EQ(found[0]["migration"], "0002_contract");
  EXPECT_EQ(found[0]["level"], "note");
  EXPECT_THAT(found[0]["effect"].get<std::string>(), HasSubstr("since 0001_stop_using_nick"));
  EXPECT_EQ(found[1]["migration"], "0003_all_at_once");
  EXPECT_EQ(found[1]["level"], "error");
  EXPECT_THAT(found[1]["effect"].get<std::string>(), HasSubstr("as of 0002_contract declares it"));

  const auto tables = FindingsOf("drop-table");
  ASSERT_THAT(tables, SizeIs(1));
  EXPECT_THAT(tables[0]["effect"].get<std::string>(),
              HasSubstr("which the schema as of 0002_contract declares"));
}

}  // namespace
}  // namespace hoglint
