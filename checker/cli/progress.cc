#include "checker/cli/progress.h"

#include <fmt/format.h>

#include <string_view>
#include <utility>

namespace hoglint {
namespace {

constexpr std::chrono::milliseconds kInterval{500};
constexpr std::string_view kWipe = "\r\x1b[K";  // to the line's begin, and clear it

}  // namespace

Progress::Progress(Output& output, bool shown, std::chrono::milliseconds delay, std::string text)
    : output_(output), delay_(delay), text_(std::move(text)) {
  if (shown) thread_ = std::thread([this] { Show(); });
}

Progress::~Progress() {
  if (!thread_.joinable()) return;
  {
    const std::lock_guard lock(mutex_);
    done_ = true;
  }
  finished_.notify_one();
  thread_.join();
}

// A terminal that is gone is no reason to stop: write errors are left aside.
void Progress::Show() {
  const auto begin = std::chrono::steady_clock::now();
  std::unique_lock lock(mutex_);
  if (finished_.wait_for(lock, delay_, [this] { return done_; })) return;
  do {
    const auto elapsed = std::chrono::steady_clock::now() - begin;
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(elapsed).count();
    (void)output_.Write(fmt::format("{}{} ({} s)", kWipe, text_, seconds));
  } while (!finished_.wait_for(lock, kInterval, [this] { return done_; }));
  (void)output_.Write(kWipe);
}

}  // namespace hoglint
