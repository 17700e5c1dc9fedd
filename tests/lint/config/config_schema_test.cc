// hoglint.json read by hoglint and by its JSON Schema (ajv): what one refuses the other refuses.
// Skipped aloud without node and the packages of tests/lint/report/validators/install.sh.
#include <fmt/format.h>
#include <gmock/gmock.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lint/config/config.h"
#include "lint/facts/runner.h"
#include "rules/rule_table.h"
#include "tests/support/command_output.h"
#include "tests/support/golden.h"
#include "tests/support/temp_folder.h"

namespace hoglint::testing {
namespace {

using ::testing::IsEmpty;
using Json = nlohmann::ordered_json;

// What hoglint says is wrong with a config; empty: nothing.
std::string ProblemOf(const std::string& text) {
  std::vector<std::string_view> rules;
  std::vector<std::span<const RuleOption>> options;
  for (const Rule* rule : AllRules()) {
    rules.push_back(rule->id.view());
    options.push_back(rule->options);
  }
  std::vector<std::string_view> runners;
  for (const Runner& runner : Runners()) runners.push_back(runner.name);
  const SourceFile file(FileId{}, "hoglint.json", text);
  const ConfigReading reading = ReadConfig(file, {.rules = rules,
                                                  .options = options,
                                                  .runners = runners,
                                                  .oldest_postgres = 12,
                                                  .newest_postgres = 18});
  return reading.problems.empty() ? std::string() : reading.problems.front().message;
}

// Has every key, and an option of each type.
constexpr std::string_view kFull = R"({
  "$schema": "https://example.com/hoglint.schema.json",
  "extends": ["recommended", "strict", "drizzle", "hogsend", "sendoka"],
  "tracks": ["packages/db/drizzle"],
  "runner": "drizzle",
  "postgres": 17,
  "base": "origin/main",
  "rules": {
    "create-index-blocks": "warning",
    "drop-table": {"level": "error", "allow": ["*_old"]},
    "lock-timeout-disabled": {"longestSeconds": 10},
    "suppression-without-reason": {"reason": "*OPS-*"}
  },
  "failOn": "error",
  "ignore": ["drizzle/0000_*.sql"],
  "overrides": [{"paths": ["drizzle/000*"],
                 "rules": {"drop-column": "off", "truncate": {"level": "note"}}}],
  "baseline": "hoglint.baseline",
  "compat": ["squawk"],
  "smallTableRows": 10000,
  "engine": {"catalog": "x.json", "schemas": ["auth"],
             "packages": ["a", {"name": "b", "folder": "c", "ledger": "d.e"}]}
})";

const std::vector<std::string>& Good() {
  static const std::vector<std::string> configs{
      std::string(kFull),
      "{}",
      R"({"extends": "strict"})",
      R"({"extends": []})",
      R"({"rules": {}})",
      R"({"rules": {"drop-table": {}}})",
      R"({"rules": {"drop-table": {"allow": []}}})",
      R"({"smallTableRows": 0})",
      R"({"smallTableRows": 1e3})",
      R"({"postgres": 12})",
      R"({"overrides": []})",
      R"({"overrides": [{"paths": ["a"], "rules": {}}]})",
      R"({"engine": {}})",
      R"({"tracks": [], "ignore": [], "compat": []})",
  };
  return configs;
}

