#include "lint/run/grouping.h"

#include <fmt/format.h>

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <variant>

#include "lint/run/fingerprint.h"

namespace hoglint {
namespace {

using GroupKey = std::tuple<FileId, std::string_view, std::string>;

struct Group {
  std::size_t kept = 0;  // position of the first of the highest level
  std::size_t others = 0;
};

std::optional<GroupKey> KeyOf(const Finding& finding) {
  const auto* span = std::get_if<Span>(&finding.place);
  if (finding.group.empty() || span == nullptr) return std::nullopt;
  return GroupKey{span->file, finding.rule, finding.group};
}

std::map<GroupKey, Group> FindGroups(const std::vector<Finding>& findings) {
  std::map<GroupKey, Group> groups;
  for (std::size_t i = 0; i < findings.size(); ++i) {
    const auto key = KeyOf(findings[i]);
    if (!key) continue;
    const auto [group, first] = groups.try_emplace(*key, Group{.kept = i});
    if (first) continue;
    ++group->second.others;
    if (findings[i].level > findings[group->second.kept].level) group->second.kept = i;
  }
  return groups;
}

}  // namespace

void MergeGroups(std::vector<Finding>& findings) {
  const std::map<GroupKey, Group> groups = FindGroups(findings);
  std::vector<bool> merged(findings.size(), false);
  for (std::size_t i = 0; i < findings.size(); ++i) {
    const auto key = KeyOf(findings[i]);
    if (!key) continue;
    const Group& group = groups.at(*key);
    if (group.kept == i) {
      if (group.others > 0) findings[i].message += fmt::format(" (and {} more)", group.others);
      continue;
    }
    findings[group.kept].fingerprint =
        JoinedFingerprint(findings[group.kept].fingerprint, findings[i].fingerprint);
    findings[group.kept].related.push_back({findings[i].place, std::move(findings[i].group_label)});
    merged[i] = true;
  }
  std::size_t position = 0;
  std::erase_if(findings, [&](const Finding&) { return merged[position++]; });
}

}  // namespace hoglint
