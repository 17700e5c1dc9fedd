// Seeds that no file of the repository has, written by hand.
#ifndef HOGLINT_TESTS_FUZZ_WRITTEN_SEEDS_H_
#define HOGLINT_TESTS_FUZZ_WRITTEN_SEEDS_H_

#include <span>
#include <string_view>

namespace hoglint::fuzz {

// Words that are something else than text in some format.
[[nodiscard]] std::span<const std::string_view> HostileWords();
// Repositories as git_fuzz.cc reads them.
[[nodiscard]] std::span<const std::string_view> Repositories();

}  // namespace hoglint::fuzz

#endif  // HOGLINT_TESTS_FUZZ_WRITTEN_SEEDS_H_
