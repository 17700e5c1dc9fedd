// A sign of life on a terminal, when a run lasts.
#ifndef HOGLINT_CHECKER_CLI_PROGRESS_H_
#define HOGLINT_CHECKER_CLI_PROGRESS_H_

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

#include "checker/cli/environment.h"

namespace hoglint {

// Shows one line while it lives, from `delay` after its making on, and wipes it at the end. Does
// nothing at all when `shown` is false.
class Progress {
 public:
  Progress(Output& output, bool shown, std::chrono::milliseconds delay, std::string text);
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  ~Progress();

 private:
  void Show();

  Output& output_;
  std::chrono::milliseconds delay_;
  std::string text_;
  std::mutex mutex_;
  std::condition_variable finished_;
  bool done_ = false;
  std::thread thread_;
};

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_CLI_PROGRESS_H_
