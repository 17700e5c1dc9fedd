#include "lint/facts/track_history.h"

#include <array>
#include <cstddef>

namespace hoglint {

std::string_view HistoryEventName(HistoryEventKind kind) {
  constexpr std::array<std::string_view, 14> kNames{
      "edited",       "reformatted",     "deleted",          "renamed",  "reordered",
      "when-changed", "snapshot-edited", "snapshot-deleted", "inserted", "skipped",
      "number-taken", "converted",       "squashed",         "moved"};
  return kNames.at(static_cast<std::size_t>(kind));
}

}  // namespace hoglint
