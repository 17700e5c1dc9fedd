// hoglint.json as values: what a project has decided, with all names in it known to be right.
#ifndef HOGLINT_LINT_CONFIG_CONFIG_H_
#define HOGLINT_LINT_CONFIG_CONFIG_H_

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lint/base/source_file.h"
#include "lint/base/span.h"
#include "lint/config/package_json.h"
#include "lint/config/rule_option.h"

namespace hoglint {

// Levels by rule id: "off", "note", "warning" or "error".
using ConfigLevels = std::map<std::string, std::string>;
// What rules' options are set to, by rule id.
using ConfigOptions = std::map<std::string, OptionValues>;

struct ConfigOverride {
  std::vector<std::string> paths;  // patterns as written, see glob.h
  ConfigLevels rules;
  ConfigOptions options;
};

// A pattern of `ignore` or of an override's `paths`, and where it stands in the file.
struct ConfigPattern {
  std::string_view key;  // "ignore", "overrides"
  std::string pattern;   // as written
  Span span;
};

// A package that brings migrations of its own.
struct ConfigPackage {
  std::string name;    // of npm
  std::string folder;  // of its migrations, in the package; empty: where they usually are
  std::string ledger;  // "drizzle.__auth_migrations"; empty: not known
};

// What somebody else owns in the database.
struct ConfigEngine {
  std::string catalog;  // path of a snapshot, a migrations folder or a list; empty: none
  std::vector<ConfigPackage> packages;
  std::vector<std::string> schemas;  // all that is in them
};

// A key that is absent from the file and its presets is absent, or empty, here.
struct Config {
  // Names of presets; absent when the file does not say, so that the project's dependencies choose.
  std::optional<std::vector<std::string>> extends;
  std::vector<std::string> tracks;  // paths, relative to the file
  std::optional<std::string> runner;
  std::optional<int> postgres;  // major version
  std::optional<std::string> base;
  ConfigLevels rules;
  ConfigOptions options;
  std::optional<std::string> fail_on;
  std::vector<std::string> ignore;
  std::vector<ConfigOverride> overrides;
  std::vector<ConfigPattern> patterns;  // of both, in their order; none of a preset's
  std::optional<std::int64_t> small_table_rows;
  std::optional<ConfigEngine> engine;
  std::optional<std::string> baseline;  // path, relative to the file
  bool squawk_comments = false;
};

// The names that a config may use.
struct ConfigWords {
  std::span<const std::string_view> rules;
  // Those of each rule, in the order of `rules`; empty: no rule has any.
  std::span<const std::span<const RuleOption>> options = {};
  std::span<const std::string_view> runners;
  int oldest_postgres = 0;
  int newest_postgres = 0;
};

// The greatest `smallTableRows`.
inline constexpr std::int64_t kMostTableRows = 1'000'000'000'000;

// Something in the file that is wrong; `message` says what was probably meant.
struct ConfigProblem {
  Span span;
  std::string message;
};

struct ConfigReading {
  Config config;
  std::vector<ConfigProblem> problems;  // not empty: the config is not to be used
};

// Reads a hoglint.json: JSON with // and /* */ comments. What it extends comes first.
[[nodiscard]] ConfigReading ReadConfig(const SourceFile& file, const ConfigWords& words);

// Sets of decisions that a config can extend, each a hoglint.json of its own.
struct ConfigPreset {
  std::string_view name;
  std::string_view summary;
  std::string_view text;
  // Chosen without being asked for where package.json depends on one of these, unless the config
  // says what it extends.
  std::span<const std::string_view> dependencies;
};
[[nodiscard]] std::span<const ConfigPreset> ConfigPresets();

// The presets that the package's dependencies choose.
[[nodiscard]] std::vector<const ConfigPreset*> PresetsFor(const PackageJson& package);

// A key of the file, for the reference and the schema.
struct ConfigKey {
  std::string_view name;
  std::string_view type;     // for people: "a level"
  std::string_view summary;  // Markdown
  std::string_view example;  // a JSON value
};
[[nodiscard]] std::span<const ConfigKey> ConfigKeys();

// "off", "note", "warning", "error".
[[nodiscard]] std::span<const std::string_view> ConfigLevelNames();

}  // namespace hoglint

#endif  // HOGLINT_LINT_CONFIG_CONFIG_H_
