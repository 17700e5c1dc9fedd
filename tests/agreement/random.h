// Random choices that are the same on every machine: a seed gives one sequence of them.
#ifndef HOGLINT_TESTS_AGREEMENT_RANDOM_H_
#define HOGLINT_TESTS_AGREEMENT_RANDOM_H_

#include <cstddef>
#include <cstdint>
#include <random>
#include <vector>

namespace hoglint::agreement {

class Random {
 public:
  explicit Random(std::uint64_t seed) : engine_(seed) {}

  // A number from 0 up to, not including, `end`, which must not be 0. (The standard's own
  // distributions differ from library to library.)
  std::size_t Below(std::size_t end) { return static_cast<std::size_t>(engine_() % end); }
  // True in `percent` of a hundred cases.
  bool Chance(std::size_t percent) { return Below(100) < percent; }
  // One of the values; there must be one.
  template <typename T>
  const T& Of(const std::vector<T>& values) {
    return values[Below(values.size())];
  }

 private:
  std::mt19937_64 engine_;
};

}  // namespace hoglint::agreement

#endif  // HOGLINT_TESTS_AGREEMENT_RANDOM_H_
