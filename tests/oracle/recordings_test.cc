// The oracle's own tests: its formats, that the recordings are complete and as the case files
// intend, and (where servers are installed) that servers still do what was recorded.
#include "tests/oracle/recordings.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <set>
#include <string>
#include <vector>

#include "tests/oracle/case.h"
#include "tests/oracle/observe_all.h"
#include "tests/support/postgres_server.h"

namespace hoglint::oracle {
namespace {

std::filesystem::path OracleFolder() {
  const char* root = std::getenv("HOGLINT_SOURCE_DIR");
  return std::filesystem::path(root == nullptr ? "." : root) / "tests" / "oracle";
}

std::string Joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + '\n';
  return text;
}

std::vector<Case> AllCases() {
  Result<std::vector<Case>> cases = LoadCases(OracleFolder() / "cases");
  EXPECT_TRUE(cases.has_value()) << cases.error().message;
  return cases ? *cases : std::vector<Case>();
}

Recordings AllRecordings() {
  Result<Recordings> recordings = ReadRecordings(OracleFolder() / "observed.tsv");
  EXPECT_TRUE(recordings.has_value()) << recordings.error().message;
  return recordings ? *recordings : Recordings();
}

TEST(Case, ReadsDirectivesGivenAndStatement) {
  const Result<std::vector<Case>> cases = ParseCases(
      "-- A comment.\n\n-- case: one\n-- fails: 42601 14-16\n-- given\nCREATE TABLE a ();\n"
      "-- then\nDROP\n  TABLE a;\n\n-- case: two\n-- ok: 18\n-- alone: public.a, "
      "public.b\nVACUUM;\n",
      "file");
  ASSERT_TRUE(cases.has_value()) << cases.error().message;
  ASSERT_EQ(cases->size(), 2U);
  const Case& one = cases->front();
  EXPECT_EQ(one.id, "one");
  EXPECT_EQ(one.line, 3);
  EXPECT_EQ(one.given, "CREATE TABLE a ();");
  EXPECT_EQ(one.statement, "DROP\n  TABLE a");
  EXPECT_FALSE(one.alone);
  EXPECT_FALSE(one.ExpectedToSucceed(16));
  EXPECT_TRUE(one.ExpectedToSucceed(17));
  const Case& two = cases->back();
  EXPECT_TRUE(two.alone);
  EXPECT_EQ(two.watch, (std::vector<std::string>{"public.a", "public.b"}));
  EXPECT_FALSE(two.ExpectedToSucceed(17));
  EXPECT_TRUE(two.ExpectedToSucceed(18));
}

TEST(Case, RefusesWhatItCannotRead) {
  EXPECT_FALSE(ParseCases("SELECT 1;\n", "file").has_value());
  EXPECT_FALSE(ParseCases("-- case: a\n", "file").has_value());
  EXPECT_FALSE(ParseCases("-- case: a\nSELECT 1\n", "file").has_value());
  EXPECT_FALSE(ParseCases("-- case: a\n-- ok: 13\nSELECT 1;\n", "file").has_value());
  EXPECT_FALSE(ParseCases("-- case: a\n-- given\nSELECT 1;\n", "file").has_value());
}

TEST(Recordings, MergeVersionsThatAgree) {
  RelationObservation relation;
  relation.relation = "public.a";
  relation.lock = LockRank("AccessExclusiveLock");
  relation.rewritten = true;
  relation.scans = 1;
  relation.rows_read = 7;
  Observation observation;
  observation.relations = {relation};
  Observation refused;
  refused.error = testing::SqlError{"42601", "syntax error"};
  const Recordings recordings = {
      {"a", {{14, refused}, {15, observation}, {16, observation}, {18, observation}}}};
  const std::string text = Render(recordings);
  EXPECT_NE(text.find("a\t14\t(error)\t42601\tsyntax error\n"), std::string::npos) << text;
  EXPECT_NE(text.find("a\t15-16,18\tpublic.a\tACCESS EXCLUSIVE\trewrite\t1\t7\n"),
            std::string::npos)
      << text;
  const Result<Recordings> again = ParseRecordings(text);
  ASSERT_TRUE(again.has_value()) << again.error().message;
  EXPECT_EQ(*again, recordings);
}

TEST(Recordings, AreWrittenAsTheyAreRead) {
  std::ifstream stream(OracleFolder() / "observed.tsv", std::ios::binary);
  const std::string text((std::istreambuf_iterator<char>(stream)), {});
  EXPECT_EQ(Render(AllRecordings()), text);
}

TEST(Recordings, HoldEveryCaseInEveryVersionAndNoOther) {
  const Recordings recordings = AllRecordings();
  std::set<std::string> ids;
  for (const Case& one : AllCases()) {
    ids.insert(one.id);
    for (int major = kFirstMajor; major <= kLastMajor; ++major) {
      const auto recorded = recordings.find(one.id);
      EXPECT_TRUE(recorded != recordings.end() && recorded->second.contains(major))
          << one.id << " is not recorded for " << major << ": run observe_effects --write";
    }
  }
  for (const auto& [id, observations] : recordings) EXPECT_TRUE(ids.contains(id)) << id;
}

TEST(Recordings, AreWhatTheCasesIntend) {
  EXPECT_EQ(Joined(UnexpectedOutcomes(AllCases(), AllRecordings())), "");
}

// Two minutes on two cores: every case on every installed server.
TEST(Recordings, AreWhatServersDo) {
  if (testing::PostgresServer::FindServers().empty()) {
    GTEST_SKIP() << "NOT CHECKED: no PostgreSQL here; see tests/oracle/servers/install.sh";
  }
  const std::vector<Case> cases = AllCases();
  const Result<Recordings> observed = ObserveAll(OracleFolder(), cases);
  ASSERT_TRUE(observed.has_value()) << observed.error().message;
  std::set<int> majors;
  for (const auto& [id, observations] : *observed) {
    for (const auto& [major, observation] : observations) majors.insert(major);
  }
  for (int major = kFirstMajor; major <= kLastMajor; ++major) {
    if (!majors.contains(major)) {
      std::cerr << "NOT CHECKED: PostgreSQL " << major << " is not installed\n";
    }
  }
  EXPECT_EQ(Joined(UnexpectedOutcomes(cases, *observed)), "");
  EXPECT_EQ(Joined(Differences(cases, AllRecordings(), *observed)), "");
}

}  // namespace
}  // namespace hoglint::oracle
