// Whole histories: drizzle-kit generates migrations from a schema that evolves at random
// (drizzle_kit/evolution.mjs), a server applies them, and what hoglint says of schema, migrations
// and database is held against both. Without drizzle-kit, node or a server the test skips and says
// so.
#include <fmt/format.h>
#include <gmock/gmock.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "lint/drift/sha256.h"
#include "tests/support/command_output.h"
#include "tests/support/golden.h"
#include "tests/support/lint_folder.h"
#include "tests/support/postgres_server.h"
#include "tests/support/temp_folder.h"

namespace hoglint::testing {
namespace {

namespace fs = std::filesystem;

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

constexpr int kSteps = 7;
constexpr std::int64_t kAfterAllOfThem = 4'000'000'000'000;  // in 2096
constexpr std::string_view kBreakpoint = "--> statement-breakpoint";

// A long run: HOGLINT_HISTORIES=100.
int Histories() {
  const char* text = std::getenv("HOGLINT_HISTORIES");
  return text == nullptr ? 5 : std::atoi(text);  // NOLINT(cert-err34-c): for people alone
}

// What is wrong with the folder itself, which drizzle-kit wrote.
bool IsAboutTheFolder(std::string_view rule) {
  return rule == "schema-without-migration" || rule == "syntax-error" ||
         rule == "broken-snapshot-chain" || rule == "missing-snapshot" ||
         rule.starts_with("malformed-") || rule.starts_with("journal-");
}

// What says that a statement fails whatever the rows are.
bool IsFailure(std::string_view rule) {
  return rule == "will-fail" || rule == "cast-fails" ||
         rule == "enum-value-used-in-same-transaction";
}

class DrizzleEvolutionTest : public ::testing::Test {
 protected:
  void SetUp() override {
    const fs::path modules = SourceFolder() / ".deps/drizzle_kit/node_modules";
    if (!fs::exists(modules)) {
      GTEST_SKIP() << "drizzle-kit is not installed: run tests/oracle/drizzle_kit/install.sh";
    }
    if (RunCommand("node --version 2>&1").text.substr(0, 1) != "v")
      GTEST_SKIP() << "there is no node";
    const char* program = std::getenv("HOGLINT_BINARY");
    if (program == nullptr) GTEST_SKIP() << "HOGLINT_BINARY does not name the program";
    program_ = program;
    const std::vector<InstalledServer> servers = PostgresServer::FindServers();
    if (servers.empty()) GTEST_SKIP() << "no PostgreSQL on this machine";
    const auto wanted = std::ranges::find(servers, 15, &InstalledServer::major);
    auto server = PostgresServer::Start(wanted == servers.end() ? servers.back() : *wanted);
    ASSERT_TRUE(server.has_value()) << server.error().message;
    server_ = *std::move(server);
    folder_.Link(modules.string(), "node_modules");
    folder_.Write("app/package.json", R"({ "dependencies": { "drizzle-orm": "0.45.4" } })");
  }

  [[nodiscard]] fs::path App() const { return folder_ / "app"; }

  void Start(int seed) {
    const std::string steps = folder_ / fmt::format("steps{}", seed);
    const auto written = RunCommand(fmt::format(
        "node '{}' {} {} '{}' 2>&1",
        (SourceFolder() / "tests/oracle/drizzle_kit/evolution.mjs").string(), seed, kSteps, steps));
    ASSERT_EQ(written.exit_code, 0) << written.text;
    connection_.reset();
    ASSERT_TRUE(server_->CreateDatabase("app").ok());
    auto connection = server_->Connect("app");
    ASSERT_TRUE(connection.has_value()) << connection.error().message;
    connection_ = std::make_unique<Connection>(*std::move(connection));
    ASSERT_TRUE(connection_
                    ->Exec("CREATE SCHEMA drizzle; CREATE TABLE drizzle.__drizzle_migrations "
                           "(id SERIAL PRIMARY KEY, hash text NOT NULL, created_at bigint)")
                    .ok());
    fs::remove_all(App() / "drizzle");
    asked_ = false;
  }

  void TakeStep(int seed, int step) const {
    const fs::path from = folder_ / fmt::format("steps{}/{}", seed, step);
    fs::remove_all(App() / "src");
    fs::copy(from, App(), fs::copy_options::recursive | fs::copy_options::overwrite_existing);
  }

  // The newest migration that is written for the schema as it is; empty where there is none to
  // write.
  std::string Generate() {
    const std::size_t before = Tags().size();
    const std::string said =
        RunCommand(fmt::format("cd '{}' && node ../node_modules/drizzle-kit/bin.cjs generate 2>&1 "
                               "</dev/null",
                               App().string()))
            .text;
    const std::vector<std::string> tags = Tags();
    if (tags.size() > before) return tags.back();
    // What a refused migration added may look renamed to the next one's.
    asked_ = said.find("Interactive prompts") != std::string::npos;
    if (asked_) return {};
    EXPECT_THAT(said, HasSubstr("No schema changes"));
    return {};
  }

