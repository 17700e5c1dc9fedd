// Every fixture of a rule once more under other circumstances: another runner or server, everything
// in one batch, nothing known of the past, the statements twice, backwards, under a condition.
// tests/rules/<id>/variants.expected has what that changes in the findings of that rule.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "rules/rule_table.h"
#include "tests/support/golden.h"
#include "tests/support/lint_text.h"

namespace hoglint::testing {
namespace {

// The statements of a text, without those in DO blocks.
std::vector<std::string> StatementsOf(const std::string& text) {
  Sources sources;
  const SourceFile& file = sources.Add("variant.sql", text);
  std::vector<std::string> statements;
  for (const Statement& each :
       Parse(file, {.chunks = ChunkRule::kBreakpoints, .sections = {}}).statements) {
    if (each.nesting.in_do_block) continue;
    statements.push_back(text.substr(each.span.begin, each.span.end - each.span.begin));
  }
  return statements;
}

void Reverse(Fixture& fixture) {
  std::vector<std::string> statements = StatementsOf(fixture.migrations.back().text);
  std::ranges::reverse(statements);
  fixture.migrations.back().text.clear();
  for (const std::string& each : statements) fixture.migrations.back().text += each + ";\n";
}

void MakeConditional(Fixture& fixture) {
  std::string text;
  for (const std::string& each : StatementsOf(fixture.migrations.back().text)) {
    text +=
        fmt::format("DO $variant$ BEGIN IF random() < 0.5 THEN {}; END IF; END $variant$;\n", each);
  }
  fixture.migrations.back().text = text;
}

void Repeat(Fixture& fixture) {
  TextMigration again = fixture.migrations.back();
  again.name = "9999_again.sql";
  fixture.migrations.push_back(std::move(again));
}

void RepeatMerged(Fixture& fixture) {
  Repeat(fixture);
  fixture.migrations[fixture.migrations.size() - 2].merged = true;
}

// The tables that the fixture creates.
std::set<std::string> TablesOf(const Fixture& fixture) {
  constexpr std::string_view kCreate = "CREATE TABLE ";
  std::set<std::string> tables;
  for (const TextMigration& migration : fixture.migrations) {
    for (const std::string& statement : StatementsOf(migration.text)) {
      if (!statement.starts_with(kCreate)) continue;
      const std::string rest = statement.substr(kCreate.size());
      const std::string name = rest.substr(0, rest.find_first_of(" (\n"));
      if (name != "IF") tables.insert(name);
    }
  }
  return tables;
}

void DropTables(Fixture& fixture) {
  for (const std::string& table : TablesOf(fixture)) {
    fixture.migrations.back().text += fmt::format("\nDROP TABLE {} CASCADE;", table);
  }
}

// Other work on the same tables, which leaves nothing behind.
std::string OtherWork(const Fixture& fixture) {
  constexpr std::string_view kWork = R"(
COMMENT ON TABLE {0} IS 'other work';
ALTER TABLE {0} ADD COLUMN other_a integer;
ALTER TABLE {0} ADD CONSTRAINT other_check CHECK (other_a > 0) NOT VALID;
ALTER TABLE {0} ALTER COLUMN other_a SET DEFAULT 1;
CREATE INDEX other_index ON {0} (other_a);
UPDATE {0} SET other_a = 2 WHERE other_a = 1;
SELECT count(*) FROM {0};
ALTER TABLE {0} RENAME COLUMN other_a TO other_b;
ALTER TABLE {0} DROP CONSTRAINT other_check;
DROP INDEX other_index;
ALTER TABLE {0} DROP COLUMN other_b;
)";
  std::string text;
  for (const std::string& table : TablesOf(fixture)) {
    text += fmt::format(fmt::runtime(kWork), table);
  }
  return text;
}

struct Variant {
  std::string_view name;
  void (*apply)(Fixture&);
};

constexpr Variant kVariants[] = {
    {"runner drizzle", [](Fixture& each) { each.options.runner = kDrizzleRunner; }},
    {"runner hogsend", [](Fixture& each) { each.options.runner = kHogsendRunner; }},
    {"runner per-file", [](Fixture& each) { each.options.runner = kPerFileRunner; }},
    {"runner autocommit", [](Fixture& each) { each.options.runner = kAutocommitRunner; }},
    {"PostgreSQL 14", [](Fixture& each) { each.options.pg_version = 14; }},
    {"PostgreSQL 18", [](Fixture& each) { each.options.pg_version = 18; }},
    {"--all", [](Fixture& each) { each.options.all = true; }},
    {"all in one batch",
     [](Fixture& each) {
       for (TextMigration& migration : each.migrations) migration.merged = false;
     }},
    {"the past is not known", [](Fixture& each) { each.options.complete = false; }},
    {"the last file alone",
     [](Fixture& each) {
       each.migrations.erase(each.migrations.begin(), each.migrations.end() - 1);
     }},
    {"backwards", Reverse},
    {"under a condition", MakeConditional},
    {"twice", Repeat},
    {"applied before", RepeatMerged},
    {"and the tables are dropped", DropTables},
    {"behind other work",
     [](Fixture& each) {
       each.migrations.back().text = OtherWork(each) + each.migrations.back().text;
     }},
    {"before other work",
     [](Fixture& each) { each.migrations.back().text += "\n;" + OtherWork(each); }},
};

// A finding without its place: what it says in one line, and its texts.
using Said = std::multimap<std::string, std::string>;

Said SaidOf(const LintedText& linted, std::string_view rule) {
  Said said;
  for (const Finding& finding : linted.report.findings) {
    if (finding.rule != rule) continue;
    std::string line = fmt::format("{}: {}", LevelName(finding.level), finding.message);
    std::string text = "    why: " + finding.effect + "\n    do: " + finding.remedy + "\n";
    for (const RelatedPlace& related : finding.related) {
      text += "    " + related.message + "\n";
    }
    said.emplace(std::move(line), std::move(text));
  }
  return said;
}

std::string Changes(const Said& before, const Said& after) {
  std::string out;
  Said rest = after;
  std::string changed;
  for (const auto& said : before) {
    const std::string& line = said.first;
    const auto [begin, end] = rest.equal_range(line);
    auto same =
        std::find_if(begin, end, [&](const auto& each) { return each.second == said.second; });
    if (same == end && begin != end) {
      changed += "~ " + line + "\n" + begin->second;
      same = begin;
    }
    if (same == end) {
      out += "- " + line + "\n";
    } else {
      rest.erase(same);
    }
  }
  for (const auto& [line, text] : rest) out += "+ " + line + "\n" + text;
  return out + changed;
}

// What each variant of the fixture changes; variants that change the same are named together.
std::string VariantsOf(const std::filesystem::path& path, std::string_view rule) {
  const Fixture fixture = ParseFixture(path.filename().string(), ReadFile(path));
  const Said plain = SaidOf(LintText(fixture.migrations, fixture.options), rule);
  std::vector<std::pair<std::string, std::string>> sections;  // names, changes
  for (const Variant& variant : kVariants) {
    Fixture varied = fixture;
    variant.apply(varied);
    const std::string changes =
        Changes(plain, SaidOf(LintText(varied.migrations, varied.options), rule));
    if (changes.empty()) continue;
    const auto known =
        std::ranges::find(sections, changes, [](const auto& each) { return each.second; });
    if (known == sections.end()) {
      sections.emplace_back(variant.name, changes);
    } else {
      known->first += fmt::format("; {}", variant.name);
    }
  }
  std::string out;
  for (const auto& [names, changes] : sections) {
    out += fmt::format("{}: {}\n{}\n", path.filename().string(), names, changes);
  }
  return out;
}

class VariantsTest : public ::testing::TestWithParam<std::string> {};

TEST_P(VariantsTest, ChangeWhatTheGoldenFileSays) {
  const std::filesystem::path folder = SourceFolder() / "tests/rules" / GetParam();
  std::vector<std::filesystem::path> fixtures;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".sql") fixtures.push_back(entry.path());
  }
  std::ranges::sort(fixtures);
  std::string text;
  for (const std::filesystem::path& fixture : fixtures) text += VariantsOf(fixture, GetParam());
  if (text.empty()) {
    EXPECT_FALSE(std::filesystem::exists(folder / "variants.expected")) << "nothing changes";
    return;
  }
  ExpectGolden(text, folder / "variants.expected");
}

std::vector<std::string> Ids() {
  std::vector<std::string> ids;
  for (const Rule* rule : AllRules()) ids.emplace_back(rule->id.view());
  return ids;
}

INSTANTIATE_TEST_SUITE_P(GoldenRules, VariantsTest, ::testing::ValuesIn(Ids()),
                         [](const auto& each) {
                           std::string name = each.param + "_variants";
                           std::ranges::replace(name, '-', '_');
                           return name;
                         });

}  // namespace
}  // namespace hoglint::testing
