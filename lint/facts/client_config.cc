#include "lint/facts/client_config.h"

#include <algorithm>
#include <vector>

#include "lint/base/relative_path.h"

namespace hoglint {
namespace {

using Config = const DrizzleConfigFile*;

bool IsMainConfig(const DrizzleConfigFile& file, const Application& application) {
  return file.folder == application.folder &&
         file.path.substr(file.path.rfind('/') + 1).starts_with("drizzle.config.");
}

}  // namespace

const DrizzleConfigFile* ClientConfig(const Application& application) {
  if (!UsesHogsend(application) || application.package.name == "@hogsend/db" ||
      application.package.name == "@hogsend/engine") {
    return nullptr;
  }
  std::vector<Config> configs;
  for (const auto& config : application.configs) {
    if (config->problem.empty()) configs.push_back(config.get());
  }
  if (configs.size() == 1 && application.configs.size() == 1) return configs.front();
  auto found = std::ranges::find_if(configs, [](Config config) {
    return config->config.migrations_table.text() == kClientLedger;
  });
  if (found == configs.end()) {
    found = std::ranges::find_if(configs,
                                 [&](Config config) { return IsMainConfig(*config, application); });
  }
  return found == configs.end() ? nullptr : *found;
}

bool HasLedgerOfItsOwn(const DrizzleConfig& config) {
  const std::string table = config.migrations_table.text();
  const std::string schema = config.migrations_schema.text();
  return !schema.empty() && schema != kLedgerSchema && !table.empty() && table != kClientLedger;
}

std::string ShownOut(const DrizzleConfigFile& file) {
  const ConfigValue& out = file.config.out;
  // drizzle-kit's default.
  if (out.kind == ConfigValueKind::kAbsent) return ShownIn(file.folder, "drizzle");
  if (!out.is_literal() || out.list || out.text().starts_with('/')) return {};
  std::string path = NormalPath(ShownIn(file.folder, out.text()));
  return path.starts_with("..") ? std::string() : path;
}

}  // namespace hoglint
