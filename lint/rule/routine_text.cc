#include "lint/rule/routine_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "lint/rule/wording.h"

namespace hoglint {

void AddRoutines(std::span<const NamingRoutine> routines, Finding& finding) {
  if (routines.empty()) return;
  constexpr std::size_t kMost = 3;
  std::vector<std::string> names;
  for (const NamingRoutine& routine : routines.first(std::min(routines.size(), kMost))) {
    names.push_back(routine.name + "()");
    finding.related.push_back({routine.place, routine.name + "() names it here"});
  }
  if (routines.size() > kMost) names.push_back(fmt::format("{} more", routines.size() - kMost));
  const bool one = routines.size() == 1;
  const bool procedures = std::ranges::any_of(routines, &NamingRoutine::procedure);
  finding.effect +=
      fmt::format("; {}{} {} {} the column, and {} (42703) until {} replaced",
                  procedures ? "routine" : "function", one ? "" : "s", JoinNames(names),
                  one ? "names" : "name", one ? "fails" : "fail", one ? "it is" : "they are");
}

}  // namespace hoglint
