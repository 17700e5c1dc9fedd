#include "checker/project/folder_around.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "checker/disk/paths.h"

namespace hoglint {

std::optional<FolderAround> FindFolderAround(const Location& location, const std::string& file) {
  std::string folder = ParentPath(file);
  for (int level = 0; level < 2; ++level) {
    if (const auto layout = RecognizeFolder(*location.files, folder, FolderTest::kFound)) {
      FolderAround around{folder, *layout};
      const MigrationsFolder listed = ListAround(location, around);
      if (std::ranges::find(listed.files, file, &MigrationFile::path) != listed.files.end()) {
        return around;
      }
    }
    folder = ParentPath(folder);
  }
  return std::nullopt;
}

MigrationsFolder ListAround(const Location& location, const FolderAround& around) {
  Gathering unheard;
  MigrationsFolder folder = ListMigrations(unheard, location, around.path, around.layout);
  folder.layout = Layout::kLooseFiles;
  folder.down_files = 0;
  folder.drizzle = {};
  for (MigrationFile& file : folder.files) file.snapshot.clear();
  return folder;
}

}  // namespace hoglint
