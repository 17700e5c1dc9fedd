#include "lint/report/json_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
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

// Appends valid JSON of one string, with what is unsafe written as escapes.
void AppendEscaped(std::string_view text, std::string& out) {
  for (std::size_t at = 0; at < text.size();) {
    std::size_t plain = at;
    while (plain < text.size() && IsPlain(text[plain])) ++plain;
    out.append(text.substr(at, plain - at));
    at = plain;
    if (at == text.size()) break;
    std::size_t length = 1;
    const std::uint32_t code_point = CodePoint(text.substr(at), length);
    const bool command = code_point == '#' && text[at + 1] == '#';
    if (command || (code_point >= 0x7F && IsUnsafe(code_point))) {
      out += Escape(code_point);
    } else {
      out.append(text.substr(at, length));
    }
    at += length;
  }
}

using Json = nlohmann::ordered_json;

constexpr std::array<bool, 256> StandForThemselves() {
  std::array<bool, 256> table{};
  for (unsigned char c = ' '; c < 0x7F; ++c) table[c] = c != '"' && c != '\\' && c != '#';
  return table;
}

bool StandsForItself(char c) {
  static constexpr auto kTable = StandForThemselves();
  return kTable[static_cast<unsigned char>(c)];
}

// Appends text of which no byte is unsafe; false, with nothing appended, where one may be.
bool AppendSimple(std::string_view text, std::string& out) {
  const std::size_t start = out.size();
  out += '"';
  for (auto at = text.begin();; ++at) {
    const auto stop = std::find_if_not(at, text.end(), StandsForItself);
    out.append(at, stop);
    if (stop == text.end()) break;
    if (*stop != '"' && *stop != '\\' && *stop != '\n') {
      out.resize(start);
      return false;
    }
    out.append(1, '\\').append(1, *stop == '\n' ? 'n' : *stop);
    at = stop;
  }
  out += '"';
  return true;
}

void AppendString(const std::string& text, std::string& out) {
  if (AppendSimple(text, out)) return;
  AppendEscaped(Json(text).dump(-1, ' ', false, Json::error_handler_t::replace), out);
}

// What Json::dump(2) writes, but for the escapes; that takes several times as long.
void Append(const Json& json, std::size_t indent, std::string& out) {
  const auto start_line = [&](std::size_t columns) { out.append(1, '\n').append(columns, ' '); };
  if (json.is_string()) {
    AppendString(json.get_ref<const std::string&>(), out);
  } else if (json.is_number_unsigned()) {
    out += std::to_string(json.get<std::uint64_t>());
  } else if (!json.is_structured() || json.empty()) {
    out += json.dump();
  } else {
    out += json.is_object() ? '{' : '[';
    for (auto element = json.begin(); element != json.end(); ++element) {
      if (element != json.begin()) out += ',';
      start_line(indent + 2);
      if (json.is_object()) {
        AppendString(element.key(), out);
        out += ": ";
      }
      Append(*element, indent + 2, out);
    }
    start_line(indent);
    out += json.is_object() ? '}' : ']';
  }
}

}  // namespace

std::string JsonText(const nlohmann::ordered_json& json) {
  std::string out;
  Append(json, 0, out);
  out += '\n';
  return out;
}

}  // namespace hoglint
