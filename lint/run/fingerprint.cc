#include "lint/run/fingerprint.h"

#include <fmt/format.h>

#include <charconv>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

namespace hoglint {
namespace {

// FNV-1a, 64 bits: stable for ever, on every machine.
std::uint64_t Hash(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (const char c : text) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 0x100000001b3U;
  }
  return hash;
}

std::uint64_t ValueOf(std::string_view fingerprint) {
  std::uint64_t value = 0;
  std::from_chars(fingerprint.data(), fingerprint.data() + fingerprint.size(), value, 16);
  return value;
}

}  // namespace

void AddFingerprints(std::vector<Finding>& findings) {
  std::unordered_map<std::string, int> seen;
  for (Finding& finding : findings) {
    // A NUL occurs in none of the parts.
    const std::string key =
        fmt::format("{}{}{}{}{}", finding.rule, '\0', finding.migration, '\0',
                    finding.subject.empty() ? finding.message : finding.subject);
    const int number = ++seen[key];
    const std::uint64_t hash =
        number == 1 ? Hash(key) : Hash(fmt::format("{}{}{}", key, '\0', number));
    finding.fingerprint = fmt::format("{:016x}", hash);
  }
}

std::string JoinedFingerprint(std::string_view a, std::string_view b) {
  return fmt::format("{:016x}", ValueOf(a) ^ ValueOf(b));
}

}  // namespace hoglint
