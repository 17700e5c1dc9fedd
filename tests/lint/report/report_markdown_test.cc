// The pull-request comment: a golden for each shape that it has, its limits, and hostile text.
#include "lint/report/report_markdown.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lint/run/plan.h"
#include "rules/rule_table.h"
#include "tests/support/golden.h"
#include "tests/support/lint_text.h"

namespace hoglint::testing {
namespace {

using ::testing::AllOf;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

// What others count as characters is never more than bytes.
constexpr std::size_t kGithubsLimit = 65'536;

constexpr std::string_view kShop =
    "CREATE TABLE users (id int PRIMARY KEY, email text, name text, plan text);\n"
    "CREATE TABLE orders (id int PRIMARY KEY, user_id int NOT NULL, total int);\n";

std::string Render(const LintedText& linted, bool all = false) {
  const Plan plan = BuildPlan(linted.workspace, linted.sources,
                              {.runner = kDrizzleRunner,
                               .server = {.major_version = 17},
                               .all = all,
                               .setup = std::nullopt});
  return RenderMarkdown(linted.report, plan, linted.sources);
}

LintedText Blocked() {
  return LintAfter(kShop,
                   "ALTER TABLE users DROP COLUMN name;--> statement-breakpoint\n"
                   "CREATE INDEX orders_user_idx ON orders (user_id);--> statement-breakpoint\n"
                   "-- hoglint: allow table-rewrite 40 rows, see #12\n"
                   "ALTER TABLE orders ALTER COLUMN total TYPE bigint;--> statement-breakpoint\n"
                   "DO $$ BEGIN EXECUTE 'x' || 'y'; END $$;");
}

void ExpectShape(const std::string& text, std::string_view name) {
  ExpectGolden(text,
               SourceFolder() / "tests/lint/report/golden" / fmt::format("comment_{}.md", name));
}

TEST(MarkdownGoldenTest, Blocked) { ExpectShape(Render(Blocked()), "blocked"); }

TEST(MarkdownGoldenTest, WarningsOnly) {
  ExpectShape(Render(LintAfter(kShop, "CREATE INDEX orders_user_idx ON orders (user_id);")),
              "warnings");
}

TEST(MarkdownGoldenTest, Clean) {
  ExpectShape(Render(LintAfter(kShop, "CREATE TABLE notes (id int PRIMARY KEY, text text);")),
              "clean");
}

TEST(MarkdownGoldenTest, NothingNew) {
  const std::vector<TextMigration> merged{
      {.name = "0000_shop.sql", .text = std::string(kShop), .merged = true}};
  ExpectShape(Render(LintText(merged, {})), "nothing_new");
}

TEST(MarkdownGoldenTest, NotCheckedIsNotClean) {
  const std::string text = Render(LintAfter(kShop, "DO $$ BEGIN EXECUTE 'x' || 'y'; END $$;"));
  EXPECT_THAT(text, HasSubstr("### ⚪ hoglint: nothing found, but one thing was not checked\n"));
  ExpectShape(text, "not_checked");
}

TEST(MarkdownGoldenTest, WholeHistory) {
  const std::vector<TextMigration> merged{
      {.name = "0000_shop.sql", .text = std::string(kShop), .merged = true},
      {.name = "0001_drop.sql", .text = "ALTER TABLE users DROP COLUMN name;", .merged = true},
      {.name = "0002_new.sql", .text = "DROP TABLE orders;", .merged = false}};
  ExpectShape(Render(LintText(merged, {.all = true}), true), "all");
}

TEST(MarkdownGoldenTest, SeveralTracks) {
  LintedText linted;
  for (const char* folder : {"apps/shop/drizzle", "packages/auth/drizzle"}) {
    const std::vector<TextMigration> migrations{{.name = fmt::format("{}/0000_old.sql", folder),
                                                 .text = std::string(kShop),
                                                 .merged = true},
                                                {.name = fmt::format("{}/0001_new.sql", folder),
                                                 .text = "DROP TABLE orders;",
                                                 .merged = false}};
    Track track = MakeTrack(migrations, true, linted.sources);
    track.folder = folder;
    for (Migration& migration : track.migrations) {
      migration.tag = migration.tag.substr(migration.tag.rfind('/') + 1);
    }
    linted.workspace.tracks.push_back(std::move(track));
  }
  RunOptions options;
  options.runner = kDrizzleRunner;
  options.server.major_version = 17;
  options.base = "main";
  linted.report = hoglint::Run(linted.workspace, linted.sources, AllRules(), options);
  ExpectShape(Render(linted), "several_tracks");
}

TEST(MarkdownGoldenTest, Incomplete) {
  LintedText linted = Blocked();
  linted.report.failures = {"cannot read drizzle/0009_x.sql: permission denied"};
  const std::string text = Render(linted);
  EXPECT_THAT(text, StartsWith("<!-- hoglint -->\n### ⛔ hoglint could not check everything\n"));
  ExpectShape(text, "incomplete");
}

// As many findings of each level as are asked for.
LintedText Many(int errors, int warnings) {
  std::string old_sql;
  std::string sql;
  for (int i = 0; i < warnings; ++i) {
    old_sql += fmt::format("CREATE TABLE w{} (id int);\n", i);
    sql += fmt::format("CREATE UNIQUE INDEX IF NOT EXISTS w{0}_idx ON w{0} (id);\n", i);
  }
  for (int i = 0; i < errors; ++i) {
    old_sql += fmt::format("CREATE TABLE e{} (id int, a int);\n", i);
    sql += fmt::format("ALTER TABLE e{} DROP COLUMN a;\n", i);
  }
  return LintAfter(old_sql, sql);
}

TEST(MarkdownLimitTest, ErrorsComeFirstAndWhatIsLeftOutIsCounted) {
  const LintedText linted = Many(300, 300);
  ASSERT_EQ(linted.report.summary.errors, 300U);
  const std::string text = Render(linted);
  EXPECT_LT(text.size(), kGithubsLimit);
  EXPECT_GT(text.size(), 50'000U);
  // Though they stand behind the others in the file, and a chart of 600 tables wants room.
  EXPECT_THAT(text, AllOf(HasSubstr("drops column a of e0 "), HasSubstr("column a of e200 ")));
  EXPECT_THAT(text, HasSubstr("more, for which a comment has no room"));
  EXPECT_THAT(text, AllOf(HasSubstr("#### Locks"), EndsWith("`hoglint explain RULE`\n")));
}

// No block and no fence is cut: everything that is opened is closed.
TEST(MarkdownLimitTest, NothingIsCutInTheMiddle) {
  const auto count = [](std::string_view text, std::string_view what) {
    std::size_t number = 0;
    for (std::size_t at = text.find(what); at != text.npos; at = text.find(what, at + 1)) ++number;
    return number;
  };
  for (const int findings : {1, 20, 60, 100, 200, 1000}) {
    const std::string text = Render(Many(findings, findings / 2));
    EXPECT_LT(text.size(), kGithubsLimit);
    EXPECT_EQ(count(text, "<details>"), count(text, "</details>")) << findings;
    EXPECT_EQ(count(text, "\n```") % 2, 0U) << findings;
  }
}

TEST(MarkdownLimitTest, LongPartsLeaveRoomForFindings) {
  LintedText linted = Blocked();
  const std::string reason(5'000, 'x');
  for (int i = 0; i < 500; ++i) {
    linted.report.not_checked.push_back(
        {.place = std::nullopt, .file = reason, .reason = fmt::format("{} {}", i, reason)});
    linted.report.failures.push_back(reason);
    linted.report.unused.push_back({.file = reason, .line = 1, .message = reason});
    SuppressedFinding& allowed = linted.report.suppressed.emplace_back();
    allowed.finding = linted.report.findings.front();
    allowed.reason = reason;
    ++linted.report.summary.suppressed;
  }
  linted.report.base = reason;
  linted.report.runner = reason;
  const std::string text = Render(linted);
  EXPECT_LT(text.size(), kGithubsLimit);
  EXPECT_THAT(text, HasSubstr("drops column name of users"));
}

TEST(MarkdownTest, HostileTextIsCode) {
  const std::string name = "x` @octocat #12 <img src=x> </details> ``` \n::error::forged\x1b[31m";
  const LintedText linted =
      LintAfter("CREATE TABLE t (id int);",
                fmt::format("-- hoglint: allow drop-table @octocat said so\nDROP TABLE \"{0}\";\n"
                            "ALTER TABLE \"{0}\" DROP COLUMN \"{0}\";",
                            name));
  const std::string text = Render(linted);
  EXPECT_THAT(text, AllOf(StartsWith("<!-- hoglint -->\n### ❌ hoglint: "), HasSubstr("octocat")));
  EXPECT_THAT(text, AllOf(Not(HasSubstr("\x1b")), Not(HasSubstr("\n::error")),
                          Not(HasSubstr(" @octocat said so")), HasSubstr("`@octocat` said so")));
}

TEST(MarkdownTest, SaysWhatBlocks) {
  LintedText linted = LintAfter(kShop, "CREATE INDEX orders_user_idx ON orders (user_id);");
  EXPECT_THAT(Render(linted), HasSubstr("### ⚠️ hoglint: 1 warning, nothing blocks\n"));
  linted.report.fail_on = Level::kWarning;
  EXPECT_THAT(Render(linted), HasSubstr("### ❌ hoglint: blocked by 1 warning\n"));
  linted.report.fail_on = Level::kOff;
  EXPECT_THAT(Render(linted), HasSubstr("Nothing blocks, as the config or the command says."));
}

}  // namespace
}  // namespace hoglint::testing
