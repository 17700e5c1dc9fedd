// tsconfig.json -> the names under which its files import each other ("@/*": ["./src/*"]), which
// drizzle-kit's loader follows too (0.31.11, measured).
#ifndef HOGLINT_LINT_TYPESCRIPT_SCHEMA_ALIASES_H_
#define HOGLINT_LINT_TYPESCRIPT_SCHEMA_ALIASES_H_

#include <string>
#include <string_view>
#include <vector>

namespace hoglint {

struct PathAlias {
  std::string pattern;               // "@/*"
  std::vector<std::string> targets;  // "./src/*"
};

struct TsConfigPaths {
  std::string base_url;  // empty: not given
  std::vector<PathAlias> paths;
  std::vector<std::string> extends;  // the config that these are inherited from; the last wins
};

// Comments and trailing commas are fine. What is not understood is left out.
[[nodiscard]] TsConfigPaths ReadTsConfigPaths(std::string_view source);

// The targets of an import by an alias, as they are written.
[[nodiscard]] std::vector<std::string> TargetsOf(const PathAlias& alias, std::string_view import);

}  // namespace hoglint

#endif  // HOGLINT_LINT_TYPESCRIPT_SCHEMA_ALIASES_H_
