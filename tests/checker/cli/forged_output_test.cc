// Whatever a command prints, on either stream: nothing of its input steers a terminal, begins a
// line that a CI system would run, or hides. What the formats of reports hold is compared field by
// field in tests/lint/report/forgery_test.cc.
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gmock/gmock.h>

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "lint/report/drift_text.h"
#include "tests/support/cli_runner.h"
#include "tests/support/memory_file_system.h"

namespace hoglint {
namespace {

using hoglint::testing::CliRunner;
using hoglint::testing::MemoryFileSystem;
using hoglint::testing::NoGit;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

constexpr std::string_view kPayload =
    "x\n::error::forged\r::warning::forged\x1b[31m\xE2\x80\xAE\xC2\x9B"
    "31m##[error]forged ##vso[a]b\xE2\x80\xA8\xE2\x80\x8B y ::notice::z";

// What is wrong with a text that people and CI systems read; empty: nothing.
std::string Forged(std::string_view text) {
  constexpr std::array<std::string_view, 8> kBytes = {
      "\x1b", "\r", "\xE2\x80\xAE", "\xC2\x9B", "\xE2\x80\xA8", "\xE2\x80\x8B", "##[", "##vso["};
  for (const std::string_view bytes : kBytes) {
    const std::size_t at = text.find(bytes);
    if (at != text.npos) {
      return fmt::format("at {}: {}", at, text.substr(at - std::min<std::size_t>(at, 40), 80));
    }
  }
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    const std::size_t first = line.find_first_not_of(' ');
    if (first != line.npos && line.substr(first).starts_with("::")) return std::string(line);
    begin = end + 1;
  }
  return {};
}

std::string Quoted(std::string_view name) { return fmt::format("\"{}\"", name); }

class ForgedOutputTest : public ::testing::Test {
 protected:
  // The exit code; what was printed is checked.
  int Run(const std::vector<std::string>& words) {
    const MemoryFileSystem disk{files_};
    CliRunner runner(disk, git_, "/p");
    const int code = runner.Run(words);
    const std::string command = fmt::format("{}", fmt::join(words, " "));
    EXPECT_THAT(Forged(runner.error.text()), IsEmpty()) << command;
    // With this format, commands are what is wanted.
    if (words.back() != "github") {
      EXPECT_THAT(Forged(runner.out.text()), IsEmpty()) << command;
    }
    EXPECT_THAT(runner.out.text() + runner.error.text(), Not(IsEmpty())) << command;
    return code;
  }

  const std::string payload_{kPayload};
  const std::string table_ = Quoted(kPayload.substr(0, 60));
  std::map<std::string, std::string> files_{
      {"/p/drizzle/0000_old.sql",
       fmt::format("CREATE TABLE {0} ({0} int, b int, CONSTRAINT {0} CHECK (b > 0));\n"
                   "CREATE TABLE users (id int PRIMARY KEY);\n",
                   table_)},
      {"/p/drizzle/0001_" + payload_ + ".sql",
       fmt::format("ALTER TABLE {0} DROP COLUMN {0};\n"
                   "-- hoglint: allow drop-constraint {1}\n"
                   "ALTER TABLE {0} DROP CONSTRAINT {0};\n"
                   "DO $$ BEGIN EXECUTE '{1}' || 'x'; END $$;\n"
                   "UPDATE users SET id = id WHERE '{1}' <> '';\n"
                   "ALTER TABLE users ADD CHECK ('{1}' <> '');\nthis is no {0} SQL;\n",
                   table_, payload_)}};
  NoGit git_;
};

TEST_F(ForgedOutputTest, OfCommandsOnAHostileProject) {
  EXPECT_EQ(Run({"check", "--all", "drizzle"}), 1);
  for (const char* format :
       {"json", "markdown", "html", "sarif", "github", "gitlab", "junit", "checkstyle"}) {
    EXPECT_EQ(Run({"check", "--all", "drizzle", "--format", format}), 1);
  }
  Run({"check", "--all", "drizzle", "--show-suppressed"});
  for (const char* format : {"text", "json", "markdown"}) {
    Run({"plan", "--all", "drizzle", "--format", format});
  }
  for (const char* format : {"text", "json"}) {
    for (const char* command : {"schema", "project", "engine", "history", "upgrade-check"}) {
      Run({command, "drizzle", "--format", format});
    }
  }
  Run({"baseline", "write", "--all", "drizzle"});
}

TEST_F(ForgedOutputTest, OfWhatCannotBeRead) {
  EXPECT_EQ(Run({payload_}), 2);
  EXPECT_EQ(Run({"check", "/p/" + payload_}), 2);
  EXPECT_EQ(Run({"plan", payload_}), 2);
  EXPECT_EQ(Run({"explain", payload_}), 2);
  EXPECT_EQ(Run({"check", "--" + payload_}), 2);
  EXPECT_EQ(Run({"check", "--rule", payload_ + "=off"}), 2);
  EXPECT_EQ(Run({"check", "--format", payload_}), 2);
  EXPECT_EQ(Run({"check", "--report", payload_}), 2);
  EXPECT_EQ(Run({"check", "--runner", payload_}), 2);
  EXPECT_EQ(Run({"check", "--config", payload_}), 2);
  EXPECT_EQ(Run({"baseline", payload_}), 2);
}

TEST_F(ForgedOutputTest, OfAConfig) {
  files_["/p/hoglint.json"] = R"({"x\n::error::forged\u001b[31m\u202e##[error]": 1,
    "rules": {"x\n::error::forged\u009b": "off"}, "runner": "\r::error::forged",
    "extends": ["\n::error::forged"]})";
  EXPECT_EQ(Run({"check", "drizzle"}), 2);
}

TEST_F(ForgedOutputTest, OfADatabase) {
  DriftReport report;
  report.database = payload_;
  report.against = "::error::" + payload_;
  TrackDrift& track = report.tracks.emplace_back();
  track.name = "::error::" + payload_;
  track.folder = payload_;
  report.findings.push_back({.kind = "schema-differs",
                             .level = DriftLevel::kError,
                             .track = payload_,
                             .subject = payload_,
                             .message = "the database says " + payload_});
  report.not_checked.push_back({std::nullopt, payload_, payload_});
  for (const std::uint32_t width : {40U, 80U, 1'000U}) {
    EXPECT_THAT(Forged(RenderDriftText(report, {.color = false, .width = width})), IsEmpty());
  }
}

// The check itself: without this, an empty answer would prove nothing.
TEST_F(ForgedOutputTest, IsSeen) {
  EXPECT_THAT(Forged("a\n  ::error::b\n"), HasSubstr("::error::"));
  EXPECT_THAT(Forged("a \x1b[1m"), Not(IsEmpty()));
  EXPECT_THAT(Forged("a ##[error]b"), Not(IsEmpty()));
}

}  // namespace
}  // namespace hoglint
