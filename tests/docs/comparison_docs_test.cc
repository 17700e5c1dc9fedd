// The tables of docs/guide/comparison.md are those of tests/comparison/results.json, which
// `./dev compare` measures. Nothing is measured here.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "rules/rule_table.h"
#include "tests/precision/page.h"
#include "tests/support/golden.h"

namespace hoglint::testing {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<std::string_view, 2> kOthers{"squawk", "pgfence"};
// What compare.mjs writes for a file that a tool gave up on: no finding.
constexpr std::string_view kNotAnalysed = "(not analysed)";

bool Reports(const Json& fixture, std::string_view tool) {
  const Json& rules = fixture.at(std::string(tool));
  return std::ranges::any_of(rules, [](const Json& rule) { return rule != kNotAnalysed; });
}

std::string Versions(const Json& results) {
  std::string out;
  for (const auto& [tool, version] : results.at("versions").items()) {
    out += fmt::format("{}{} {}", out.empty() ? "" : ", ", tool, version.get<std::string>());
  }
  return fmt::format("Measured on {}: {}.\n", results.at("date").get<std::string>(), out);
}

struct Reported {
  int examples = 0;
  std::map<std::string_view, int> by_tool;
};

std::string FixtureTable(const Json& results) {
  std::vector<std::pair<std::string, Reported>> rows;
  Reported all;
  for (const Json& fixture : results.at("bad")) {
    const std::string family = fixture.at("family").get<std::string>();
    auto row = std::ranges::find(rows, family, [](const auto& r) { return r.first; });
    if (row == rows.end()) row = rows.insert(rows.end(), {family, {}});
    for (Reported* reported : {&row->second, &all}) {
      ++reported->examples;
      for (const std::string_view tool : kOthers) {
        reported->by_tool[tool] += Reports(fixture, tool) ? 1 : 0;
      }
    }
  }
  std::ranges::sort(rows, {}, [](const auto& row) { return row.first; });
  rows.emplace_back("**all**", all);
  std::string out = "| family | examples | squawk | pgfence |\n| --- | ---: | ---: | ---: |\n";
  for (const auto& [family, reported] : rows) {
    out += fmt::format("| {} | {} | {} | {} |\n", family, reported.examples,
                       reported.by_tool.at("squawk"), reported.by_tool.at("pgfence"));
  }
  return out;
}

std::string GoodSentence(const Json& results) {
  const Json& good = results.at("good");
  std::string out = fmt::format("Of the {} harmless examples", good.size());
  for (const std::string_view tool : kOthers) {
    const auto count =
        std::ranges::count_if(good, [&](const Json& fixture) { return Reports(fixture, tool); });
    out +=
        fmt::format("{} {} reports something in {}", tool == kOthers[0] ? "" : " and", tool, count);
  }
  return out + ".\n";
}

std::string JournalTable(const Json& results) {
  std::string out = "| what is wrong | drizzle-kit check |\n| --- | --- |\n";
  for (const Json& row : results.at("journal")) {
    const std::string rule = row.at("rule").get<std::string>();
    out += fmt::format("| [`{0}`](../rules/{0}.md) | {1} |\n", rule,
                       row.at("content").get<bool>() ? "Everything's fine" : "**complains**");
  }
  return out;
}

std::string CorpusTable(const Json& results) {
  std::string out =
      "| corpus | migrations | hoglint: errors, warnings (files) | squawk: all (files) | squawk: "
      "special (files) | pgfence: all (files) | pgfence: special (files) |\n"
      "| --- | ---: | ---: | ---: | ---: | ---: | ---: |\n";
  for (const Json& corpus : results.at("corpora")) {
    const Json& ours = corpus.at("hoglint");
    out += fmt::format("| {} | {} | {}, {} ({}) |", corpus.at("name").get<std::string>(),
                       corpus.at("migrations").get<int>(), ours.at("errors").get<int>(),
                       ours.at("warnings").get<int>(), ours.at("loud").get<int>());
    for (const std::string_view tool : kOthers) {
      const Json& count = corpus.at(std::string(tool));
      out += fmt::format(" {} ({}) | {} ({}) |", count.at("all").get<int>(),
                         count.at("files").get<int>(), count.at("special").get<int>(),
                         count.at("specialFiles").get<int>());
    }
    out += "\n";
  }
  return out;
}

std::string SecondsSentence(const Json& results) {
  std::map<std::string, double> seconds;
  int migrations = 0;
  for (const Json& corpus : results.at("corpora")) {
    migrations += corpus.at("migrations").get<int>();
    for (const auto& [tool, spent] : corpus.at("seconds").items()) {
      seconds[tool] += spent.get<double>();
    }
  }
  return fmt::format(
      "Processor time for all {} files: squawk {:.1f} s, hoglint {:.1f} s, pgfence {:.0f} s.\n",
      migrations, seconds["squawk"], seconds["hoglint"], seconds["pgfence"]);
}

std::string TheirTable(const Json& results, std::string_view tool) {
  struct Row {
    std::string rule;
    int statements;
    int hoglint;
  };
  std::vector<Row> rows;
  for (const auto& [rule, count] : results.at("theirs").at(std::string(tool)).items()) {
    rows.push_back({rule, count.at("statements").get<int>(), count.at("hoglint").get<int>()});
  }
  std::ranges::stable_sort(rows, std::ranges::greater{}, &Row::statements);
  std::string out =
      fmt::format("| {}'s rule | reports | hoglint too |\n| --- | ---: | ---: |\n", tool);
  for (const Row& row : rows) {
    out += fmt::format("| `{}` | {} | {} |\n", row.rule, row.statements, row.hoglint);
  }
  return out;
}

std::string OurTable(const Json& results) {
  std::string out =
      "| hoglint's rule | errors and warnings | squawk too | pgfence too |\n"
      "| --- | ---: | ---: | ---: |\n";
  std::map<std::string, Json> sorted;
  for (const auto& [rule, count] : results.at("ours").items()) sorted[rule] = count;
  for (const auto& [rule, count] : sorted) {
    out += fmt::format("| [`{0}`](../rules/{0}.md) | {1} | {2} | {3} |\n", rule,
                       count.at("findings").get<int>(), count.at("squawk").get<int>(),
                       count.at("pgfence").get<int>());
  }
  return out;
}

Json Results() {
  return Json::parse(ReadFile(SourceFolder() / "tests/comparison/results.json"), nullptr, false);
}

TEST(ComparisonDocs, ShowWhatWasMeasured) {
  const Json results = Results();
  ASSERT_TRUE(results.is_object()) << "run ./dev compare";
  const auto path = SourceFolder() / "docs/guide/comparison.md";
  std::string page = ReadFile(path);
  const std::map<std::string, std::string> sections{
      {"versions", Versions(results)},
      {"bad", FixtureTable(results)},
      {"good", GoodSentence(results)},
      {"journal", JournalTable(results)},
      {"corpora", CorpusTable(results)},
      {"seconds", SecondsSentence(results)},
      {"squawk", TheirTable(results, "squawk")},
      {"pgfence", TheirTable(results, "pgfence")},
      {"ours", OurTable(results)},
  };
  for (const auto& [name, text] : sections) {
    ASSERT_NE(page.find(fmt::format("<!-- {} -->\n", name)), std::string::npos) << name;
    page = WithSection(page, name, text);
  }
  ExpectGolden(page, path);
}

// Results of rules that are gone or renamed are of another program.
TEST(ComparisonDocs, AreOfRulesThatThereAre) {
  const Json results = Results();
  ASSERT_TRUE(results.is_object()) << "run ./dev compare";
  for (const char* part : {"bad", "good", "journal"}) {
    for (const Json& entry : results.at(part)) {
      const std::string id = entry.at("rule").get<std::string>();
      EXPECT_TRUE(
          std::ranges::any_of(AllRules(), [&](const Rule* r) { return r->id.view() == id; }))
          << id << ": run ./dev compare";
    }
  }
}

}  // namespace
}  // namespace hoglint::testing
