#include "lint/report/plain_lines.h"

#include <algorithm>
#include <cstddef>

#include "lint/report/display_text.h"

namespace hoglint {

std::string PlainLines(std::string_view text) {
  std::string out;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    if (begin > 0) out += '\n';
    out += DisplayText(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return out;
}

std::string FindingInFull(const Finding& finding) {
  std::string text = DisplayText(finding.message);
  if (!finding.effect.empty()) text += "\n\nWhy: " + DisplayText(finding.effect);
  if (!finding.remedy.empty()) text += "\n\nWhat to do: " + PlainLines(finding.remedy);
  return text;
}

std::string XmlText(std::string_view text) { return XmlEscaped(PlainLines(text)); }

std::string XmlEscaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&apos;";
        break;
      case '\n':
        out += "&#10;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

}  // namespace hoglint
