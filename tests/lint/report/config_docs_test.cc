// docs/schema/hoglint.schema.json and docs/guide/config.md. HOGLINT_UPDATE=1 rewrites them.
#include "lint/report/config_docs.h"

#include <fmt/format.h>
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

using ::testing::IsEmpty;
using Json = nlohmann::ordered_json;

TEST(ConfigDocsTest, TheSchemaIsUpToDate) {
  ExpectGolden(RenderConfigSchema(AllRules()), SourceFolder() / "docs/schema/hoglint.schema.json");
}

TEST(ConfigDocsTest, ThePageIsUpToDate) {
  ExpectGolden(RenderConfigPage(AllRules()), SourceFolder() / "docs/guide/config.md");
}

// What is wrong with a config; empty: nothing.
std::vector<ConfigProblem> ProblemsOf(const std::string& text) {
  std::vector<std::string_view> rules;
  std::vector<std::span<const RuleOption>> options;
  for (const Rule* rule : AllRules()) {
    rules.push_back(rule->id.view());
    options.push_back(rule->options);
  }
  std::vector<std::string_view> runners;
  for (const Runner& runner : Runners()) runners.push_back(runner.name);
  const SourceFile file(FileId{}, "hoglint.json", text);
  return ReadConfig(file, {.rules = rules,
                           .options = options,
                           .runners = runners,
                           .oldest_postgres = 12,
                           .newest_postgres = 18})
      .problems;
}

// Every key has a schema of its own, and every example is a value that is read without a problem.
TEST(ConfigDocsTest, KeysAndExamplesHold) {
  const Json schema = Json::parse(RenderConfigSchema(AllRules()), nullptr, false);
  ASSERT_FALSE(schema.is_discarded());
  for (const ConfigKey& key : ConfigKeys()) {
    EXPECT_GT(schema["properties"][std::string(key.name)].size(), 1U) << key.name;
    EXPECT_THAT(ProblemsOf(fmt::format("{{\"{}\": {}}}", key.name, key.example)), IsEmpty())
        << key.name;
  }
}

TEST(ConfigDocsTest, OptionsOfRulesHold) {
  int options = 0;
  for (const Rule* rule : AllRules()) {
    for (const RuleOption& option : rule->options) {
      ++options;
      EXPECT_NE(option.name, "level") << rule->id.view();
      EXPECT_FALSE(option.summary.empty() || option.summary.ends_with('.')) << rule->id.view();
      EXPECT_THAT(ProblemsOf(fmt::format("{{\"rules\": {{\"{}\": {{\"{}\": {}}}}}}}",
                                         rule->id.view(), option.name, option.example)),
                  IsEmpty())
          << rule->id.view();
      if (option.type != OptionType::kNumber) continue;
      EXPECT_LE(option.least, option.number) << rule->id.view();
      EXPECT_LE(option.number, option.most) << rule->id.view();
    }
  }
  EXPECT_GT(options, 0);
}

}  // namespace
}  // namespace hoglint::testing
