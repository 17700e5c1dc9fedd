#include "lint/rule/level.h"

#include <algorithm>
#include <array>

namespace hoglint {
namespace {

// By the value of Level.
constexpr std::array<std::string_view, 4> kNames = {"off", "note", "warning", "error"};

}  // namespace

std::string_view LevelName(Level level) { return kNames[static_cast<std::size_t>(level)]; }

std::optional<Level> ParseLevel(std::string_view name) {
  const auto* const found = std::ranges::find(kNames, name);
  if (found == kNames.end()) return std::nullopt;
  return static_cast<Level>(found - kNames.begin());
}

}  // namespace hoglint
