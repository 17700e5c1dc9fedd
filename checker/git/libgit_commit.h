// A commit of a real repository. Private to checker/git.
#ifndef HOGLINT_CHECKER_GIT_LIBGIT_COMMIT_H_
#define HOGLINT_CHECKER_GIT_LIBGIT_COMMIT_H_

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "checker/git/git.h"
#include "checker/git/handles.h"

namespace hoglint::git {

// The id in hexadecimal, and back; the way back gives zeros for what is no id.
[[nodiscard]] std::string IdText(const git_oid& id);
[[nodiscard]] git_oid IdFrom(const std::string& text);

class LibGitCommit : public Commit {
 public:
  LibGitCommit(git_repository* repository, CommitHandle commit);

  [[nodiscard]] CommitInfo Info() const override;
  [[nodiscard]] std::unique_ptr<Commit> FirstParent() const override;
  [[nodiscard]] bool IsCutOff() const override;
  [[nodiscard]] std::optional<std::string> IdOf(const std::string& path) const override;
  [[nodiscard]] bool CanList(const std::string& folder) const override;
  [[nodiscard]] std::vector<CommittedFile> FilesBelow(const std::string& folder) const override;

  [[nodiscard]] const git_commit* get() const { return commit_.get(); }

 private:
  git_repository* repository_;
  CommitHandle commit_;
  TreeHandle tree_;  // null when it is damaged: then nothing is in it
};

}  // namespace hoglint::git

#endif  // HOGLINT_CHECKER_GIT_LIBGIT_COMMIT_H_
