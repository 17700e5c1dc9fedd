#include "tests/fuzz/grow.h"

#include <algorithm>
#include <string_view>
#include <vector>

namespace hoglint::fuzz {
namespace {

constexpr std::size_t kMostBytes = std::size_t{64} << 10U;

bool IsWordByte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

// Where the words and signs of a text begin, and its end.
std::vector<std::size_t> Bounds(std::string_view text, bool lines) {
  std::vector<std::size_t> bounds{0};
  for (std::size_t i = 1; i < text.size(); ++i) {
    const bool same = lines ? text[i - 1] != '\n' : IsWordByte(text[i - 1]) && IsWordByte(text[i]);
    if (!same) bounds.push_back(i);
  }
  bounds.push_back(text.size());
  return bounds;
}

// The piece with a number behind the word that begins at `at`.
std::string Numbered(const std::string& piece, std::size_t at, std::size_t number) {
  std::size_t end = at;
  while (end < piece.size() && IsWordByte(piece[end])) ++end;
  return std::string(piece).insert(end, std::to_string(number));
}

}  // namespace

std::string Grow(std::span<const Seed> seeds, std::mt19937& random) {
  const std::string& seed = seeds[random() % seeds.size()].bytes;
  const std::string text = seed.substr(0, kMostBytes / 2);
  if (text.empty()) return text;
  const std::size_t kind = random() % 8;
  const std::vector<std::size_t> bounds = Bounds(text, kind < 3);
  const std::size_t first = kind == 0 ? 0 : random() % (bounds.size() - 1);
  const std::size_t pieces = kind == 0 ? bounds.size() : 1 + random() % 5;
  const std::size_t last = std::min(bounds.size() - 1, first + pieces);
  const std::string piece = text.substr(bounds[first], bounds[last] - bounds[first]);
  const std::size_t at = random() % piece.size();
  const bool numbered = random() % 2 == 0 && IsWordByte(piece[at]);
  std::string grown = text.substr(0, bounds[first]);
  const std::string_view rest = std::string_view(text).substr(bounds[last]);
  for (std::size_t i = 0; grown.size() + piece.size() + rest.size() + 10 < kMostBytes; ++i) {
    grown += numbered ? Numbered(piece, at, i) : piece;
  }
  return grown.append(rest);
}

}  // namespace hoglint::fuzz
