// What a branch does to merged migrations, read from a real repository, as short lines.
#ifndef HOGLINT_TESTS_SUPPORT_BRANCH_EVENTS_H_
#define HOGLINT_TESTS_SUPPORT_BRANCH_EVENTS_H_

#include <string>
#include <string_view>
#include <vector>

#include "checker/git/git.h"
#include "checker/project/read_project.h"
#include "lint/facts/track_history.h"
#include "lint/facts/workspace.h"

namespace hoglint::testing {

// Two statements, cut by Drizzle's marker.
[[nodiscard]] std::string TableSql(std::string_view name);

// "edited 0001_b: 1 statement changed", "renamed 0001_b -> 0002_b".
[[nodiscard]] std::string EventLine(const HistoryEvent& event);
[[nodiscard]] std::vector<std::string> EventLines(const Track& track);

// The folder as the rules would see it; it must be one track.
[[nodiscard]] Project ReadBranch(const std::string& path, BaseRequest base = {});
[[nodiscard]] std::vector<std::string> BranchEvents(const std::string& path, BaseRequest base = {});

}  // namespace hoglint::testing

#endif  // HOGLINT_TESTS_SUPPORT_BRANCH_EVENTS_H_
