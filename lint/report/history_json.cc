#include "lint/report/history_json.h"

#include <nlohmann/json.hpp>
#include <utility>

#include "lint/report/history_text.h"
#include "lint/report/json_text.h"

namespace hoglint {
namespace {

using Json = nlohmann::ordered_json;

Json CommitJson(const CommitName& commit) {
  Json json;
  json["id"] = commit.id;
  json["date"] = commit.date;
  json["subject"] = commit.subject;
  return json;
}

Json EventJson(const HistoryEvent& event) {
  Json json;
  json["kind"] = HistoryEventName(event.kind);
  json["migration"] = event.tag;
  json["file"] = event.file;
  json["other"] = event.other;
  json["detail"] = event.detail;
  json["count"] = event.count;
  json["message"] = DescribeEvent(event);
  json["cameWith"] = event.merged ? CommitJson(*event.merged) : Json(nullptr);
  return json;
}

}  // namespace

std::string RenderHistoryJson(const HistoryReport& report) {
  Json json;
  json["version"] = 1;
  json["folders"] = Json::array();
  for (const FolderHistory& folder : report.folders) {
    Json entry;
    entry["folder"] = folder.folder;
    entry["commits"] = folder.commits;
    entry["touching"] = folder.touching;
    entry["changes"] = Json::array();
    for (const CommitEvents& change : folder.changes) {
      Json changed;
      changed["commit"] = CommitJson(change.commit);
      changed["events"] = Json::array();
      for (const HistoryEvent& event : change.events) {
        changed["events"].push_back(EventJson(event));
      }
      entry["changes"].push_back(std::move(changed));
    }
    json["folders"].push_back(std::move(entry));
  }
  json["notChecked"] = Json::array();
  for (const NotChecked& gap : report.not_checked) {
    Json entry;
    entry["file"] = gap.file;
    entry["line"] = nullptr;
    entry["reason"] = gap.reason;
    json["notChecked"].push_back(std::move(entry));
  }
  return JsonText(json);
}

}  // namespace hoglint
