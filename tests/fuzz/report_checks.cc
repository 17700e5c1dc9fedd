#include "tests/fuzz/report_checks.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <variant>

#include "tests/fuzz/document_structure.h"
#include "tests/fuzz/target.h"

namespace hoglint::fuzz {
namespace {

// The code point that begins at a byte, and its length; absent where there is no UTF-8. Written
// here once more, so that a mistake in hoglint's own reading of UTF-8 is seen.
struct CodePoint {
  std::uint32_t value = 0;
  std::size_t length = 1;
};
std::optional<CodePoint> CodePointAt(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  if (byte(0) < 0x80) return CodePoint{byte(0), 1};
  const std::size_t length = byte(0) >= 0xF0 ? 4 : byte(0) >= 0xE0 ? 3 : 2;
  if (byte(0) < 0xC2 || byte(0) > 0xF4 || at + length > text.size()) return std::nullopt;
  std::uint32_t value = byte(0) & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0U) != 0x80) return std::nullopt;
    value = value << 6U | (byte(i) & 0x3FU);
  }
  constexpr std::array<std::uint32_t, 5> kLeast{0, 0, 0x80, 0x800, 0x10000};
  const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
  if (value < kLeast[length] || value > 0x10FFFF || surrogate) return std::nullopt;
  return CodePoint{value, length};
}

// Controls, line separators, bidirectional controls, what is invisible, what is no character.
bool IsForbidden(std::uint32_t c) {
  const auto in = [c](std::uint32_t first, std::uint32_t last) { return c >= first && c <= last; };
  return (c < 0x20 && c != '\n') || in(0x7F, 0x9F) || c == 0xAD || c == 0x34F || c == 0x61C ||
         in(0x200B, 0x200F) || in(0x2028, 0x202E) || in(0x2060, 0x206F) || c == 0x3164 ||
         c == 0xFEFF || in(0xFFF9, 0xFFFB) || in(0xFDD0, 0xFDEF) || (c & 0xFFFEU) == 0xFFFE ||
         in(0xE0000, 0xE0FFF);
}

void CheckPlace(const Place& place, const Sources& sources) {
  if (const auto* span = std::get_if<Span>(&place)) {
    Expect(static_cast<std::size_t>(span->file) < sources.size(), "a place is in no file");
    ExpectWithin(*span, sources[span->file], "a finding");
  } else if (const auto* whole = std::get_if<WholeFile>(&place)) {
    Expect(static_cast<std::size_t>(whole->file) < sources.size(), "a place is in no file");
  }
}

void CheckFinding(const Finding& finding, const Sources& sources) {
  CheckPlace(finding.place, sources);
  for (const RelatedPlace& related : finding.related) CheckPlace(related.place, sources);
  Expect(!finding.rule.empty(), "a finding has no rule");
  if (finding.message.empty() || finding.effect.empty() || finding.fingerprint.empty()) {
    Fail(fmt::format("a finding of {} lacks its message, effect or fingerprint", finding.rule));
  }
}

std::string_view TakeLine(std::string_view& text) {
  const std::string_view line = text.substr(0, text.find('\n'));
  text.remove_prefix(std::min(text.size(), line.size() + 1));
  return line;
}

void CheckGithub(std::string_view text) {
  while (!text.empty()) {
    const std::string_view line = TakeLine(text);
    const std::size_t begin = line.find_first_not_of(" \t");
    if (begin == std::string_view::npos || !line.substr(begin).starts_with("::")) continue;
    const bool ours = line.starts_with("::error ") || line.starts_with("::warning ") ||
                      line.starts_with("::notice ");
    if (!ours) Fail(fmt::format("a workflow command that is none of ours: {}", line));
  }
}

}  // namespace

void CheckReport(const Report& report, const Sources& sources) {
  for (const Finding& finding : report.findings) CheckFinding(finding, sources);
  for (const SuppressedFinding& each : report.suppressed) CheckFinding(each.finding, sources);
  for (const NotChecked& gap : report.not_checked) {
    if (gap.place) CheckPlace(*gap.place, sources);
    Expect(!gap.reason.empty(), "what was not checked has no reason");
  }
  const Summary& summary = report.summary;
  const std::size_t counted = std::size_t{summary.errors} + summary.warnings + summary.notes;
  Expect(counted == report.findings.size(), "the summary counts other findings");
}

bool IsUtf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto c = CodePointAt(text, at);
    if (!c) return false;
    at += c->length;
  }
  return true;
}

void CheckOutput(std::string_view text, bool commands) {
  for (std::size_t at = 0; at < text.size();) {
    const auto c = CodePointAt(text, at);
    if (!c) Fail(fmt::format("output is not UTF-8 at byte {}", at));
    if (IsForbidden(c->value)) {
      Fail(fmt::format("output holds U+{:04X} at byte {}: {}", c->value, at,
                       text.substr(at - std::min<std::size_t>(at, 60), 60)));
    }
    at += c->length;
  }
  for (const std::string_view command : {"##[", "##vso[", "##teamcity["}) {
    if (text.find(command) != std::string_view::npos) Fail(fmt::format("output has {}", command));
  }
  while (!commands && !text.empty()) {
    const std::string_view line = TakeLine(text);
    const std::size_t begin = line.find_first_not_of(' ');
    if (begin == std::string_view::npos || !line.substr(begin).starts_with("::")) continue;
    Fail(fmt::format("a line of output is a command to GitHub: {}", line));
  }
}

void CheckDocument(Format format, std::string_view text) {
  CheckOutput(text, format == Format::kGithub);
  Expect(text.empty() || text.ends_with('\n'), "a report does not end with a newline");
  switch (format) {
    case Format::kJson:
    case Format::kSarif:
    case Format::kGitlab:
      Expect(nlohmann::json::accept(text), "a report is no JSON");
      break;
    case Format::kJunit:
    case Format::kCheckstyle:
      (void)XmlStructure(text);
      break;
    case Format::kHtml:
      (void)HtmlStructure(text);
      break;
    case Format::kGithub:
      CheckGithub(text);
      break;
    case Format::kText:
    case Format::kMarkdown:
      break;
  }
}

std::string StructureOf(Format format, std::string_view text) {
  switch (format) {
    case Format::kJson:
    case Format::kSarif:
    case Format::kGitlab:
      return JsonStructure(text);
    case Format::kJunit:
    case Format::kCheckstyle:
      return XmlStructure(text);
    case Format::kHtml:
      return HtmlStructure(text);
    case Format::kMarkdown:
      return MarkdownStructure(text);
    case Format::kText:
    case Format::kGithub:
      break;
  }
  std::string lines;
  while (!text.empty()) {
    const std::string_view line = TakeLine(text);
    if (line.empty() || line.starts_with(' ')) continue;
    // Of a finding's head only that there is one.
    lines += format == Format::kGithub ? line.substr(0, line.find(' ')) : "line";
    lines += '\n';
  }
  return lines;
}

}  // namespace hoglint::fuzz
