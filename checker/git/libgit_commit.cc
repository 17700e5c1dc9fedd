#include "checker/git/libgit_commit.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "lint/base/limits.h"

namespace hoglint::git {
namespace {

// A walk over a tree; it ends early, as an error, behind kMaxTreeEntries.
struct TreeWalk {
  std::vector<CommittedFile> files;
  std::size_t entries = 0;
};

int PassOver(const char* /*folder*/, const git_tree_entry* /*entry*/, void* payload) {
  return ++static_cast<TreeWalk*>(payload)->entries > kMaxTreeEntries ? GIT_EUSER : 0;
}

int AddFile(const char* folder, const git_tree_entry* entry, void* payload) {
  if (PassOver(folder, entry, payload) != 0) return GIT_EUSER;
  const git_filemode_t mode = git_tree_entry_filemode(entry);
  if (mode == GIT_FILEMODE_TREE || mode == GIT_FILEMODE_COMMIT) return 0;
  static_cast<TreeWalk*>(payload)->files.push_back(
      {std::string(folder) + git_tree_entry_name(entry), IdText(*git_tree_entry_id(entry))});
  return 0;
}

}  // namespace

std::string IdText(const git_oid& id) {
  std::array<char, GIT_OID_HEXSZ + 1> text{};
  git_oid_tostr(text.data(), text.size(), &id);
  return text.data();
}

git_oid IdFrom(const std::string& text) {
  git_oid id{};
  if (git_oid_fromstr(&id, text.c_str()) != 0) id = {};
  return id;
}

LibGitCommit::LibGitCommit(git_repository* repository, CommitHandle commit)
    : repository_(repository),
      commit_(std::move(commit)),
      tree_(Make<TreeHandle>(git_commit_tree, commit_.get())) {}

CommitInfo LibGitCommit::Info() const {
  const char* subject = git_commit_summary(commit_.get());
  return {.id = IdText(*git_commit_id(commit_.get())),
          .subject = subject == nullptr ? "" : subject,
          .seconds = git_commit_time(commit_.get())};
}

std::unique_ptr<Commit> LibGitCommit::FirstParent() const {
  auto parent = Make<CommitHandle>(git_commit_parent, commit_.get(), 0U);
  if (parent == nullptr) return nullptr;
  return std::make_unique<LibGitCommit>(repository_, std::move(parent));
}

bool LibGitCommit::IsCutOff() const {
  return git_commit_parentcount(commit_.get()) > 0 &&
         Make<CommitHandle>(git_commit_parent, commit_.get(), 0U) == nullptr;
}

std::optional<std::string> LibGitCommit::IdOf(const std::string& path) const {
  if (tree_ == nullptr) return std::nullopt;
  if (path.empty()) return IdText(*git_tree_id(tree_.get()));
  const auto entry = Make<TreeEntryHandle>(git_tree_entry_bypath, tree_.get(), path.c_str());
  if (entry == nullptr) return std::nullopt;
  return IdText(*git_tree_entry_id(entry.get()));
}

bool LibGitCommit::CanList(const std::string& folder) const {
  if (tree_ == nullptr) return false;
  TreeHandle owner;
  const git_tree* tree = tree_.get();
  for (std::size_t begin = 0; begin < folder.size();) {
    const std::size_t end = std::min(folder.find('/', begin), folder.size());
    const git_tree_entry* entry =
        git_tree_entry_byname(tree, folder.substr(begin, end - begin).c_str());
    if (entry == nullptr || git_tree_entry_type(entry) != GIT_OBJECT_TREE) return true;
    auto below = Make<TreeHandle>(git_tree_lookup, repository_, git_tree_entry_id(entry));
    if (below == nullptr) return false;
    owner = std::move(below);
    tree = owner.get();
    begin = end + 1;
  }
  TreeWalk walk;
  return git_tree_walk(tree, GIT_TREEWALK_PRE, PassOver, &walk) == 0;
}

std::vector<CommittedFile> LibGitCommit::FilesBelow(const std::string& folder) const {
  if (tree_ == nullptr) return {};
  const git_tree* tree = tree_.get();
  TreeHandle below;
  if (!folder.empty()) {
    const auto entry = Make<TreeEntryHandle>(git_tree_entry_bypath, tree, folder.c_str());
    if (entry == nullptr || git_tree_entry_type(entry.get()) != GIT_OBJECT_TREE) return {};
    below = Make<TreeHandle>(git_tree_lookup, repository_, git_tree_entry_id(entry.get()));
    if (below == nullptr) return {};
    tree = below.get();
  }
  TreeWalk walk;
  git_tree_walk(tree, GIT_TREEWALK_PRE, AddFile, &walk);
  return std::move(walk.files);
}

}  // namespace hoglint::git
