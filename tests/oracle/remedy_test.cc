// "It says what to write instead, for this table and this runner": every remedy with SQL in it is
// followed on a real server, and linted again.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <set>
#include <string>
#include <vector>

#include "tests/oracle/remedy_case.h"
#include "tests/oracle/remedy_exceptions.h"
#include "tests/support/corpus.h"
#include "tests/support/golden.h"

namespace hoglint::testing {
namespace {

constexpr int kDefaultVersion = LintTextOptions{}.pg_version;

std::vector<RemedyInput> Fixtures() {
  std::vector<RemedyInput> inputs;
  for (const auto& rule : std::filesystem::directory_iterator(SourceFolder() / "tests/rules")) {
    if (!rule.is_directory()) continue;
    for (const auto& entry : std::filesystem::directory_iterator(rule.path())) {
      const std::string name = entry.path().filename().string();
      if (!name.starts_with("bad") || !name.ends_with(".sql")) continue;
      Fixture fixture = ParseFixture(name, ReadFile(entry.path()));
      EXPECT_EQ(fixture.problem, "");
      inputs.push_back({.name = rule.path().filename().string() + "/" + name,
                        .migrations = std::move(fixture.migrations),
                        .options = fixture.options});
    }
  }
  std::ranges::sort(inputs, {}, &RemedyInput::name);
  return inputs;
}

void Print(const RemedyTally& tally) {
  std::cout << fmt::format("{} inputs, {} findings with SQL, {} ways run, {} compared\n",
                           tally.inputs, tally.findings, tally.run, tally.compared);
  for (const auto& [why, count] : tally.not_runnable) {
    std::cout << fmt::format("  not runnable, {}: {}\n", count, why);
  }
  for (const auto& [why, count] : tally.no_history) {
    std::cout << fmt::format("  history does not apply, {}: {}\n", count, why);
  }
  for (const auto& [what, count] : tally.listed) {
    std::cout << fmt::format("  new below an error, {}: {}\n", count, what);
  }
}

// Histories that need no more than a plain server, or miss little of it.
std::vector<RemedyInput> Corpora() {
  const char* data = std::getenv("HOGLINT_SHARED_DATA");
  const std::filesystem::path corpora =
      std::filesystem::path(data == nullptr ? "" : data) / "corpora";
  const bool everything = std::getenv("HOGLINT_REMEDY") != nullptr;
  std::vector<RemedyInput> inputs;
  for (const char* folder : {"appstrate", "hogsend-engine", "hogsend-scaffold", "sim", "zero"}) {
    RemedyInput input{.name = folder,
                      .migrations = {},
                      .options = {},
                      .is_real = true,
                      .every = everything ? 1U : 8U};
    input.options.all = true;
    for (MigrationFile& file : ReadCorpus(corpora / folder)) {
      input.migrations.push_back({.name = file.name, .text = std::move(file.text)});
    }
    if (!input.migrations.empty()) inputs.push_back(std::move(input));
  }
  return inputs;
}

using Needed = std::set<const RemedyException*>;

void ExpectNone(const std::vector<RemedyProblem>& problems, Needed& needed) {
  for (const RemedyProblem& each : WithoutExceptions(problems, needed)) {
    ADD_FAILURE() << each.input << " " << each.rule << " " << each.kind << ": " << each.text;
  }
}

// Follows the remedies of the inputs on one server, for which they are linted unless they say more.
void CheckAll(const std::vector<RemedyInput>& inputs, const InstalledServer& installed,
              Needed& needed) {
  const auto server = PostgresServer::Start(installed);
  ASSERT_TRUE(server.has_value()) << server.error().message;
  RemedyTally tally;
  std::vector<RemedyProblem> problems;
  for (RemedyInput input : inputs) {
    if (input.options.pg_version == kDefaultVersion) input.options.pg_version = installed.major;
    if (input.options.pg_version > installed.major) continue;
    CheckRemedies(input, **server, tally, problems);
  }
  std::cout << "PostgreSQL " << installed.major << ": ";
  Print(tally);
  ExpectNone(problems, needed);
}

TEST(Remedy, OfHistoriesIsWhatAServerTakes) {
  const std::vector<RemedyInput> corpora = Corpora();
  if (corpora.empty()) GTEST_SKIP() << "no corpora: HOGLINT_SHARED_DATA/corpora is not there";
  const std::vector<InstalledServer> installed = PostgresServer::FindServers();
  if (installed.empty()) GTEST_SKIP() << "no PostgreSQL on this machine: nothing run";
  Needed needed;
  CheckAll(corpora, installed.back(), needed);
}

TEST(Remedy, OfFixturesIsWhatServersTake) {
  const std::vector<InstalledServer> installed = PostgresServer::FindServers();
  if (installed.empty()) GTEST_SKIP() << "no PostgreSQL on this machine: nothing run";
  const std::vector<RemedyInput> fixtures = Fixtures();
  Needed needed;
  for (const InstalledServer& each : installed) {
    // The newest, and Debian's.
    const bool is_newest = each.major == installed.back().major;
    if (is_newest || each.major == 15) CheckAll(fixtures, each, needed);
  }
  if (installed.back().major < 18) GTEST_SKIP() << "no PostgreSQL 18: some fixtures are for it";
  for (const RemedyException& exception : RemedyExceptions()) {
    if (needed.contains(&exception)) continue;
    ADD_FAILURE() << "no longer needed: " << exception.input << " " << exception.rule << ": "
                  << exception.words;
  }
  for (const RemedyForm* form : UnusedForms()) {
    ADD_FAILURE() << "no remedy has this form any more: " << form->rule << ": " << form->words;
  }
}

}  // namespace
}  // namespace hoglint::testing
