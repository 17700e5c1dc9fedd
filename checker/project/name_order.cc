#include "checker/project/name_order.h"

#include <algorithm>

namespace hoglint {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }

// The length of the run of digits that `text` starts with.
std::size_t DigitRun(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::find_if_not(text, IsDigit) - text.begin());
}

std::strong_ordering CompareNumbers(std::string_view left, std::string_view right) {
  left.remove_prefix(std::min(left.find_first_not_of('0'), left.size()));
  right.remove_prefix(std::min(right.find_first_not_of('0'), right.size()));
  if (left.size() != right.size()) return left.size() <=> right.size();
  return left <=> right;
}

// CLDR root order of the printable ASCII characters that are neither digits nor letters.
constexpr std::string_view kPunctuation = " _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$";

// First difference that counts: which character, its case apart.
int PrimaryWeight(char c) {
  const std::size_t mark = kPunctuation.find(c);
  if (mark != std::string_view::npos) return static_cast<int>(mark);
  if (IsUpper(c)) c = static_cast<char>(c - 'A' + 'a');
  return static_cast<int>(kPunctuation.size()) + static_cast<unsigned char>(c);
}

// "V1.2_3__x" -> "1.2_3".
std::string_view FlywayVersion(std::string_view stem) {
  stem.remove_prefix(1);
  return stem.substr(0, stem.find("__"));
}

std::string_view TakeFlywayPart(std::string_view& version) {
  const std::size_t length = DigitRun(version);
  const std::string_view part = version.substr(0, length);
  version.remove_prefix(std::min(length + 1, version.size()));
  return part;
}

}  // namespace

std::strong_ordering CompareNaturally(std::string_view left, std::string_view right) {
  const std::string_view whole_left = left;
  const std::string_view whole_right = right;
  while (!left.empty() && !right.empty()) {
    const std::size_t left_run = DigitRun(left);
    const std::size_t right_run = DigitRun(right);
    const bool numbers = left_run > 0 && right_run > 0;
    const std::string_view left_part = left.substr(0, numbers ? left_run : 1);
    const std::string_view right_part = right.substr(0, numbers ? right_run : 1);
    const auto order = numbers ? CompareNumbers(left_part, right_part) : left_part <=> right_part;
    if (order != 0) return order;
    left.remove_prefix(left_part.size());
    right.remove_prefix(right_part.size());
  }
  if (left.empty() != right.empty()) return right.empty() <=> left.empty();
  return whole_left <=> whole_right;  // 01_x and 1_x
}

std::strong_ordering CompareByLocale(std::string_view left, std::string_view right) {
  const auto primary = std::lexicographical_compare_three_way(
      left.begin(), left.end(), right.begin(), right.end(),
      [](char a, char b) { return PrimaryWeight(a) <=> PrimaryWeight(b); });
  if (primary != 0) return primary;
  return std::lexicographical_compare_three_way(
      left.begin(), left.end(), right.begin(), right.end(),
      [](char a, char b) { return IsUpper(a) <=> IsUpper(b); });
}

bool IsFlywayVersioned(std::string_view stem) {
  const std::size_t separator = stem.find("__");
  if (!stem.starts_with('V') || separator == std::string_view::npos || separator < 2) return false;
  const std::string_view version = FlywayVersion(stem);
  const bool well_formed =
      std::ranges::all_of(version, [](char c) { return IsDigit(c) || c == '.' || c == '_'; });
  return well_formed && IsDigit(version.front());
}

std::strong_ordering CompareFlywayVersions(std::string_view left, std::string_view right) {
  std::string_view left_rest = FlywayVersion(left);
  std::string_view right_rest = FlywayVersion(right);
  while (!left_rest.empty() || !right_rest.empty()) {
    const auto order = CompareNumbers(TakeFlywayPart(left_rest), TakeFlywayPart(right_rest));
    if (order != 0) return order;
  }
  return left <=> right;
}

}  // namespace hoglint
