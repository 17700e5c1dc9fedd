#include "lint/journal/journal.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <ctime>
#include <string>
#include <vector>

namespace hoglint {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

SourceFile File(std::string text) { return {FileId{0}, "meta/_journal.json", std::move(text)}; }

// "line:column message" of every problem.
std::vector<std::string> Problems(const SourceFile& file) {
  std::vector<std::string> lines;
  for (const JsonProblem& problem : ReadJournal(file).problems) {
    const Position position = file.PositionAt(problem.span.begin);
    lines.push_back(fmt::format("{}:{} {}", position.line, position.column, problem.message));
  }
  return lines;
}

std::vector<std::string> Tags(const Journal& journal) {
  std::vector<std::string> tags;
  for (const JournalEntry& entry : journal.entries) tags.push_back(entry.tag);
  return tags;
}

std::string Entry(int idx) {
  return fmt::format(R"({{"idx":{},"version":"7","when":{},"tag":"{:04}_x","breakpoints":true}})",
                     idx, 1000 + idx, idx);
}

TEST(Journal, ReadsEntriesWithTheirPlaces) {
  const SourceFile file = File(
      "{\r\n  \"version\": \"7\",\r\n  \"dialect\": \"postgresql\",\r\n  \"entries\": [\r\n    {"
      "\"idx\": 3, \"version\": \"6\", \"when\": 1795314598812, \"tag\": \"0003_spotty\", "
      "\"breakpoints\": false}\r\n  ]\r\n}");
  const Journal journal = ReadJournal(file);
  EXPECT_THAT(journal.problems, IsEmpty());
  EXPECT_EQ(journal.version, "7");
  EXPECT_EQ(journal.dialect, "postgresql");
  ASSERT_EQ(journal.entries.size(), 1U);
  const JournalEntry& entry = journal.entries.front();
  EXPECT_EQ(entry.idx, 3);
  EXPECT_EQ(entry.version, "6");
  EXPECT_EQ(entry.when, 1795314598812);
  EXPECT_EQ(entry.tag, "0003_spotty");
  EXPECT_FALSE(entry.breakpoints);
  const auto text = [&file](Span span) {
    return file.text().substr(span.begin, span.end - span.begin);
  };
  EXPECT_EQ(text(entry.tag_span), "\"0003_spotty\"");
  EXPECT_EQ(text(entry.when_span), "1795314598812");
  EXPECT_EQ(text(entry.idx_span), "3");
  EXPECT_EQ(text(entry.span).front(), '{');
  EXPECT_EQ(text(entry.span).back(), '}');
  EXPECT_EQ(file.PositionAt(entry.span.begin).line, 5U);
}

TEST(Journal, TheCompactFormOfAnEmptyJournal) {
  const Journal journal =
      ReadJournal(File(R"({"version":"7","dialect":"postgresql","entries":[]})"));
  EXPECT_THAT(journal.problems, IsEmpty());
  EXPECT_THAT(journal.entries, IsEmpty());
}

TEST(Journal, VersionFiveSaysPg) {
  const Journal journal = ReadJournal(File(R"({"version":"5","dialect":"pg","entries":[]})"));
  EXPECT_THAT(journal.problems, IsEmpty());
}

TEST(Journal, OneBadEntryLeavesTheOthers) {
  const SourceFile file =
      File(fmt::format("{{\"version\":\"7\",\"dialect\":\"postgresql\",\"entries\":[\n{},\n7,\n{{"
                       "\"idx\":2,\"when\":1}},\n"
                       "{{\"idx\":\"3\",\"when\":1.5,\"tag\":\"0003_x\"}},\n{{\"tag\":\"0004_x\","
                       "\"idx\":4}},\n{}]}}",
                       Entry(0), Entry(5)));
  EXPECT_THAT(Tags(ReadJournal(file)), ElementsAre("0000_x", "0003_x", "0004_x", "0005_x"));
  EXPECT_EQ(ReadJournal(file).entries.back().position, 5U);
  EXPECT_THAT(
      Problems(file),
      ElementsAre("3:1 entry 1 is a number, not an object", "4:1 entry 2 has no tag",
                  "5:8 idx of entry 3 is a string, not a whole number",
                  "5:19 when of entry 3 is 1.5, not a whole number", "6:1 entry 4 has no when"));
}

TEST(Journal, EverythingWrong) {
  EXPECT_THAT(Problems(File("[]")),
              ElementsAre("1:1 a journal is an object, but this is an array"));
  EXPECT_THAT(Problems(File("{}")),
              ElementsAre("1:1 the journal has no version", "1:1 the journal has no dialect",
                          "1:1 the journal has no entries"));
  EXPECT_THAT(Problems(File(R"({"version":7,"dialect":"mysql","entries":{}})")),
              ElementsAre("1:12 version of the journal is a number, not a string",
                          "1:24 the dialect is mysql, not PostgreSQL",
                          "1:42 entries is an object, not an array"));
  EXPECT_THAT(
      Problems(
          File(R"({"version":"7","dialect":"pg","entries":[{"idx":0,"when":1e999,"tag":"a"}]})")),
      ElementsAre("1:58 is not valid JSON: number overflow parsing '1e999'"));
}

TEST(Journal, AnUnfinishedFileGivesTheEntriesBefore) {
  const SourceFile file = File("{\"version\":\"7\",\"dialect\":\"pg\",\"entries\":[" + Entry(0) +
                               "," + Entry(1).substr(0, 30));
  EXPECT_THAT(Tags(ReadJournal(file)), ElementsAre("0000_x"));
  EXPECT_EQ(Problems(file).size(), 1U);
}

TEST(Journal, ConflictMarkersGiveTheFirstSide) {
  const SourceFile file = File("{\"version\":\"7\",\"dialect\":\"postgresql\",\"entries\":[\n" +
                               Entry(0) + ",\n<<<<<<< HEAD\n" + Entry(1) + "\n=======\n" +
                               Entry(2) + "\n>>>>>>> other branch\n]}\n");
  EXPECT_THAT(Tags(ReadJournal(file)), ElementsAre("0000_x", "0001_x"));
  EXPECT_THAT(Problems(file),
              ElementsAre("3:1 holds an unresolved merge conflict; its first side was read"));
}

TEST(Journal, DuplicateKeysInsideAnEntry) {
  const SourceFile file =
      File(R"({"version":"7","dialect":"pg","entries":[{"idx":0,"when":1,"when":2,"tag":"a"}]})");
  EXPECT_EQ(ReadJournal(file).entries.front().when, 2);
  EXPECT_THAT(Problems(file), ElementsAre("1:60 has the key \"when\" twice in one object; the last "
                                          "one counts"));
}

TEST(Journal, NoPrefixOfAJournalCrashes) {
  const std::string text = "\xEF\xBB\xBF{\"version\":\"7\",\"dialect\":\"pg\",\"entries\":[" +
                           Entry(0) + ",\r\n" + Entry(1) + "]}";
  for (std::size_t size = 0; size < text.size(); ++size) {
    const Journal journal = ReadJournal(File(text.substr(0, size)));
    EXPECT_FALSE(journal.problems.empty());
    for (const JsonProblem& problem : journal.problems) EXPECT_LE(problem.span.end, size);
  }
  for (std::size_t at = 0; at < text.size(); ++at) {
    for (const char byte : {'\0', '"', '{', ']', '\xFF', '\\', ','}) {
      std::string broken = text;
      broken[at] = byte;
      for (const JsonProblem& problem : ReadJournal(File(broken)).problems) {
        EXPECT_LE(problem.span.end, broken.size());
      }
    }
  }
}

TEST(Journal, AMillionEntriesAreReadInSeconds) {
  constexpr int kEntries = 1'000'000;
  std::string text = "{\"version\":\"7\",\"dialect\":\"postgresql\",\"entries\":[";
  for (int i = 0; i < kEntries; ++i) text += (i == 0 ? "" : ",") + Entry(i);
  text += "]}";
  const SourceFile file = File(std::move(text));
  const std::clock_t start = std::clock();  // of the processor: others may be at work
  const Journal journal = ReadJournal(file);
  const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  EXPECT_EQ(journal.entries.size(), static_cast<std::size_t>(kEntries));
  EXPECT_LT(seconds, 30.0) << "measured: about 2 s";
  RecordProperty("milliseconds", static_cast<int>(seconds * 1000));
}

}  // namespace
}  // namespace hoglint
