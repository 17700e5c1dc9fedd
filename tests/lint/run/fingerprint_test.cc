// Fingerprints of all fixtures outlive that their SQL is laid out anew and moved down the file.
#include "lint/run/fingerprint.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/golden.h"
#include "tests/support/lint_text.h"

namespace hoglint::testing {
namespace {

// The end of the quoted text, comment or dollar-quoted body that begins here; `at` where none does.
std::size_t EndOfVerbatim(std::string_view sql, std::size_t at) {
  const auto behind = [&](std::string_view end, std::size_t from) {
    const std::size_t found = sql.find(end, from);
    return found == sql.npos ? sql.size() : found + end.size();
  };
  const std::string_view rest = sql.substr(at);
  if (rest.starts_with("--")) return std::min(sql.find('\n', at), sql.size());
  if (rest.starts_with("/*")) return behind("*/", at + 2);
  if (rest.front() == '\'' || rest.front() == '"') return behind(rest.substr(0, 1), at + 1);
  if (rest.front() != '$') return at;
  const std::size_t tag = sql.find('$', at + 1);
  if (tag == sql.npos) return at;
  const std::string_view quote = sql.substr(at, tag + 1 - at);
  const bool is_tag = std::ranges::all_of(quote, [](char c) {
    return c == '$' || c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  });
  return is_tag ? behind(quote, tag + 1) : at;
}

// Every blank between words is a line end and some more blanks; two lines come before.
std::string LaidOutAnew(std::string_view sql) {
  std::string out = "\n\n";
  for (std::size_t at = 0; at < sql.size();) {
    const std::size_t end = EndOfVerbatim(sql, at);
    if (end > at) {
      out += sql.substr(at, end - at);
      at = end;
      continue;
    }
    if (sql[at] == ' ') {
      out += "\n  \t";
    } else {
      out += sql[at];
    }
    ++at;
  }
  return out;
}

// Rule and fingerprint of all findings, also of suppressed ones.
std::vector<std::string> FingerprintsOf(const LintedText& linted) {
  std::vector<std::string> all;
  for (const Finding& finding : linted.report.findings) {
    all.push_back(std::string(finding.rule) + " " + finding.fingerprint);
  }
  for (const SuppressedFinding& each : linted.report.suppressed) {
    all.push_back(std::string(each.finding.rule) + " " + each.finding.fingerprint);
  }
  std::ranges::sort(all);
  return all;
}

TEST(FingerprintTest, OutlivesThatAllFixturesAreLaidOutAnew) {
  std::size_t findings = 0;
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(SourceFolder() / "tests/rules")) {
    const std::filesystem::path& path = entry.path();
    if (path.extension() != ".sql" || path.parent_path().parent_path().filename() != "rules") {
      continue;
    }
    Fixture fixture = ParseFixture(path.filename().string(), ReadFile(path));
    const std::vector<std::string> before =
        FingerprintsOf(LintText(fixture.migrations, fixture.options));
    for (TextMigration& migration : fixture.migrations) {
      // What a comment at the end of a line allows depends on the line.
      if (migration.text.find("hoglint:") != std::string::npos) break;
      migration.text = LaidOutAnew(migration.text);
    }
    EXPECT_EQ(FingerprintsOf(LintText(fixture.migrations, fixture.options)), before) << path;
    findings += before.size();
  }
  EXPECT_GT(findings, 300U);
}

}  // namespace
}  // namespace hoglint::testing
