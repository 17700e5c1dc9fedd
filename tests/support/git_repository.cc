#include "tests/support/git_repository.h"

#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "lint/base/check.h"

namespace hoglint::testing {
namespace {

namespace fs = std::filesystem;

constexpr std::array<const char*, 10> kEnvironment{
    "GIT_CONFIG_GLOBAL=/dev/null",
    "GIT_CONFIG_NOSYSTEM=1",
    "GIT_AUTHOR_NAME=Test",
    "GIT_AUTHOR_EMAIL=test@example.com",
    "GIT_AUTHOR_DATE=2024-01-01T00:00:00Z",
    "GIT_COMMITTER_NAME=Test",
    "GIT_COMMITTER_EMAIL=test@example.com",
    "GIT_COMMITTER_DATE=2024-01-01T00:00:00Z",
    "GIT_TERMINAL_PROMPT=0",
    "LC_ALL=C",
};

// In the child: becomes git, with its output going into the pipe.
[[noreturn]] void BecomeGit(const std::string& folder, const std::vector<std::string>& arguments,
                            int output) {
  for (const char* variable : kEnvironment) ::putenv(const_cast<char*>(variable));
  for (const char* name : {"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"}) ::unsetenv(name);
  ::dup2(output, STDOUT_FILENO);
  std::vector<char*> words;
  for (const char* word : {"git", "-C", folder.c_str()}) words.push_back(const_cast<char*>(word));
  for (const std::string& word : arguments) words.push_back(const_cast<char*>(word.c_str()));
  words.push_back(nullptr);
  ::execvp("git", words.data());
  std::perror("git");
  std::_Exit(127);
}

std::string RunGit(const std::string& folder, const std::vector<std::string>& arguments) {
  std::array<int, 2> ends{};
  HOGLINT_CHECK(::pipe(ends.data()) == 0);
  const pid_t child = ::fork();
  HOGLINT_CHECK(child >= 0);
  if (child == 0) BecomeGit(folder, arguments, ends[1]);
  ::close(ends[1]);
  std::string output;
  std::array<char, 4096> buffer{};
  for (ssize_t count = 0; (count = ::read(ends[0], buffer.data(), buffer.size())) > 0;) {
    output.append(buffer.data(), static_cast<std::size_t>(count));
  }
  ::close(ends[0]);
  int status = 0;
  HOGLINT_CHECK(::waitpid(child, &status, 0) == child);
  const bool succeeded = WIFEXITED(status) && WEXITSTATUS(status) == 0;
  HOGLINT_CHECK(succeeded);
  if (output.ends_with('\n')) output.pop_back();
  return output;
}

}  // namespace

GitRepository GitRepository::Init(const std::string& path, const std::string& branch) {
  fs::create_directories(path);
  RunGit(path, {"init", "--quiet", "--initial-branch=" + branch});
  return GitRepository(path);
}

GitRepository GitRepository::Clone(const GitRepository& source, const std::string& path,
                                   const std::vector<std::string>& options) {
  std::vector<std::string> arguments{"-c", "protocol.file.allow=always", "clone", "--quiet"};
  arguments.insert(arguments.end(), options.begin(), options.end());
  arguments.insert(arguments.end(), {"file://" + source.path(), path});
  RunGit(source.path(), arguments);
  return GitRepository(path);
}

std::string GitRepository::Write(std::string_view name, std::string_view bytes) const {
  const fs::path file = fs::path(path_) / name;
  fs::create_directories(file.parent_path());
  std::ofstream stream(file, std::ios::binary | std::ios::trunc);
  stream << bytes;
  stream.close();
  HOGLINT_CHECK(!stream.fail());
  return file.string();
}

void GitRepository::CommitAll(const std::string& message) const {
  Git({"add", "--all"});
  Git({"commit", "--quiet", "--allow-empty", "-m", message});
}

void GitRepository::Commit(std::string_view name, std::string_view bytes) const {
  Write(name, bytes);
  CommitAll("write " + std::string(name));
}

void GitRepository::Branch(const std::string& name) const {
  Git({"checkout", "--quiet", "-b", name});
}

void GitRepository::Checkout(const std::string& ref) const { Git({"checkout", "--quiet", ref}); }

void GitRepository::Merge(const std::string& ref) const {
  Git({"merge", "--quiet", "--no-ff", "-m", "merge " + ref, ref});
}

std::string GitRepository::Git(const std::vector<std::string>& arguments) const {
  return RunGit(path_, arguments);
}

}  // namespace hoglint::testing
