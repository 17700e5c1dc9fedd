// Every JSON that hoglint writes against its schema in docs/schema, by ajv (validators/install.sh):
// what it writes is taken, and what is spoiled in any one place is refused. Skipped aloud without
// node and the packages.
#include <fmt/format.h>
#include <gmock/gmock.h>

#include <cstdlib>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "lint/config/table_sizes.h"
#include "lint/drift/drift_report.h"
#include "lint/report/drift_json.h"
#include "lint/report/report_json.h"
#include "lint/report/rule_docs.h"
#include "rules/rule_table.h"
#include "tests/support/command_output.h"
#include "tests/support/golden.h"
#include "tests/support/lint_text.h"
#include "tests/support/temp_folder.h"

namespace hoglint::testing {
namespace {

using ::testing::IsEmpty;
using ::testing::StartsWith;

// A JSON list of documents.
std::string ListOf(const std::vector<std::string>& documents) {
  return fmt::format("[{}]", fmt::join(documents, ",\n"));
}

class JsonSchemasTest : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!std::filesystem::exists(Modules() / "node_modules")) {
      GTEST_SKIP() << "no validators: tests/lint/report/validators/install.sh installs them";
    }
  }

  static std::filesystem::path Modules() { return SourceFolder() / ".deps/validators"; }

  // What ajv says of the documents, as a JSON list: "[]" is nothing.
  std::string Validate(std::string_view schema, const std::vector<std::string>& documents,
                       std::string_view mode) {
    const std::string path = folder_.Write("documents.json", ListOf(documents));
    return RunCommand(fmt::format("node '{}/tests/lint/report/validators/each.cjs' '{}' "
                                  "'{}/docs/schema/{}.schema.json' '{}' {}",
                                  SourceFolder().string(), Modules().string(),
                                  SourceFolder().string(), schema, path, mode))
        .text;
  }

  // The documents are what the schema says, and spoiled anywhere they are not.
  void ExpectDescribed(std::string_view schema, const std::vector<std::string>& documents) {
    ASSERT_THAT(documents, ::testing::Not(IsEmpty()));
    for (const std::string& document : documents) {
      EXPECT_THAT(document, ::testing::ContainsRegex("^\\{[ \n]*\"version\": ?1,")) << schema;
    }
    EXPECT_EQ(Validate(schema, documents, "mutate"), "[]\n") << schema;
  }

  // Standard output of the program in the folder of sources.
  static std::string Said(const std::string& words) {
    const char* binary = std::getenv("HOGLINT_BINARY");
    return RunCommand(fmt::format("cd '{}' && '{}' {} 2>/dev/null", SourceFolder().string(),
                                  binary == nullptr ? "hoglint" : binary, words))
        .text;
  }

  TempFolder folder_;
};

std::vector<std::string> ReportsOfFixtures() {
  std::vector<std::string> reports;
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(SourceFolder() / "tests/rules")) {
    const std::filesystem::path& path = entry.path();
    if (path.extension() != ".sql" || path.parent_path().parent_path().filename() != "rules") {
      continue;
    }
    const Fixture fixture = ParseFixture(path.filename().string(), ReadFile(path));
    const LintedText linted = LintText(fixture.migrations, fixture.options);
    reports.push_back(RenderJson(linted.report, linted.sources, "1.2.3"));
  }
  return reports;
}

// Has every kind of member.
std::string FullReport() {
  LintedText linted = LintAfter(
      "CREATE TABLE users (id int PRIMARY KEY, a text, b text[]);",
      "ALTER TABLE users DROP COLUMN a;\nDO $$ BEGIN EXECUTE 'x' || 'y'; END $$;\n"
      "-- hoglint: allow drop-table gone\nDROP TABLE users;\n-- hoglint: allow\nSELECT 1;");
  EXPECT_THAT(linted.report.suppressed, ::testing::Not(IsEmpty()));
  EXPECT_THAT(linted.report.not_checked, ::testing::Not(IsEmpty()));
  linted.report.failures = {"cannot read x.sql: no permission"};
  linted.report.unused = {{.file = "hoglint.json", .line = 3, .message = "fits nothing"}};
  Finding& elsewhere = linted.report.findings.emplace_back(linted.report.findings.front());
  elsewhere.place = DatabaseObject{"users"};
  return RenderJson(linted.report, linted.sources, "1.2.3");
}

