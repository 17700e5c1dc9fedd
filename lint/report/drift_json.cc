#include "lint/report/drift_json.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string_view>

#include "lint/report/json_text.h"

namespace hoglint {
namespace {

using Json = nlohmann::ordered_json;

Json OrNull(const std::optional<std::string>& text) { return text ? Json(*text) : Json(nullptr); }

// In the order of Hogsend's health.ts.
Json VersionJson(const SchemaVersion& version) {
  return {{"applied", OrNull(version.applied)},
          {"required", OrNull(version.required)},
          {"inSync", version.in_sync},
          {"pending", version.pending}};
}

std::string_view StateId(const EntryComparison& entry) {
  switch (entry.state) {
    case EntryState::kApplied:
      return entry.hash == EntryHash::kEdited ? "edited" : "applied";
    case EntryState::kPending:
      return "pending";
    case EntryState::kSkipped:
      return "skipped";
    case EntryState::kRunsAgain:
      break;
  }
  return "runs-again";
}

Json TrackJson(const TrackDrift& track) {
  Json json{{"name", track.name}, {"folder", track.folder}};
  json["ledger"] = track.has_ledger ? Json(ToString(track.ledger.name)) : Json(nullptr);
  json["ledgerExists"] = track.ledger.exists;
  json["rows"] = track.ledger.rows.size();
  json["truth"] = VersionJson(track.truth);
  json["counted"] = VersionJson(track.counted);
  json["migrations"] = Json::array();
  for (const EntryComparison& entry : track.comparison.entries) {
    json["migrations"].push_back(
        {{"tag", entry.entry.tag},
         {"state", track.has_ledger ? StateId(entry) : std::string_view("unknown")}});
  }
  return json;
}

Json FindingJson(const DriftFinding& finding) {
  Json json{{"kind", finding.kind},
            {"level", DriftLevelName(finding.level)},
            {"track", finding.track},
            {"migration", finding.subject},
            {"message", finding.message}};
  json["objects"] = Json::array();
  for (const DriftObject& object : finding.objects) {
    json["objects"].push_back(
        {{"name", object.name}, {"expected", object.expected}, {"actual", object.actual}});
  }
  return json;
}

}  // namespace

std::string RenderDriftJson(const DriftReport& report) {
  // A track that is not there is in sync, as an empty journal is for Hogsend.
  SchemaVersion engine;
  SchemaVersion client;
  for (const TrackDrift& track : report.tracks) {
    if (track.has_ledger) (track.is_engine ? engine : client) = track.truth;
  }
  if (report.health) {
    engine = report.health->engine;
    client = report.health->client;
  }
  Json json;
  json["version"] = 1;
  json["status"] = nullptr;
  json["schema"] = nullptr;
  if (report.against.empty()) {
    json["status"] = engine.in_sync && client.in_sync ? "healthy" : "migration_pending";
    json["schema"] = {{"engine", VersionJson(engine)}, {"client", VersionJson(client)}};
  }
  json["database"] = report.database;
  json["against"] = report.against.empty() ? Json(nullptr) : Json(report.against);
  json["health"] = report.health ? Json(report.health->status) : Json(nullptr);
  json["serverVersion"] = report.server_version;
  json["schemaCompared"] = report.schema_compared;
  json["relationsCompared"] = report.relations_compared;
  json["tracks"] = Json::array();
  for (const TrackDrift& track : report.tracks) json["tracks"].push_back(TrackJson(track));
  json["findings"] = Json::array();
  for (const DriftFinding& finding : report.findings) {
    json["findings"].push_back(FindingJson(finding));
  }
  json["notChecked"] = Json::array();
  for (const NotChecked& note : report.not_checked) {
    json["notChecked"].push_back({{"file", note.file}, {"reason", note.reason}});
  }
  return JsonText(json);
}

}  // namespace hoglint
