#include "lint/report/report_json.h"

#include <cstddef>
#include <nlohmann/json.hpp>
#include <string_view>

#include "lint/base/source_file.h"
#include "lint/report/json_text.h"
#include "lint/report/place_text.h"
#include "lint/report/rule_docs.h"

namespace hoglint {
namespace {

using Json = nlohmann::ordered_json;

// "file", "line", "column", "endLine", "endColumn"; "object" for what is in no file.
void AddPlace(Json& json, const Place& place, const Sources& sources) {
  const auto in_file = FilePlaceOf(place, sources);
  if (!in_file) {
    json["object"] = std::get<DatabaseObject>(place).name;
    return;
  }
  json["file"] = in_file->file;
  json["line"] = in_file->begin.line;
  json["column"] = in_file->begin.column;
  json["endLine"] = in_file->end.line;
  json["endColumn"] = in_file->end.column;
}

Json FindingJson(const Finding& finding, const Sources& sources) {
  constexpr std::size_t kMembers = 20;
  Json json = Json::object();
  json.get_ref<Json::object_t&>().reserve(kMembers);  // growing copies what is there
  json["rule"] = finding.rule;
  json["level"] = LevelName(finding.level);
  AddPlace(json, finding.place, sources);
  json["migration"] = finding.migration;
  json["track"] = finding.track;
  json["merged"] = finding.merged;
  json["subject"] = finding.subject;
  json["message"] = finding.message;
  json["effect"] = finding.effect;
  json["remedy"] = finding.remedy;
  json["url"] = RuleUrl(finding.rule);
  json["fingerprint"] = finding.fingerprint;
  json["related"] = Json::array();
  for (const RelatedPlace& related : finding.related) {
    Json entry;
    AddPlace(entry, related.place, sources);
    entry["message"] = related.message;
    json["related"].push_back(std::move(entry));
  }
  return json;
}

Json GapJson(const NotChecked& gap, const Sources& sources) {
  Json json;
  json["file"] = gap.file;
  json["line"] = nullptr;
  if (gap.place) json["line"] = sources[gap.place->file].PositionAt(gap.place->begin).line;
  json["reason"] = gap.reason;
  return json;
}

Json TrackJson(const CheckedTrack& track) {
  return {{"name", track.name},
          {"folder", track.folder},
          {"migrations", track.migrations},
          {"checked", track.tags}};
}

// How it was checked, and what came of it.
void AddRun(Json& json, const Report& report, std::string_view tool_version) {
  json["tool"] = {{"name", "hoglint"}, {"version", tool_version}};
  json["verdict"] = VerdictName(VerdictOf(report));
  json["failOn"] = LevelName(report.fail_on);
  json["runner"] = report.runner;
  json["pgVersion"] = report.pg_version;
  json["base"] = report.base.empty() ? Json(nullptr) : Json(report.base);
  json["all"] = report.all;
  json["tracks"] = Json::array();
  for (const CheckedTrack& track : report.tracks) json["tracks"].push_back(TrackJson(track));
}

}  // namespace

std::string RenderJson(const Report& report, const Sources& sources,
                       std::string_view tool_version) {
  Json json;
  json["version"] = 1;
  AddRun(json, report, tool_version);
  json["findings"] = Json::array();
  for (const Finding& finding : report.findings) {
    json["findings"].push_back(FindingJson(finding, sources));
  }
  json["suppressed"] = Json::array();
  for (const SuppressedFinding& each : report.suppressed) {
    Json entry = FindingJson(each.finding, sources);
    entry["suppressedBy"] = each.kind == SuppressionKind::kBaseline ? "baseline" : "comment";
    entry["reason"] = each.reason;
    json["suppressed"].push_back(std::move(entry));
  }
  json["notChecked"] = Json::array();
  for (const NotChecked& gap : report.not_checked) {
    json["notChecked"].push_back(GapJson(gap, sources));
  }
  json["failures"] = report.failures;
  json["unused"] = Json::array();
  for (const UnusedSetting& each : report.unused) {
    json["unused"].push_back({{"file", each.file}, {"line", each.line}, {"message", each.message}});
  }
  const Summary& summary = report.summary;
  json["summary"] = {{"migrations", summary.migrations}, {"new", summary.new_migrations},
                     {"statements", summary.statements}, {"errors", summary.errors},
                     {"warnings", summary.warnings},     {"notes", summary.notes},
                     {"suppressed", summary.suppressed}, {"baselined", summary.baselined},
                     {"ignored", summary.ignored}};
  return JsonText(json);
}

}  // namespace hoglint
