#include "lint/deployment/own_database.h"

#include <algorithm>
#include <array>
#include <string>

namespace hoglint {
namespace {

constexpr auto kImages = std::to_array<std::string_view>(
    {"postgres", "timescaledb", "pgvector", "postgis", "supabase/postgres", "paradedb", "citus"});

bool IsAddress(std::string_view name) {
  return name.ends_with("DATABASE_URL") || name.ends_with("POSTGRES_URL") ||
         name.ends_with("DB_URL") || name == "PGHOST" || name.ends_with("DATABASE_HOST");
}

// "db" of postgresql://u:p@db:5432/x, the whole of a bare host.
std::string_view HostOf(std::string_view address) {
  if (const std::size_t scheme = address.find("://"); scheme != std::string_view::npos) {
    address.remove_prefix(scheme + 3);
  }
  address = address.substr(0, address.find_first_of("/?"));
  if (const std::size_t user = address.rfind('@'); user != std::string_view::npos) {
    address.remove_prefix(user + 1);
  }
  return address.substr(0, address.find(':'));
}

bool IsService(std::string_view host, const ConfigNode& services) {
  if (services.is_map()) return services[host].present();
  // GitLab's list: the host is the image's name, or its alias.
  return std::ranges::any_of(services.children, [&](const ConfigNode& service) {
    const std::string& image = service.is_map() ? service["name"].text : service.text;
    return service["alias"].text == host || image.starts_with(host);
  });
}

bool PointsElsewhere(const ConfigNode& environment, const ConfigNode& services) {
  return std::ranges::any_of(environment.children, [&](const ConfigNode& variable) {
    if (!IsAddress(variable.key) || !variable.is_scalar()) return false;
    // What another step gives out is of this job; ${{ secrets.X }} is not.
    if (variable.text.find("${{") != std::string::npos) {
      return variable.text.find("secrets.") != std::string::npos ||
             variable.text.find("vars.") != std::string::npos;
    }
    const std::string_view host = HostOf(variable.text);
    const bool local = host == "localhost" || host == "127.0.0.1";
    return !local && !IsService(host, services);
  });
}

}  // namespace

bool IsPostgresImage(std::string_view image) {
  image = image.substr(0, image.find(':'));
  return std::ranges::any_of(kImages, [&](std::string_view name) {
    return image == name || (image.size() > name.size() && image.ends_with(name) &&
                             image[image.size() - name.size() - 1] == '/');
  });
}

bool HasOwnDatabase(const ConfigNode& services, bool started,
                    std::span<const ConfigNode* const> environments) {
  const bool has = std::ranges::any_of(services.children, [](const ConfigNode& service) {
    if (service.is_scalar()) return IsPostgresImage(service.text);
    return IsPostgresImage(service["image"].text) || IsPostgresImage(service["name"].text);
  });
  return (has || started) && std::ranges::none_of(environments, [&](const ConfigNode* environment) {
           return PointsElsewhere(*environment, services);
         });
}

}  // namespace hoglint
