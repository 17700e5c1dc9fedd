// hoglint.json: what is read, and what is said of what makes no sense.
#include "lint/config/config.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lint/facts/runner.h"
#include "rules/rule_table.h"

namespace hoglint {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Pair;

constexpr std::array<std::string_view, 3> kRules{"create-index-blocks", "drop-column",
                                                 "drop-table"};
constexpr std::array<std::string_view, 2> kRunners{"drizzle", "per-file"};
constexpr std::array kOptions{
    RuleOption{.name = "allow", .type = OptionType::kNames, .summary = "x", .example = "[]"},
    RuleOption{.name = "reason", .type = OptionType::kText, .summary = "x", .example = "\"a\""},
    RuleOption{.name = "rows",
               .type = OptionType::kNumber,
               .summary = "x",
               .example = "1",
               .number = 5,
               .least = 1,
               .most = 9}};
constexpr std::array<std::span<const RuleOption>, 3> kRuleOptions{
    std::span<const RuleOption>{}, std::span<const RuleOption>(kOptions),
    std::span<const RuleOption>{}};
constexpr ConfigWords kWords{.rules = kRules,
                             .options = kRuleOptions,
                             .runners = kRunners,
                             .oldest_postgres = 12,
                             .newest_postgres = 18};

SourceFile File(std::string_view text) { return {FileId{}, "hoglint.json", std::string(text)}; }

Config Read(std::string_view text) {
  const SourceFile file = File(text);
  const ConfigReading reading = ReadConfig(file, kWords);
  for (const ConfigProblem& problem : reading.problems) ADD_FAILURE() << problem.message;
  return reading.config;
}

// "2:3: no key 'ruls'; did you mean 'rules'?"
std::vector<std::string> Problems(std::string_view text) {
  const SourceFile file = File(text);
  std::vector<std::string> lines;
  for (const ConfigProblem& problem : ReadConfig(file, kWords).problems) {
    const Position at = file.PositionAt(problem.span.begin);
    lines.push_back(fmt::format("{}:{}: {}", at.line, at.column, problem.message));
  }
  return lines;
}

TEST(ConfigTest, ReadsEveryKey) {
  const Config config = Read(R"({
  // where migrations are
  "$schema": "https://example.com/x.json",
  "tracks": ["a", "b" /* two */],
  "runner": "drizzle", "postgres": 16, "base": "main",
  "rules": {"drop-column": "warning", "drop-table": {"level": "off"}},
  "failOn": "note", "ignore": ["old/**"], "baseline": "b.txt", "compat": ["squawk"],
  "overrides": [{"paths": ["a/*"], "rules": {"drop-column": "off"}}],
  "smallTableRows": 1e3, "engine": {"catalog": "c.json", "packages": ["p"]}
})");
  EXPECT_THAT(config.tracks, ElementsAre("a", "b"));
  EXPECT_EQ(config.runner, "drizzle");
  EXPECT_EQ(config.postgres, 16);
  EXPECT_EQ(config.base, "main");
  EXPECT_THAT(config.rules, ElementsAre(Pair("drop-column", "warning"), Pair("drop-table", "off")));
  EXPECT_EQ(config.fail_on, "note");
  EXPECT_THAT(config.ignore, ElementsAre("old/**"));
  EXPECT_EQ(config.baseline, "b.txt");
  EXPECT_TRUE(config.squawk_comments);
  ASSERT_EQ(config.overrides.size(), 1U);
  EXPECT_THAT(config.overrides[0].paths, ElementsAre("a/*"));
  EXPECT_THAT(config.overrides[0].rules, ElementsAre(Pair("drop-column", "off")));
  EXPECT_EQ(config.small_table_rows, 1000);
  ASSERT_TRUE(config.engine.has_value());
  EXPECT_EQ(config.engine->catalog, "c.json");
  ASSERT_EQ(config.engine->packages.size(), 1U);
  EXPECT_EQ(config.engine->packages.front().name, "p");
}

