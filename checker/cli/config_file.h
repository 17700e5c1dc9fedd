// hoglint.json on the command line's side: where it is found, and what it adds to the arguments.
#ifndef HOGLINT_CHECKER_CLI_CONFIG_FILE_H_
#define HOGLINT_CHECKER_CLI_CONFIG_FILE_H_

#include <map>
#include <string>

#include "checker/cli/arguments.h"
#include "checker/cli/environment.h"
#include "lint/base/result.h"
#include "lint/config/config.h"
#include "lint/rule/level.h"

namespace hoglint {

inline constexpr const char* kConfigName = "hoglint.json";
inline constexpr const char* kBaselineName = "hoglint.baseline";
inline constexpr const char* kStatsName = "hoglint.stats.json";

// The arguments with what the config decides where the command line says nothing: the file of
// --config, else the nearest hoglint.json from the paths up to the repository's root. An Error, of
// one line for each problem, when it cannot be read, says something that makes no sense, or when
// the paths have several.
[[nodiscard]] Result<Arguments> WithConfig(const Environment& environment, Arguments arguments);

// The levels that a preset sets.
[[nodiscard]] std::map<std::string, Level> LevelsOfPreset(const ConfigPreset& preset);

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_CLI_CONFIG_FILE_H_
