// docs/schema/hoglint.schema.json and docs/guide/config.md. HOGLINT_UPDATE=1 rewrites them.
#include "lint/report/config_docs.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "lint/config/config.h"
#include "rules/rule_table.h"
#include "tests/support/golden.h"

namespace hoglint::testing {
namespace {

using Json = nlohmann::ordered_json;

TEST(ConfigDocsTest, TheSchemaIsUpToDate) {
  ExpectGolden(RenderConfigSchema(AllRules()), SourceFolder() / "docs/schema/hoglint.schema.json");
}

TEST(ConfigDocsTest, ThePageIsUpToDate) {
  ExpectGolden(RenderConfigPage(), SourceFolder() / "docs/guide/config.md");
}

// Every key has a schema of its own, and every example is a value that is read without a problem.
TEST(ConfigDocsTest, KeysAndExamplesHold) {
  const Json schema = Json::parse(RenderConfigSchema(AllRules()), nullptr, false);
  ASSERT_FALSE(schema.is_discarded());
  std::vector<std::string_view> rules;
  for (const Rule* rule : AllRules()) rules.push_back(rule->id.view());
  std::vector<std::string_view> runners;
  for (const Runner& runner : Runners()) runners.push_back(runner.name);
  for (const ConfigKey& key : ConfigKeys()) {
    EXPECT_GT(schema["properties"][std::string(key.name)].size(), 1U) << key.name;
    const SourceFile file(FileId{}, "hoglint.json",
                          "{\"" + std::string(key.name) + "\": " + std::string(key.example) + "}");
    EXPECT_TRUE(ReadConfig(file, {rules, runners, 12, 18}).problems.empty()) << key.name;
  }
}

}  // namespace
}  // namespace hoglint::testing
