#include "lint/run/grouping.h"

#include <fmt/format.h>

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <variant>

namespace hoglint {
namespace {

using GroupKey = std::tuple<FileId, std::string_view, Level, std::string>;

struct Group {
  std::size_t kept = 0;  // position of the first
  std::size_t others = 0;
};

}  // namespace

void MergeGroups(std::vector<Finding>& findings) {
  std::map<GroupKey, Group> groups;
  std::vector<Finding> kept;
  kept.reserve(findings.size());
  for (Finding& finding : findings) {
    const auto* span = std::get_if<Span>(&finding.place);
    if (finding.group.empty() || span == nullptr) {
      kept.push_back(std::move(finding));
      continue;
    }
    const auto [group, first] =
        groups.try_emplace(GroupKey{span->file, finding.rule, finding.level, finding.group});
    if (first) {
      group->second.kept = kept.size();
      kept.push_back(std::move(finding));
      continue;
    }
    ++group->second.others;
    kept[group->second.kept].related.push_back({finding.place, std::move(finding.group_label)});
  }
  for (const auto& [key, group] : groups) {
    if (group.others > 0) kept[group.kept].message += fmt::format(", and {} more", group.others);
  }
  findings = std::move(kept);
}

}  // namespace hoglint
