#include "tests/support/hostile_report.h"

#include <fmt/format.h>

#include <array>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

namespace hoglint::testing {
namespace {

Finding FindingOf(const std::string& words, const Span& span, std::size_t number) {
  Finding finding;
  finding.rule = "drop-column";
  finding.message = "drops column " + words + " of users";
  finding.effect = "code that names " + words + " fails";
  finding.remedy = "write " + words + ":\n    ALTER TABLE " + words + ";\nthen deploy";
  finding.related = {{span, "made here: " + words}, {NamedFile{words}, "and here " + words}};
  finding.migration = words;
  finding.track = words;
  finding.fingerprint = fmt::format("{:016x}", number);
  return finding;
}

}  // namespace

HostileReport ReportOf(const std::string& words, const std::string& more) {
  HostileReport out;
  const SourceFile& file = out.sources.Add("drizzle/" + words + ".sql",
                                           "SELECT 1;\n-- " + words + "\nSELECT 2;\n" + more);
  const Span span{file.id(), 10, 20};
  const std::vector<Place> places = {span, WholeFile{file.id()}, NamedFile{words + ".json"},
                                     DatabaseObject{words}};
  constexpr std::array kLevels = {Level::kError, Level::kWarning, Level::kNote, Level::kError};
  Report& report = out.report;
  for (std::size_t i = 0; i < places.size(); ++i) {
    Finding finding = FindingOf(words, span, i);
    finding.level = kLevels[i];
    finding.place = places[i];
    report.findings.push_back(std::move(finding));
  }
  report.summary = {.migrations = 1,
                    .new_migrations = 1,
                    .statements = 2,
                    .errors = 2,
                    .warnings = 1,
                    .notes = 1,
                    .suppressed = 1,
                    .baselined = 0,
                    .ignored = 0};
  Finding suppressed = report.findings.front();
  suppressed.fingerprint = "ffff";
  report.suppressed.push_back({suppressed, SuppressionKind::kComment, "since " + words});
  report.not_checked.push_back({span, {}, "cannot see into " + words});
  report.not_checked.push_back({std::nullopt, words + ".ts", "is not read: " + words});
  report.failures = {"cannot read " + words};
  report.unused = {{.file = words + ".json", .line = 7, .message = "fits nothing: " + words}};
  report.base = "base " + words;
  report.runner = "runner " + words;
  report.tracks = {{.name = words, .folder = words, .migrations = 1, .tags = {words}}};
  return out;
}

}  // namespace hoglint::testing
