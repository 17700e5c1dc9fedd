#include "checker/project/parsing_queue.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace hoglint {
namespace {

// The files' statements, as text, each file's behind the other's.
std::vector<std::string> StatementsOf(const Sources& sources,
                                      const std::vector<ParsedFile>& files) {
  std::vector<std::string> texts;
  for (const ParsedFile& file : files) {
    for (const Statement& statement : file.statements) {
      texts.emplace_back(sources.Text(statement.span));
    }
  }
  return texts;
}

TEST(ParsingQueue, KeepsTheOrderInWhichFilesWereAdded) {
  constexpr int kFiles = 5000;  // some 250 kB: helpers are called ten times while files are added
  Sources sources;
  ParsingQueue queue;
  std::vector<std::string> expected;
  for (int i = 0; i < kFiles; ++i) {
    expected.push_back(fmt::format("ALTER TABLE table_{} ADD COLUMN field_{} integer", i, i));
    queue.Add(sources.Add(fmt::format("{}.sql", i), expected.back()), {});
  }
  EXPECT_EQ(StatementsOf(sources, queue.Finish()), expected);
}

TEST(ParsingQueue, ParsesFewFilesWithoutHelp) {
  Sources sources;
  ParsingQueue queue;
  queue.Add(sources.Add("a.sql", "SELECT 1"), {});
  EXPECT_THAT(StatementsOf(sources, queue.Finish()), testing::ElementsAre("SELECT 1"));
}

TEST(ParsingQueue, HasNothingWhereNothingWasAdded) { EXPECT_TRUE(ParsingQueue().Finish().empty()); }

TEST(ParsingQueue, IsLeftUnfinished) {
  Sources sources;
  ParsingQueue queue;
  for (int i = 0; i < 2000; ++i) {
    queue.Add(sources.Add(fmt::format("{}.sql", i), "CREATE INDEX ON a_table (a_column)"), {});
  }
}

}  // namespace
}  // namespace hoglint
