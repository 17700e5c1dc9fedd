// The past of a .sql file that is named by itself: the migrations folder that lists it. Private to
// checker/project.
#ifndef HOGLINT_CHECKER_PROJECT_FOLDER_AROUND_H_
#define HOGLINT_CHECKER_PROJECT_FOLDER_AROUND_H_

#include <optional>
#include <string>

#include "checker/project/gathering.h"
#include "checker/project/locate.h"
#include "checker/project/migrations_folder.h"

namespace hoglint {

// The folder that lists the file at the absolute path as one of its migrations: the file's own, or
// the one above where each migration has a folder. Absent for files outside of migrations folders,
// and for what a folder does not apply (a down file, one that the journal lacks).
[[nodiscard]] std::optional<FolderAround> FindFolderAround(const Location& location,
                                                           const std::string& file);

// All migrations of the folder around, as those of loose files: what a run over the folder would
// say about the folder itself is left out. What it says of a migration is the same.
[[nodiscard]] MigrationsFolder ListAround(const Location& location, const FolderAround& around);

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_PROJECT_FOLDER_AROUND_H_
