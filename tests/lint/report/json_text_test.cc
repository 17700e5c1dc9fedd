#include "lint/report/json_text.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

namespace hoglint {
namespace {

using Json = nlohmann::ordered_json;

// Every kind of value, at every place where one can be.
const Json kEverything = {
    {"text", "plain"},
    {"empty", ""},
    {"escaped", "a \"quote\", a \\ and\na line\x01"},
    {"letters", "h\xC3\xA9 \xF0\x9F\x90\x98"},
    {"key \"quoted\"\n", 1},
    {"numbers", {0, 7, -7, 18446744073709551615U, 0.25, 1e300}},
    {"words", {true, false, nullptr}},
    {"empties", {Json::array(), Json::object()}},
    {"nested", {{"a", {{"b", {{"c", Json::array({Json::array({1})})}}}}}}},
};

TEST(JsonTextTest, WritesWhatTheLibraryWrites) {
  EXPECT_EQ(JsonText(kEverything), kEverything.dump(2) + "\n");
  for (const Json& value : kEverything) EXPECT_EQ(JsonText(value), value.dump(2) + "\n");
}

TEST(JsonTextTest, ReadsBackAsWhatItWas) {
  EXPECT_EQ(Json::parse(JsonText(kEverything)), kEverything);
}

TEST(JsonTextTest, EscapesWhatCouldSteerATerminalOrACiSystem) {
  EXPECT_EQ(JsonText("a\x7F\xE2\x80\xAE##[error]"), "\"a\\u007f\\u202e\\u0023#[error]\"\n");
  EXPECT_EQ(JsonText("one # is none"), "\"one # is none\"\n");
}

TEST(JsonTextTest, ReplacesBytesThatAreNotUtf8) {
  EXPECT_EQ(JsonText("a\xFF"), "\"a\xEF\xBF\xBD\"\n");
  EXPECT_EQ(JsonText(Json{{"\xFF", 1}}), "{\n  \"\xEF\xBF\xBD\": 1\n}\n");
}

}  // namespace
}  // namespace hoglint
