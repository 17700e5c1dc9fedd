#include "checker/cli/project_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <nlohmann/json.hpp>
#include <string_view>

#include "lint/facts/drizzle_folder.h"
#include "lint/facts/ownership.h"
#include "lint/report/display_text.h"
#include "lint/report/json_text.h"

namespace hoglint {
namespace {

std::string_view LayoutText(Layout layout) {
  switch (layout) {
    case Layout::kDrizzleJournal:
      return "Drizzle, with a journal";
    case Layout::kDrizzleFolders:
      return "Drizzle 1.0, a folder each";
    case Layout::kPlainSql:
      return "numbered .sql files";
    case Layout::kLooseFiles:
      break;
  }
  return "a file by itself";
}

std::string_view LayoutId(Layout layout) {
  switch (layout) {
    case Layout::kDrizzleJournal:
      return "drizzle-journal";
    case Layout::kDrizzleFolders:
      return "drizzle-folders";
    case Layout::kPlainSql:
      return "plain-sql";
    case Layout::kLooseFiles:
      break;
  }
  return "loose-file";
}

std::size_t MergedCount(const Track& track) {
  return static_cast<std::size_t>(std::ranges::count(track.migrations, true, &Migration::merged));
}

std::string MigrationsText(const Track& track) {
  const std::size_t all = track.migrations.size();
  std::string text = fmt::format("{}", all);
  if (all > 0) {
    text += fmt::format(", {} to {}", track.migrations.front().tag, track.migrations.back().tag);
  }
  const std::size_t merged = MergedCount(track);
  if (merged > 0) text += fmt::format("; {} merged", merged);
  if (!track.starts_at_beginning) text += "; earlier ones are not here";
  return text;
}

std::string OwnerText(const Ownership& ownership) {
  std::string text =
      fmt::format("{}{}{}: {} ({})", ownership.owner, ownership.version.empty() ? "" : " ",
                  ownership.version, ownership.read_from, ownership.why);
  if (!ownership.wanted.empty()) text += fmt::format("; package.json wants {}", ownership.wanted);
  return text;
}

// How the track was found and told; the tracks of a project are parallel to its origins.
const TrackOrigin& OriginOf(const Project& project, std::size_t track) {
  static const TrackOrigin unknown;
  return track < project.origins.size() ? project.origins[track] : unknown;
}

}  // namespace

std::string RenderProjectText(const Project& project) {
  std::string text;
  const auto line = [&text](std::string_view name, std::string_view value) {
    text += fmt::format("  {:<11}{}\n", name, DisplayText(value));
  };
  for (std::size_t i = 0; i < project.workspace.tracks.size(); ++i) {
    const Track& track = project.workspace.tracks[i];
    const TrackOrigin& origin = OriginOf(project, i);
    text += fmt::format("{}track {}\n", i == 0 ? "" : "\n", DisplayText(track.name));
    if (!track.folder.empty()) line("folder", track.folder);
    if (!origin.found_by.empty()) line("found by", origin.found_by);
    line("layout", LayoutText(track.layout));
    line("migrations", MigrationsText(track));
    if (!origin.schema.empty()) line("schema", origin.schema);
    if (!origin.ledger.empty()) line("ledger", origin.ledger);
    if (!origin.runner.empty()) line("runner", fmt::format("{} ({})", origin.runner, origin.why));
    if (track.ownership != nullptr) line("beside it", OwnerText(*track.ownership));
  }
  text += fmt::format("\nrunner of the run: {}\n", project.runner.name);
  if (!project.base.empty()) text += fmt::format("compared with: {}\n", DisplayText(project.base));
  for (const NotChecked& note : project.workspace.not_checked) {
    text += fmt::format("not checked: {}{}{}\n", DisplayText(note.file),
                        note.file.empty() ? "" : ": ", DisplayText(note.reason));
  }
  return text;
}

std::string RenderProjectJson(const Project& project) {
  nlohmann::ordered_json json;
  json["version"] = 1;
  json["runner"] = project.runner.name;
  json["base"] = project.base;
  json["tracks"] = nlohmann::ordered_json::array();
  for (std::size_t i = 0; i < project.workspace.tracks.size(); ++i) {
    const Track& track = project.workspace.tracks[i];
    const TrackOrigin& origin = OriginOf(project, i);
    nlohmann::ordered_json entry{{"name", track.name},
                                 {"folder", track.folder},
                                 {"foundBy", origin.found_by},
                                 {"layout", LayoutId(track.layout)},
                                 {"migrations", track.migrations.size()},
                                 {"merged", MergedCount(track)},
                                 {"startsAtBeginning", track.starts_at_beginning},
                                 {"runner", origin.runner},
                                 {"why", origin.why},
                                 {"schema", origin.schema},
                                 {"ledger", origin.ledger}};
    if (const Ownership* owner = track.ownership.get()) {
      entry["owner"] = {{"name", owner->owner},      {"package", owner->package},
                        {"version", owner->version}, {"readFrom", owner->read_from},
                        {"why", owner->why},         {"wanted", owner->wanted}};
    }
    json["tracks"].push_back(std::move(entry));
  }
  json["notChecked"] = nlohmann::ordered_json::array();
  for (const NotChecked& note : project.workspace.not_checked) {
    json["notChecked"].push_back({{"file", note.file}, {"reason", note.reason}});
  }
  return JsonText(json);
}

}  // namespace hoglint
