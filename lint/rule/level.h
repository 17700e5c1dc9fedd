// How much a finding matters.
#ifndef HOGLINT_LINT_RULE_LEVEL_H_
#define HOGLINT_LINT_RULE_LEVEL_H_

#include <cstdint>
#include <optional>
#include <string_view>

namespace hoglint {

// Ordered: a higher level is worse. kError blocks the merge by default; kOff is never reported.
enum class Level : std::uint8_t { kOff, kNote, kWarning, kError };

// "off", "note", "warning", "error".
[[nodiscard]] std::string_view LevelName(Level level);
// The level of that name; absent when there is none.
[[nodiscard]] std::optional<Level> ParseLevel(std::string_view name);

}  // namespace hoglint

#endif  // HOGLINT_LINT_RULE_LEVEL_H_
