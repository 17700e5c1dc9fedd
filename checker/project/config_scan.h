// A small look into drizzle.config.*: literal values of properties, without running or fully
// parsing the TypeScript.
#ifndef HOGLINT_CHECKER_PROJECT_CONFIG_SCAN_H_
#define HOGLINT_CHECKER_PROJECT_CONFIG_SCAN_H_

#include <cstdint>
#include <string>
#include <string_view>

namespace hoglint {

enum class PropertyKind : std::uint8_t {
  kAbsent,
  kLiteral,   // a string literal: `value` holds its text
  kComputed,  // written, but only running the file would tell its value
};

struct ConfigProperty {
  PropertyKind kind = PropertyKind::kAbsent;
  std::string value;
};

// The property `name: "..."` that is nested least deep in the source of a JavaScript, TypeScript or
// JSON config. Comments and the insides of strings and templates are not looked at.
[[nodiscard]] ConfigProperty FindProperty(std::string_view source, std::string_view name);

// True for drizzle.config.ts and its variants: drizzle*.config.* or drizzle.config*.*, ending in an
// extension that drizzle-kit loads.
[[nodiscard]] bool IsDrizzleConfigName(std::string_view file_name);

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_PROJECT_CONFIG_SCAN_H_
