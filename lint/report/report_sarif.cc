#include "lint/report/report_sarif.h"

#include <fmt/format.h>

#include <map>
#include <nlohmann/json.hpp>
#include <utility>

#include "lint/base/source_file.h"
#include "lint/report/json_text.h"
#include "lint/report/place_text.h"
#include "lint/report/plain_lines.h"
#include "lint/report/rule_docs.h"

namespace hoglint {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kSchema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

// Square brackets make links in a message (SARIF 2.1.0, 3.11.6), backslashes escape them.
std::string MessageText(std::string_view text) {
  std::string out;
  for (const char c : PlainLines(text)) {
    if (c == '[' || c == ']' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

Json Message(std::string_view text) { return {{"text", MessageText(text)}}; }

// A path as a relative URI: every byte that could mean something else is escaped.
std::string UriOf(std::string_view path) {
  constexpr std::string_view kPlain = "/-._~";
  std::string uri;
  for (const char c : path) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       kPlain.find(c) != kPlain.npos;
    if (plain) {
      uri += c;
    } else {
      uri += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return uri;
}

Json LocationOf(const Place& place, const Sources& sources) {
  Json location;
  const auto in_file = FilePlaceOf(place, sources);
  if (!in_file) {
    location["logicalLocations"] =
        Json::array({Json{{"fullyQualifiedName", PlaceText(place, sources)}}});
    return location;
  }
  Json& physical = location["physicalLocation"];
  physical["artifactLocation"] = {{"uri", UriOf(in_file->file)}, {"uriBaseId", "SRCROOT"}};
  Json region = {{"startLine", in_file->begin.line}, {"startColumn", in_file->begin.column}};
  if (std::holds_alternative<Span>(place)) {
    region["endLine"] = in_file->end.line;
    region["endColumn"] = in_file->end.column;
  }
  physical["region"] = std::move(region);
  return location;
}

// "drop-column" as "DropColumn", the form that SARIF's own rules want a name in.
std::string NameOf(std::string_view id) {
  std::string name;
  bool upper = true;
  for (const char c : id) {
    if (c != '-') name += upper && c >= 'a' ? static_cast<char>(c - 'a' + 'A') : c;
    upper = c == '-';
  }
  return name;
}

Json RuleJson(const Rule& rule) {
  Json json;
  json["id"] = rule.id.view();
  // A name that is the id but for its case is refused by sarif-multitool (SARIF1001).
  if (rule.id.view().find('-') != std::string_view::npos) json["name"] = NameOf(rule.id.view());
  json["shortDescription"] = {{"text", rule.summary}};
  json["fullDescription"] = {{"text", rule.effect}};
  const std::string manual = ManualUrl(rule);
  json["help"] = {
      {"text", fmt::format("{}\n\n{}{}", rule.effect, rule.remedy,
                           manual.empty() ? "" : "\n\nPostgreSQL manual: " + manual)},
      {"markdown",
       fmt::format("**Why:** {}\n\n**What to do:** {}{}", rule.effect, rule.remedy,
                   manual.empty() ? "" : fmt::format("\n\n[PostgreSQL manual]({})", manual))}};
  json["helpUri"] = RuleUrl(rule.id.view());
  const bool off = rule.level == Level::kOff;
  json["defaultConfiguration"] = {{"enabled", !off},
                                  {"level", off ? "none" : LevelName(rule.level)}};
  json["properties"] = {{"tags", Json::array({FamilyName(rule.family)})}};
  return json;
}

class Sarif {
 public:
  Sarif(const Report& report, const Sources& sources, std::span<const Rule* const> rules,
        std::string_view version)
      : report_(report), sources_(sources), rules_(rules), version_(version) {
    for (const Rule* rule : rules) positions_.emplace(rule->id.view(), positions_.size());
  }

  Json Render() const {
    Json run;
    run["tool"]["driver"] = Driver();
    run["columnKind"] = "unicodeCodePoints";
    Json invocation = {{"executionSuccessful", report_.failures.empty()}};
    invocation["toolExecutionNotifications"] = Notifications();
    run["invocations"] = Json::array({std::move(invocation)});
    run["results"] = Json::array();
    for (const Finding& finding : report_.findings) run["results"].push_back(Result(finding));
    for (const SuppressedFinding& each : report_.suppressed) {
      Json result = Result(each.finding);
      Json suppression;
      suppression["kind"] = each.kind == SuppressionKind::kComment ? "inSource" : "external";
      suppression["status"] = "accepted";
      if (!each.reason.empty()) suppression["justification"] = PlainLines(each.reason);
      result["suppressions"] = Json::array({std::move(suppression)});
      run["results"].push_back(std::move(result));
    }
    Json json;
    json["$schema"] = kSchema;
    json["version"] = "2.1.0";
    json["runs"] = Json::array({std::move(run)});
    return json;
  }

 private:
  [[nodiscard]] Json Driver() const {
    Json driver;
    driver["name"] = "hoglint";
    driver["version"] = version_;
    driver["informationUri"] = HOGLINT_HOMEPAGE;
    driver["rules"] = Json::array();
    for (const Rule* rule : rules_) driver["rules"].push_back(RuleJson(*rule));
    return driver;
  }

  [[nodiscard]] Json Notifications() const {
    Json list = Json::array();
    for (const std::string& failure : report_.failures) {
      list.push_back({{"level", "error"}, {"message", Message(failure)}});
    }
    for (const NotChecked& gap : report_.not_checked) {
      Json notification = {{"level", "note"}, {"message", Message("Not checked: " + gap.reason)}};
      if (gap.place) {
        notification["locations"] = Json::array({LocationOf(*gap.place, sources_)});
      } else if (!gap.file.empty()) {
        notification["locations"] = Json::array({LocationOf(NamedFile{gap.file}, sources_)});
      }
      list.push_back(std::move(notification));
    }
    for (const UnusedSetting& each : report_.unused) {
      Json notification = {{"level", "note"}, {"message", Message("Unused: " + each.message)}};
      Json location;
      Json& physical = location["physicalLocation"];
      physical["artifactLocation"] = {{"uri", UriOf(each.file)}, {"uriBaseId", "SRCROOT"}};
      physical["region"] = {{"startLine", each.line}};
      notification["locations"] = Json::array({std::move(location)});
      list.push_back(std::move(notification));
    }
    return list;
  }

  [[nodiscard]] Json Result(const Finding& finding) const {
    Json result;
    result["ruleId"] = finding.rule;
    if (const auto rule = positions_.find(finding.rule); rule != positions_.end()) {
      result["ruleIndex"] = rule->second;
    }
    result["level"] = LevelName(finding.level);
    result["message"] = Message(FindingInFull(finding));
    result["locations"] = Json::array({LocationOf(finding.place, sources_)});
    Json related = Json::array();
    for (const RelatedPlace& each : finding.related) {
      Json location = LocationOf(each.place, sources_);
      location["id"] = related.size();
      location["message"] = Message(each.message);
      related.push_back(std::move(location));
    }
    if (!related.empty()) result["relatedLocations"] = std::move(related);
    result["partialFingerprints"] = {{"hoglint/v1", finding.fingerprint}};
    if (!finding.migration.empty()) result["properties"] = {{"migration", finding.migration}};
    return result;
  }

  const Report& report_;
  const Sources& sources_;
  std::span<const Rule* const> rules_;
  std::string_view version_;
  std::map<std::string_view, std::size_t> positions_;  // of the rules, by id
};

}  // namespace

std::string RenderSarif(const Report& report, const Sources& sources,
                        std::span<const Rule* const> rules, std::string_view version) {
  return JsonText(Sarif(report, sources, rules, version).Render());
}

}  // namespace hoglint
