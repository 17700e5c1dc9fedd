// Which versions a range of package.json allows: "^0.67.0", "~1.2", ">=0.45.0".
#ifndef HOGLINT_LINT_CONFIG_VERSION_RANGE_H_
#define HOGLINT_LINT_CONFIG_VERSION_RANGE_H_

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace hoglint {

using Version = std::array<std::uint32_t, 3>;  // major, minor, patch

// From `low` on and below `high`.
struct VersionRange {
  Version low{};
  Version high{};
};

// As npm reads it. Absent for what is no single range of plain versions: tags, addresses,
// workspace:, catalog:, prereleases, several ranges.
[[nodiscard]] std::optional<VersionRange> VersionRangeOf(std::string_view text);

// Some version is in both.
[[nodiscard]] bool Overlap(const VersionRange& a, const VersionRange& b);

}  // namespace hoglint

#endif  // HOGLINT_LINT_CONFIG_VERSION_RANGE_H_
