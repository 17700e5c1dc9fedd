#include "lint/report/json_text.h"

#include <fmt/format.h>

#include <cstdint>
#include <string_view>

#include "lint/report/display_text.h"

namespace hoglint {
namespace {

// The code point at the start of valid UTF-8, and its length.
std::uint32_t CodePoint(std::string_view text, std::size_t& length) {
  const auto lead = static_cast<unsigned char>(text.front());
  length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0x80 ? 2 : 1;
  std::uint32_t code_point = length == 1 ? lead : lead & (0x7FU >> length);
  for (std::size_t i = 1; i < length; ++i) {
    code_point = code_point << 6U | (static_cast<unsigned char>(text[i]) & 0x3FU);
  }
  return code_point;
}

// \u202e; two escapes above the basic plane.
std::string Escape(std::uint32_t code_point) {
  if (code_point < 0x10000) return fmt::format("\\u{:04x}", code_point);
  const std::uint32_t rest = code_point - 0x10000;
  return fmt::format("\\u{:04x}\\u{:04x}", 0xD800 + (rest >> 10U), 0xDC00 + (rest & 0x3FFU));
}

// A byte that stands for itself whatever follows: most of every text.
bool IsPlain(char c) { return static_cast<unsigned char>(c) < 0x7F && c != '#'; }

}  // namespace

std::string JsonText(const nlohmann::ordered_json& json) {
  const std::string text =
      json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + '\n';
  // Outside of strings all is ASCII, so that every character escaped here is in one.
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    std::size_t plain = at;
    while (plain < text.size() && IsPlain(text[plain])) ++plain;
    out.append(text, at, plain - at);
    at = plain;
    if (at == text.size()) break;
    std::size_t length = 1;
    const std::uint32_t code_point = CodePoint(std::string_view(text).substr(at), length);
    const bool command = code_point == '#' && text[at + 1] == '#';
    if (command || (code_point >= 0x7F && IsUnsafe(code_point))) {
      out += Escape(code_point);
    } else {
      out.append(text, at, length);
    }
    at += length;
  }
  return out;
}

}  // namespace hoglint
