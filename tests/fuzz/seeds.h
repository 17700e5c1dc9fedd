// What fuzzing starts from: real inputs of the repository, and of HOGLINT_SHARED_DATA where that is
// there. They are made when they are asked for; no copy is kept.
#ifndef HOGLINT_TESTS_FUZZ_SEEDS_H_
#define HOGLINT_TESTS_FUZZ_SEEDS_H_

#include <string>
#include <string_view>
#include <vector>

namespace hoglint::fuzz {

struct Seed {
  std::string name;  // where it comes from
  std::string bytes;
};

// The target's seeds, none larger than 64 kB, in the order of their names.
[[nodiscard]] std::vector<Seed> SeedsOf(std::string_view target);

}  // namespace hoglint::fuzz

#endif  // HOGLINT_TESTS_FUZZ_SEEDS_H_
