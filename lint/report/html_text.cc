#include "lint/report/html_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>

#include "lint/drift/sha256.h"
#include "lint/report/display_text.h"
#include "lint/report/html_style.h"
#include "lint/report/plain_lines.h"

namespace hoglint {
namespace {

constexpr std::size_t kMaxText = 4'000;  // bytes of one line
constexpr std::size_t kMaxSql = 20'000;  // bytes of one block
constexpr std::string_view kCodeIndent = "    ";

std::uint32_t HexDigit(char digit) {
  return static_cast<std::uint32_t>(digit <= '9' ? digit - '0' : digit - 'a' + 10);
}

// Hexadecimal digits as Base64 (RFC 4648), the form in which a policy names a hash.
std::string Base64OfHex(std::string_view hex) {
  constexpr std::string_view kDigits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  std::uint32_t bits = 0;
  int count = 0;
  for (const char digit : hex) {
    bits = bits << 4U | HexDigit(digit);
    count += 4;
    if (count < 6) continue;
    count -= 6;
    out += kDigits[bits >> static_cast<unsigned>(count) & 63U];
  }
  if (count > 0) out += kDigits[bits << static_cast<unsigned>(6 - count) & 63U];
  while (out.size() % 4 != 0) out += '=';
  return out;
}

std::string SqlBlock(std::string_view sql) {
  std::string text = XmlText(CutText(sql, kMaxSql));
  return fmt::format("<pre translate=\"no\"><code>{}</code></pre>\n", text);
}

}  // namespace

std::string HtmlText(std::string_view text) {
  return XmlEscaped(DisplayText(CutText(text, kMaxText)));
}

std::string CodeElement(std::string_view text) {
  if (text.empty()) return {};
  return fmt::format("<code translate=\"no\">{}</code>", HtmlText(text));
}

std::string HtmlAdvice(std::string_view advice) {
  std::string out;
  std::string sql;
  const auto end_of_sql = [&] {
    if (!sql.empty()) out += SqlBlock(sql);
    sql.clear();
  };
  for (std::size_t begin = 0; begin <= advice.size();) {
    const std::size_t end = std::min(advice.find('\n', begin), advice.size());
    const std::string_view line = advice.substr(begin, end - begin);
    if (line.starts_with(kCodeIndent)) {
      if (!sql.empty()) sql += '\n';
      sql += line.substr(kCodeIndent.size());
    } else if (!line.empty()) {
      end_of_sql();
      out += fmt::format("<p>{}</p>\n", HtmlText(line));
    }
    begin = end + 1;
  }
  end_of_sql();
  return out;
}

std::string HtmlPage(std::string_view title, std::string_view body) {
  return fmt::format(
      "<!DOCTYPE html>\n"
      "<html lang=\"en\">\n"
      "<head>\n"
      "<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
      "style-src 'sha256-{}'; base-uri 'none'; form-action 'none'\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"color-scheme\" content=\"light dark\">\n"
      "<meta name=\"referrer\" content=\"no-referrer\">\n"
      "<title>{}</title>\n"
      "<style>{}</style>\n"
      "</head>\n"
      "<body>\n"
      "{}"
      "</body>\n"
      "</html>\n",
      Base64OfHex(Sha256(kHtmlStyle)), HtmlText(title), kHtmlStyle, body);
}

}  // namespace hoglint
