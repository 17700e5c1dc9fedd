// Real repositories for tests, made by the git program: hoglint reads with libgit2 what another
// implementation wrote.
#ifndef HOGLINT_TESTS_SUPPORT_GIT_REPOSITORY_H_
#define HOGLINT_TESTS_SUPPORT_GIT_REPOSITORY_H_

#include <string>
#include <string_view>
#include <vector>

namespace hoglint::testing {

// A git work tree (or bare repository) at a path. The user's own git configuration has no part in
// it; every commit has the same author and date.
class GitRepository {
 public:
  // Makes an empty repository whose first branch is `branch`.
  static GitRepository Init(const std::string& path, const std::string& branch = "main");
  // Clones; `options` as for `git clone`. A path as source is cloned as over a network
  // (file://), so that --depth works.
  static GitRepository Clone(const GitRepository& source, const std::string& path,
                             const std::vector<std::string>& options = {});
  // An existing one.
  explicit GitRepository(std::string path) : path_(std::move(path)) {}

  [[nodiscard]] const std::string& path() const { return path_; }

  // Writes a file of the work tree; returns its absolute path.
  std::string Write(std::string_view name, std::string_view bytes) const;
  // Commits all that is in the work tree; the message is the hash's only variable part.
  void CommitAll(const std::string& message = "change") const;
  // Writes one file and commits.
  void Commit(std::string_view name, std::string_view bytes) const;
  // Makes a branch at HEAD and switches to it.
  void Branch(const std::string& name) const;
  void Checkout(const std::string& ref) const;
  void Merge(const std::string& ref) const;

  // Runs git with these arguments in the repository; returns what it printed, without the last
  // newline. The program stops when git fails.
  std::string Git(const std::vector<std::string>& arguments) const;

 private:
  std::string path_;
};

}  // namespace hoglint::testing

#endif  // HOGLINT_TESTS_SUPPORT_GIT_REPOSITORY_H_
