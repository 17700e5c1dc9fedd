// The projects under tests/workspaces, read from the disk: each has a listing of what was found in
// it. `./dev docs` rewrites the listings.
#include <fmt/format.h>
#include <gmock/gmock.h>

#include <array>
#include <filesystem>
#include <set>
#include <string>
#include <string_view>

#include "checker/disk/disk.h"
#include "checker/project/read_project.h"
#include "tests/support/golden.h"
#include "tests/support/memory_file_system.h"

namespace hoglint {
namespace {

using hoglint::testing::ExpectGolden;
using hoglint::testing::NoGit;
using hoglint::testing::SourceFolder;

constexpr std::array<std::string_view, 4> kLayoutNames{"drizzle journal", "drizzle folders",
                                                       "plain SQL", "loose file"};

std::string Describe(const Track& track) {
  std::string text =
      fmt::format("track {} in {}: {}{}\n", track.name, track.folder,
                  kLayoutNames[static_cast<std::size_t>(track.layout)],
                  track.starts_at_beginning ? ", from the beginning" : ", a tail of its history");
  if (track.down_files > 0) text += fmt::format("  down files left out: {}\n", track.down_files);
  if (track.down_sections > 0) {
    text += fmt::format("  down sections left out: {}\n", track.down_sections);
  }
  for (const Migration& migration : track.migrations) {
    text += fmt::format("  {}: {} statements in {} chunks\n", migration.tag,
                        StatementCount(migration), migration.parsed.chunks.size());
  }
  return text;
}

std::string Describe(const std::filesystem::path& folder) {
  const Disk disk;
  const NoGit git;
  const auto project = ReadProject(disk, git,
                                   {.folder = folder.string(),
                                    .paths = {"."},
                                    .base = {},
                                    .all = false,
                                    .runner = std::nullopt});
  if (!project) return "error: " + project.error().message + "\n";
  std::string text = fmt::format("runner {}\n", project->runner.name);
  for (const Track& track : project->workspace.tracks) text += Describe(track);
  for (const NotChecked& note : project->workspace.not_checked) {
    text += fmt::format("not checked: {}: {}\n", note.file, note.reason);
  }
  return text;
}

TEST(WorkspacesGolden, AreReadAsTheirToolsReadThem) {
  std::set<std::filesystem::path> folders;
  for (const auto& entry :
       std::filesystem::directory_iterator(SourceFolder() / "tests/workspaces")) {
    if (entry.is_directory()) folders.insert(entry.path());
  }
  EXPECT_GE(folders.size(), 8U);
  for (const auto& folder : folders) {
    SCOPED_TRACE(folder.filename());
    ExpectGolden(Describe(folder), folder / "found.txt");
  }
}

}  // namespace
}  // namespace hoglint
