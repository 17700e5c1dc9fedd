#include "checker/cli/project_report.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstddef>
#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>
#include <vector>

#include "lint/config/config.h"
#include "lint/deployment/deployment.h"
#include "lint/facts/application.h"
#include "lint/facts/drizzle_folder.h"
#include "lint/facts/ownership.h"
#include "lint/report/display_text.h"
#include "lint/report/json_text.h"
#include "lint/typescript/app_sources.h"

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

std::string NameOf(const Application& application) {
  if (!application.package.name.empty()) return application.package.name;
  return application.folder.empty() ? "." : application.folder;
}

// "hogsend (package.json depends on @hogsend/db)" for what is chosen by itself.
std::vector<std::string> ChosenPresets(const Application& application,
                                       const ConfiguredPresets& presets) {
  std::vector<std::string> texts;
  if (presets.extends_given) return texts;
  for (const ConfigPreset* preset : PresetsFor(application.package)) {
    for (const std::string_view name : preset->dependencies) {
      if (!application.package.dependencies.contains(std::string(name))) continue;
      texts.push_back(fmt::format("{} (package.json depends on {})", preset->name, name));
      break;
    }
  }
  return texts;
}

std::vector<std::string> DeploymentPaths(const Application& application) {
  std::vector<std::string> paths;
  for (const DeploymentFile& file : application.deployment->files) paths.push_back(file.path);
  return paths;
}

using NamedLine = std::pair<std::string_view, std::string>;

std::vector<NamedLine> LinesOf(const Application& application, const ConfiguredPresets& presets) {
  std::vector<NamedLine> lines;
  if (!application.folder.empty()) lines.emplace_back("folder", application.folder);
  for (const std::string& text : ChosenPresets(application, presets)) {
    lines.emplace_back("preset", text);
  }
  for (const auto& config : application.configs) lines.emplace_back("config", config->path);
  const std::size_t code = application.sources->files.size();
  // Only files with what rules ask about are read to the end; most applications have none.
  if (code > 0) lines.emplace_back("code", fmt::format("{} file{}", code, code == 1 ? "" : "s"));
  std::vector<std::string> files = DeploymentPaths(application);
  for (std::string& file : files) {
    // Those around the application, such as the repository's .gitignore, keep their whole path.
    const std::string inside = application.folder + "/";
    if (file.starts_with(inside)) file.erase(0, inside.size());
  }
  if (!files.empty()) {
    lines.emplace_back("deployment", fmt::format("{}: {}", files.size(), fmt::join(files, ", ")));
  }
  return lines;
}

nlohmann::ordered_json JsonOf(const Application& application, const ConfiguredPresets& presets) {
  std::vector<std::string> configs;
  for (const auto& config : application.configs) configs.push_back(config->path);
  return {{"name", application.package.name},
          {"folder", application.folder},
          {"presets", ChosenPresets(application, presets)},
          {"configs", configs},
          {"codeFiles", application.sources->files.size()},
          {"deploymentFiles", DeploymentPaths(application)}};
}

// How the track was found and told; the tracks of a project are parallel to its origins.
const TrackOrigin& OriginOf(const Project& project, std::size_t track) {
  static const TrackOrigin unknown;
  return track < project.origins.size() ? project.origins[track] : unknown;
}

}  // namespace

std::string RenderProjectText(const Project& project, const ConfiguredPresets& presets) {
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
  for (const auto& application : project.workspace.applications) {
    text += fmt::format("\napplication {}\n", DisplayText(NameOf(*application)));
    for (const auto& [name, value] : LinesOf(*application, presets)) line(name, value);
  }
  text += fmt::format("\nrunner of the run: {}\n", project.runner.name);
  if (presets.extends_given) {
    text += fmt::format(
        "presets: {} ({} says so)\n",
        presets.names.empty() ? "none" : fmt::format("{}", fmt::join(presets.names, ", ")),
        DisplayText(presets.config));
  }
  if (!project.base.empty()) text += fmt::format("compared with: {}\n", DisplayText(project.base));
  for (const NotChecked& note : project.workspace.not_checked) {
    text += fmt::format("not checked: {}{}{}\n", DisplayText(note.file),
                        note.file.empty() ? "" : ": ", DisplayText(note.reason));
  }
  return text;
}

std::string RenderProjectJson(const Project& project, const ConfiguredPresets& presets) {
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
  json["applications"] = nlohmann::ordered_json::array();
  for (const auto& application : project.workspace.applications) {
    json["applications"].push_back(JsonOf(*application, presets));
  }
  json["extends"] = presets.extends_given ? nlohmann::ordered_json(presets.names)
                                          : nlohmann::ordered_json(nullptr);
  json["notChecked"] = nlohmann::ordered_json::array();
  for (const NotChecked& note : project.workspace.not_checked) {
    json["notChecked"].push_back({{"file", note.file}, {"reason", note.reason}});
  }
  return JsonText(json);
}

}  // namespace hoglint
