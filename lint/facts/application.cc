#include "lint/facts/application.h"

#include <algorithm>
#include <string_view>

namespace hoglint {

bool UsesHogsend(const Application& application) {
  return std::ranges::any_of(application.package.dependencies, [](std::string_view name) {
    return name == "@hogsend/db" || name == "@hogsend/engine";
  });
}

std::string ShownIn(const std::string& folder, std::string_view path) {
  while (path.starts_with("./")) path.remove_prefix(2);
  return folder.empty() ? std::string(path) : folder + "/" + std::string(path);
}

}  // namespace hoglint
