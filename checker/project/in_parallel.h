// Does the same work for many independent things, on several threads where it pays.
#ifndef HOGLINT_CHECKER_PROJECT_IN_PARALLEL_H_
#define HOGLINT_CHECKER_PROJECT_IN_PARALLEL_H_

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

namespace hoglint {

// More than these wait for memory, not for each other.
constexpr std::size_t kMaxThreads = 16;

// How many threads the machine runs at once; at least one.
[[nodiscard]] inline std::size_t MachineThreads() {
  return std::max<std::size_t>(std::thread::hardware_concurrency(), 1);
}

// Calls work(0) ... work(count - 1), each once, in no order, on at most `threads` threads of those
// that the machine has; this one is among them.
template <typename Work>
void InParallel(std::size_t count, std::size_t threads, const Work& work) {
  std::atomic<std::size_t> next = 0;
  const auto work_on = [&] {
    for (std::size_t i = next++; i < count; i = next++) work(i);
  };
  const std::size_t useful = std::max<std::size_t>(std::min({count, threads, kMaxThreads}), 1);
  std::vector<std::thread> helpers;
  if (useful > 1) {  // asking for the machine's threads reads a file
    for (std::size_t i = 1; i < std::min(MachineThreads(), useful); ++i) {
      helpers.emplace_back(work_on);
    }
  }
  work_on();
  for (std::thread& helper : helpers) helper.join();
}

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_PROJECT_IN_PARALLEL_H_
