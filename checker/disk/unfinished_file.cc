#include "checker/disk/unfinished_file.h"

#include <signal.h>
#include <unistd.h>

#include <array>
#include <atomic>

namespace hoglint {
namespace {

// A handler may call hardly anything: the path lies ready, and whether there is one is an atomic.
constexpr std::size_t kLongestPath = 4096;
std::array<char, kLongestPath> path_to_remove{};
std::atomic<bool> is_unfinished = false;
static_assert(std::atomic<bool>::is_always_lock_free);

extern "C" void RemoveAndEnd(int signal_number) {
  if (is_unfinished.load()) ::unlink(path_to_remove.data());
  // The handler was for one time: the default ends the process, and the caller sees the signal.
  (void)::raise(signal_number);
}

}  // namespace

UnfinishedFile::UnfinishedFile(const std::string& path) {
  if (path.size() >= path_to_remove.size()) return;  // no system takes such a path
  path_to_remove[path.copy(path_to_remove.data(), path.size())] = '\0';
  is_unfinished.store(true);
}

UnfinishedFile::~UnfinishedFile() { is_unfinished.store(false); }

void RemoveUnfinishedFileOnSignals() {
  for (const int each : {SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction before {};
    if (::sigaction(each, nullptr, &before) != 0 || before.sa_handler == SIG_IGN) continue;
    struct sigaction action {};
    action.sa_handler = RemoveAndEnd;
    action.sa_flags = static_cast<int>(SA_RESETHAND) | SA_NODEFER;
    ::sigaction(each, &action, nullptr);
  }
}

}  // namespace hoglint
