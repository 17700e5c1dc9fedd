#include "tests/support/branch_events.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <utility>

#include "checker/disk/disk.h"
#include "checker/git/libgit.h"

namespace hoglint::testing {

std::string TableSql(std::string_view name) {
  return fmt::format(
      "CREATE TABLE \"{0}\" (id int);--> statement-breakpoint\n"
      "CREATE INDEX \"{0}_id\" ON \"{0}\" (id);\n",
      name);
}

std::string EventLine(const HistoryEvent& event) {
  std::string line = fmt::format("{} {}", HistoryEventName(event.kind), event.tag);
  if (!event.other.empty()) line += " -> " + event.other;
  if (!event.detail.empty()) line += ": " + event.detail;
  if (event.count != 1) line += fmt::format(" ({})", event.count);
  return line;
}

std::vector<std::string> EventLines(const Track& track) {
  std::vector<std::string> lines;
  if (track.history == nullptr) return {"no history"};
  for (const HistoryEvent& event : track.history->events) lines.push_back(EventLine(event));
  return lines;
}

Project ReadBranch(const std::string& path, BaseRequest base) {
  const Disk disk;
  auto project = ReadProject(disk, LibGit(),
                             {.folder = path,
                              .paths = {path},
                              .base = std::move(base),
                              .all = false,
                              .for_rules = true,
                              .runner = std::nullopt});
  EXPECT_TRUE(project) << (project ? "" : project.error().message);
  EXPECT_TRUE(project && project->workspace.tracks.size() == 1);
  return project ? *std::move(project) : Project{};
}

std::vector<std::string> BranchEvents(const std::string& path, BaseRequest base) {
  const Project project = ReadBranch(path, std::move(base));
  if (project.workspace.tracks.empty()) return {"no track"};
  return EventLines(project.workspace.tracks.front());
}

}  // namespace hoglint::testing