  [[nodiscard]] nlohmann::json Journal() const {
    const fs::path path = App() / "drizzle/meta/_journal.json";
    if (!fs::exists(path)) return {{"entries", nlohmann::json::array()}};
    return nlohmann::json::parse(ReadWholeFile(path.string()));
  }
  [[nodiscard]] std::vector<std::string> Tags() const {
    std::vector<std::string> tags;
    const nlohmann::json journal = Journal();
    for (const auto& entry : journal["entries"]) tags.push_back(entry["tag"]);
    return tags;
  }

  // The findings, each migration by itself: of the folder, or that a new one fails.
  [[nodiscard]] std::vector<std::string> Found(const std::string& newest = {}) const {
    FolderExpectations expectations;
    expectations.all = true;
    const LintedFolder linted =
        LintFiles(ReadFixtureFiles(App()), expectations, {.now = kAfterAllOfThem});
    std::vector<std::string> found;
    for (const Finding& each : linted.report.findings) {
      const bool fits = newest.empty() ? IsAboutTheFolder(each.rule)
                                       : IsFailure(each.rule) && each.migration == newest;
      if (fits) found.push_back(fmt::format("{}: {}", each.rule, each.message));
    }
    return found;
  }

  // As the migrator does, in one transaction with the ledger's row; what the server said against
  // it.
  std::string Apply() {
    const nlohmann::json entry = Journal()["entries"].back();
    const std::string tag = entry["tag"];
    const std::string text = ReadWholeFile((App() / "drizzle" / (tag + ".sql")).string());
    EXPECT_TRUE(connection_->Exec("BEGIN").ok());
    for (std::size_t at = 0; at != std::string::npos;) {
      const std::size_t end = text.find(kBreakpoint, at);  // npos: to the end
      const QueryResult result = connection_->Exec(text.substr(at, end - at));
      if (!result.ok()) {
        EXPECT_TRUE(connection_->Exec("ROLLBACK").ok());
        return result.error->message + " in " + tag + ":\n" + text;
      }
      at = end == std::string::npos ? end : end + kBreakpoint.size();
    }
    const QueryResult row = connection_->Query(
        "INSERT INTO drizzle.__drizzle_migrations (hash, created_at) VALUES ($1, $2)",
        {Sha256(text), std::to_string(entry["when"].get<std::int64_t>())});
    EXPECT_TRUE(row.ok() && connection_->Exec("COMMIT").ok());
    return {};
  }

  [[nodiscard]] CommandOutput Drift() const {
    return RunCommand(fmt::format("'{}' drift --strict --database-url '{}' '{}' 2>&1", program_,
                                  server_->ConnInfo("app"), App().string()));
  }

  void Evolve(int seed) {
    ASSERT_NO_FATAL_FAILURE(Start(seed));
    for (int step = 0; step < kSteps; ++step) {
      SCOPED_TRACE(fmt::format("seed {}, step {}", seed, step));
      TakeStep(seed, step);
      const bool first = Tags().empty();
      const std::vector<std::string> before = Found();
      fs::remove_all(folder_ / "kept");
      if (!first) fs::copy(App() / "drizzle", folder_ / "kept", fs::copy_options::recursive);
      const std::string tag = Generate();
      if (asked_) break;
      EXPECT_THAT(Found(), IsEmpty());
      if (tag.empty()) {
        EXPECT_THAT(before, IsEmpty()) << "and drizzle-kit has nothing to write";
        continue;
      }
      ++generated_;
      if (!before.empty()) ++said_;
      const std::string refused = Apply();
      const std::vector<std::string> foreseen = Found(tag);
      if (refused.empty()) {
        EXPECT_THAT(foreseen, IsEmpty()) << "and the server took it";
        continue;
      }
      ++refused_;
      EXPECT_THAT(foreseen, Not(IsEmpty())) << refused;
      fs::remove_all(App() / "drizzle");
      ASSERT_FALSE(first) << refused;
      fs::copy(folder_ / "kept", App() / "drizzle", fs::copy_options::recursive);
    }
    const CommandOutput drift = Drift();
    EXPECT_EQ(drift.exit_code, 0) << drift.text;
    EXPECT_TRUE(connection_->Exec("ALTER SCHEMA app RENAME TO app_by_hand").ok());
    EXPECT_EQ(Drift().exit_code, 1);
  }

  TempFolder folder_;
  std::string program_;
  std::unique_ptr<PostgresServer> server_;
  std::unique_ptr<Connection> connection_;
  bool asked_ = false;  // drizzle-kit, whether something was renamed
  int generated_ = 0;
  int said_ = 0;     // before generate, that there is something to generate
  int refused_ = 0;  // by the server
};

TEST_F(DrizzleEvolutionTest, AgreesWithDrizzleKitAndTheServer) {
  const int histories = Histories();
  for (int seed = 1; seed <= histories && !HasFatalFailure(); ++seed) Evolve(seed);
  std::cout << histories << " histories, " << generated_ << " migrations; " << said_
            << " said before they were generated, " << refused_ << " refused and foreseen\n";
  EXPECT_GT(generated_, histories * kSteps / 2);
  EXPECT_GT(said_, generated_ / 2);
}

}  // namespace
}  // namespace hoglint::testing
