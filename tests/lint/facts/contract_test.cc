#include "lint/facts/contract.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "lint/facts/drizzle_folder.h"
#include "lint/facts/fold.h"
#include "rules/rule_table.h"
#include "tests/support/lint_text.h"

namespace hoglint::testing {
namespace {

using ::testing::ElementsAre;

// The snapshot after a migration: the schema that these statements make.
Snapshot MakeSnapshot(const std::string& sql, const std::string& version = "7") {
  Sources sources;
  const std::vector<TextMigration> migrations = {{.name = "0.sql", .text = sql, .merged = false}};
  const Track track = MakeTrack(migrations, true, sources);
  Snapshot snapshot;
  snapshot.version = version;
  snapshot.schema.emplace();
  snapshot.schema->catalogue = Fold(track, sources, Catalogue(), FoldOptions{}, FoldVisitor{});
  return snapshot;
}

Snapshot MakeStub() {
  Snapshot snapshot;
  snapshot.version = "7";
  snapshot.is_stub = true;
  return snapshot;
}

// One migration and the snapshot after it.
struct Step {
  TextMigration migration;
  std::optional<Snapshot> snapshot;
};

struct Folder {
  Sources sources;
  Track track;
};

Folder MakeFolder(const std::vector<Step>& steps) {
  Folder folder;
  std::vector<TextMigration> migrations;
  auto drizzle = std::make_shared<DrizzleFolder>();
  for (const Step& step : steps) {
    migrations.push_back(step.migration);
    drizzle->snapshot_of.emplace_back();
    if (!step.snapshot) continue;
    drizzle->snapshot_of.back() = drizzle->snapshots.size();
    drizzle->snapshots.push_back(*step.snapshot);
  }
  folder.track = MakeTrack(migrations, true, folder.sources);
  folder.track.drizzle = std::move(drizzle);
  return folder;
}

std::string Describe(const ContractPhase& phase) {
  switch (phase.declaration) {
    case Declaration::kUnknown:
      return "unknown";
    case Declaration::kDeclared:
      return "declared in " + phase.tag;
    case Declaration::kWithdrawn:
      return "not since " + phase.tag;
  }
  return {};
}

// What is known of users.nick before each ALTER TABLE.
std::vector<std::string> AskAboutNick(const Folder& folder, Batching batching) {
  std::vector<std::string> answers;
  const FoldVisitor visitor{
      .on_statement =
          [&answers](const StatementFacts& facts) {
            if (As<AlterTable>(facts.statement) == nullptr) return;
            answers.push_back(Describe(DeclaredBefore({"public", "users"}, "nick", facts)));
          },
      .on_applied = nullptr,
      .on_migration = nullptr,
  };
  const FoldOptions options{.runner = kDrizzleRunner, .server = {}, .batching = batching};
  (void)Fold(folder.track, folder.sources, Catalogue(), options, visitor);
  return answers;
}

constexpr const char* kWith = "CREATE TABLE users (id uuid, nick text);";
constexpr const char* kWithout = "CREATE TABLE users (id uuid);";
constexpr const char* kDrop = "ALTER TABLE users DROP COLUMN nick;";

Step Init() { return {{"0000_init.sql", kWith, true}, MakeSnapshot(kWith)}; }
Step Empty(const char* name, std::optional<Snapshot> snapshot) {
  return {{name, "SELECT 1;", true}, std::move(snapshot)};
}
Step DropStep() { return {{"0009_drop.sql", kDrop, false}, MakeSnapshot(kWithout)}; }

TEST(ContractTest, TheNewestMergedSnapshotAnswers) {
  const Folder declared = MakeFolder({Init(), DropStep()});
  EXPECT_THAT(AskAboutNick(declared, Batching::kNewTogether), ElementsAre("declared in 0000_init"));

  const Folder withdrawn = MakeFolder({Init(), Empty("0001_a.sql", MakeSnapshot(kWithout)),
                                       Empty("0002_b.sql", MakeSnapshot(kWithout)), DropStep()});
  EXPECT_THAT(AskAboutNick(withdrawn, Batching::kNewTogether), ElementsAre("not since 0001_a"));
}

TEST(ContractTest, WhatTheSameDeployWithdrawsIsStillDeclared) {
  Step withdraws = Empty("0001_a.sql", MakeSnapshot(kWithout));
  withdraws.migration.merged = false;
  const Folder folder = MakeFolder({Init(), withdraws, DropStep()});
  EXPECT_THAT(AskAboutNick(folder, Batching::kNewTogether), ElementsAre("declared in 0000_init"));
  EXPECT_THAT(AskAboutNick(folder, Batching::kEachMigration), ElementsAre("not since 0001_a"));
}

TEST(ContractTest, MergedMigrationsBehindNewOnesAreBeforeThem) {
  Step drop = DropStep();
  drop.migration.name = "0001_drop.sql";
  const Folder folder = MakeFolder({Init(), drop, Empty("0002_b.sql", MakeSnapshot(kWithout))});
  EXPECT_THAT(AskAboutNick(folder, Batching::kNewTogether), ElementsAre("not since 0002_b"));
}

TEST(ContractTest, WhatSaysNothingIsPassedOver) {
  const Folder folder = MakeFolder({Init(), Empty("0001_stub.sql", MakeStub()),
                                    Empty("0002_none.sql", std::nullopt), DropStep()});
  EXPECT_THAT(AskAboutNick(folder, Batching::kNewTogether), ElementsAre("declared in 0000_init"));
}

TEST(ContractTest, WhatWasNeverDeclaredIsUnknown) {
  const Step init{{"0000_init.sql", kWith, true}, MakeSnapshot(kWithout)};
  EXPECT_THAT(AskAboutNick(MakeFolder({init, DropStep()}), Batching::kNewTogether),
              ElementsAre("unknown"));
  Folder bare = MakeFolder({Init(), DropStep()});
  bare.track.drizzle = nullptr;
  EXPECT_THAT(AskAboutNick(bare, Batching::kNewTogether), ElementsAre("unknown"));
}

TEST(ContractTest, ABranchDoesNotKnowItsSibling) {
  // Two children of 0000_init that do not know each other; the second has not heard of `nick`.
  Snapshot root = MakeSnapshot(kWithout, "8");
  root.id = "root";
  Snapshot adds = MakeSnapshot(kWith, "8");
  adds.id = "adds";
  adds.prev_ids = {"root"};
  Snapshot sibling = MakeSnapshot(kWithout, "8");
  sibling.id = "sibling";
  sibling.prev_ids = {"root"};
  const Folder folder =
      MakeFolder({{{"0000_init.sql", kWithout, true}, root},
                  {{"0001_adds.sql", "ALTER TABLE users ADD COLUMN nick text;", true}, adds},
                  Empty("0002_sibling.sql", sibling),
                  DropStep()});
  EXPECT_THAT(AskAboutNick(folder, Batching::kNewTogether),
              ElementsAre("unknown", "declared in 0001_adds"));
}

TEST(ContractTest, TheThirdStepIsANote) {
  const Folder folder =
      MakeFolder({Init(), Empty("0001_a.sql", MakeSnapshot(kWithout)), DropStep()});
  Workspace workspace;
  workspace.tracks.push_back(folder.track);
  RunOptions options;
  options.runner = kDrizzleRunner;
  const Report report = hoglint::Run(workspace, folder.sources, AllRules(), options);
  ASSERT_EQ(report.findings.size(), 1U);
  EXPECT_EQ(report.findings.front().level, Level::kNote);
  EXPECT_EQ(report.findings.front().effect,
            "the column's data is gone for good; the schema has not declared it since 0001_a, so "
            "that no query of Drizzle's names it any more");
}

}  // namespace
}  // namespace hoglint::testing
