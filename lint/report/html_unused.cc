#include "lint/report/html_unused.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>

#include "lint/report/html_text.h"

namespace hoglint {

std::string HtmlUnused(std::span<const UnusedSetting> unused) {
  constexpr std::size_t kMost = 500;
  if (unused.empty()) return {};
  std::string text =
      fmt::format("<h2 id=\"unused\">Unused: {}</h2>\n<ul class=\"gaps\">\n", unused.size());
  for (const UnusedSetting& each : unused.first(std::min(unused.size(), kMost))) {
    text +=
        fmt::format("<li>{}: {}</li>\n", CodeElement(fmt::format("{}:{}", each.file, each.line)),
                    HtmlText(each.message));
  }
  if (unused.size() > kMost) text += fmt::format("<li>and {} more</li>\n", unused.size() - kMost);
  return text + "</ul>\n";
}

}  // namespace hoglint
