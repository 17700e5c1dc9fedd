// A migrations folder: which tool's layout it has, and its files in the order in which that tool
// applies them.
#ifndef HOGLINT_CHECKER_PROJECT_MIGRATIONS_FOLDER_H_
#define HOGLINT_CHECKER_PROJECT_MIGRATIONS_FOLDER_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "checker/project/gathering.h"
#include "lint/facts/drizzle_folder.h"
#include "lint/facts/workspace.h"

namespace hoglint {

// A migration of the folder, not read yet.
struct MigrationFile {
  std::string tag;   // see Migration::tag
  std::string path;  // absolute
  // Drizzle's snapshot of the schema after it, absolute; empty: there is none.
  std::string snapshot = {};
};

struct MigrationsFolder {
  Layout layout = Layout::kPlainSql;
  bool starts_at_beginning = false;
  std::vector<MigrationFile> files;
  std::uint32_t down_files = 0;
  DrizzleFolder drizzle;  // without its snapshots; empty in other layouts
};

enum class FolderTest : std::uint8_t {
  kNamed,  // the user or a config names the folder: any .sql file makes it one
  kFound,  // came across while searching: plain .sql files need to be numbered
};

// The layout of the folder at the absolute path; absent when it is no migrations folder.
[[nodiscard]] std::optional<Layout> RecognizeFolder(const FileSystem& files,
                                                    const std::string& folder, FolderTest test);

// The SQL file of a folder that is one migration of the folder above it, as Drizzle 1.0, Prisma and
// Diesel have them; absent for other folders.
[[nodiscard]] std::optional<std::string> FileOfOwnFolder(const FileSystem& files,
                                                         const std::string& folder);

// Lists the folder, which has that layout. What its tool would not apply, or refuse, is noted,
// unless the rules will say so (`drizzle`).
[[nodiscard]] MigrationsFolder ListMigrations(Gathering& gathering, const Location& location,
                                              const std::string& folder, Layout layout);

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_PROJECT_MIGRATIONS_FOLDER_H_
