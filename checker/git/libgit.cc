#include "checker/git/libgit.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "checker/disk/disk.h"
#include "checker/disk/paths.h"
#include "checker/git/base.h"
#include "checker/git/handles.h"
#include "checker/git/tree_file_system.h"

namespace hoglint {
namespace {

using git::Make;

// What a comparison looks at. `merge_base` is null when the clone is too shallow to find it.
struct BaseTrees {
  git::TreeHandle tip;
  git::TreeHandle merge_base;
};

git_oid BlobId(std::string_view text) {
  git_oid id{};
  git_odb_hash(&id, text.data(), text.size(), GIT_OBJECT_BLOB);
  return id;
}

// Is the entry's content `text`, line endings apart (core.autocrlf)? A link is not followed: it is
// taken to be what it was.
bool SameContent(const git_tree_entry* entry, std::string_view text) {
  if (git_tree_entry_filemode(entry) == GIT_FILEMODE_LINK) return true;
  const git_oid* stored = git_tree_entry_id(entry);
  const git_oid id = BlobId(text);
  if (git_oid_equal(&id, stored) == 1) return true;
  if (text.find("\r\n") == std::string_view::npos) return false;
  std::string normalised;
  normalised.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\r' || text.substr(i + 1, 1) != "\n") normalised += text[i];
  }
  const git_oid normalised_id = BlobId(normalised);
  return git_oid_equal(&normalised_id, stored) == 1;
}

Standing StandingOf(const BaseTrees& trees, const std::string& path, std::string_view text) {
  const auto find = [&](const git::TreeHandle& tree) {
    if (tree == nullptr) return git::TreeEntryHandle();
    return Make<git::TreeEntryHandle>(git_tree_entry_bypath, tree.get(), path.c_str());
  };
  const git::TreeEntryHandle at_tip = find(trees.tip);
  const git::TreeEntryHandle at_merge_base = find(trees.merge_base);
  if (at_tip != nullptr && SameContent(at_tip.get(), text)) return Standing::kMerged;
  if (at_merge_base != nullptr) {
    return SameContent(at_merge_base.get(), text) ? Standing::kMerged : Standing::kEdited;
  }
  // Both sides added a file of that name, each its own.
  if (at_tip == nullptr || trees.merge_base != nullptr) return Standing::kNew;
  return Standing::kEdited;
}

class LibGitRepository : public Repository {
 public:
  explicit LibGitRepository(git::RepositoryHandle repository) : repository_(std::move(repository)) {
    const char* folder = git_repository_workdir(repository_.get());
    root_ = folder != nullptr ? folder : git_repository_path(repository_.get());
    while (root_.size() > 1 && root_.ends_with('/')) root_.pop_back();
  }

  [[nodiscard]] const std::string& root() const override { return root_; }

  [[nodiscard]] Result<Comparison> CompareWithBase(const BaseRequest& request) const override;

  [[nodiscard]] Result<std::unique_ptr<FileSystem>> ReadCommit(
      const std::string& ref) const override {
    const git::CommitHandle commit = git::FindCommit(repository_.get(), ref);
    if (commit == nullptr) return git::UnknownRef(repository_.get(), "--head", ref);
    auto tree = Make<git::TreeHandle>(git_commit_tree, commit.get());
    if (tree == nullptr) return Error{fmt::format("--head {}: {}", ref, git::LastError())};
    return std::unique_ptr<FileSystem>(
        std::make_unique<git::TreeFileSystem>(repository_.get(), std::move(tree), root_));
  }

 private:
  [[nodiscard]] git::TreeHandle MergeBaseTree(const git_commit* head, const git_commit* base) const;

