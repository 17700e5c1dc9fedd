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
  std::uint32_t begin = 0;     // byte in the file at which the value stands

  [[nodiscard]] bool is_literal() const { return kind == ConfigValueKind::kLiteral; }
  // The only value of a literal; empty otherwise.
  [[nodiscard]] std::string text() const {
    return is_literal() && values.size() == 1 ? values.front() : std::string();
  }
};

struct DrizzleConfig {
  ConfigValue out, dialect, schema;
  ConfigValue migrations_table, migrations_schema;  // of `migrations`
  ConfigValue schema_filter, tables_filter;
};

// The object that the file exports: `export default {...}`, defineConfig({...}), a constant of one
// of these, module.exports. Constants of the file are followed; what another file has, or a call
// makes, is computed. An Error when it cannot be parsed, or exports no such object.
[[nodiscard]] Result<DrizzleConfig> ReadDrizzleConfig(std::string_view source);

}  // namespace hoglint

#endif  // HOGLINT_LINT_TYPESCRIPT_DRIZZLE_CONFIG_H_
