// package.json of a project: its name and what it depends on.
#ifndef HOGLINT_LINT_CONFIG_PACKAGE_JSON_H_
#define HOGLINT_LINT_CONFIG_PACKAGE_JSON_H_

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace hoglint {

struct PackageJson {
  std::string name;             // empty when there is none
  std::string version;          // the same
  std::string package_manager;  // "pnpm" of "packageManager": "pnpm@10.12.1"; empty without it
  // Keys of dependencies, devDependencies, peerDependencies and optionalDependencies.
  std::set<std::string> dependencies;
  // The version that each of them asks for: "^0.67.0", "file:./vendor/db".
  std::map<std::string, std::string, std::less<>> requested;
  // The commands of `scripts`, by name.
  std::map<std::string, std::string> scripts;
};

// The major version that a range such as "^0.45.0", "~1.2", ">=1.0.0-rc.5" or "v1" begins with;
// absent for "latest", "workspace:*" and addresses.
[[nodiscard]] std::optional<int> MajorOf(std::string_view range);

// Absent when the text is no JSON object. Members of an unexpected type are left out.
[[nodiscard]] std::optional<PackageJson> ReadPackageJson(std::string_view text);

}  // namespace hoglint

#endif  // HOGLINT_LINT_CONFIG_PACKAGE_JSON_H_