  git::RepositoryHandle repository_;
  std::string root_;
};

git::TreeHandle LibGitRepository::MergeBaseTree(const git_commit* head,
                                                const git_commit* base) const {
  git_oid id{};
  if (git_merge_base(&id, repository_.get(), git_commit_id(head), git_commit_id(base)) != 0) {
    return nullptr;
  }
  const auto commit = Make<git::CommitHandle>(git_commit_lookup, repository_.get(), &id);
  return commit == nullptr ? nullptr : Make<git::TreeHandle>(git_commit_tree, commit.get());
}

Result<Comparison> LibGitRepository::CompareWithBase(const BaseRequest& request) const {
  git_repository* repository = repository_.get();
  Comparison comparison;
  if (git_repository_is_bare(repository) == 1 && request.head.empty()) {
    comparison.not_checked.emplace_back(
        "which migrations are already merged: a bare repository has no work tree; name the commit "
        "to lint with --head");
    return comparison;
  }
  const std::string head_name = request.head.empty() ? "HEAD" : request.head;
  if (request.head.empty() && git_repository_head_unborn(repository) == 1) return comparison;
  const git::CommitHandle head = git::FindCommit(repository, head_name);
  if (head == nullptr && !request.head.empty()) {
    return git::UnknownRef(repository, "--head", request.head);
  }
  if (head == nullptr) {
    comparison.not_checked.push_back(fmt::format(
        "which migrations are already merged: HEAD cannot be read ({}), so all were taken as new; "
        "`git fsck` tells what is damaged",
        git::LastError()));
    return comparison;
  }
  auto choice = git::ChooseBase(repository, request);
  if (!choice) return choice.error();
  comparison.not_checked = choice->not_checked;
  if (choice->commit == nullptr) return comparison;
  auto trees = std::make_shared<BaseTrees>();
  trees->tip = Make<git::TreeHandle>(git_commit_tree, choice->commit.get());
  if (trees->tip == nullptr) {
    comparison.not_checked.push_back(fmt::format(
        "which migrations are already merged: {} cannot be read ({}), so all were taken as new; "
        "`git fsck` tells what is damaged",
        choice->name, git::LastError()));
    return comparison;
  }
  trees->merge_base = MergeBaseTree(head.get(), choice->commit.get());
  comparison.base = choice->name;
  comparison.standing = [trees = std::move(trees)](const std::string& path, std::string_view text) {
    return StandingOf(*trees, path, text);
  };
  return comparison;
}

void StartLibgit2() {
  git_libgit2_init();
  // Containers run as another user than the one who made the checkout. The check guards against
  // configuration that runs programs, and nothing here runs any.
  git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, 0);
  // Clones with --filter=blob:none and sparse checkouts: their trees are all there.
  std::array<const char*, 2> extensions{"partialclone", "worktreeconfig"};
  git_libgit2_opts(GIT_OPT_SET_EXTENSIONS, extensions.data(), extensions.size());
}

// A .git at or above the folder that libgit2 did not take for one.
std::optional<std::string> UnreadableDotGit(std::string folder) {
  const Disk disk;
  while (true) {
    std::string candidate = JoinPath(folder, ".git");
    if (disk.Stat(candidate)) return candidate;
    if (folder == "/") return std::nullopt;
    folder = ParentPath(folder);
  }
}

}  // namespace

Result<std::unique_ptr<Repository>> LibGit::Open(const std::string& folder) const {
  StartLibgit2();
  git_repository* raw = nullptr;
  const int code =
      git_repository_open_ext(&raw, folder.c_str(), GIT_REPOSITORY_OPEN_CROSS_FS, nullptr);
  if (code == 0) {
    return std::unique_ptr<Repository>(
        std::make_unique<LibGitRepository>(git::RepositoryHandle(raw)));
  }
  const std::string reason = git::LastError();
  if (code != GIT_ENOTFOUND) return Error{reason};
  if (const auto broken = UnreadableDotGit(folder)) {
    return Error{fmt::format("{} is not a repository that can be read", *broken)};
  }
  return std::unique_ptr<Repository>();
}

}  // namespace hoglint
