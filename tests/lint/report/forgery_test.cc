// Every format with input that tries to be a part of it. A program of parsers that are not ours
// (validators/forgery.cjs) reads the reports back and compares them with what was to be reported:
// as many findings, the same fields, and nothing more. Skipped aloud without node and the parsers.
#include <fmt/format.h>
#include <gmock/gmock.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "checker/cli/report_formats.h"
#include "lint/report/json_text.h"
#include "lint/report/place_text.h"
#include "lint/report/plan_markdown.h"
#include "lint/report/plan_text.h"
#include "tests/support/command_output.h"
#include "tests/support/golden.h"
#include "tests/support/hostile_report.h"
#include "tests/support/planned_text.h"
#include "tests/support/temp_folder.h"

namespace hoglint::testing {
namespace {

using Json = nlohmann::ordered_json;

// What would be something else than text in at least one of the formats.
std::vector<std::string> Payloads() {
  std::vector<std::string> payloads = {
      "plain",
      "::error::forged",
      "a\n::error file=x::forged",
      "a\r\n::warning::forged\r::stop-commands::x",
      "a ::set-output name=x::y b ::add-mask::z",
      "##[error]forged ##vso[task.complete result=Failed] ##teamcity[message text='x']",
      "%0A::error::forged%0D%25",
      "a\n0001.sql:1:1: error: forged finding [drop-table]",
      "x\n    ::error::in what looks like SQL",
      "`` ` ``` ~~~\n```\n### forged\n```",
      "~~~\n\n# forged heading\n\n- [x] done\n1. one\n> quote\n***\n",
      "| a | b |\n| --- | --- |\n| forged | cell |",
      "[link](javascript:alert(1)) [a]: http://example.org ![img](http://example.org/a.png)",
      "http://example.org www.example.org a@example.org",
      "@octocat @team/all #1 GH-1 org/repo#1 owner@0123456789abcdef",
      "*a* _b_ **c** __d__ ~~e~~ \\*f\\* &lt;g&gt; &#64;octocat $x^2$ :shipit:",
      "</details></summary><h1>forged</h1><details open>",
      "<img src=x onerror=alert(1)><svg onload=alert(1)><a href=javascript:alert(1)>x</a>",
      "</script><script>window.forged=1</script></style></title></textarea>",
      "\"><article class=\"finding error\"><h3>forged</h3></article><x y=\"'",
      "<!-- hoglint --> --> --!> <!-- <![CDATA[ ]]> <?php ?>",
      "&lt;b&gt; &amp;amp; &#x3c;script&#x3e; &NewLine; &apos;",
      "\x1b[31mred\x1b[0m \x1b[2J\x1b[1A\x1b]8;;http://example.org\x1b\\link\x1b]8;;\x1b\\",
      "\x1b]0;title\x07 \x08\x08\x08 \x7f \x0b\x0c \xc2\x9b"
      "31m \xc2\x85 next",
      "\xe2\x80\xae"
      "desrever\xe2\x80\xac \xe2\x81\xa6isolate\xe2\x81\xa9 \xd8\x9c \xe2\x80\x8f",
      "zero\xe2\x80\x8bwidth\xe2\x80\x8d\xef\xbb\xbf\xc2\xad\xe2\x81\xa0 \xe3\x85\xa4 \xcd\x8f",
      "line\xe2\x80\xa8separator\xe2\x80\xa9paragraph",
      "tags \xf3\xa0\x81\xa8\xf3\xa0\x81\xa9 \xf3\xa0\x84\x80 \xf0\x9d\x85\xb3 \xef\xbf\xb9",
      "invalid \xff\xfe \xc0\xaf \xed\xa0\x80 \xed\xb0\x80 \xf8\x88\x80\x80\x80 \xe2\x82",
      "\xef\xbf\xbe\xef\xbf\xbf \xf4\x8f\xbf\xbf \xef\xbf\xbd",
      std::string("nul\0 and \x01 and \x1f", 17),
      "\"quoted\", {\"rule\": \"forged\"} \\u0000 \\ud800 \\\" ' \\",
      "{0} {} %s %n ${{ secrets.X }} $(id) `id` ${x}",
      "gr\xc3\xb6\xc3\x9f"
      "e \xe6\x97\xa5\xe6\x9c\xac \xf0\x9f\x92\xa5 e\xcc\x81 \xe2\x9a\xa0\xef\xb8\x8f",
      "\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d 123 \xd8\xb3\xd9\x84\xd8\xa7\xd9\x85 abc",
      "../../../etc/passwd C:\\x\\y file:///etc/passwd //host/share ?query#fragment",
      "  leading and   many    blanks\tand\ttabs  "};
  std::string bytes;
  for (int c = 1; c < 256; ++c) bytes += static_cast<char>(c);
  payloads.push_back(bytes);
  payloads.push_back("long " + std::string(3'000, 'x') + " end");
  return payloads;
}

// The bytes of a text in hexadecimal digits: JSON could not hold all of them.
std::string Hex(std::string_view text) {
  std::string hex;
  for (const char c : text) hex += fmt::format("{:02x}", static_cast<unsigned char>(c));
  return hex;
}

void AddPlace(const Place& place, const Sources& sources, Json& json) {
  const auto in_file = FilePlaceOf(place, sources);
  json["object"] = !in_file;
  json["span"] = std::holds_alternative<Span>(place);
  json["file"] = Hex(in_file ? in_file->file : std::get<DatabaseObject>(place).name);
  json["line"] = in_file ? in_file->begin.line : 0;
  json["column"] = in_file ? in_file->begin.column : 0;
}

Json Expected(const HostileReport& hostile) {
  Json json;
  json["findings"] = Json::array();
  for (const Finding& finding : hostile.report.findings) {
    Json each = {{"rule", finding.rule},
                 {"level", LevelName(finding.level)},
                 {"message", Hex(finding.message)},
                 {"effect", Hex(finding.effect)},
                 {"remedy", Hex(finding.remedy)},
                 {"migration", Hex(finding.migration)},
                 {"fingerprint", finding.fingerprint}};
    AddPlace(finding.place, hostile.sources, each);
    for (const RelatedPlace& related : finding.related) {
      Json entry = {{"message", Hex(related.message)}};
      AddPlace(related.place, hostile.sources, entry);
      each["related"].push_back(std::move(entry));
    }
    json["findings"].push_back(std::move(each));
  }
  json["failure"] = Hex(hostile.report.failures.front());
  json["reason"] = Hex(hostile.report.suppressed.front().reason);
  for (const NotChecked& gap : hostile.report.not_checked) {
    json["gaps"].push_back(Hex(gap.reason));
  }
  return json;
}

class ForgeryTest : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!std::filesystem::exists(Program().parent_path() / "node_modules/parse5")) {
      GTEST_SKIP() << "no parsers: tests/lint/report/validators/install.sh installs them";
    }
  }

