// The HTML report: what it says, what it leaves out, and how it looks to a browser (by
// validators/page.cjs; skipped aloud without node, its packages or Chromium).
#include <fmt/format.h>
#include <gmock/gmock.h>

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "lint/report/report_html.h"
#include "tests/support/command_output.h"
#include "tests/support/golden.h"
#include "tests/support/lint_text.h"
#include "tests/support/planned_text.h"
#include "tests/support/temp_folder.h"

namespace hoglint::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

std::string Html(const LintedText& linted, const Plan& plan = {}) {
  return RenderHtml(linted.report, plan, linted.sources, "1.2.3");
}

// Something of everything: levels, related places, advice with SQL, a gap, a suppression.
constexpr std::string_view kOld =
    "CREATE TABLE users (id int PRIMARY KEY, email text NOT NULL, name text);\n"
    "CREATE TABLE posts (id int PRIMARY KEY, author int);\n";
constexpr std::string_view kNew =
    "ALTER TABLE users DROP COLUMN email;\n"
    "ALTER TABLE posts\n"
    "  ADD CONSTRAINT posts_author_fk FOREIGN KEY (author)\n"
    "  REFERENCES users (id);\n"
    "CREATE INDEX posts_author ON posts (author);\n"
    "DO $$ BEGIN EXECUTE 'DROP TABLE ' || 'x'; END $$;\n"
    "-- hoglint: allow drop-column nothing has read it since v2.3\n"
    "ALTER TABLE users DROP COLUMN name;\n";

LintedText Sample() { return LintAfter(kOld, kNew); }

// The page of the sample, with its plan: both read the same two files.
std::string SamplePage(const LintedText& sample) {
  return Html(sample, PlanAfter(kOld, kNew).plan);
}

LintedText Many(int findings) {
  LintedText linted;
  std::string sql;
  for (int i = 0; i < findings; ++i) sql += fmt::format("ALTER TABLE t{} DROP COLUMN a;\n", i);
  const SourceFile& file = linted.sources.Add("0001_new.sql", sql);
  std::uint32_t begin = 0;
  for (int i = 0; i < findings; ++i) {
    const auto end = static_cast<std::uint32_t>(sql.find('\n', begin));
    Finding finding;
    finding.rule = "drop-column";
    finding.place = Span{file.id(), begin, end - 1};
    finding.message = fmt::format("drops column a of t{}", i);
    finding.effect = std::string(300, 'e');
    finding.remedy = "write:\n    " + std::string(300, 'r');
    finding.migration = "0001_new";
    finding.fingerprint = fmt::format("{:016x}", i);
    linted.report.findings.push_back(std::move(finding));
    begin = end + 1;
  }
  linted.report.summary.errors = static_cast<std::uint32_t>(findings);
  return linted;
}

LintedText Clean() {
  return LintAfter("CREATE TABLE users (id int PRIMARY KEY);", "ALTER TABLE users ADD name text;");
}

