#include "lint/journal/json_positions.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

namespace hoglint {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

SourceFile File(std::string text) { return {FileId{7}, "x.json", std::move(text)}; }

TEST(JsonPositions, EveryValueKnowsItsBytes) {
  const SourceFile file =
      File(" { \"a\" : 12 ,\r\n\"b\":[true,null,-1.5e2 ] , \"c\\n\": \"\\u00e9\"}");
  const JsonDocument document(file);
  ASSERT_THAT(document.problems(), IsEmpty());
  std::vector<std::string> seen;
  for (const JsonValue member : document.root()) {
    seen.push_back(std::string(member.key()) + "=" + std::string(member.text()));
    EXPECT_EQ(file.text().substr(member.span().begin, member.span().end - member.span().begin),
              member.text());
  }
  EXPECT_THAT(seen, ElementsAre("a=12", "b=[true,null,-1.5e2 ]", "c\n=\"\\u00e9\""));
  const JsonValue array = document.root()["b"];
  seen.clear();
  for (const JsonValue element : array) seen.emplace_back(element.text());
  EXPECT_THAT(seen, ElementsAre("true", "null", "-1.5e2"));
  EXPECT_EQ(document.root()["c\n"].AsString(), "\xC3\xA9");
  EXPECT_EQ(document.root()["a"].key_span().begin, 3U);
  EXPECT_EQ(document.root().span().begin, 1U);
  EXPECT_EQ(document.root().span().file, FileId{7});
}

TEST(JsonPositions, NumbersAtTheVeryEndAndOddNumbers) {
  const SourceFile file = File("-17");
  EXPECT_EQ(JsonDocument(file).root().text(), "-17");
  const SourceFile list = File("[1e3,1.5,9223372036854775807,9223372036854775808,1e300,0,-0]");
  const JsonDocument document(list);
  std::vector<std::int64_t> integers;
  for (const JsonValue element : document.root()) {
    integers.push_back(element.AsInteger().value_or(-1));
  }
  EXPECT_THAT(integers, ElementsAre(1000, -1, 9223372036854775807, -1, -1, 0, 0));
}

TEST(JsonPositions, AbsentValuesAnswerEverything) {
  const JsonValue absent;
  EXPECT_FALSE(absent.present());
  EXPECT_FALSE(absent["a"]["b"].AsString().has_value());
  EXPECT_FALSE(absent.begin() != absent.end());
  EXPECT_EQ(absent.text(), "");
  const SourceFile file = File("3");
  const JsonDocument document(file);
  EXPECT_FALSE(document.root()["x"].present());
  EXPECT_FALSE(document.root().begin() != document.root().end());
}

TEST(JsonPositions, SyntaxErrorsHaveAPlaceAndKeepWhatCameBefore) {
  const SourceFile file = File("{\"a\": [1, 2,\n  oops], \"b\": 1}");
  const JsonDocument document(file);
  ASSERT_EQ(document.problems().size(), 1U);
  const JsonProblem& problem = document.problems().front();
  EXPECT_EQ(problem.kind, JsonProblemKind::kSyntax);
  const Position position = file.PositionAt(problem.span.begin);
  EXPECT_EQ(position.line, 2U);
  EXPECT_EQ(position.column, 3U);
  EXPECT_THAT(problem.message, HasSubstr("is not valid JSON: while parsing value - invalid"));
  EXPECT_EQ(document.root()["a"].text(), "[1, 2");
  EXPECT_FALSE(document.root()["b"].present());
}

TEST(JsonPositions, OddInputsAreRefusedWhereTheyBreak) {
  struct Case {
    std::string text;
    std::uint32_t begin;
  };
  for (const Case& c : {Case{"", 0},
                        {"   ", 3},
                        {"{", 1},
                        {"[1,]", 3},
                        {"{} x", 3},
                        {"[1 2]", 3},
                        {"{\"a\":1e999}", 5},
                        {"\"\xFF\"", 1},
                        {std::string("{}\0x", 4), 2},
                        {"[tru]", 1},
                        {"nul", 0},
                        {"\"abc", 4},
                        {"\"\\ud800\"", 0}}) {
    const SourceFile file = File(c.text);
    const JsonDocument document(file);
    ASSERT_EQ(document.problems().size(), 1U) << c.text;
    const Span span = document.problems().front().span;
    EXPECT_EQ(document.problems().front().kind, JsonProblemKind::kSyntax);
    EXPECT_LE(span.end, c.text.size()) << c.text;
    EXPECT_LE(span.begin, c.begin + 1) << c.text << document.problems().front().message;
    EXPECT_GE(span.end, c.begin) << c.text << document.problems().front().message;
  }
}

TEST(JsonPositions, ByteOrderMarkIsAProblemAndSkipped) {
  const SourceFile file = File("\xEF\xBB\xBF{\"a\":1}");
  const JsonDocument document(file);
  ASSERT_EQ(document.problems().size(), 1U);
  EXPECT_EQ(document.problems().front().kind, JsonProblemKind::kByteOrderMark);
  EXPECT_EQ(document.root()["a"].span().begin, 8U);
}

TEST(JsonPositions, ConflictsAreReadByTheirFirstSide) {
  const SourceFile file = File(
      "{\n<<<<<<< HEAD\n \"a\": 1\n||||||| base\n \"a\": 0\n=======\n \"a\": 2\n>>>>>>> "
      "other\n}\n");
  const JsonDocument document(file);
  ASSERT_EQ(document.problems().size(), 1U);
  EXPECT_EQ(document.problems().front().kind, JsonProblemKind::kConflictMarkers);
  EXPECT_EQ(file.PositionAt(document.problems().front().span.begin).line, 2U);
  EXPECT_EQ(document.root()["a"].AsInteger(), 1);
  EXPECT_EQ(document.root()["a"].span().begin, 21U);
}

TEST(JsonPositions, MarkersInsideStringsAreNoConflict) {
  const SourceFile file = File("{\"a\": \"<<<<<<< HEAD\"}");
  EXPECT_THAT(JsonDocument(file).problems(), IsEmpty());
}

TEST(JsonPositions, AHundredThousandLevelsDeep) {
  constexpr std::size_t kDepth = 100'000;
  const SourceFile closed = File(std::string(kDepth, '[') + std::string(kDepth, ']'));
  EXPECT_THAT(JsonDocument(closed).problems(), IsEmpty());
  const SourceFile open = File(std::string(kDepth, '['));
  EXPECT_EQ(JsonDocument(open).problems().size(), 1U);
}

TEST(JsonPositions, DuplicateKeysAreToldAndTheLastCounts) {
  const SourceFile file = File("{\"a\":1,\"b\":2,\"a\":3}");
  const JsonDocument document(file);
  EXPECT_EQ(document.root()["a"].AsInteger(), 3);
  std::vector<JsonProblem> problems;
  CheckDuplicateKeys(document.root(), problems);
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_EQ(problems.front().span.begin, 13U);
}

}  // namespace
}  // namespace hoglint
