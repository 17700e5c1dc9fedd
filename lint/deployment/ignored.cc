#include "lint/deployment/ignored.h"

#include "lint/config/glob.h"

namespace hoglint {

bool LastPatternHides(std::span<const IgnorePattern> patterns, std::string_view name) {
  bool hidden = false;
  for (const IgnorePattern& each : patterns) {
    std::string_view pattern = each.pattern;
    if (pattern.starts_with("**/")) pattern.remove_prefix(3);
    if (pattern.starts_with('/')) pattern.remove_prefix(1);
    if (pattern.find('/') == std::string_view::npos && GlobFits(pattern, name)) {
      hidden = !each.negated;
    }
  }
  return hidden;
}

}  // namespace hoglint
