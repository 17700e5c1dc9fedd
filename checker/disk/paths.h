// Paths as strings: absolute, '/'-separated, no disk involved.
#ifndef HOGLINT_CHECKER_DISK_PATHS_H_
#define HOGLINT_CHECKER_DISK_PATHS_H_

#include <string>
#include <string_view>

namespace hoglint {

// `path` as an absolute path without ".", ".." and double or trailing slashes; a relative one is
// taken from `folder`, which is absolute.
[[nodiscard]] std::string AbsolutePath(std::string_view path, std::string_view folder);
[[nodiscard]] std::string JoinPath(std::string_view folder, std::string_view name);
// "/" for what lies directly below it, and for "/" itself.
[[nodiscard]] std::string ParentPath(std::string_view path);
// The last part: "0001_x.sql"; empty for "/".
[[nodiscard]] std::string_view BaseName(std::string_view path);
// True when `path` is `folder` or below it.
[[nodiscard]] bool IsWithin(std::string_view path, std::string_view folder);
// `path` seen from `folder`: "drizzle/0001_x.sql", "../other/x.sql", "." for the folder itself.
[[nodiscard]] std::string RelativePath(std::string_view path, std::string_view folder);

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_DISK_PATHS_H_