TEST_F(JsonSchemasTest, ReportsOfAllFixtures) {
  const std::vector<std::string> reports = ReportsOfFixtures();
  ASSERT_GT(reports.size(), 200U);
  EXPECT_EQ(Validate("report", reports, "closed"), "[]\n");
  ExpectDescribed("report", {FullReport()});
}

TEST_F(JsonSchemasTest, ReportsOfTheProgram) {
  ExpectDescribed("report", {Said("--format json --all examples/blog"),
                             Said("upgrade-check --format json examples/blog"),
                             Said("--format json --all tests/projects/hogsend"),
                             Said("--format json --all tests/workspaces/monorepo")});
}

TEST_F(JsonSchemasTest, Rules) {
  ExpectDescribed("rules", {RenderRuleListJson(AllRules()),
                            Said("explain drop-column create-index-blocks --format json")});
}

TEST_F(JsonSchemasTest, SchemasAndPlans) {
  std::vector<std::string> schemas;
  std::vector<std::string> plans;
  for (const char* folder : {"examples/blog", "tests/workspaces/monorepo/packages/db",
                             "tests/projects/hogsend", "tests/workspaces/goose"}) {
    if (!std::filesystem::exists(SourceFolder() / folder)) continue;
    schemas.push_back(Said(fmt::format("schema --format json {}", folder)));
    plans.push_back(Said(fmt::format("plan --all --format json {}", folder)));
  }
  const std::string odd =
      folder_.Write("0001_odd.sql",
                    "CREATE TYPE mood AS ENUM ('a', 'b');\nCREATE SEQUENCE s;\n"
                    "CREATE TABLE t (a int GENERATED ALWAYS AS IDENTITY, b mood DEFAULT 'a', "
                    "c int GENERATED ALWAYS AS (1) STORED, CHECK (c > 0));\n"
                    "ALTER TABLE unknown ADD COLUMN a int;\nCREATE VIEW v AS SELECT a FROM t;\n"
                    "DO $$ BEGIN EXECUTE 'x' || 'y'; END $$;\n");
  schemas.push_back(Said("schema --format json " + odd));
  plans.push_back(Said("plan --format json " + odd));
  ExpectDescribed("schema", schemas);
  ExpectDescribed("plan", plans);
}

TEST_F(JsonSchemasTest, ProjectsEnginesAndHistories) {
  ExpectDescribed("project", {Said("project --format json examples/blog"),
                              Said("project --format json tests/projects/hogsend"),
                              Said("project --format json tests/workspaces/monorepo")});
  ExpectDescribed("engine", {Said("engine --format json tests/projects/hogsend")});
  ExpectDescribed("history", {Said("history --format json examples/blog")});
}

TEST_F(JsonSchemasTest, TableSizes) {
  TableSizes sizes;
  sizes.tables[{"public", "users"}] = {
      .rows = 12, .bytes = 8192, .index_bytes = 16384, .analysed = "2026-01-02"};
  sizes.tables[{"public", "new"}] = {
      .rows = std::nullopt, .bytes = 0, .index_bytes = 0, .analysed = {}};
  ExpectDescribed("stats", {TableSizesText(sizes)});
}

TEST_F(JsonSchemasTest, Drift) {
  DriftReport report;
  report.database = "database app on localhost:5432";
  report.server_version = 150018;
  report.schema_compared = true;
  TrackDrift& track = report.tracks.emplace_back();
  track.name = "client";
  track.folder = "drizzle";
  track.has_ledger = true;
  report.findings.push_back({.kind = "will-be-skipped",
                             .level = DriftLevel::kError,
                             .track = "client",
                             .subject = "0001_x",
                             .message = "x",
                             .objects = {{"column email of users", "text", "integer"}}});
  report.not_checked.push_back({.place = std::nullopt, .file = "a.sql", .reason = "x"});
  ExpectDescribed("drift", {RenderDriftJson(report)});
}

}  // namespace
}  // namespace hoglint::testing
