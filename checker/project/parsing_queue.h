// Parses files while others are still being read: both take about as long, and files know nothing
// of each other.
#ifndef HOGLINT_CHECKER_PROJECT_PARSING_QUEUE_H_
#define HOGLINT_CHECKER_PROJECT_PARSING_QUEUE_H_

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

#include "lint/base/source_file.h"
#include "lint/sql/parse.h"

namespace hoglint {

// One thread adds files and finishes; threads of the queue's own, which it starts where there is
// enough to do, parse meanwhile.
class ParsingQueue {
 public:
  ParsingQueue() = default;
  ParsingQueue(const ParsingQueue&) = delete;
  ParsingQueue& operator=(const ParsingQueue&) = delete;
  // Files that no thread has begun with are left out when nobody asked for them.
  ~ParsingQueue();

  // The file must live as long as the queue.
  void Add(const SourceFile& file, ParseOptions options);

  // Parses what is left, here too; the files' statements, in the order in which they were added.
  // Nothing may be added afterwards.
  [[nodiscard]] std::vector<ParsedFile> Finish();

 private:
  struct Job {
    const SourceFile* file;
    ParseOptions options;
    ParsedFile parsed;
  };

  // Wakes a helper, or starts one.
  void CallHelper();
  // Parses one file after the other until there is none left and none will come.
  void Work();
  void JoinHelpers();

  std::mutex mutex_;                // of jobs_ (not of what is in them), next_ and complete_
  std::condition_variable wake_;    // there is more to do, or all is complete
  std::deque<Job> jobs_;            // references to them stay valid
  std::size_t next_ = 0;            // the first of jobs_ that nobody has begun with
  bool complete_ = false;           // nothing will be added
  std::size_t uncalled_bytes_ = 0;  // added since a helper was called
  std::size_t useful_helpers_ = 0;  // that the machine has room for; asked for with the first
  std::vector<std::thread> helpers_;
};

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_PROJECT_PARSING_QUEUE_H_
