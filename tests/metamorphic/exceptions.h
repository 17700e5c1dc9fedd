// Differences that are right: where a transformation changes what is found, and why.
#ifndef HOGLINT_TESTS_METAMORPHIC_EXCEPTIONS_H_
#define HOGLINT_TESTS_METAMORPHIC_EXCEPTIONS_H_

#include <string>
#include <string_view>
#include <vector>

#include "tests/metamorphic/outcome.h"

namespace hoglint::testing {

struct Exception {
  std::string_view transformation;
  std::string_view rule;   // lines of that rule may come, go and differ
  std::string_view input;  // only in inputs whose names begin so
  std::string_view why;
};

[[nodiscard]] const std::vector<Exception>& Exceptions();

// The difference without the lines of exceptions, which are noted as needed.
[[nodiscard]] LineDifference WithoutExceptions(std::string_view transformation,
                                               std::string_view input, LineDifference difference);

// Those that excused nothing since the process began, though inputs of their name were compared.
[[nodiscard]] std::vector<const Exception*> UnneededExceptions();

}  // namespace hoglint::testing

#endif  // HOGLINT_TESTS_METAMORPHIC_EXCEPTIONS_H_
