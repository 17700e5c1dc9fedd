// hoglint.json, and the JSON files of other tools that hoglint reads: package.json, tsconfig.json,
// the answer of /v1/health.
#include "lint/config/config.h"

#include <vector>

#include "lint/config/glob.h"
#include "lint/config/json_comments.h"
#include "lint/config/version_range.h"
#include "lint/drift/health.h"
#include "lint/typescript/schema_aliases.h"
#include "lint/typescript/schema_glob.h"
#include "rules/rule_table.h"
#include "tests/fuzz/target.h"

namespace hoglint::fuzz {
namespace {

struct Words {
  std::vector<std::string_view> rules;
  std::vector<std::span<const RuleOption>> options;
};

Words WordsOfRules() {
  Words words;
  for (const Rule* rule : AllRules()) {
    words.rules.push_back(rule->id.view());
    words.options.push_back(rule->options);
  }
  return words;
}

void CheckPattern(const std::string& pattern) {
  for (const std::string_view folder : {"", "packages/db"}) {
    const std::string anchored = AnchoredGlob(pattern, folder);
    (void)GlobFits(anchored, "packages/db/drizzle/0001_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.sql");
  }
  if (const auto expanded = ExpandPattern(pattern)) {
    for (const std::string& each : *expanded)
      (void)PartFits(each, "schema.aaaaaaaaaaaaaaaaaaaa.ts");
  }
}

void ReadAsConfig(std::string_view bytes) {
  static const Words words = WordsOfRules();
  constexpr std::array<std::string_view, 3> kRunners{"drizzle", "drizzle-push", "psql"};
  const SourceFile file(FileId{}, "hoglint.json", std::string(bytes));
  const ConfigReading reading = ReadConfig(file, {.rules = words.rules,
                                                  .options = words.options,
                                                  .runners = kRunners,
                                                  .oldest_postgres = 14,
                                                  .newest_postgres = 18});
  for (const ConfigProblem& problem : reading.problems) {
    ExpectWithin(problem.span, file, "a problem");
    Expect(!problem.message.empty(), "a problem says nothing");
  }
  Expect(BlankComments(bytes).size() == bytes.size(), "blanked comments moved what is behind them");
  if (!reading.problems.empty()) return;
  for (const std::string& pattern : reading.config.ignore) CheckPattern(pattern);
  for (const ConfigOverride& each : reading.config.overrides) {
    for (const std::string& pattern : each.paths) CheckPattern(pattern);
  }
}

void ReadAsOthers(std::string_view bytes) {
  if (const auto package = ReadPackageJson(bytes)) {
    for (const auto& [name, range] : package->requested) {
      (void)MajorOf(range);
      const auto versions = VersionRangeOf(range);
      Expect(!versions || versions->low < versions->high, "a range of versions is empty");
      CheckPattern(name + range);
    }
    (void)PresetsFor(*package);
  }
  for (const PathAlias& alias : ReadTsConfigPaths(bytes).paths) {
    (void)TargetsOf(alias, "@/schema/users");
  }
  const auto health = ReadHealth(bytes);
  if (health) {
    (void)SawDatabase(*health);
  } else {
    Expect(!health.error().message.empty(), "a health problem says nothing");
  }
}

const Target kTarget("config", [](std::string_view bytes) {
  ReadAsConfig(bytes);
  ReadAsOthers(bytes);
});

}  // namespace
}  // namespace hoglint::fuzz
