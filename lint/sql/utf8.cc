// The check that PostgreSQL makes of every string it receives (pg_utf8_verifystr).
#include "lint/sql/utf8.h"

namespace hoglint::sql {
namespace {

unsigned char At(std::string_view text, std::size_t index) {
  return index < text.size() ? static_cast<unsigned char>(text[index]) : 0;
}

bool IsContinuation(unsigned char byte) { return (byte & 0xC0U) == 0x80U; }

// Bytes of the valid sequence that begins here; 0 if there is none. Overlong forms, surrogates and
// code points above U+10FFFF are invalid.
std::size_t SequenceLength(std::string_view text, std::size_t index) {
  const unsigned char first = At(text, index);
  const unsigned char second = At(text, index + 1);
  if (first == 0) return 0;
  if (first < 0x80) return 1;
  if (first < 0xC2 || first > 0xF4 || !IsContinuation(second)) return 0;
  if (first < 0xE0) return 2;
  if (!IsContinuation(At(text, index + 2))) return 0;
  if (first < 0xF0) {
    const bool bad = (first == 0xE0 && second < 0xA0) || (first == 0xED && second > 0x9F);
    return bad ? 0 : 3;
  }
  const bool bad = (first == 0xF0 && second < 0x90) || (first == 0xF4 && second > 0x8F);
  return bad || !IsContinuation(At(text, index + 3)) ? 0 : 4;
}

std::string Hex(unsigned char byte) {
  static constexpr std::string_view kDigits = "0123456789abcdef";
  return {'0', 'x', kDigits[byte >> 4U], kDigits[byte & 15U]};
}

// Index of the first byte that is not plain ASCII.
std::size_t SkipAscii(std::string_view text, std::size_t index) {
  while (index < text.size() && static_cast<signed char>(text[index]) > 0) ++index;
  return index;
}

}  // namespace

std::optional<BadBytes> FindBadBytes(std::string_view text) {
  for (std::size_t i = SkipAscii(text, 0); i < text.size(); i = SkipAscii(text, i)) {
    const std::size_t length = SequenceLength(text, i);
    if (length == 0) {
      const auto begin = static_cast<std::uint32_t>(i);
      return BadBytes{begin, begin + 1,
                      "invalid byte sequence for encoding \"UTF8\": " + Hex(At(text, i))};
    }
    i += length;
  }
  return std::nullopt;
}

}  // namespace hoglint::sql
