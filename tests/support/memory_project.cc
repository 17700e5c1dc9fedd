#include "tests/support/memory_project.h"

#include <gtest/gtest.h>

#include <optional>
#include <utility>

namespace hoglint::testing {

Result<Project> ReadPaths(const FileSystem& files, std::vector<std::string> paths,
                          std::string folder) {
  return ReadProject(files, NoGit(),
                     {.folder = std::move(folder),
                      .paths = std::move(paths),
                      .base = {},
                      .all = false,
                      .runner = std::nullopt});
}

Project ReadOne(const FileSystem& files, const std::string& path) {
  auto project = ReadPaths(files, {path});
  EXPECT_TRUE(project) << (project ? "" : project.error().message);
  EXPECT_TRUE(project && project->workspace.tracks.size() == 1);
  return project && !project->workspace.tracks.empty() ? *std::move(project) : Project{};
}

std::string ErrorOf(const FileSystem& files, const std::string& path) {
  const auto project = ReadPaths(files, {path});
  return project ? "no error" : project.error().message;
}

std::vector<std::string> TagsOf(const Track& track) {
  std::vector<std::string> tags;
  for (const Migration& migration : track.migrations) tags.push_back(migration.tag);
  return tags;
}

std::vector<std::string> NotesOf(const Project& project) {
  std::vector<std::string> notes;
  for (const NotChecked& note : project.workspace.not_checked) {
    notes.push_back(note.file + ": " + note.reason);
  }
  return notes;
}

std::vector<std::string> TrackNames(const Project& project) {
  std::vector<std::string> names;
  for (const Track& track : project.workspace.tracks) names.push_back(track.name);
  return names;
}

std::string JournalOf(const std::vector<std::string>& tags) {
  std::string entries;
  for (std::size_t i = 0; i < tags.size(); ++i) {
    entries += (i == 0 ? "" : ",") + std::string("{\"idx\":") + std::to_string(i) +
               ",\"version\":\"7\",\"when\":" + std::to_string(1000 + i) + ",\"tag\":\"" + tags[i] +
               "\",\"breakpoints\":true}";
  }
  return "{\"version\":\"7\",\"dialect\":\"postgresql\",\"entries\":[" + entries + "]}";
}

}  // namespace hoglint::testing
