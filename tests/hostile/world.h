// A folder with a project of a stranger's, and hoglint run on it as a process of its own.
#ifndef HOGLINT_TESTS_HOSTILE_WORLD_H_
#define HOGLINT_TESTS_HOSTILE_WORLD_H_

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "tests/support/git_repository.h"
#include "tests/support/temp_folder.h"

namespace hoglint::testing {

// How a script ended. `code` is the exit code; 128 and the number of the signal that ended it; 124
// when it took longer than its time.
struct Ran {
  int code = -1;
  std::string out;
  std::string err;

  [[nodiscard]] std::string all() const { return out + err; }
  // It came to an end by itself.
  [[nodiscard]] bool Answered() const { return code >= 0 && code <= 2; }
};

// True where the long form was asked for: ./dev hostile.
[[nodiscard]] bool IsLong();

// True when this system lets strace look at a process; else a sentence for GTEST_SKIP in `why`.
[[nodiscard]] bool HasStrace(std::string& why);

class World : public ::testing::Test {
 protected:
  World();

  // Runs a shell script in the folder `repo`, where $hoglint is the program, $outside a folder
  // beside it, and nothing of the user's git configuration or HOME counts.
  Ran Shell(const std::string& script, int seconds = 30);
  // $hoglint with these words.
  Ran Hoglint(const std::string& words, int seconds = 30);

  // Files of the repository's folder, and of the one beside it.
  std::string Write(const std::string& name, std::string_view bytes) const;
  std::string WriteOutside(const std::string& name, std::string_view bytes) const;
  // A link in the repository's folder; what is there under that name is removed.
  void Link(const std::string& target, const std::string& name) const;
  // A project of Drizzle's with one migration that drops nothing.
  void WriteProject() const;
  // Makes the folder a repository, with all that is in it on main.
  [[nodiscard]] GitRepository CommitAll() const;

  [[nodiscard]] std::string repo() const { return folder_ / "repo"; }
  [[nodiscard]] std::string outside() const { return folder_ / "outside"; }

  TempFolder folder_;
};

// A journal with one entry a tag.
[[nodiscard]] std::string JournalOf(const std::vector<std::string>& tags);

[[nodiscard]] std::string Repeat(std::string_view text, std::size_t times);

}  // namespace hoglint::testing

#endif  // HOGLINT_TESTS_HOSTILE_WORLD_H_
