#include "checker/git/base.h"

#include <fmt/format.h>

#include <optional>
#include <string_view>
#include <utility>

#include "lint/base/did_you_mean.h"

namespace hoglint::git {
namespace {

std::vector<std::string> BranchNames(git_repository* repository) {
  std::vector<std::string> names;
  git_branch_iterator* raw = nullptr;
  if (git_branch_iterator_new(&raw, repository, GIT_BRANCH_ALL) != 0) return names;
  const std::unique_ptr<git_branch_iterator, Deleter<git_branch_iterator_free>> iterator(raw);
  git_reference* branch = nullptr;
  git_branch_t kind{};
  while (git_branch_next(&branch, &kind, iterator.get()) == 0) {
    const ReferenceHandle owner(branch);
    names.emplace_back(git_reference_shorthand(branch));
  }
  return names;
}

std::vector<std::string> RemoteNames(git_repository* repository) {
  std::vector<std::string> names;
  git_strarray list{};
  if (git_remote_list(&list, repository) != 0) return names;
  names.assign(list.strings, list.strings + list.count);
  git_strarray_dispose(&list);
  return names;
}

// The remote that HEAD's branch follows.
std::optional<std::string> UpstreamRemote(git_repository* repository) {
  const auto head = Make<ReferenceHandle>(git_repository_head, repository);
  if (head == nullptr) return std::nullopt;
  git_buf name{};
  if (git_branch_upstream_remote(&name, repository, git_reference_name(head.get())) != 0) {
    return std::nullopt;
  }
  std::string result(name.ptr, name.size);
  git_buf_dispose(&name);
  return result;
}

// Looks the names up in turn and keeps the first that leads to a commit.
bool TakeFirst(git_repository* repository, const std::vector<std::string>& names,
               BaseChoice& choice) {
  for (const std::string& name : names) {
    choice.commit = FindCommit(repository, name);
    if (choice.commit == nullptr) continue;
    choice.name = name;
    return true;
  }
  return false;
}

// The branch that refs/remotes/<remote>/HEAD points to: "origin/main".
bool TakeDefaultBranch(git_repository* repository, BaseChoice& choice) {
  const std::vector<std::string> remotes = RemoteNames(repository);
  std::vector<std::string> candidates;
  if (auto upstream = UpstreamRemote(repository)) candidates.push_back(std::move(*upstream));
  candidates.emplace_back("origin");
  if (remotes.size() == 1) candidates.push_back(remotes.front());
  for (const std::string& remote : candidates) {
    const std::string link = fmt::format("refs/remotes/{}/HEAD", remote);
    const auto symbolic = Make<ReferenceHandle>(git_reference_lookup, repository, link.c_str());
    if (symbolic == nullptr) continue;
    const auto branch = Make<ReferenceHandle>(git_reference_resolve, symbolic.get());
    if (branch == nullptr) continue;
    if (TakeFirst(repository, {git_reference_shorthand(branch.get())}, choice)) return true;
  }
  return false;
}

std::string WhyRefsAreFew(git_repository* repository) {
  if (git_repository_is_shallow(repository) == 1) return "this is a shallow clone";
  if (git_repository_head_detached(repository) == 1) return "HEAD is detached";
  return "this clone has no main or master";
}

// What brings the ref into a shallow clone. The branch is written out on both sides: a clone of one
// branch keeps no other under its name.
std::string FetchOf(std::string_view name) {
  constexpr std::size_t kHashLength = 40;
  if (name.find_first_of("~^@:") != std::string_view::npos) return "git fetch --unshallow";
  if (name.size() == kHashLength &&
      name.find_first_not_of("0123456789abcdef") == std::string_view::npos) {
    return fmt::format("git fetch --depth=1 origin {}", name);
  }
  constexpr std::string_view kRemote = "origin/";
  if (name.starts_with(kRemote)) name.remove_prefix(kRemote.size());
  return fmt::format("git fetch --depth=1 origin {0}:refs/remotes/origin/{0}", name);
}

// What to say when the base of a pull request is not in the clone.
std::string MissingPullRequestBase(const std::string& branch) {
  return fmt::format(
      "which migrations are already on the base branch '{0}': it was not fetched, so all were "
      "taken "
      "as new; run `{1}` first, or check out with fetch-depth: 0",
      branch, FetchOf(branch));
}

// The first of the names that is a ref and leads to no commit; empty when there is none.
std::string FirstBroken(git_repository* repository, const std::vector<std::string>& names) {
  for (const std::string& name : names) {
    git_reference* raw = nullptr;
    const int code = git_reference_dwim(&raw, repository, name.c_str());
    const ReferenceHandle reference(raw);
    if (code != GIT_ENOTFOUND) return name;
  }
  return {};
}

// No branch to compare with: HEAD, where that can only mean "before I edited"; else nothing, since
// on a build machine HEAD is the change itself and everything would pass as merged.
void FallBack(git_repository* repository, const BaseRequest& request, BaseChoice& choice) {
  const bool partial = git_repository_is_shallow(repository) == 1 ||
                       git_repository_head_detached(repository) == 1 ||
                       !RemoteNames(repository).empty();
  if (!partial && request.head.empty()) {
    TakeFirst(repository, {"HEAD"}, choice);
    choice.not_checked.emplace_back(
        "migrations that are committed: there is no remote, main or master to compare with, so "
        "only "
        "uncommitted files were taken as new; name the base branch with --base");
    return;
  }
  choice.not_checked.push_back(fmt::format(
      "which migrations are already merged: no base branch was found ({}), so all were taken as "
      "new; name it with --base, after fetching it where needed",
      WhyRefsAreFew(repository)));
}

}  // namespace

CommitHandle FindCommit(git_repository* repository, const std::string& name) {
  const auto object = Make<ObjectHandle>(git_revparse_single, repository, name.c_str());
  if (object == nullptr) return nullptr;
  git_object* commit = nullptr;
  if (git_object_peel(&commit, object.get(), GIT_OBJECT_COMMIT) != 0) return nullptr;
  // libgit2's objects share one layout; a commit is cast so in its own headers.
  return CommitHandle(reinterpret_cast<git_commit*>(commit));
}

Error UnknownRef(git_repository* repository, const std::string& option, const std::string& name) {
  std::string message = fmt::format("{}: git knows no '{}' here", option, name);
  const std::vector<std::string> branches = BranchNames(repository);
  const std::vector<std::string_view> candidates(branches.begin(), branches.end());
  if (const auto meant = DidYouMean(name, candidates)) {
    message += fmt::format("; did you mean '{}'?", *meant);
  } else if (git_repository_is_shallow(repository) == 1) {
    message += fmt::format("; this clone is shallow: run `{}` first", FetchOf(name));
  }
  return Error{std::move(message)};
}

Result<BaseChoice> ChooseBase(git_repository* repository, const BaseRequest& request) {
  BaseChoice choice;
  if (!request.base.empty()) {
    if (TakeFirst(repository, {request.base, "origin/" + request.base}, choice)) return choice;
    return UnknownRef(repository, request.base_named_by, request.base);
  }
  if (!request.pull_request_base.empty()) {
    const std::string& branch = request.pull_request_base;
    if (TakeFirst(repository, {"origin/" + branch, branch}, choice)) return choice;
    if (request.head_is_merge && request.head.empty() &&
        FindCommit(repository, "HEAD^2") != nullptr && TakeFirst(repository, {"HEAD^1"}, choice)) {
      choice.name = branch;
      return choice;
    }
    choice.not_checked.push_back(MissingPullRequestBase(branch));
    return choice;
  }
  if (TakeDefaultBranch(repository, choice)) return choice;
  const std::vector<std::string> names{"origin/main", "main", "origin/master", "master"};
  if (TakeFirst(repository, names, choice)) return choice;
  if (const std::string broken = FirstBroken(repository, names); !broken.empty()) {
    choice.not_checked.push_back(fmt::format(
        "which migrations are already merged: {} leads to no commit that can be read, so all were "
        "taken as new; `git fsck` tells what is damaged",
        broken));
    return choice;
  }
  FallBack(repository, request, choice);
  return choice;
}

}  // namespace hoglint::git
