#include "checker/project/parsing_queue.h"

#include <algorithm>
#include <utility>

#include "checker/project/in_parallel.h"

namespace hoglint {
namespace {

// A helper is called for this many bytes: about 1 ms of parsing, measured 40 ms a megabyte, where
// starting a thread takes 0.1 ms.
constexpr std::size_t kBytesPerCall = std::size_t{24} << 10U;

}  // namespace

ParsingQueue::~ParsingQueue() {
  {
    const std::scoped_lock lock(mutex_);
    complete_ = true;
    next_ = jobs_.size();
  }
  JoinHelpers();
}

void ParsingQueue::Add(const SourceFile& file, ParseOptions options) {
  {
    const std::scoped_lock lock(mutex_);
    jobs_.push_back({.file = &file, .options = std::move(options), .parsed = {}});
  }
  uncalled_bytes_ += file.text().size();
  if (uncalled_bytes_ < kBytesPerCall) return;
  uncalled_bytes_ = 0;
  CallHelper();
}

std::vector<ParsedFile> ParsingQueue::Finish() {
  {
    const std::scoped_lock lock(mutex_);
    complete_ = true;
  }
  Work();
  JoinHelpers();
  std::vector<ParsedFile> parsed;
  parsed.reserve(jobs_.size());
  for (Job& job : jobs_) parsed.push_back(std::move(job.parsed));
  return parsed;
}

void ParsingQueue::CallHelper() {
  if (helpers_.empty()) useful_helpers_ = std::min(MachineThreads(), kMaxThreads) - 1;
  if (helpers_.size() < useful_helpers_) {
    helpers_.emplace_back([this] { Work(); });
  } else {
    wake_.notify_one();
  }
}

void ParsingQueue::Work() {
  std::unique_lock lock(mutex_);
  while (true) {
    wake_.wait(lock, [this] { return next_ < jobs_.size() || complete_; });
    if (next_ == jobs_.size()) return;
    Job& job = jobs_[next_++];
    lock.unlock();
    job.parsed = Parse(*job.file, job.options);
    lock.lock();
  }
}

void ParsingQueue::JoinHelpers() {
  wake_.notify_all();
  for (std::thread& helper : helpers_) helper.join();
  helpers_.clear();
}

}  // namespace hoglint
