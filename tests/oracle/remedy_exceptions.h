// What is wrong with remedies for a reason: reviewed by hand. A reason that is no longer needed
// fails.
#ifndef HOGLINT_TESTS_ORACLE_REMEDY_EXCEPTIONS_H_
#define HOGLINT_TESTS_ORACLE_REMEDY_EXCEPTIONS_H_

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "tests/oracle/remedy_case.h"

namespace hoglint::testing {

struct RemedyException {
  std::string_view input;  // names of inputs begin so
  std::string_view rule;
  std::string_view words;  // in what is wrong
  std::string_view why;
};

[[nodiscard]] const std::vector<RemedyException>& RemedyExceptions();

// The problems that no exception covers; those that were needed are added to `needed`.
[[nodiscard]] std::vector<RemedyProblem> WithoutExceptions(
    const std::vector<RemedyProblem>& problems, std::set<const RemedyException*>& needed);

}  // namespace hoglint::testing

#endif  // HOGLINT_TESTS_ORACLE_REMEDY_EXCEPTIONS_H_
