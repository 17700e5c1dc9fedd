// Inputs in which one thing stands as often as 64 kB can hold: what takes more than its share of
// time is found by these, not by small changes.
#ifndef HOGLINT_TESTS_FUZZ_GROW_H_
#define HOGLINT_TESTS_FUZZ_GROW_H_

#include <random>
#include <span>
#include <string>

#include "tests/fuzz/seeds.h"

namespace hoglint::fuzz {

// A seed, at most 64 kB, with one piece of it repeated where it stands: some words, some lines
// (with a name of theirs numbered, now and then), or all of it. The same `random` gives the same
// input. `seeds` is not empty.
[[nodiscard]] std::string Grow(std::span<const Seed> seeds, std::mt19937& random);

}  // namespace hoglint::fuzz

#endif  // HOGLINT_TESTS_FUZZ_GROW_H_
