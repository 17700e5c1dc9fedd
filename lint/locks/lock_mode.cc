// The eight table-level lock modes: their names and which of them exclude each other.
#include <array>
#include <cstddef>

#include "lint/locks/effects.h"

namespace hoglint {
namespace {

constexpr std::size_t kModeCount = 9;

constexpr std::array<std::string_view, kModeCount> kNames = {
    "NONE",  "ACCESS SHARE",        "ROW SHARE", "ROW EXCLUSIVE",   "SHARE UPDATE EXCLUSIVE",
    "SHARE", "SHARE ROW EXCLUSIVE", "EXCLUSIVE", "ACCESS EXCLUSIVE"};

constexpr unsigned Bit(LockMode mode) { return 1U << static_cast<unsigned>(mode); }

// All modes from `first` to the strongest.
constexpr unsigned From(LockMode first) {
  unsigned bits = 0;
  for (auto mode = static_cast<unsigned>(first); mode < kModeCount; ++mode) bits |= 1U << mode;
  return bits;
}

// What each mode excludes (manual: explicit-locking, table 13.2).
constexpr std::array<unsigned, kModeCount> kConflicts = {
    0,
    Bit(LockMode::kAccessExclusive),
    From(LockMode::kExclusive),
    From(LockMode::kShare),
    From(LockMode::kShareUpdateExclusive),
    Bit(LockMode::kRowExclusive) | Bit(LockMode::kShareUpdateExclusive) |
        From(LockMode::kShareRowExclusive),
    From(LockMode::kRowExclusive),
    From(LockMode::kRowShare),
    From(LockMode::kAccessShare),
};

}  // namespace

std::string_view LockModeName(LockMode mode) { return kNames[static_cast<std::size_t>(mode)]; }

bool Conflicts(LockMode held, LockMode wanted) {
  return (kConflicts[static_cast<std::size_t>(held)] & Bit(wanted)) != 0;
}

bool BlocksReads(LockMode mode) { return Conflicts(mode, LockMode::kAccessShare); }
bool BlocksWrites(LockMode mode) { return Conflicts(mode, LockMode::kRowExclusive); }

}  // namespace hoglint