TEST(ConfigTest, CommentsInsideOfStringsAreText) {
  EXPECT_EQ(Read(R"({"base": "a//b /* c */ \" // d"})").base, "a//b /* c */ \" // d");
}

TEST(ConfigTest, SaysWhatWasMeant) {
  EXPECT_THAT(Problems("{\n  \"ruls\": {}\n}"),
              ElementsAre("2:3: no key 'ruls'; did you mean 'rules'?"));
  EXPECT_THAT(Problems(R"({"rules": {"drop-colum": "off"}})"),
              ElementsAre("1:12: no rule 'drop-colum'; did you mean 'drop-column'?"));
  EXPECT_THAT(Problems(R"({"rules": {"drop-column": "warn"}})"),
              ElementsAre("1:27: no level 'warn'; did you mean 'warning'?"));
  EXPECT_THAT(Problems(R"({"extends": "strikt"})"),
              ElementsAre("1:13: no preset 'strikt'; did you mean 'strict'?"));
  EXPECT_THAT(Problems(R"({"runner": "drizle"})"),
              ElementsAre("1:12: no runner 'drizle'; did you mean 'drizzle'?"));
}

TEST(ConfigTest, SaysWhichTypeIsWanted) {
  EXPECT_THAT(Problems("[]"), ElementsAre("1:1: wants an object, not an array"));
  EXPECT_THAT(Problems(R"({"tracks": "a"})"),
              ElementsAre("1:12: 'tracks' wants a list of paths, not a string"));
  EXPECT_THAT(Problems(R"({"tracks": ["a", 1]})"),
              ElementsAre("1:18: 'tracks' wants a list of paths"));
  EXPECT_THAT(Problems(R"({"postgres": 11})"),
              ElementsAre("1:14: 'postgres' wants a whole number from 12 to 18"));
  EXPECT_THAT(Problems(R"({"base": ""})"), ElementsAre(HasSubstr("'base' is empty")));
  EXPECT_THAT(Problems(R"({"rules": {"drop-column": 1}})"), ElementsAre(HasSubstr("a level")));
  EXPECT_THAT(Problems(R"({"rules": {"drop-column": {"lvl": "off"}}})"),
              ElementsAre(HasSubstr("'lvl'")));
  EXPECT_THAT(Problems(R"({"overrides": [{"paths": ["a"]}, {"rules": {}}]})"),
              ElementsAre(HasSubstr("wants 'rules'"), HasSubstr("wants 'paths'")));
}

TEST(ConfigTest, ReadsOptionsOfRules) {
  const Config config = Read(R"({"rules": {"drop-column": {"allow": ["a", "b.*"], "rows": 3}},
      "overrides": [{"paths": ["x"], "rules": {"drop-column": {"level": "note", "reason": "R"}}}]})");
  EXPECT_THAT(config.rules, IsEmpty());  // its level stays what it is
  const OptionValues& values = config.options.at("drop-column");
  EXPECT_EQ(values.at("allow"), OptionValue(std::vector<std::string>{"a", "b.*"}));
  EXPECT_EQ(values.at("rows"), OptionValue(std::int64_t{3}));
  ASSERT_EQ(config.overrides.size(), 1U);
  EXPECT_THAT(config.overrides[0].rules, ElementsAre(Pair("drop-column", "note")));
  EXPECT_EQ(config.overrides[0].options.at("drop-column").at("reason"),
            OptionValue(std::string("R")));
}

TEST(ConfigTest, SaysWhatIsWrongWithOptions) {
  EXPECT_THAT(Problems(R"({"rules": {"drop-column": {"alow": []}}})"),
              ElementsAre("1:28: no key 'alow'; did you mean 'allow'?"));
  EXPECT_THAT(Problems(R"({"rules": {"drop-table": {"allow": []}}})"),
              ElementsAre("1:27: no key 'allow'; it is one of level"));
  EXPECT_THAT(Problems(R"({"rules": {"drop-column": {"rows": 10}}})"),
              ElementsAre("1:36: 'rows' wants a whole number from 1 to 9"));
  EXPECT_THAT(Problems(R"({"rules": {"drop-column": {"rows": "1"}}})"),
              ElementsAre(HasSubstr("a whole number")));
  EXPECT_THAT(
      Problems(R"({"rules": {"drop-column": {"allow": "a"}}})"),
      ElementsAre("1:37: 'allow' wants a list of names, which may have * and ?, not a string"));
  EXPECT_THAT(Problems(R"({"rules": {"drop-column": {"reason": ""}}})"),
              ElementsAre("1:38: 'reason' is empty: it wants a pattern: a text with * and ?"));
  EXPECT_THAT(Problems(R"({"rules": {"drop-column": {"allow": [], "allow": []}}})").size(), 1);
}

TEST(ConfigTest, ABrokenFileHasOneProblem) {
  EXPECT_EQ(Problems("{\"ruls\": {},}").size(), 1U);
  EXPECT_EQ(Problems("").size(), 1U);
  EXPECT_EQ(Problems("{\"base\": \"a\", \"base\": \"b\"}").size(), 1U);
}

TEST(ConfigTest, TheFileOverridesWhatItExtends) {
  const Config config =
      Read(R"({"failOn": "error", "extends": ["drizzle"], "runner": "per-file"})");
  EXPECT_EQ(config.runner, "per-file");
  EXPECT_EQ(Read(R"({"extends": "drizzle"})").runner, "drizzle");
}

// With the rules and runners that there are.
TEST(ConfigPresetsTest, AreConfigsThemselves) {
  std::vector<std::string_view> rules;
  for (const Rule* rule : AllRules()) rules.push_back(rule->id.view());
  std::vector<std::string_view> runners;
  for (const Runner& runner : Runners()) runners.push_back(runner.name);
  for (const ConfigPreset& preset : ConfigPresets()) {
    const SourceFile file = File(preset.text);
    EXPECT_THAT(
        ReadConfig(
            file,
            {.rules = rules, .runners = runners, .oldest_postgres = 12, .newest_postgres = 18})
            .problems,
        IsEmpty())
        << preset.name;
  }
}

}  // namespace
}  // namespace hoglint
