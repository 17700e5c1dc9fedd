// production-url-in-config: drizzle.config names a database that is not on this machine.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "lint/facts/application.h"
#include "lint/rule/rule.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

struct Address {
  std::string host;  // of the first of several; empty: a socket, or no address of PostgreSQL
  bool has_password = false;
};

// "postgresql://user:password@host:5432/database"
Address AddressIn(std::string_view url) {
  if (!url.starts_with("postgres://") && !url.starts_with("postgresql://")) return {};
  url.remove_prefix(url.find("://") + 3);
  url = url.substr(0, url.find_first_of("/?#"));
  Address address;
  if (const std::size_t at = url.rfind('@'); at != std::string_view::npos) {
    const std::string_view user = url.substr(0, at);
    const std::size_t colon = user.find(':');
    address.has_password = colon != std::string_view::npos && colon + 1 < user.size();
    url.remove_prefix(at + 1);
  }
  url = url.substr(0, url.find(','));
  if (url.starts_with('[')) {
    address.host = url.substr(1, std::min(url.find(']'), url.size()) - 1);
  } else {
    address.host = url.substr(0, url.rfind(':'));
  }
  return address;
}

// Of this machine, its containers or its own network; none at all is a socket, a word without a dot
// a container's name, or a place for one ("HOST"). The names of documentation are no database
// either (RFC 2606, 6761).
bool IsLocal(std::string_view host) {
  constexpr auto kEndings = std::to_array<std::string_view>(
      {"localhost", ".local", ".test", ".invalid", ".example", "example.com", "example.org",
       "example.net", "docker.internal", ".lan"});
  constexpr auto kBeginnings = std::to_array<std::string_view>(
      {"127.", "10.", "192.168.", "0.0.0.0", "fe80:", "fd", "169.254."});
  if (host.find('.') == std::string_view::npos && host.find(':') == std::string_view::npos) {
    return true;
  }
  if (host.find(':') == std::string_view::npos &&
      host.find_first_not_of("0123456789.") != std::string_view::npos) {
    return std::ranges::any_of(kEndings, [&](std::string_view end) { return host.ends_with(end); });
  }
  if (host == "::1" || host == "::") return true;
  if (host.starts_with("172.")) {  // 172.16.0.0/12
    const std::string_view second = host.substr(4, std::min(host.find('.', 4), host.size()) - 4);
    if (second.size() == 2 && second >= "16" && second <= "31") return true;
  }
  return std::ranges::any_of(kBeginnings,
                             [&](std::string_view begin) { return host.starts_with(begin); });
}

// A report shows the line of its place: one with a password must not be it.
Place PlaceOf(const DrizzleConfigFile& file, const ConfigValue& value, bool has_password,
              const SourceFile& source) {
  if (!has_password) return Span{file.file, value.begin, value.end};
  const ConfigBytes& key = file.config.db_credentials_key;
  if (key.begin < key.end &&
      source.PositionAt(key.begin).line != source.PositionAt(value.begin).line) {
    return Span{file.file, key.begin, key.end};
  }
  return WholeFile{file.file};
}

void Report(const DrizzleConfigFile& file, const ConfigValue& value, const Address& address,
            const ApplicationFacts& facts, Findings& findings) {
  const bool is_url = &value == &file.config.db_url;
  Finding& finding = findings.Add(
      PlaceOf(file, value, address.has_password, facts.sources[file.file]),
      fmt::format("dbCredentials.{} is written out: {}drizzle-kit works on {}",
                  is_url ? "url" : "host",
                  value.from_fallback ? "where the variable is not set, " : "", address.host));
  finding.effect = fmt::format(
      "`drizzle-kit push`, `migrate` and `studio`, run on any checkout, change that database; push "
      "drops what the schema files do not declare{}",
      address.has_password ? ". Its password is in the repository" : "");
  finding.remedy = fmt::format(
      "take it from the environment, with a local database at most behind "
      "it{}:{}",
      address.has_password ? ", and change the password" : "",
      SqlLine(is_url ? "url: process.env.DATABASE_URL!," : "host: process.env.PGHOST!,"));
}

void Check(const ApplicationFacts& facts, Findings& findings) {
  for (const auto& file : facts.application.configs) {
    const DrizzleConfig& config = file->config;
    if (config.dialect.is_literal() && config.dialect.text() != "postgresql") continue;
    const Address url = AddressIn(config.db_url.text());
    if (!IsLocal(url.host)) {
      Report(*file, config.db_url, url, facts, findings);
    } else if (!IsLocal(config.db_host.text())) {
      Report(*file, config.db_host, {config.db_host.text(), false}, facts, findings);
    }
  }
}

}  // namespace

extern const Rule production_url_in_config;
const Rule production_url_in_config{
    .id = "production-url-in-config",
    .family = Family::kProject,
    .level = Level::kWarning,
    .since = "0.1",
    .summary = "drizzle.config holds the address of a database that is not local",
    .effect =
        "drizzle-kit connects to what `dbCredentials` says, whoever runs it and wherever: a `push` "
        "that was meant for a throwaway database changes that one, and push drops tables that the "
        "schema files do not declare. A password in it is in the repository's history.",
    .remedy =
        "`url: process.env.DATABASE_URL` with a local database, or none, behind it. Change a "
        "password that was committed. Silent about this machine, private networks, names without "
        "a dot (containers) and the names of documentation. hoglint never prints the password.",
    .manual = "",
    .check = ApplicationCheck{Check},
};

}  // namespace hoglint::rules