const std::vector<std::string>& Bad() {
  static const std::vector<std::string> configs{
      "[]",
      "null",
      "\"strict\"",
      R"({"ruls": {}})",
      R"({"extends": "strikt"})",
      R"({"extends": ["strict", "strikt"]})",
      R"({"extends": ""})",
      R"({"rules": {"drop-colum": "off"}})",
      R"({"rules": {"drop-column": "warn"}})",
      R"({"rules": {"drop-column": ["off"]}})",
      R"({"rules": {"drop-table": {"alow": []}}})",
      R"({"rules": {"drop-table": {"allow": "a"}}})",
      R"({"rules": {"drop-table": {"allow": [""]}}})",
      R"({"rules": {"create-index-blocks": {"allow": []}}})",
      R"({"rules": {"lock-timeout-disabled": {"longestSeconds": 0}}})",
      R"({"rules": {"lock-timeout-disabled": {"longestSeconds": 86401}}})",
      R"({"rules": {"lock-timeout-disabled": {"longestSeconds": 1.5}}})",
      R"({"rules": {"suppression-without-reason": {"reason": ""}}})",
      R"({"postgres": 11})",
      R"({"postgres": 19})",
      R"({"postgres": "17"})",
      R"({"smallTableRows": -1})",
      R"({"smallTableRows": 0.5})",
      R"({"smallTableRows": 1000000000001})",
      R"({"failOn": "fatal"})",
      R"({"runner": "flyway2"})",
      R"({"base": ""})",
      R"({"tracks": [""]})",
      R"({"tracks": "a"})",
      R"({"overrides": [{"rules": {}}]})",
      R"({"overrides": [{"paths": ["a"]}]})",
      R"({"overrides": [{"paths": [], "rules": {}}]})",
      R"({"overrides": [{"paths": ["a"], "rules": {}, "level": "off"}]})",
      R"({"overrides": {}})",
      R"({"compat": ["eugene"]})",
      R"({"compat": "squawk"})",
      R"({"engine": {"packages": [{"folder": "a"}]}})",
      R"({"engine": {"packages": [""]}})",
      R"({"engine": {"packages": "a"}})",
      R"({"engine": {"schemas": ["a", 1]}})",
      R"({"engine": {"tables": []}})",
      R"({"engine": []})",
  };
  return configs;
}

// The full config with each member, in turn, of a wrong type, and each object with an unknown one.
void Spoil(const Json& whole, const Json::json_pointer& place, std::vector<std::string>& configs) {
  const auto add = [&](const Json::json_pointer& at, const Json& value) {
    Json spoiled = whole;
    spoiled[at] = value;
    configs.push_back(spoiled.dump());
  };
  const Json& node = whole[place];
  if (node.is_object()) add(place / "noSuchKey", 1);
  if (!node.is_structured()) return;
  std::size_t number = 0;
  for (const auto& [key, value] : node.items()) {
    const Json::json_pointer inner = node.is_array() ? place / number++ : place / key;
    add(inner, true);
    Spoil(whole, inner, configs);
  }
}

class ConfigSchemaTest : public ::testing::Test {
 protected:
  static std::filesystem::path Modules() { return SourceFolder() / ".deps/validators"; }

  void SetUp() override {
    if (!std::filesystem::exists(Modules() / "node_modules")) {
      GTEST_SKIP() << "no validators: tests/lint/report/validators/install.sh installs them";
    }
  }

  // Positions of the configs that the schema refuses.
  std::set<std::size_t> Refused(const std::vector<std::string>& configs) {
    const std::string path =
        folder_.Write("configs.json", fmt::format("[{}]", fmt::join(configs, ",")));
    const std::string root = SourceFolder().string();
    const std::string said =
        RunCommand(fmt::format("node '{0}/tests/lint/report/validators/each.cjs' '{1}' "
                               "'{0}/docs/schema/hoglint.schema.json' '{2}'",
                               root, Modules().string(), path))
            .text;
    const Json json = Json::parse(said, nullptr, false);
    EXPECT_TRUE(json.is_array()) << said;
    std::set<std::size_t> refused;
    for (const Json& line : json) refused.insert(std::stoul(line.get<std::string>()));
    return refused;
  }

  TempFolder folder_;
};

TEST_F(ConfigSchemaTest, BothTakeWhatIsRight) {
  for (const std::string& config : Good()) EXPECT_EQ(ProblemOf(config), "") << config;
  EXPECT_THAT(Refused(Good()), IsEmpty());
}

TEST_F(ConfigSchemaTest, BothRefuseWhatIsWrong) {
  std::vector<std::string> configs = Bad();
  Spoil(Json::parse(kFull), Json::json_pointer(), configs);
  ASSERT_GT(configs.size(), 80U);
  const std::set<std::size_t> refused = Refused(configs);
  for (std::size_t i = 0; i < configs.size(); ++i) {
    EXPECT_NE(ProblemOf(configs[i]), "") << "hoglint takes " << configs[i];
    EXPECT_TRUE(refused.contains(i)) << "the schema takes " << configs[i];
  }
}

}  // namespace
}  // namespace hoglint::testing
