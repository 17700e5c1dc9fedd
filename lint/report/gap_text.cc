#include "lint/report/gap_text.h"

#include <fmt/format.h>

#include <string_view>
#include <unordered_map>
#include <vector>

#include "lint/report/display_text.h"
#include "lint/report/place_text.h"

namespace hoglint {
namespace {

// More than this many are grouped by reason, and at most this many groups are shown.
constexpr std::size_t kListed = 8;

// Gaps of one reason.
struct Group {
  const NotChecked* first = nullptr;
  std::size_t count = 0;
};

std::vector<Group> GroupByReason(std::span<const NotChecked> gaps) {
  std::vector<Group> groups;
  std::unordered_map<std::string_view, std::size_t> by_reason;
  for (const NotChecked& gap : gaps) {
    const auto [entry, added] = by_reason.emplace(gap.reason, groups.size());
    if (added) groups.push_back({&gap, 0});
    ++groups[entry->second].count;
  }
  return groups;
}

std::string Where(const NotChecked& gap, const Sources& sources) {
  return gap.place ? PlaceText(*gap.place, sources) : DisplayText(gap.file);
}

std::string Line(const Group& group, const Sources& sources) {
  const std::string where = Where(*group.first, sources);
  const std::string reason = DisplayText(group.first->reason);
  if (group.count > 1) {
    return where.empty() ? fmt::format("{} ({} times)", reason, group.count)
                         : fmt::format("{} ({} times, first at {})", reason, group.count, where);
  }
  return where.empty() ? reason : fmt::format("{}: {}", where, reason);
}

}  // namespace

std::string RenderGaps(std::span<const NotChecked> gaps, const Sources& sources,
                       const Palette& style, std::size_t width) {
  if (gaps.empty()) return {};
  std::vector<Group> groups;
  if (gaps.size() > kListed) {
    groups = GroupByReason(gaps);
  } else {
    for (const NotChecked& gap : gaps) groups.push_back({&gap, 1});
  }
  std::string out = fmt::format("{}\n", style.Bold(fmt::format("Not checked: {}", gaps.size())));
  for (std::size_t i = 0; i < groups.size() && i < kListed; ++i) {
    const auto lines = WrapWords(Line(groups[i], sources), width - 4);
    out += fmt::format("  {}\n", fmt::join(lines, "\n    "));
  }
  if (groups.size() > kListed) {
    out += fmt::format("  and {} more: --format json has them all\n", groups.size() - kListed);
  }
  return out + '\n';
}

}  // namespace hoglint
