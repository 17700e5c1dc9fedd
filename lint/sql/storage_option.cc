#include "lint/sql/storage_option.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "lint/base/ascii.h"

namespace hoglint {

bool IsOffWord(std::string_view value) {
  // "o" could be on or off.
  constexpr std::array<std::string_view, 10> kOff = {"f", "fa", "fal", "fals", "false",
                                                     "n", "no", "of",  "off",  "0"};
  return std::ranges::find(kOff, ToLowerAscii(value)) != kOff.end();
}

bool IsOn(const StorageOption& option) { return !IsOffWord(option.value); }

}  // namespace hoglint