  static std::filesystem::path Program() { return SourceFolder() / ".deps/validators/forgery.cjs"; }

  void Write(const std::string& name, std::string_view text) { folder_.Write(name, text); }

  // What the parsers object to in all that was written.
  [[nodiscard]] CommandOutput Read() const {
    return RunCommand(fmt::format("node '{}' '{}' 2>&1", Program().string(), folder_.path()));
  }

  void WriteAll(const std::string& name, const HostileReport& hostile, const Plan& plan) {
    constexpr std::array kFormats = {Format::kText,   Format::kJson,  Format::kMarkdown,
                                     Format::kHtml,   Format::kSarif, Format::kGithub,
                                     Format::kGitlab, Format::kJunit, Format::kCheckstyle};
    constexpr std::array kNames = {"text",   "json",   "markdown", "html",      "sarif",
                                   "github", "gitlab", "junit",    "checkstyle"};
    for (std::size_t i = 0; i < kFormats.size(); ++i) {
      Write(fmt::format("{}/{}", name, kNames[i]),
            RenderReport(kFormats[i], {hostile.report, plan, hostile.sources},
                         {.color = false, .width = 1'000'000, .show_suppressed = true}));
    }
    Write(name + "/narrow.log",
          RenderReport(Format::kText, {hostile.report, plan, hostile.sources},
                       {.color = false, .width = 40, .show_suppressed = true}));
    Write(name + "/expected", JsonText(Expected(hostile)));
  }

  TempFolder folder_;
};

TEST_F(ForgeryTest, NoFormatHasMoreOrOtherThanWhatWasFound) {
  const auto payloads = Payloads();
  for (std::size_t i = 0; i < payloads.size(); ++i) {
    WriteAll(fmt::format("{:02}", i), ReportOf(payloads[i]), Plan{});
  }
  const CommandOutput output = Read();
  EXPECT_EQ(output.text, fmt::format("{} reports read\n", payloads.size()));
  EXPECT_EQ(output.exit_code, 0);
}

TEST_F(ForgeryTest, NoPlanHasMarkupOfItsInput) {
  const PlannedText planned = HostilePlan();
  // The plan's own files: its spans are in them.
  Write("0/plan.html", RenderReport(Format::kHtml, {Report{}, planned.plan, planned.sources}, {}));
  Write("0/plan.markdown", RenderPlanMarkdown(planned.plan, planned.sources));
  Write("0/plan.log", RenderPlanText(planned.plan, planned.sources, {}));
  const CommandOutput output = Read();
  EXPECT_EQ(output.text, "1 reports read\n");
}

// The program finds what is forged: without this, silence would prove nothing.
TEST_F(ForgeryTest, AForgedPartIsFound) {
  const std::vector<std::pair<std::string, std::string>> forgeries = {
      {"text", "\n0001.sql:1:1: error: forged [drop-table]\n"},
      {"json", "x"},
      {"markdown", "\n\n@octocat\n"},
      {"html", "<article class=\"finding error\"></article>"},
      {"sarif", "x"},
      {"github", "::error::forged\n"},
      {"gitlab", "x"},
      {"junit", "<testcase/>"},
      {"checkstyle", "<error/>"},
      {"narrow.log", "  ::error::forged\n"}};
  for (std::size_t i = 0; i < forgeries.size(); ++i) {
    const std::string name = fmt::format("{:02}", i);
    WriteAll(name, ReportOf("plain"), Plan{});
    const std::string path = name + "/" + forgeries[i].first;
    Write(path, ReadWholeFile(folder_ / path) + forgeries[i].second);
  }
  const CommandOutput output = Read();
  EXPECT_EQ(output.exit_code, 1);
  for (std::size_t i = 0; i < forgeries.size(); ++i) {
    EXPECT_THAT(output.text, ::testing::HasSubstr(fmt::format("{:02}/{}:", i, forgeries[i].first)));
  }
}

}  // namespace
}  // namespace hoglint::testing
