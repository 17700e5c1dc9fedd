#include "checker/project/track_origin.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <string>
#include <string_view>

#include "lint/typescript/drizzle_config.h"

namespace hoglint {
namespace {

std::string Shown(const ConfigValue& value, std::string_view absent) {
  if (value.kind == ConfigValueKind::kAbsent) return std::string(absent);
  if (!value.is_literal()) return "(computed)";
  return fmt::format("{}", fmt::join(value.values, ", "));
}

// Drizzle's ledger is drizzle.__drizzle_migrations where the config names no other.
void AddConfig(const Location& location, const std::string& path, TrackOrigin& origin) {
  const auto text = location.files->Read(path);
  const auto config = text ? ReadDrizzleConfig(*text) : Result<DrizzleConfig>(text.error());
  if (!config) return;
  origin.ledger = Shown(config->migrations_table, "__drizzle_migrations");
  if (config->migrations_table.kind != ConfigValueKind::kComputed) {
    origin.ledger = Shown(config->migrations_schema, "drizzle") + "." + origin.ledger;
  }
  origin.schema = Shown(config->schema, "");
}

}  // namespace

TrackOrigin OriginOf(const Location& location, const FoundTrack& found, const Runner& runner) {
  TrackOrigin origin;
  origin.runner = runner.name;
  if (found.layout == Layout::kLooseFiles) {
    origin.found_by = "its name was given";
  } else {
    origin.found_by = found.config.empty() ? "its layout" : ShownPath(location, found.config);
  }
  if (runner.name == kHogsendRunner.name) {
    origin.why = "package.json is of the engine or depends on it";
  } else if (runner.name == kPerFileRunner.name) {
    origin.why = "nothing tells of Drizzle";
  } else if (runner.name == kDrizzleNeonHttpRunner.name) {
    origin.why = "the code imports drizzle-orm/neon-http/migrator";
  } else {
    origin.why = found.drizzle_config ? "the config is drizzle-kit's" : "the layout is Drizzle's";
  }
  if (!found.config.empty()) AddConfig(location, found.config, origin);
  return origin;
}

}  // namespace hoglint
