// The lock model on real histories: every migration of some corpora runs, statement by statement,
// on a real server and through the fold, and both say the same of every relation. (The tables are
// empty, which a rewrite's scan does not show.) Corpora that need an extension or a prelude of
// their runner are left out.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

#include "lint/locks/effects.h"
#include "lint/schema/apply.h"
#include "lint/sql/parse.h"
#include "tests/oracle/effect_comparison.h"
#include "tests/oracle/observation.h"
#include "tests/support/corpus.h"
#include "tests/support/postgres_server.h"

namespace hoglint::oracle {
namespace {

constexpr std::array kCorpora = {"appstrate", "hogsend-engine", "hogsend-scaffold", "zero"};

std::filesystem::path CorporaFolder() {
  const char* data = std::getenv("HOGLINT_SHARED_DATA");
  return data == nullptr ? std::filesystem::path() : std::filesystem::path(data) / "corpora";
}

// One server session and the fold beside it.
struct Replay {
  testing::Connection& connection;
  Catalogue catalogue;
  BatchId batch{0};  // one per file
  int compared = 0;
  int not_modelled = 0;
};

// A statement with those of its DO block, which are one for the server.
struct Unit {
  const Statement* first = nullptr;
  std::vector<const Statement*> all;
};

std::vector<Unit> UnitsOf(const ParsedFile& parsed) {
  std::vector<Unit> units;
  for (const Statement& statement : parsed.statements) {
    if (!statement.nesting.in_do_block || units.empty()) units.push_back({&statement, {}});
    units.back().all.push_back(&statement);
  }
  return units;
}

// The effects of the unit on the relations before it, and the catalogue after it. What stands under
// a condition or an exception handler may not happen.
StatementEffects FoldUnit(const Unit& unit, const ServerOptions& server, Replay& replay) {
  const Catalogue before = replay.catalogue;
  StatementEffects all;
  for (const Statement* statement : unit.all) {
    StatementEffects effects = EffectsOf(*statement, replay.catalogue, server);
    if (effects.not_modelled) all.not_modelled = effects.not_modelled;
    const Nesting& nesting = statement->nesting;
    for (Effect& effect : effects.effects) {
      effect.assumed |= nesting.conditional || !nesting.handled_errors.empty();
      const bool made_inside = replay.catalogue.Find(effect.name) && !before.Find(effect.name);
      if (!made_inside) all.effects.push_back(std::move(effect));
    }
    (void)Apply(replay.catalogue, *statement, replay.batch);
  }
  return all;
}

SaidOf WithoutScansOfRewrites(SaidOf said, const SaidOf& observed) {
  for (auto& [name, one] : said) {
    const auto seen = observed.find(name);
    if (seen != observed.end() && seen->second.rewrite) one.scan = false;
  }
  return said;
}

void Compare(const std::string& text, const StatementEffects& effects,
             const Observation& observation, const Catalogue& before, Replay& replay,
             const std::string& place) {
  const SaidOf seen = Observed(observation, before);
  const SaidOf observed = WithoutScansOfRewrites(seen, seen);
  const SaidOf modelled = WithoutScansOfRewrites(Modelled(effects), seen);
  const std::string difference =
      effects.not_modelled ? Unfounded(observed, modelled) : Difference(observed, modelled);
  ++(effects.not_modelled ? replay.not_modelled : replay.compared);
  EXPECT_EQ(difference, "") << place << "\n" << text.substr(0, 400);
}

void RunFile(const testing::MigrationFile& migration, Replay& replay) {
  replay.batch = BatchId{static_cast<int>(replay.batch) + 1};
  Sources sources;
  const SourceFile& file = sources.Add(migration.name, migration.text);
  ParseOptions options;
  options.chunks = ChunkRule::kBreakpoints;
  const ParsedFile parsed = Parse(file, options);
  const ServerOptions server{replay.connection.ServerMajor(), true};
  for (const Unit& unit : UnitsOf(parsed)) {
    const std::string text(sources.Text(unit.first->span));
    const Catalogue before = replay.catalogue;
    const StatementEffects effects = FoldUnit(unit, server, replay);
    if (As<TransactionControl>(*unit.first) != nullptr) continue;
    const auto* index = As<CreateIndex>(*unit.first);
    if (index != nullptr && index->concurrently) {
      EXPECT_TRUE(replay.connection.Exec(text).ok()) << text;
      continue;
    }
    (void)replay.connection.Exec("BEGIN");
    const Observation seen = ObserveInTransaction(replay.connection, text);
    (void)replay.connection.Exec(seen.error ? "ROLLBACK" : "COMMIT");
    if (seen.error) {
      ADD_FAILURE() << migration.name << ": " << seen.error->message << "\n" << text;
      continue;
    }
    Compare(text, effects, seen, before, replay, migration.name);
  }
}

class CorpusEffects : public ::testing::TestWithParam<int> {};

TEST_P(CorpusEffects, EveryStatementDoesWhatTheModelSays) {
  if (!std::filesystem::is_directory(CorporaFolder())) {
    GTEST_SKIP() << "no corpora at $HOGLINT_SHARED_DATA/corpora: nothing compared";
  }
  const auto servers = testing::PostgresServer::FindServers();
  const auto found = std::ranges::find(servers, GetParam(), &testing::InstalledServer::major);
  if (found == servers.end()) {
    GTEST_SKIP() << "no PostgreSQL " << GetParam() << " on this machine: nothing compared";
  }
  const auto server = testing::PostgresServer::Start(*found);
  ASSERT_TRUE(server.has_value()) << server.error().message;
  for (const char* corpus : kCorpora) {
    ASSERT_TRUE((*server)->CreateDatabase("corpus").ok());
    auto connection = (*server)->Connect("corpus");
    ASSERT_TRUE(connection.has_value()) << connection.error().message;
    Replay replay{*connection, {}, {}, 0, 0};
    for (const auto& file : testing::ReadCorpus(CorporaFolder() / corpus)) RunFile(file, replay);
    std::cout << corpus << " on PostgreSQL " << GetParam() << ": " << replay.compared
              << " statements compared, " << replay.not_modelled << " not modelled\n";
  }
}

INSTANTIATE_TEST_SUITE_P(Servers, CorpusEffects, ::testing::Values(15, 18),
                         [](const auto& server) { return "Pg" + std::to_string(server.param); });

}  // namespace
}  // namespace hoglint::oracle
