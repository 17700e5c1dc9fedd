// `hoglint drift --health-url` and `hoglint stats`, against a world of the test's making.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <deque>

#include "tests/support/cli_runner.h"
#include "tests/support/memory_file_system.h"

namespace hoglint::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr std::string_view kInSync =
    R"({"applied":"0000_init","required":"0000_init","inSync":true,"pending":[]})";
constexpr std::string_view kBehind =
    R"({"applied":null,"required":"0000_init","inSync":false,"pending":["0000_init"]})";
constexpr std::string_view kNothing =
    R"({"applied":null,"required":null,"inSync":true,"pending":[]})";

std::string Answer(std::string_view status, std::string_view engine, std::string_view client) {
  return fmt::format(R"({{"status":"{}","schema":{{"engine":{},"client":{}}},)"
                     R"("components":{{"database":{{"status":"up"}}}}}})",
                     status, engine, client);
}

// A client's folder with one migration.
class HealthCommandTest : public ::testing::Test {
 protected:
  HealthCommandTest() : runner_(files_, git_, "/app") {
    files_.AddFile("/app/package.json", R"({"dependencies": {"@hogsend/db": "^0.67.0"}})");
    files_.AddFile("/app/migrations/0000_init.sql", "CREATE TABLE notes (id int);");
    files_.AddFile("/app/migrations/meta/_journal.json",
                   R"({"version":"7","dialect":"postgresql","entries":[
                       {"idx":0,"version":"7","when":1,"tag":"0000_init","breakpoints":true}]})");
    runner_.fetch = [this](const std::string& url, std::chrono::milliseconds) {
      asked_ = url;
      if (answers_.empty())
        return Result<HttpAnswer>(Error{"cannot read x: nothing answers there"});
      HttpAnswer answer{.status = status_, .body = answers_.front()};
      if (answers_.size() > 1) answers_.pop_front();
      return Result<HttpAnswer>(std::move(answer));
    };
    runner_.sleep = [this](std::chrono::milliseconds time) {
      runner_.clock += std::chrono::duration<double>(time).count();
    };
  }

  int Run(std::vector<std::string> words) {
    words.insert(words.begin(), {"drift", "--health-url", "https://api.example.com"});
    return runner_.Run(words);
  }

  MemoryFileSystem files_;
  NoGit git_;
  CliRunner runner_;
  std::deque<std::string> answers_;
  long status_ = 200;
  std::string asked_;
};

TEST_F(HealthCommandTest, AnAddressWithoutAPathMeansTheEndpoint) {
  answers_ = {Answer("healthy", kInSync, kInSync)};
  EXPECT_EQ(Run({}), 0) << runner_.error.text();
  EXPECT_EQ(asked_, "https://api.example.com/v1/health");
  EXPECT_THAT(runner_.out.text(), HasSubstr("says of itself: healthy"));
  EXPECT_THAT(runner_.out.text(), HasSubstr("as far as the application can tell"));
}

TEST_F(HealthCommandTest, AnEngineBehindFailsAClientBehindWithStrictOnly) {
  answers_ = {Answer("migration_pending", kBehind, kInSync)};
  EXPECT_EQ(Run({}), 1);
  answers_ = {Answer("migration_pending", kInSync, kBehind)};
  EXPECT_EQ(Run({}), 0);
  EXPECT_EQ(Run({"--strict"}), 1);
}

TEST_F(HealthCommandTest, AJournalThatIsNotWiredIsSaid) {
  answers_ = {Answer("healthy", kInSync, kNothing)};
  EXPECT_EQ(Run({}), 0);
  EXPECT_THAT(runner_.out.text(), HasSubstr("[client-journal-not-wired]"));
}

TEST_F(HealthCommandTest, WhatTheApplicationDoesNotKnowIsNeverInSync) {
  answers_ = {Answer("degraded", kNothing, kNothing)};
  EXPECT_EQ(Run({}), 2);
  EXPECT_THAT(runner_.error.text(), HasSubstr("did not answer within 1.5 s"));
  answers_.clear();
  EXPECT_EQ(Run({}), 2);
  EXPECT_THAT(runner_.error.text(), HasSubstr("nothing answers there"));
  answers_ = {"<html>"};
  status_ = 502;
  EXPECT_EQ(Run({}), 2);
  EXPECT_THAT(runner_.error.text(), HasSubstr("HTTP 502"));
  EXPECT_THAT(runner_.out.text(), Not(HasSubstr("in sync")));
}

TEST_F(HealthCommandTest, WaitsUntilItIsHealthy) {
  answers_ = {Answer("migration_pending", kBehind, kInSync),
              Answer("migration_pending", kBehind, kInSync), Answer("healthy", kInSync, kInSync)};
  EXPECT_EQ(Run({"--wait", "60"}), 0);
  EXPECT_EQ(runner_.clock, 4);
  EXPECT_THAT(runner_.error.text(),
              HasSubstr("waiting, 0 of 60 s: migration_pending, engine at nothing of 0000_init\n"));
}

TEST_F(HealthCommandTest, WhatIsNotHealthyInTimeFails) {
  answers_ = {Answer("degraded", kInSync, kInSync)};
  EXPECT_EQ(Run({"--wait", "10"}), 1);
  EXPECT_EQ(runner_.clock, 10);
  EXPECT_EQ(Run({}), 0) << "without --wait the schema alone counts";
}

TEST_F(HealthCommandTest, JsonHasTheEndpointsShape) {
  answers_ = {Answer("healthy", kInSync, kInSync)};
  EXPECT_EQ(Run({"--format", "json"}), 0);
  EXPECT_THAT(runner_.out.text(), AllOf(HasSubstr("\"health\": \"healthy\""),
                                        HasSubstr("\"required\": \"0000_init\"")));
}

TEST_F(HealthCommandTest, WhatWouldBeLeftOutIsRefused) {
  answers_ = {Answer("healthy", kInSync, kInSync)};
  EXPECT_EQ(Run({"--against", "postgresql://h/app"}), 2);
  EXPECT_EQ(Run({"--stamp-plan"}), 2);
  EXPECT_EQ(Run({"--database-url", "postgresql://h/app"}), 2);
  EXPECT_EQ(asked_, "") << "nobody is asked before";
  const std::vector<std::string> two{"drift", "--against", "postgresql://h/app"};
  for (const std::vector<std::string>& more : std::vector<std::vector<std::string>>{
           {"migrations"}, {"--stamp-plan"}, {"--ledger", "migrations"}}) {
    std::vector<std::string> words = two;
    words.insert(words.end(), more.begin(), more.end());
    EXPECT_EQ(runner_.Run(words), 2);
  }
  EXPECT_THAT(runner_.error.text(),
              AllOf(HasSubstr("without files: no PATH"), HasSubstr("--ledger wants SCHEMA.TABLE")));
}

TEST_F(HealthCommandTest, WaitWantsAnApplicationAndSeconds) {
  EXPECT_EQ(runner_.Run({"drift", "--wait", "5"}), 2);
  EXPECT_EQ(Run({"--wait", "soon"}), 2);
  EXPECT_THAT(runner_.error.text(), HasSubstr("--wait soon: wants seconds"));
}

}  // namespace
}  // namespace hoglint::testing
