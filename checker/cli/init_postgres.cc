#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>

#include "checker/cli/init_plan.h"
#include "lint/base/ascii.h"
#include "lint/base/trim.h"

namespace hoglint {
namespace {

// Images whose tag begins with PostgreSQL's version, or has it behind "pg".
constexpr auto kImages = std::to_array<std::string_view>(
    {"postgres", "postgresql", "postgis", "timescaledb", "timescaledb-ha", "pgvector"});

// Keys whose value is the version.
constexpr auto kKeys = std::to_array<std::string_view>({"postgresmajorversion", "postgres-version",
                                                        "postgresql-version", "postgres_version",
                                                        "postgresql_version", "pg_version"});

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// The number that the text begins with; 0 when there is none, or none that is a version.
int LeadingVersion(std::string_view text) {
  int version = 0;
  const auto [rest, code] = std::from_chars(text.data(), text.data() + text.size(), version);
  const bool more =
      rest != text.data() + text.size() && std::isalnum(static_cast<unsigned char>(*rest)) != 0;
  return code == std::errc() && !more && version >= 8 && version <= 40 ? version : 0;
}

int VersionOfTag(std::string_view tag) {
  for (std::size_t at = 0; (at = tag.find("pg", at)) != std::string_view::npos; at += 2) {
    if (at + 2 < tag.size() && IsDigit(tag[at + 2])) return LeadingVersion(tag.substr(at + 2));
  }
  return LeadingVersion(tag);
}

// "postgres:16-alpine", "timescale/timescaledb:latest-pg16".
int VersionOfImage(std::string_view image) {
  const std::size_t colon = image.rfind(':');
  if (colon == std::string_view::npos) return 0;
  std::string_view name = image.substr(0, colon);
  name = name.substr(name.rfind('/') + 1);
  if (std::ranges::find(kImages, name) == kImages.end()) return 0;
  return VersionOfTag(image.substr(colon + 1));
}

constexpr std::string_view kAround = " \t\r\"',[]{}";

// Of "key: value" and "key = value".
int VersionOfKey(std::string_view line, bool supabase) {
  const std::size_t at = line.find_first_of(":=");
  if (at == std::string_view::npos) return 0;
  const std::string key = ToLowerAscii(Trimmed(line.substr(0, at), kAround));
  const bool known =
      std::ranges::find(kKeys, key) != kKeys.end() || (supabase && key == "major_version");
  return known ? LeadingVersion(Trimmed(line.substr(at + 1), kAround)) : 0;
}

int VersionOfLine(std::string_view line, bool tool_versions, bool supabase) {
  if (tool_versions) {
    for (const std::string_view name : {"postgres", "postgresql"}) {
      if (!line.starts_with(name)) continue;
      const int version = LeadingVersion(Trimmed(line.substr(name.size()), " \t=\"'\r"));
      if (version != 0) return version;
    }
    return 0;
  }
  if (const int version = VersionOfKey(line, supabase); version != 0) return version;
  // A word that is an image, whatever is before it: "image:", "-", "FROM".
  for (std::string_view rest = line; !(rest = Trimmed(rest, kAround)).empty();) {
    const std::string_view word = rest.substr(0, rest.find_first_of(kAround));
    if (const int version = VersionOfImage(word); version != 0) return version;
    rest.remove_prefix(word.size());
  }
  return 0;
}

}  // namespace

std::vector<int> PostgresVersionsIn(std::string_view path, std::string_view text) {
  const std::string_view name = path.substr(path.rfind('/') + 1);
  const bool tools = name == ".tool-versions" || name.ends_with("mise.toml");
  const bool supabase = path.ends_with("supabase/config.toml");
  std::vector<int> versions;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    line = Trimmed(line.substr(0, line.find('#')), " \t\r");
    const int version = VersionOfLine(line, tools, supabase);
    if (version != 0 && std::ranges::find(versions, version) == versions.end()) {
      versions.push_back(version);
    }
  }
  return versions;
}

}  // namespace hoglint
