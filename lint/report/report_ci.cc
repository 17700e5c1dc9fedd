#include "lint/report/report_ci.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <nlohmann/json.hpp>
#include <string_view>
#include <vector>

#include "lint/base/source_file.h"
#include "lint/report/display_text.h"
#include "lint/report/json_text.h"
#include "lint/report/migration_groups.h"
#include "lint/report/place_text.h"
#include "lint/report/plain_lines.h"

namespace hoglint {
namespace {

using Json = nlohmann::ordered_json;

// GitHub shows ten annotations of each level for a step (its documentation on workflow commands).
constexpr std::size_t kShownByGithub = 10;

// Escapes for a workflow command: what ends a line, and in a property what ends that.
std::string ForGithub(std::string_view text, bool property) {
  std::string out;
  for (const char c : text) {
    const bool special = c == '%' || c == '\r' || c == '\n' || (property && (c == ':' || c == ','));
    if (special) {
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    } else {
      out += c;
    }
  }
  return out;
}

std::string_view GithubCommand(Level level) {
  return level == Level::kError ? "error" : level == Level::kWarning ? "warning" : "notice";
}

std::string GithubLine(const Finding& finding, const Sources& sources) {
  std::string properties;
  if (const auto place = FilePlaceOf(finding.place, sources)) {
    properties =
        fmt::format("file={},line={},endLine={}", ForGithub(DisplayText(place->file), true),
                    place->begin.line, place->end.line);
    // GitHub takes columns only where both are of one line.
    if (place->begin.line == place->end.line && place->end.column > place->begin.column) {
      properties += fmt::format(",col={},endColumn={}", place->begin.column, place->end.column);
    }
    properties += ',';
  }
  return fmt::format("::{} {}title={}::{}\n", GithubCommand(finding.level), properties,
                     ForGithub(fmt::format("hoglint: {}", finding.rule), true),
                     ForGithub(FindingInFull(finding), false));
}

// A command that is about the run, not about a finding.
std::string GithubNote(std::string_view command, std::string_view text) {
  return fmt::format("::{} title=hoglint::{}\n", command, ForGithub(text, false));
}

// What could not be read, what was not checked and what is unused: in one command each.
std::string GithubGaps(const Report& report) {
  std::string out;
  if (!report.failures.empty()) {
    out += GithubNote(
        "error", fmt::format("Could not check everything: {}, first: {}", report.failures.size(),
                             DisplayText(report.failures.front())));
  }
  if (!report.not_checked.empty()) {
    out += GithubNote("notice", fmt::format("Not checked: {}, first: {}", report.not_checked.size(),
                                            DisplayText(report.not_checked.front().reason)));
  }
  if (!report.unused.empty()) {
    const UnusedSetting& first = report.unused.front();
    out += fmt::format("::notice file={},line={},title=hoglint::{}\n",
                       ForGithub(DisplayText(first.file), true), first.line,
                       ForGithub(fmt::format("Unused: {}, first: {}", report.unused.size(),
                                             DisplayText(first.message)),
                                 false));
  }
  return out;
}

std::string Count(std::uint32_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

std::string_view GitlabSeverity(Level level) {
  return level == Level::kError ? "critical" : level == Level::kWarning ? "major" : "info";
}

// The path and line of a finding; a database object's name and the first line.
FilePlace PlaceForLists(const Finding& finding, const Sources& sources) {
  auto place = FilePlaceOf(finding.place, sources);
  if (!place) place = FilePlace{PlaceText(finding.place, sources), {}, {}};
  place->file = DisplayText(place->file);
  return *place;
}

// Services take two cases of one class and name for one: of several tracks, the folder tells which.
std::string JunitClass(const Finding& finding, bool several_tracks) {
  if (finding.migration.empty()) return "hoglint";
  if (!several_tracks || finding.track.empty()) return finding.migration;
  return fmt::format("{}/{}", finding.track, finding.migration);
}

constexpr std::string_view kXmlHead = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

}  // namespace

std::string RenderGithub(const Report& report, const Sources& sources) {
  // What is said of the run takes its place among the ten.
  std::map<Level, std::size_t> shown = {
      {Level::kError, report.failures.empty() ? 0 : 1},
      {Level::kNote, (report.not_checked.empty() ? 0 : 1) + (report.unused.empty() ? 0 : 1)}};
  std::size_t left_out = 0;
  std::string out = GithubGaps(report);
  for (const Finding& finding : report.findings) {
    if (++shown[finding.level] > kShownByGithub) {
      ++left_out;
      continue;
    }
    out += GithubLine(finding, sources);
  }
  const Summary& summary = report.summary;
  out += fmt::format("hoglint: {}, {}, {} in {}", Count(summary.errors, "error"),
                     Count(summary.warnings, "warning"), Count(summary.notes, "note"),
                     Count(summary.new_migrations, "migration"));
  if (left_out > 0) out += fmt::format("; {} of them are not annotated", left_out);
  return out + '\n';
}

std::string RenderGitlab(const Report& report, const Sources& sources) {
  Json list = Json::array();
  for (const Finding& finding : report.findings) {
    const FilePlace place = PlaceForLists(finding, sources);
    list.push_back(
        {{"description", DisplayText(finding.message)},
         {"check_name", finding.rule},
         {"fingerprint", finding.fingerprint},
         {"severity", GitlabSeverity(finding.level)},
         {"location", {{"path", place.file}, {"lines", {{"begin", place.begin.line}}}}}});
  }
  return JsonText(list);
}

std::string RenderJunit(const Report& report, const Sources& sources) {
  const std::size_t cases = report.findings.size() + report.failures.size();
  const bool several = JudgesSeveralTracks(report);
  std::string out(kXmlHead);
  out += fmt::format(
      "<testsuites name=\"hoglint\" tests=\"{0}\" failures=\"{1}\" errors=\"{2}\">\n"
      "  <testsuite name=\"hoglint\" tests=\"{0}\" failures=\"{1}\" errors=\"{2}\">\n",
      std::max<std::size_t>(cases, 1), report.summary.errors, report.failures.size());
  for (const std::string& failure : report.failures) {
    out += fmt::format(
        "    <testcase classname=\"hoglint\" name=\"read\">\n"
        "      <error message=\"{}\"/>\n    </testcase>\n",
        XmlText(failure));
  }
  if (cases == 0) out += "    <testcase classname=\"hoglint\" name=\"migrations\"/>\n";
  for (const Finding& finding : report.findings) {
    const FilePlace place = PlaceForLists(finding, sources);
    out += fmt::format("    <testcase classname=\"{}\" name=\"{}: {}\" file=\"{}\" line=\"{}\">\n",
                       XmlText(JunitClass(finding, several)), finding.rule,
                       XmlText(finding.message), XmlText(place.file), place.begin.line);
    const std::string text = XmlText(FindingInFull(finding));
    if (finding.level == Level::kError) {
      out += fmt::format("      <failure type=\"{}\" message=\"{}\">{}:{}: {}</failure>\n",
                         finding.rule, XmlText(finding.message), XmlText(place.file),
                         place.begin.line, text);
    } else {
      out += fmt::format("      <system-out>{}: {}</system-out>\n", LevelName(finding.level), text);
    }
    out += "    </testcase>\n";
  }
  return out + "  </testsuite>\n</testsuites>\n";
}

std::string RenderCheckstyle(const Report& report, const Sources& sources) {
  std::vector<std::string> files;
  std::map<std::string, std::string> errors;  // by file
  for (const Finding& finding : report.findings) {
    const FilePlace place = PlaceForLists(finding, sources);
    if (!errors.contains(place.file)) files.push_back(place.file);
    errors[place.file] += fmt::format(
        "    <error line=\"{}\" column=\"{}\" severity=\"{}\" message=\"{}\" "
        "source=\"hoglint.{}\"/>\n",
        place.begin.line, place.begin.column,
        finding.level == Level::kNote ? "info" : LevelName(finding.level), XmlText(finding.message),
        finding.rule);
  }
  std::string out = std::string(kXmlHead) + "<checkstyle version=\"4.3\">\n";
  for (const std::string& file : files) {
    out += fmt::format("  <file name=\"{}\">\n{}  </file>\n", XmlText(file), errors[file]);
  }
  return out + "</checkstyle>\n";
}

}  // namespace hoglint
