#include "lint/drift/health.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "lint/drift/health_findings.h"

namespace hoglint {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

// As Hogsend 0.67.0 answers.
std::string Answer(std::string_view engine, std::string_view client,
                   std::string_view database = "up") {
  return fmt::format(R"({{"status":"healthy","schema":{{"engine":{},"client":{}}},
    "uptime":12.5,"timestamp":"2026-11-22T10:00:00.000Z","version":"0.0.1",
    "components":{{"database":{{"status":"{}","latencyMs":2}},"redis":{{"status":"up"}}}}}})",
                     engine, client, database);
}

constexpr std::string_view kEngineInSync =
    R"({"applied":"0074_flat","required":"0074_flat","inSync":true,"pending":[]})";
constexpr std::string_view kClientInSync =
    R"({"applied":"0001_b","required":"0001_b","inSync":true,"pending":[]})";
constexpr std::string_view kNothing =
    R"({"applied":null,"required":null,"inSync":true,"pending":[]})";

std::vector<LocalEntry> Entries(std::vector<std::string> tags) {
  std::vector<LocalEntry> entries;
  for (std::string& tag : tags) {
    LocalEntry& entry = entries.emplace_back();
    entry.tag = std::move(tag);
  }
  return entries;
}

// "client-journal-not-wired:warning client"
std::vector<std::string> Outline(const std::string& answer,
                                 const std::vector<LocalEntry>* client = nullptr) {
  const auto health = ReadHealth(answer);
  EXPECT_TRUE(health) << (health ? "" : health.error().message);
  if (!health) return {};
  std::vector<std::string> found;
  for (const DriftFinding& finding :
       HealthFindings(*health, {.engine = nullptr, .client = client})) {
    found.push_back(
        fmt::format("{}:{} {}", finding.kind, DriftLevelName(finding.level), finding.track));
  }
  return found;
}

TEST(HealthTest, ReadsBothTracks) {
  const auto health = ReadHealth(Answer(
      R"({"applied":"0073_a","required":"0074_flat","inSync":false,"pending":["0074_flat"]})",
      kClientInSync));
  ASSERT_TRUE(health) << health.error().message;
  EXPECT_EQ(health->status, "healthy");
  EXPECT_EQ(health->engine.applied, "0073_a");
  EXPECT_EQ(health->engine.required, "0074_flat");
  EXPECT_FALSE(health->engine.in_sync);
  EXPECT_THAT(health->engine.pending, ElementsAre("0074_flat"));
  EXPECT_EQ(health->database, "up");
  EXPECT_TRUE(SawDatabase(*health));
}

TEST(HealthTest, OfOneOpinionThereIsNothingToSay) {
  const auto entries = Entries({"0000_a", "0001_b"});
  EXPECT_THAT(Outline(Answer(kEngineInSync, kClientInSync), &entries), IsEmpty());
}

TEST(HealthTest, TheEngineBehindIsFatalTheClientIsNot) {
  constexpr std::string_view kBehind =
      R"({"applied":"0000_a","required":"0001_b","inSync":false,"pending":["0001_b"]})";
  EXPECT_THAT(Outline(Answer(kBehind, kBehind)),
              ElementsAre("pending:error engine", "pending:warning client"));
}

TEST(HealthTest, AClientTrackWithoutJournalIsNotInSync) {
  const auto entries = Entries({"0000_a", "0001_b"});
  EXPECT_THAT(Outline(Answer(kEngineInSync, kNothing), &entries),
              ElementsAre("client-journal-not-wired:warning client"));
  EXPECT_THAT(Outline(Answer(kEngineInSync, kNothing)), IsEmpty())
      << "nothing here to compare with";
}

TEST(HealthTest, AnotherBuildCallsAnotherSetInSync) {
  const auto newer_here = Entries({"0000_a", "0001_b", "0002_c"});
  EXPECT_THAT(Outline(Answer(kEngineInSync, kClientInSync), &newer_here),
              ElementsAre("older-build:warning client"));
  const auto other_here = Entries({"0000_a", "0001_x"});
  EXPECT_THAT(Outline(Answer(kEngineInSync, kClientInSync), &other_here),
              ElementsAre("other-build:warning client"));
}

// The endpoint takes what it could not read within 1.5 s for in sync, and a database that refuses
// connections for one without migrations.
TEST(HealthTest, WithoutADatabaseTheAnswerIsNone) {
  const auto hanging = ReadHealth(Answer(kNothing, kNothing));
  ASSERT_TRUE(hanging);
  EXPECT_FALSE(SawDatabase(*hanging));
  const auto down = ReadHealth(Answer(kEngineInSync, kClientInSync, "down"));
  ASSERT_TRUE(down);
  EXPECT_FALSE(SawDatabase(*down));
  EXPECT_THAT(HealthFindings(*down, {}), IsEmpty());
}

TEST(HealthTest, SaysWhyAnAnswerIsNone) {
  for (const auto& [text, problem] : std::vector<std::pair<std::string, std::string>>{
           {"<html>", "no JSON object"},
           {"{}", "not Hogsend's /v1/health"},
           {R"({"status":"ok","schema":{}})", "no 'engine' and 'client'"},
           {R"({"status":"ok","schema":{"engine":{"inSync":1},"client":{}}})",
            "no 'engine' and"}}) {
    const auto health = ReadHealth(text);
    ASSERT_FALSE(health) << text;
    EXPECT_THAT(health.error().message, HasSubstr(problem)) << text;
  }
}

}  // namespace
}  // namespace hoglint
