// What a schema file does not say itself, and on which depends what its declarations come to.
#ifndef HOGLINT_LINT_TYPESCRIPT_SCHEMA_SETTINGS_H_
#define HOGLINT_LINT_TYPESCRIPT_SCHEMA_SETTINGS_H_

#include <cstdint>
#include <optional>
#include <string>

namespace hoglint {

// The drizzle-orm that a schema is written with. In 1.0 `.array()` keeps `.notNull()`, `.default()`
// and others before it, a geometry has its srid, and an enum whose values are an object keeps its
// schema (run: 0.45.4 and 1.0.0-rc.5).
enum class DrizzleLine : std::uint8_t { kBeforeOne, kOne, kUnknown };

struct SchemaSettings {
  std::optional<std::string> casing = std::string();  // the config's; absent: computed
  DrizzleLine line = DrizzleLine::kBeforeOne;
};

}  // namespace hoglint

#endif  // HOGLINT_LINT_TYPESCRIPT_SCHEMA_SETTINGS_H_
