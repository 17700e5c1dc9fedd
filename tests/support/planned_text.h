// Plans SQL that a test holds in a string, in this process, without a disk.
#ifndef HOGLINT_TESTS_SUPPORT_PLANNED_TEXT_H_
#define HOGLINT_TESTS_SUPPORT_PLANNED_TEXT_H_

#include <span>
#include <string_view>

#include "lint/run/plan.h"
#include "tests/support/lint_text.h"

namespace hoglint::testing {

// What was planned and what came out; the plan's places are in `sources`.
struct PlannedText {
  Sources sources;
  Workspace workspace;
  Plan plan;

  // The statement of that number.
  [[nodiscard]] const PlannedStatement& At(std::uint32_t number) const;
  // Its effect on the relation of that name, without its schema; null when there is none.
  [[nodiscard]] const PlannedEffect* Effect(std::uint32_t number, std::string_view relation) const;
};

// The migrations as one track that begins at the beginning.
[[nodiscard]] PlannedText PlanText(std::span<const TextMigration> migrations,
                                   const PlanOptions& options);
// One new migration, "0001_new.sql", after the merged "0000_old.sql".
[[nodiscard]] PlannedText PlanAfter(std::string_view old_sql, std::string_view new_sql,
                                    const Runner& runner = kDrizzleRunner);

// A plan with something of everything, for golden files: two new migrations of a messaging
// application.
[[nodiscard]] PlannedText SamplePlan(const Runner& runner = kHogsendRunner);
// A plan whose names, files and statements try to break out of every format.
[[nodiscard]] PlannedText HostilePlan();

}  // namespace hoglint::testing

#endif  // HOGLINT_TESTS_SUPPORT_PLANNED_TEXT_H_
