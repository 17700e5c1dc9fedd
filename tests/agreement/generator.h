// Random sequences of DDL: most statements are ones that a server accepts, some are not.
#ifndef HOGLINT_TESTS_AGREEMENT_GENERATOR_H_
#define HOGLINT_TESTS_AGREEMENT_GENERATOR_H_

#include <cstddef>
#include <cstdint>

#include "tests/agreement/piece.h"

namespace hoglint::agreement {

// The sequence of that seed, for servers of a major version. Each statement is made for the
// catalogue that the fold has after those before it, so that a seed gives other statements once the
// fold has changed.
[[nodiscard]] Sequence Generate(std::uint64_t seed, std::size_t statements, int major);

}  // namespace hoglint::agreement

#endif  // HOGLINT_TESTS_AGREEMENT_GENERATOR_H_
