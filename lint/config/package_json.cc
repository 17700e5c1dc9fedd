#include "lint/config/package_json.h"

#include <charconv>
#include <nlohmann/json.hpp>

namespace hoglint {

std::optional<PackageJson> ReadPackageJson(std::string_view text) {
  const auto json = nlohmann::json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (!json.is_object()) return std::nullopt;
  PackageJson package;
  if (const auto name = json.find("name"); name != json.end() && name->is_string()) {
    package.name = name->get<std::string>();
  }
  if (const auto version = json.find("version"); version != json.end() && version->is_string()) {
    package.version = version->get<std::string>();
  }
  if (const auto manager = json.find("packageManager");
      manager != json.end() && manager->is_string()) {
    const auto& tool = manager->get_ref<const std::string&>();
    package.package_manager = tool.substr(0, tool.find('@'));
  }
  for (const char* key :
       {"dependencies", "devDependencies", "peerDependencies", "optionalDependencies"}) {
    const auto members = json.find(key);
    if (members == json.end() || !members->is_object()) continue;
    for (const auto& member : members->items()) {
      package.dependencies.insert(member.key());
      if (!member.value().is_string()) continue;
      package.requested.emplace(member.key(), member.value().get<std::string>());
    }
  }
  if (const auto scripts = json.find("scripts"); scripts != json.end() && scripts->is_object()) {
    for (const auto& script : scripts->items()) {
      if (!script.value().is_string()) continue;
      package.scripts.emplace(script.key(), script.value().get<std::string>());
    }
  }
  return package;
}

std::optional<int> MajorOf(std::string_view range) {
  const std::size_t digit = range.find_first_not_of("^~>=v ");
  if (digit == std::string_view::npos) return std::nullopt;
  range.remove_prefix(digit);
  int major = 0;
  const auto [end, error] = std::from_chars(range.data(), range.data() + range.size(), major);
  if (error != std::errc{}) return std::nullopt;
  const bool ends = end == range.data() + range.size();
  return ends || *end == '.' || *end == ' ' ? std::optional(major) : std::nullopt;
}

}  // namespace hoglint
