#include "lint/base/did_you_mean.h"

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

#include "lint/base/ascii.h"

namespace hoglint {
namespace {

// Shorter beginnings than this say too little to complete them.
constexpr std::size_t kShortestPrefix = 3;

bool StartsWith(std::string_view text, std::string_view prefix) {
  return text.size() >= prefix.size() &&
         std::ranges::equal(text.substr(0, prefix.size()), prefix, EqualIgnoringCase);
}

}  // namespace

// The optimal string alignment distance, three rows of its table at a time.
std::size_t EditDistance(std::string_view from, std::string_view to) {
  std::vector<std::size_t> before_last(to.size() + 1);
  std::vector<std::size_t> last(to.size() + 1);
  std::vector<std::size_t> row(to.size() + 1);
  std::iota(last.begin(), last.end(), std::size_t{0});
  for (std::size_t i = 1; i <= from.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= to.size(); ++j) {
      const std::size_t replace = EqualIgnoringCase(from[i - 1], to[j - 1]) ? 0 : 1;
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + replace});
      if (i > 1 && j > 1 && EqualIgnoringCase(from[i - 1], to[j - 2]) &&
          EqualIgnoringCase(from[i - 2], to[j - 1])) {
        row[j] = std::min(row[j], before_last[j - 2] + 1);
      }
    }
    std::swap(before_last, last);
    std::swap(last, row);
  }
  return last[to.size()];
}

std::optional<std::string_view> DidYouMean(std::string_view word,
                                           std::span<const std::string_view> candidates) {
  std::optional<std::string_view> best;
  std::size_t best_distance = std::max<std::size_t>(1, word.size() / 3) + 1;
  for (const std::string_view candidate : candidates) {
    const std::size_t distance = EditDistance(word, candidate);
    if (distance >= best_distance) continue;
    best = candidate;
    best_distance = distance;
  }
  if (best || word.size() < kShortestPrefix) return best;
  const auto completion = std::ranges::find_if(
      candidates, [word](std::string_view candidate) { return StartsWith(candidate, word); });
  if (completion != candidates.end()) best = *completion;
  return best;
}

}  // namespace hoglint
