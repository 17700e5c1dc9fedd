// The renderers: a report with the input in every field that can come from a project. In each
// format it has the same elements as a report with harmless words, so that nothing in it is forged.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "checker/cli/report_formats.h"
#include "lint/report/display_text.h"
#include "tests/fuzz/report_checks.h"
#include "tests/fuzz/target.h"
#include "tests/support/hostile_report.h"

namespace hoglint::fuzz {
namespace {

// The same lines and blanks, of harmless letters.
std::string Harmless(std::string_view words) {
  std::string out;
  for (const char c : words) {
    const bool is_blank = c == ' ' || c == '\r';
    const bool is_kept = c == '\n' || c == '\t';  // blanks begin a line of code, a tab does not
    out += is_kept ? c : is_blank ? ' ' : 'x';
  }
  return out;
}

// JSON keeps every word as it was written.
void CheckJson(std::string_view text, const Report& report) {
  const nlohmann::json json = nlohmann::json::parse(text, nullptr, false);
  for (std::size_t i = 0; i < report.findings.size(); ++i) {
    const Finding& finding = report.findings[i];
    const nlohmann::json& found = json.at("findings").at(i);
    if (!IsUtf8(finding.message)) return;  // other bytes become U+FFFD
    Expect(found.at("message") == finding.message, "JSON has another message");
    Expect(found.at("remedy") == finding.remedy, "JSON has another remedy");
    Expect(found.at("migration") == finding.migration, "JSON has another migration");
  }
}

void CheckLines(std::string_view words) {
  const std::string shown = DisplayText(words);
  CheckOutput(shown, true);
  ExpectEqual(DisplayText(shown), shown, "what was escaped is escaped again");
  (void)DisplayWidth(words);
  CheckOutput(LogLine(shown));
  for (const std::string& line : WrapWords(shown, 40)) {
    Expect(line.find('\n') == std::string::npos, "a wrapped line has several");
  }
  Expect(CutText(shown, 40).size() <= 43, "cut text is too long");
}

void Render(std::string_view bytes) {
  // Longer words are cut, at other places than harmless ones.
  constexpr std::size_t kMostWords = 200;
  const std::string words(bytes.substr(0, kMostWords));
  const std::string more(bytes.substr(words.size()));
  CheckLines(words);
  const testing::HostileReport hostile = testing::ReportOf(words, more + "\n");
  const testing::HostileReport harmless = testing::ReportOf(Harmless(words), Harmless(more) + "\n");
  const TextOptions wide{
      .color = false, .width = 1'000'000, .seconds = std::nullopt, .show_suppressed = true};
  for (std::size_t i = 0; i < kFormats.size(); ++i) {
    const Format format = kFormats[i];
    // A third of them for one input, SARIF with all its rules seldom: reading back takes long.
    const bool seldom = format == Format::kSarif && bytes.size() % 8 != 0;
    if (seldom || (bytes.size() + i) % 3 != 0) continue;
    const std::string text = RenderReport(format, {hostile.report, {}, hostile.sources}, wide);
    CheckDocument(format, text);
    const std::string plain = RenderReport(format, {harmless.report, {}, harmless.sources}, wide);
    ExpectEqual(StructureOf(format, text), StructureOf(format, plain), "something is forged");
    if (format == Format::kJson) CheckJson(text, hostile.report);
  }
  const TextOptions narrow{.color = false,
                           .width = static_cast<std::uint32_t>(bytes.size() % 100),
                           .seconds = std::nullopt,
                           .show_suppressed = true};
  CheckDocument(Format::kText,
                RenderReport(Format::kText, {hostile.report, {}, hostile.sources}, narrow));
}

const Target kTarget("report", Render);

}  // namespace
}  // namespace hoglint::fuzz
