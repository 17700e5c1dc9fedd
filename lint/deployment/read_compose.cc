// docker-compose.yml and its like. https://docs.docker.com/reference/compose-file/services/
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "lint/deployment/readers.h"

namespace hoglint {
namespace {

void ReadWaits(const ConfigNode& node, ComposeService& service) {
  for (const ConfigNode& each : node.children) {
    if (node.is_list()) {
      service.waits.push_back({.service = each.text, .condition = "service_started"});
    } else {
      const ConfigNode& condition = each["condition"];
      service.waits.push_back(
          {.service = each.key,
           .condition = condition.is_scalar() ? condition.text : "service_started"});
    }
  }
}

// docker compose up starts no service of a profile that nobody names.
bool IsOfDevelopmentProfile(const ConfigNode& profiles) {
  constexpr std::array kDevelopment = {"dev", "development", "local", "test", "testing"};
  return !profiles.children.empty() &&
         std::ranges::all_of(profiles.children, [&](const ConfigNode& each) {
           return std::ranges::find(kDevelopment, each.text) != kDevelopment.end();
         });
}

void ReadService(const ConfigNode& node, const SourceFile& source, DeploymentFile& file) {
  ComposeService service{.span = node.key_span, .name = node.key};
  ReadWaits(node["depends_on"], service);
  service.image = node["image"].text;
  const ConfigNode& build = node["build"];
  service.built = build.present();
  service.context = build.is_scalar() ? build.text : build["context"].text;
  service.dockerfile = build["dockerfile"].text;
  service.target = build["target"].text;
  file.services.push_back(service);
  const std::string where = fmt::format("service {}", node.key);
  const bool local = IsOfDevelopmentProfile(node["profiles"]);
  for (const char* key : {"entrypoint", "command"}) {
    const DeploymentCommand like{.phase = local ? CommandPhase::kLocal : CommandPhase::kStart,
                                 .where = fmt::format("{} of {}", key, where),
                                 .service = node.key};
    AddExecOrShell(node[key], like, source, file);
  }
  AddVariables(node["environment"], where, file);
}

}  // namespace

void ReadCompose(const ConfigNode& root, const SourceFile& source, DeploymentFile& file) {
  const ConfigNode& services = root["services"];
  if (!services.is_map()) return;
  for (const ConfigNode& service : services.children) {
    if (service.is_map()) ReadService(service, source, file);
  }
}

}  // namespace hoglint
