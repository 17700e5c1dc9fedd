// Inputs made of seeds by chance: what fuzz_replay has where there is no libFuzzer.
#ifndef HOGLINT_TESTS_FUZZ_MUTATE_H_
#define HOGLINT_TESTS_FUZZ_MUTATE_H_

#include <random>
#include <span>
#include <string>

#include "tests/fuzz/seeds.h"

namespace hoglint::fuzz {

// A seed with a few changes: pieces left out, repeated, moved, taken from another seed, bytes
// changed. The same `random` gives the same input. `seeds` is not empty.
[[nodiscard]] std::string Mutate(std::span<const Seed> seeds, std::mt19937& random);

}  // namespace hoglint::fuzz

#endif  // HOGLINT_TESTS_FUZZ_MUTATE_H_
