#include "tests/fuzz/loose_objects.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <charconv>

namespace hoglint::fuzz {
namespace {

using Digest = std::array<std::uint32_t, 5>;

void AddBlock(const char* block, Digest& digest) {
  std::array<std::uint32_t, 80> words{};
  for (std::size_t i = 0; i < 64; ++i) {
    words[i / 4] = words[i / 4] << 8U | static_cast<unsigned char>(block[i]);
  }
  for (std::size_t i = 16; i < 80; ++i) {
    words[i] = std::rotl(words[i - 3] ^ words[i - 8] ^ words[i - 14] ^ words[i - 16], 1);
  }
  auto [a, b, c, d, e] = digest;
  for (std::size_t i = 0; i < 80; ++i) {
    std::uint32_t mixed = 0;
    if (i < 20) {
      mixed = ((b & c) | (~b & d)) + 0x5A827999;
    } else if (i < 40) {
      mixed = (b ^ c ^ d) + 0x6ED9EBA1;
    } else if (i < 60) {
      mixed = ((b & c) | (b & d) | (c & d)) + 0x8F1BBCDC;
    } else {
      mixed = (b ^ c ^ d) + 0xCA62C1D6;
    }
    const std::uint32_t next = std::rotl(a, 5) + mixed + e + words[i];
    e = d;
    d = c;
    c = std::rotl(b, 30);
    b = a;
    a = next;
  }
  digest = {digest[0] + a, digest[1] + b, digest[2] + c, digest[3] + d, digest[4] + e};
}

void AppendBigEndian(std::uint64_t value, int bytes, std::string& out) {
  for (int i = bytes - 1; i >= 0; --i) out += static_cast<char>(value >> (8 * i) & 0xFFU);
}

// 20 bytes of 40 hexadecimal digits; empty when they are none.
std::string FromHex(std::string_view digits) {
  std::string bytes;
  if (digits.size() != 40) return bytes;
  for (std::size_t i = 0; i < digits.size(); i += 2) {
    unsigned value = 0;
    const char* end = digits.data() + i + 2;
    if (std::from_chars(digits.data() + i, end, value, 16).ptr != end) return {};
    bytes += static_cast<char>(value);
  }
  return bytes;
}

}  // namespace

std::array<std::uint8_t, 20> Sha1(std::string_view bytes) {
  std::string padded(bytes);
  padded += '\x80';
  while (padded.size() % 64 != 56) padded += '\0';
  AppendBigEndian(bytes.size() * 8, 8, padded);
  Digest digest{0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0};
  for (std::size_t at = 0; at < padded.size(); at += 64) AddBlock(padded.data() + at, digest);
  std::array<std::uint8_t, 20> out{};
  for (std::size_t i = 0; i < out.size(); ++i) {
    out[i] = static_cast<std::uint8_t>(digest[i / 4] >> (24 - 8 * (i % 4)) & 0xFFU);
  }
  return out;
}

std::string Hex(const std::array<std::uint8_t, 20>& digest) {
  std::string hex;
  for (const std::uint8_t byte : digest) hex += fmt::format("{:02x}", byte);
  return hex;
}

std::string StoredZlib(std::string_view bytes) {
  std::string out("\x78\x01", 2);
  std::uint32_t low = 1;
  std::uint32_t high = 0;
  for (const char c : bytes) {
    low = (low + static_cast<unsigned char>(c)) % 65521;
    high = (high + low) % 65521;
  }
  do {
    const std::string_view block = bytes.substr(0, 0xFFFF);
    bytes.remove_prefix(block.size());
    out += bytes.empty() ? '\x01' : '\0';
    const auto size = static_cast<std::uint32_t>(block.size());
    for (const std::uint32_t word : {size, ~size}) {
      out += static_cast<char>(word & 0xFFU);
      out += static_cast<char>(word >> 8U & 0xFFU);
    }
    out += block;
  } while (!bytes.empty());
  AppendBigEndian(std::uint64_t{high} << 16U | low, 4, out);
  return out;
}

std::string TreeBytes(std::string_view lines) {
  std::string out;
  while (!lines.empty()) {
    const std::string_view line = lines.substr(0, lines.find('\n'));
    lines.remove_prefix(std::min(lines.size(), line.size() + 1));
    const std::size_t blank = line.rfind(' ');
    const std::string id =
        blank == std::string_view::npos ? std::string() : FromHex(line.substr(blank + 1));
    if (id.empty()) {
      out += line;
    } else {
      out += line.substr(0, blank);
      out += '\0';
      out += id;
    }
  }
  return out;
}

}  // namespace hoglint::fuzz
