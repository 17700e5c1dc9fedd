// drizzle.config.ts -> values, without running it.
#ifndef HOGLINT_LINT_TYPESCRIPT_DRIZZLE_CONFIG_H_
#define HOGLINT_LINT_TYPESCRIPT_DRIZZLE_CONFIG_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lint/base/result.h"

namespace hoglint {

enum class ConfigValueKind : std::uint8_t {
  kAbsent,
  kLiteral,   // `values` has one, or those of a list
  kComputed,  // written, but only running the file would tell
};

struct ConfigValue {
  ConfigValueKind kind = ConfigValueKind::kAbsent;
  std::vector<std::string> values;
  bool list = false;           // written as a list
  bool from_fallback = false;  // the literal behind process.env.X ?? or ||
  std::uint32_t begin = 0;     // the value's bytes in the file
  std::uint32_t end = 0;

  [[nodiscard]] bool is_literal() const { return kind == ConfigValueKind::kLiteral; }
  // The only value of a literal; empty otherwise.
  [[nodiscard]] std::string text() const {
    return is_literal() && values.size() == 1 ? values.front() : std::string();
  }
};

// Bytes of a file; begin == end: it is not written there.
struct ConfigBytes {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

// A key that names a ledger where drizzle-kit does not look for one.
struct IgnoredConfigKey {
  std::string name;    // "migrationsTable", "migrationsSchema"
  ConfigBytes bytes;   // of the key
  bool inner = false;  // in `migrations`, not beside it
  ConfigValue value;
};

struct DrizzleConfig {
  ConfigValue out, dialect, schema;
  ConfigValue migrations_table, migrations_schema;  // of `migrations`
  ConfigValue schema_filter, tables_filter;
  ConfigValue casing;  // of columns that are declared without a name: "snake_case", "camelCase"
  ConfigValue db_url, db_host;  // of `dbCredentials`
  std::vector<IgnoredConfigKey> ignored_keys;
  ConfigBytes object;              // the opening brace of the exported object
  ConfigBytes db_credentials_key;  // `dbCredentials`
};

// The object that the file exports: `export default {...}`, defineConfig({...}), a constant of one
// of these, module.exports. Constants of the file are followed; what another file has, or a call
// makes, is computed. Also a drizzle.config.json. An Error when it cannot be parsed, or exports no
// such object.
[[nodiscard]] Result<DrizzleConfig> ReadDrizzleConfig(std::string_view source);

}  // namespace hoglint

#endif  // HOGLINT_LINT_TYPESCRIPT_DRIZZLE_CONFIG_H_
