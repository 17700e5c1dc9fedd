#include <algorithm>
#include <array>
#include <string>

#include "lint/config/config.h"

namespace hoglint {
namespace {

constexpr std::array<std::string_view, 2> kHogsendPackages{"@hogsend/db", "@hogsend/engine"};

constexpr auto kPresets = std::to_array<ConfigPreset>({
    {"recommended",
     "what hoglint does without a config: every rule at its default level",
     "{}",
     {}},
    {"strict",
     "warnings fail, and so does an index that is built while nobody can write",
     R"({
  "failOn": "warning",
  "rules": {
    "create-index-blocks": "error",
    "suppression-without-reason": "error",
    "unknown-suppression": "error",
    "unused-suppression": "warning"
  }
})",
     {}},
    {"drizzle",
     "migrations are applied by drizzle-kit or drizzle-orm's migrator",
     R"({"runner": "drizzle"})",
     {}},
    {"hogsend", "migrations are applied by Hogsend's runner, with its time limits",
     R"({
  "runner": "hogsend",
  "rules": {"timestamp-without-time-zone": "note"}
})",
     kHogsendPackages},
    {"sendoka",
     "migrations are applied through neon-http, statement by statement",
     R"({"runner": "drizzle-neon-http"})",
     {}},
});

constexpr auto kKeys = std::to_array<ConfigKey>({
    {"$schema", "a string", "Where editors find the schema of this file. hoglint ignores it.",
     R"("https://example.com/hoglint.schema.json")"},
    {"extends", "a preset, or a list of them",
     "Presets to begin with; later ones override earlier ones, and the file overrides them all.",
     R"(["drizzle", "strict"])"},
    {"tracks", "a list of paths",
     "Migrations folders or projects, relative to this file, that are checked when the command "
     "line names no path.",
     R"(["packages/db/drizzle"])"},
    {"runner", "a runner", "What applies the migrations; without it hoglint finds out.",
     R"("drizzle")"},
    {"postgres", "a number", "The server's major version.", "17"},
    {"base", "a string", "The branch that migrations are compared with.", R"("origin/main")"},
    {"rules", "levels by rule id",
     "A rule's level: `error`, `warning`, `note` or `off`; or an object with `level` and the "
     "rule's "
     "options.",
     R"({"drop-column": "warning", "drop-table": {"allow": ["*_old"]}})"},
    {"failOn", "a level", "The exit code is 1 from this level on; `off`: never.", R"("error")"},
    {"ignore", "a list of patterns",
     "Files that are read, since later migrations build on them, and not judged.",
     R"(["drizzle/0000_*.sql"])"},
    {"overrides", "a list of objects with `paths` and `rules`",
     "Other levels for the files that one of the patterns fits; the last one that fits counts.",
     R"([{"paths": ["drizzle/000*"], "rules": {"drop-column": "off"}}])"},
    {"baseline", "a path", "The baseline; without it `hoglint.baseline` beside this file.",
     R"("hoglint.baseline")"},
    {"compat", "a list of names",
     "Other linters whose comments suppress findings as well: `squawk`.", R"(["squawk"])"},
    {"smallTableRows", "a number",
     "Tables with at most so many rows, by the estimates of `hoglint.stats.json`, count as small: "
     "what is found about their locks comes down a level. `hoglint stats` writes that file.",
     "10000"},
    {"engine", "an object with `catalog`, `packages` and `schemas`",
     "What somebody else owns in the database, beside Hogsend's engine, which is found by itself. "
     "`catalog`: the path of a Drizzle snapshot, a migrations folder or a list "
     "(docs/schema/owned.schema.json); in a Hogsend project it takes the place of the installed "
     "engine. `packages`: npm packages with migrations of their own, by name or as `{\"name\", "
     "\"folder\", \"ledger\"}`. `schemas`: all that is in them.",
     R"({"packages": [{"name": "@acme/auth", "folder": "drizzle"}], "schemas": ["auth", "storage"]})"},
});

constexpr std::array<std::string_view, 4> kLevels{"off", "note", "warning", "error"};

}  // namespace

std::span<const ConfigPreset> ConfigPresets() { return kPresets; }

std::vector<const ConfigPreset*> PresetsFor(const PackageJson& package) {
  std::vector<const ConfigPreset*> chosen;
  for (const ConfigPreset& preset : kPresets) {
    const bool depends = std::ranges::any_of(preset.dependencies, [&](std::string_view name) {
      return package.dependencies.contains(std::string(name));
    });
    if (depends) chosen.push_back(&preset);
  }
  return chosen;
}

std::span<const ConfigKey> ConfigKeys() { return kKeys; }

std::span<const std::string_view> ConfigLevelNames() { return kLevels; }

}  // namespace hoglint
