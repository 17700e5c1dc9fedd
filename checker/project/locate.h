// From a path on the command line to the migrations it means.
#ifndef HOGLINT_CHECKER_PROJECT_LOCATE_H_
#define HOGLINT_CHECKER_PROJECT_LOCATE_H_

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "checker/disk/file_system.h"
#include "lint/base/result.h"
#include "lint/facts/workspace.h"

namespace hoglint {

// A migrations folder that lists a loose file: what it is built upon.
struct FolderAround {
  std::string path;  // absolute
  Layout layout = Layout::kPlainSql;
};

// A migrations folder, or one .sql file (kLooseFiles).
struct FoundTrack {
  std::string path;  // absolute
  Layout layout = Layout::kPlainSql;
  bool drizzle_config = false;  // a drizzle.config names it
  std::string config = {};      // that config's absolute path; empty when there is none
  // Why there is not one migration: "its migrations folder drizzle does not exist". Empty: there
  // is.
  std::string nothing = {};
  // Of a loose file: absent where no folder lists it, and where its past is not asked for.
  std::optional<FolderAround> around = std::nullopt;
  // The files of `around` that are judged, absolute; the others are merged.
  std::set<std::string> named = {};
};

// Something on the way that gave no track.
struct FoundNote {
  std::string path;  // absolute
  std::string reason;
  bool failure = false;  // it could not be read
};

struct Found {
  std::vector<FoundTrack> tracks;
  std::vector<FoundNote> notes;
};

// What an existing absolute path means: a .sql file, or the folder of that one migration; a
// migrations folder; a drizzle config or a folder with some, whose `out` folders count, also those
// that are not there yet; or a folder with such folders a few levels below. An Error says that it
// is none of these; `shown` is how it calls the path.
[[nodiscard]] Result<Found> LocateTracks(const FileSystem& files, const std::string& path,
                                         const std::string& shown);

// The nearest folder, from `folder` up to and including `top`, at or below which there are
// migrations or a drizzle config; empty when there is none.
[[nodiscard]] std::string FindProject(const FileSystem& files, std::string folder,
                                      const std::string& top);

// The path itself when it is a folder, else the nearest folder above it.
[[nodiscard]] std::string NearestFolder(const FileSystem& files, std::string path);

// "no such file or folder: drizle; did you mean drizzle?" of the absolute path, as it was given.
[[nodiscard]] Error NoSuchPath(const FileSystem& files, const std::string& path,
                               const std::string& given);

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_PROJECT_LOCATE_H_
