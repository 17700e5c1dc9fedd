// What hoglint asks of git, without libgit2 in sight: which files the base branch has, and the
// files of a commit. LibGit (checker/git/libgit.h) answers from real repositories.
#ifndef HOGLINT_CHECKER_GIT_GIT_H_
#define HOGLINT_CHECKER_GIT_GIT_H_

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "checker/disk/file_system.h"
#include "lint/base/result.h"

namespace hoglint {

// How a file stands to the base branch.
enum class Standing : std::uint8_t {
  kNew,     // not on base, or there with another origin: it is this change's
  kMerged,  // on base, and the same
  kEdited,  // on base, but its text differs: databases that applied it will not see the edit
};

struct BaseRequest {
  std::string base = {};                 // the ref that was named; empty: find out
  std::string base_named_by = "--base";  // for messages
  std::string head = {};                 // --head; empty: the work tree on top of HEAD
  // The branch that a pull request goes to, as the CI system names it; empty outside of one.
  std::string pull_request_base = {};
  // The CI system checked out the merge of the pull request into its base (GITHUB_REF is
  // refs/pull/N/merge): HEAD's first parent is the tip of base.
  bool head_is_merge = false;
};

// A commit for people.
struct CommitInfo {
  std::string id;  // in full, hexadecimal
  std::string subject;
  std::int64_t seconds = 0;  // of the committer's clock, since 1970
};

// A file or link of a commit. Equal ids are equal contents.
struct CommittedFile {
  std::string path;  // relative to the folder that was asked for
  std::string id;
};

// A commit, to look into without checking it out. Lives as long as its Repository. Paths are
// relative to the repository's root; links are not followed.
class Commit {
 public:
  Commit() = default;
  Commit(const Commit&) = delete;
  Commit& operator=(const Commit&) = delete;
  virtual ~Commit() = default;

  [[nodiscard]] virtual CommitInfo Info() const = 0;
  // Null: there is none, or the clone does not have it (a shallow one; IsCutOff() tells).
  [[nodiscard]] virtual std::unique_ptr<Commit> FirstParent() const = 0;
  [[nodiscard]] virtual bool IsCutOff() const = 0;
  // The id of a file or of a whole folder; absent when there is no such path. The empty path is the
  // root.
  [[nodiscard]] virtual std::optional<std::string> IdOf(const std::string& path) const = 0;
  // False when the clone lacks what tells whether the folder is there and what it holds: it is
  // damaged, or was made with --filter=tree:0. Also where more than kMaxTreeEntries are below it.
  [[nodiscard]] virtual bool CanList(const std::string& folder) const = 0;
  // All that is below the folder, at any depth, in no particular order; the first of them where
  // CanList() is false.
  [[nodiscard]] virtual std::vector<CommittedFile> FilesBelow(const std::string& folder) const = 0;
};

class Repository;

// What a repository could say about its base branch.
struct Comparison {
  std::string base;  // as shown: "origin/main"; empty: there is nothing to compare with
  // How the file of that path (relative to the repository's root) and text stands to base; empty
  // when there is nothing to compare with. Lives as long as its Repository.
  std::function<Standing(const std::string& path, std::string_view text)> standing;
  // Why something could not be compared and how to fix that, one sentence each.
  std::vector<std::string> not_checked;
  // The commits behind `standing`: base, where the change left it (null in a shallow clone that
  // does not know), and the change; its uncommitted part is on top of that last one, unless
  // `of_commit`. All null when there is nothing to compare with.
  std::shared_ptr<const Commit> tip;
  std::shared_ptr<const Commit> merge_base;
  std::shared_ptr<const Commit> head;
  bool of_commit = false;
  const Repository* repository = nullptr;
};

class Repository {
 public:
  Repository() = default;
  Repository(const Repository&) = delete;
  Repository& operator=(const Repository&) = delete;
  virtual ~Repository() = default;

  // The work tree's absolute path without symbolic links; of a bare repository, its own.
  [[nodiscard]] virtual const std::string& root() const = 0;
  // Finds base. An Error when a ref that the user wrote leads to nothing; what CI or the repository
  // lacks is a not_checked instead.
  [[nodiscard]] virtual Result<Comparison> CompareWithBase(const BaseRequest& request) const = 0;
  // The files of a commit, as if checked out at root(). Lives as long as its Repository.
  [[nodiscard]] virtual Result<std::unique_ptr<FileSystem>> ReadCommit(
      const std::string& ref) const = 0;

  // The commit that a name means; the Error calls the name what `option` gave it.
  [[nodiscard]] virtual Result<std::unique_ptr<Commit>> FindCommit(
      const std::string& option, const std::string& ref) const = 0;
  // True when `later` is `earlier` or came after it.
  [[nodiscard]] virtual bool IsWithin(const Commit& earlier, const Commit& later) const = 0;
  // The bytes of a file of some commit; absent when the clone does not have them, and when they
  // are more than kMaxBlobBytes.
  [[nodiscard]] virtual std::optional<std::string> ReadFile(const std::string& id) const = 0;
  // The id that a file of that text has in a commit.
  [[nodiscard]] virtual std::string IdOf(std::string_view text) const = 0;
  // The id of a file of the work tree, when git's index knows without reading it.
  [[nodiscard]] virtual std::optional<std::string> IdInWorkTree(const std::string& path) const = 0;
};

class Git {
 public:
  Git() = default;
  Git(const Git&) = delete;
  Git& operator=(const Git&) = delete;
  virtual ~Git() = default;

  // The repository that an existing folder is in; null when it is in none. An Error when there is
  // one that cannot be read: damaged, or of a format that libgit2 does not know.
  [[nodiscard]] virtual Result<std::unique_ptr<Repository>> Open(
      const std::string& folder) const = 0;
};

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_GIT_GIT_H_
