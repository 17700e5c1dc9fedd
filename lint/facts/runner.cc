#include "lint/facts/runner.h"

#include <algorithm>
#include <array>

namespace hoglint {
namespace {

constexpr std::array kRunners = {kDrizzleRunner, kDrizzleNeonHttpRunner, kHogsendRunner,
                                 kPerFileRunner, kAutocommitRunner};

}  // namespace

std::span<const Runner> Runners() { return kRunners; }

std::optional<Runner> FindRunner(std::string_view name) {
  const auto* const found = std::ranges::find(kRunners, name, &Runner::name);
  if (found == kRunners.end()) return std::nullopt;
  return *found;
}

}  // namespace hoglint