LintedText HostileNames() {
  const std::string name =
      "</code><script>window.forged = 1</script><img src=x onerror=\"window.forged = 1\">"
      "\xE2\x80\xAE" +
      std::string(200, 'w');
  return LintText(
      std::vector<TextMigration>{
          {.name = "0001 <b>" + name + ".sql",
           .text = "ALTER TABLE users DROP COLUMN \"</style><script>window.forged=1</script>\";\n"
                   "-- " +
                   std::string(5'000, 'x') + "\nALTER TABLE \"<i>\" DROP COLUMN a;",
           .merged = false}},
      {.complete = false});
}

std::size_t Count(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (std::size_t at = 0; (at = text.find(part, at)) != text.npos; at += part.size()) ++count;
  return count;
}

TEST(ReportHtmlTest, MatchesItsGoldenPage) {
  ExpectGolden(SamplePage(Sample()), SourceFolder() / "tests/lint/report/golden/report.html");
}

TEST(ReportHtmlTest, ShowsShortFilesAsAWholeAndOfLongOnesTheLinesAround) {
  std::string sql = "-- begin\n";
  for (int i = 0; i < 200; ++i) sql += fmt::format("SELECT {};\n", i);
  sql += "ALTER TABLE users DROP COLUMN a;\n";
  for (int i = 0; i < 200; ++i) sql += "SELECT 0;\n";
  const std::string page = Html(LintAfter("CREATE TABLE users (a int, b int);", sql));
  EXPECT_THAT(page, AllOf(HasSubstr("198 lines not shown"), HasSubstr("197 lines not shown"),
                          HasSubstr("SELECT 199;"), Not(HasSubstr("SELECT 100;"))));
  // Of the file; and the line where the column was added.
  EXPECT_EQ(Count(page, "class=\"row\""), 7U + 1U);
  EXPECT_EQ(Count(Html(Sample()), "lines not shown"), 0U);
}

TEST(ReportHtmlTest, IsOnlyCleanWhereEverythingWasChecked) {
  EXPECT_THAT(Html(Clean()), AllOf(HasSubstr("verdict clean"), HasSubstr("nothing found")));
  LintedText gap = Clean();
  gap.report.not_checked.push_back({std::nullopt, "", "the base branch is not there"});
  EXPECT_THAT(Html(gap),
              AllOf(Not(HasSubstr("verdict clean")), HasSubstr("but 1 thing not checked")));
  LintedText unused = Clean();
  unused.report.unused = {{.file = "hoglint.json", .line = 3, .message = "'<x>' fits nothing"}};
  EXPECT_THAT(Html(unused),
              AllOf(HasSubstr("verdict clean"), HasSubstr("<h2 id=\"unused\">Unused: 1</h2>"),
                    HasSubstr("hoglint.json:3</code>: &apos;&lt;x&gt;&apos; fits nothing")));
}

TEST(ReportHtmlTest, HugeReportsAreBoundedAndSayWhatTheyLeaveOut) {
  const std::string large = Html(Many(3'000));
  EXPECT_LT(large.size(), 10'000'000U);
  EXPECT_EQ(Count(large, "<article class=\"finding"), 3'000U);
  const std::string huge = Html(Many(40'000));
  EXPECT_LT(huge.size(), 17'000'000U);
  const std::size_t shown = Count(huge, "<article class=\"finding");
  EXPECT_THAT(huge, HasSubstr(fmt::format("{} findings more do not fit here", 40'000 - shown)));
}

TEST(ReportHtmlTest, SaysWhetherItBlocks) {
  LintedText linted = Sample();
  EXPECT_THAT(Html(linted), HasSubstr("<h1>hoglint: blocked by 2 errors</h1>"));
  linted.report.fail_on = Level::kOff;
  EXPECT_THAT(Html(linted), HasSubstr("nothing blocks</h1>"));
  linted.report.failures = {"cannot read 0002.sql: permission denied"};
  EXPECT_THAT(Html(linted), AllOf(HasSubstr("hoglint: could not check everything</h1>"),
                                  HasSubstr("cannot read 0002.sql: permission denied")));
}

class HtmlPageTest : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!std::filesystem::exists(Program().parent_path() / "node_modules/playwright-core")) {
      GTEST_SKIP() << "no validators: tests/lint/report/validators/install.sh installs them";
    }
  }

  static std::filesystem::path Program() { return SourceFolder() / ".deps/validators/page.cjs"; }

  void Add(const std::string& name, std::size_t findings, std::string_view page) {
    arguments_ += fmt::format(" '{}={}'", folder_.Write(name, page), findings);
  }

  [[nodiscard]] CommandOutput Open() const {
    return RunCommand(fmt::format("node '{}'{} 2>&1", Program().string(), arguments_));
  }

  TempFolder folder_;
  std::string arguments_;
};

TEST_F(HtmlPageTest, IsFineInABrowserOnAPhoneAndAWideScreenLightAndDark) {
  const LintedText sample = Sample();
  const LintedText hostile = HostileNames();
  Add("sample.html", sample.report.findings.size(), SamplePage(sample));
  const PlannedText planned = HostilePlan();
  Add("plan.html", 0, RenderHtml({}, planned.plan, planned.sources, "1.2.3"));
  Add("hostile.html", hostile.report.findings.size(), Html(hostile));
  Add("clean.html", 0, Html(Clean()));
  Add("many.html", 3'000, Html(Many(3'000)));
  const CommandOutput output = Open();
  if (output.exit_code == 3) GTEST_SKIP() << output.text << "(apt-get install chromium)";
  EXPECT_EQ(output.text, "5 pages are fine\n");
}

// The program finds what is wrong: without this, silence would prove nothing.
TEST_F(HtmlPageTest, ABadPageIsFound) {
  Add("bad.html", 1,
      "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>x</title>"
      "<style>p{color:#999;background:#fff} pre{width:2000px}</style></head><body><p>pale</p>"
      "<pre>wide</pre><a href=\"#nowhere\">link</a><img src=\"https://example.invalid/x.png\">"
      "<script>window.forged = 1; console.error('oh')</script></body></html>");
  const CommandOutput output = Open();
  if (output.exit_code == 3) GTEST_SKIP() << output.text << "(apt-get install chromium)";
  EXPECT_EQ(output.exit_code, 1);
  for (const std::string_view problem :
       {"scrolls sideways", "has a script", "0 findings, not 1", "contrast of P", "asks for https",
        "links lead nowhere", "console: oh", "(wcag/h37)"}) {
    EXPECT_THAT(output.text, HasSubstr(problem));
  }
}

}  // namespace
}  // namespace hoglint::testing
