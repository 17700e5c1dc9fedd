#include "lint/config/package_json.h"

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
  return package;
}

}  // namespace hoglint
