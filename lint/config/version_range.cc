#include "lint/config/version_range.h"

#include <algorithm>
#include <charconv>
#include <limits>

namespace hoglint {
namespace {

constexpr std::uint32_t kMost = std::numeric_limits<std::uint32_t>::max();

struct Partial {
  Version version{};
  std::size_t given = 0;  // 2: "1.2"
};

// "1", "1.2", "1.2.3", "v1.2.3"; "1.x" is "1".
std::optional<Partial> ReadPartial(std::string_view text) {
  if (text.starts_with('v')) text.remove_prefix(1);
  Partial partial;
  while (partial.given < 3) {
    if (partial.given > 0 && (text == "x" || text == "X" || text == "*")) return partial;
    std::uint32_t& number = partial.version.at(partial.given);
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || number == kMost) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    ++partial.given;
    if (text.empty()) return partial;
    if (!text.starts_with('.')) return std::nullopt;
    text.remove_prefix(1);
  }
  return std::nullopt;
}

// The first version that differs at that part: 1.2.3 at 1 is 1.3.0.
Version Next(const Version& version, std::size_t part) {
  Version next{};
  for (std::size_t i = 0; i < part; ++i) next.at(i) = version.at(i);
  next.at(part) = version.at(part) + 1;
  return next;
}

// ^ lets the first part that is not 0 stand; of "0.0" and "0" the last one that is given.
std::size_t CaretPart(const Partial& partial) {
  for (std::size_t i = 0; i < partial.given; ++i) {
    if (partial.version.at(i) != 0) return i;
  }
  return partial.given - 1;
}

}  // namespace

std::optional<VersionRange> VersionRangeOf(std::string_view text) {
  const std::size_t sign_end = std::min(text.find_first_not_of("^~=>"), text.size());
  const std::string_view sign = text.substr(0, sign_end);
  text.remove_prefix(sign_end);
  const std::size_t blank = std::min(text.find_first_not_of(' '), text.size());
  const auto partial = ReadPartial(text.substr(blank));
  if (!partial) return std::nullopt;
  const Version& low = partial->version;
  if (sign == ">=") return VersionRange{low, {kMost, 0, 0}};
  if (sign == "^") return VersionRange{low, Next(low, CaretPart(*partial))};
  if (sign == "~") {
    return VersionRange{low, Next(low, std::min<std::size_t>(partial->given - 1, 1))};
  }
  if (!sign.empty() && sign != "=") return std::nullopt;
  return VersionRange{low, Next(low, partial->given - 1)};
}

bool Overlap(const VersionRange& a, const VersionRange& b) {
  return a.low < b.high && b.low < a.high;
}

}  // namespace hoglint
