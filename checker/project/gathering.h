// What reading a project needs to know, and where its notes go. Private to checker/project.
#ifndef HOGLINT_CHECKER_PROJECT_GATHERING_H_
#define HOGLINT_CHECKER_PROJECT_GATHERING_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "checker/disk/file_system.h"
#include "checker/git/git.h"
#include "lint/base/source_file.h"
#include "lint/facts/workspace.h"

namespace hoglint {

// What is read beside the migrations themselves.
enum class Extent : std::uint8_t {
  kStatements,  // nothing: for commands that run no rules
  kChange,      // what rules need to judge the migrations that base does not have
  kHistory,     // what they need to judge all of them
};

// Where a path given by the user is read from and how its files are called in reports.
struct Location {
  const FileSystem* files = nullptr;
  std::string shown_from;  // reports show paths relative to this folder
  std::string boundary;    // links are followed inside of this folder only
  std::string repository;  // its root; empty when there is none
  // Null when there is nothing to compare with.
  const Comparison* comparison = nullptr;
  Extent extent = Extent::kStatements;
};

// The values that reading fills.
struct Gathering {
  Sources sources;
  std::vector<NotChecked> not_checked;
  // Files that could not be read: the run has seen less than was asked of it.
  std::vector<Error> failures;
  // Of files beside the migrations: base has them as they are.
  std::set<FileId> unchanged = {};
  std::size_t statements = 0;  // of the .sql files, about: see kMaxStatements
};

// The path as reports show it.
[[nodiscard]] std::string ShownPath(const Location& location, const std::string& path);

// Adds a note about a file.
void AddNote(Gathering& gathering, const Location& location, const std::string& path,
             std::string reason);

// How a file of that text stands to base; absent when nothing tells.
[[nodiscard]] std::optional<Standing> StandingOf(const Location& location, const std::string& path,
                                                 std::string_view text);
// True when base has the file, as it is or otherwise. False for one that cannot be read.
[[nodiscard]] bool IsOnBase(const Location& location, const std::string& path);

// Reads a file into the sources. Absent when that fails, which is then noted as a failure.
[[nodiscard]] std::optional<FileId> AddSource(Gathering& gathering, const Location& location,
                                              const std::string& path);

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_PROJECT_GATHERING_H_
