// Projects that are read from files in memory.
#ifndef HOGLINT_TESTS_SUPPORT_MEMORY_PROJECT_H_
#define HOGLINT_TESTS_SUPPORT_MEMORY_PROJECT_H_

#include <string>
#include <vector>

#include "checker/project/read_project.h"
#include "tests/support/memory_file_system.h"

namespace hoglint::testing {

// What is at the paths, as if hoglint was started in the folder. There is no git.
[[nodiscard]] Result<Project> ReadPaths(const FileSystem& files, std::vector<std::string> paths,
                                        std::string folder = "/p");
// Reads what must be readable, and have one track.
[[nodiscard]] Project ReadOne(const FileSystem& files, const std::string& path);
// "no error" where the path is read.
[[nodiscard]] std::string ErrorOf(const FileSystem& files, const std::string& path);

[[nodiscard]] std::vector<std::string> TagsOf(const Track& track);
// "file: reason" of every note.
[[nodiscard]] std::vector<std::string> NotesOf(const Project& project);
[[nodiscard]] std::vector<std::string> TrackNames(const Project& project);

// A journal of Drizzle's with those entries.
[[nodiscard]] std::string JournalOf(const std::vector<std::string>& tags);

}  // namespace hoglint::testing

#endif  // HOGLINT_TESTS_SUPPORT_MEMORY_PROJECT_H_
