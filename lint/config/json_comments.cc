#include "lint/config/json_comments.h"

#include <algorithm>
#include <cstddef>

namespace hoglint {
namespace {

// Behind the string that begins at `begin`.
std::size_t EndOfString(std::string_view text, std::size_t begin) {
  std::size_t at = begin + 1;
  while (at < text.size() && text[at] != '"' && text[at] != '\n') at += text[at] == '\\' ? 2 : 1;
  return std::min(at + 1, text.size());
}

std::size_t EndOfComment(std::string_view text, std::size_t begin) {
  if (text[begin + 1] == '/') return std::min(text.find('\n', begin), text.size());
  const std::size_t close = text.find("*/", begin + 2);
  return close == std::string_view::npos ? text.size() : close + 2;
}

}  // namespace

std::string BlankComments(std::string_view text) {
  std::string blanked(text);
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '"') {
      at = EndOfString(text, at);
    } else if (text.substr(at).starts_with("//") || text.substr(at).starts_with("/*")) {
      const std::size_t end = EndOfComment(text, at);
      for (; at < end; ++at) {
        if (text[at] != '\n' && text[at] != '\r') blanked[at] = ' ';
      }
    } else {
      ++at;
    }
  }
  return blanked;
}

}  // namespace hoglint
