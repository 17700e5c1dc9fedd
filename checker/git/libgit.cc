#include "checker/git/libgit.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "checker/disk/disk.h"
#include "checker/disk/paths.h"
#include "checker/git/base.h"
#include "checker/git/handles.h"
#include "checker/git/libgit_commit.h"
#include "checker/git/object_database.h"
#include "checker/git/tree_file_system.h"
#include "lint/base/limits.h"

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
  if (at_tip != nullptr && SameContent(at_tip.get(), text)) return Standing::kMerged;
  const git::TreeEntryHandle at_merge_base = find(trees.merge_base);
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

  [[nodiscard]] Result<std::unique_ptr<Commit>> FindCommit(const std::string& option,
                                                           const std::string& ref) const override {
    git::CommitHandle commit = git::FindCommit(repository_.get(), ref);
    if (commit == nullptr) return git::UnknownRef(repository_.get(), option, ref);
    return std::unique_ptr<Commit>(
        std::make_unique<git::LibGitCommit>(repository_.get(), std::move(commit)));
  }
  [[nodiscard]] bool IsWithin(const Commit& earlier, const Commit& later) const override;
  [[nodiscard]] std::optional<std::string> ReadFile(const std::string& id) const override;
  [[nodiscard]] std::string IdOf(std::string_view text) const override {
    return git::IdText(BlobId(text));
  }
  [[nodiscard]] std::optional<std::string> IdInWorkTree(const std::string& path) const override;

 private:
  [[nodiscard]] git::CommitHandle MergeBase(const git_commit* head, const git_commit* base) const;
  [[nodiscard]] std::shared_ptr<const Commit> Shared(git::CommitHandle commit) const {
    if (commit == nullptr) return nullptr;
    return std::make_shared<git::LibGitCommit>(repository_.get(), std::move(commit));
  }

  git::RepositoryHandle repository_;
  std::string root_;
};

git::CommitHandle LibGitRepository::MergeBase(const git_commit* head,
                                              const git_commit* base) const {
  git_oid id{};
  if (git_merge_base(&id, repository_.get(), git_commit_id(head), git_commit_id(base)) != 0) {
    return nullptr;
  }
  return Make<git::CommitHandle>(git_commit_lookup, repository_.get(), &id);
}

bool LibGitRepository::IsWithin(const Commit& earlier, const Commit& later) const {
  const git_oid ancestor = git::IdFrom(earlier.Info().id);
  const git_oid descendant = git::IdFrom(later.Info().id);
  return git_oid_equal(&ancestor, &descendant) == 1 ||
         git_graph_descendant_of(repository_.get(), &descendant, &ancestor) == 1;
}

std::optional<std::string> LibGitRepository::ReadFile(const std::string& id) const {
  const git_oid object = git::IdFrom(id);
  const auto size = git::BlobSize(repository_.get(), object);
  if (!size || *size > kMaxBlobBytes) return std::nullopt;
  const auto blob = Make<git::BlobHandle>(git_blob_lookup, repository_.get(), &object);
  if (blob == nullptr) return std::nullopt;
  return std::string(static_cast<const char*>(git_blob_rawcontent(blob.get())), *size);
}

// As git does: the index remembers size and times of what it has seen. A file that was written in
// the same moment as the index may have been changed since without a trace.
std::optional<std::string> LibGitRepository::IdInWorkTree(const std::string& path) const {
  const char* folder = git_repository_workdir(repository_.get());
  const auto index = Make<git::IndexHandle>(git_repository_index, repository_.get());
  if (folder == nullptr || index == nullptr) return std::nullopt;
  const git_index_entry* entry = git_index_get_bypath(index.get(), path.c_str(), 0);
  struct stat file {};
  struct stat index_file {};
  if (entry == nullptr || ::lstat((folder + path).c_str(), &file) != 0 ||
      ::stat(git_index_path(index.get()), &index_file) != 0) {
    return std::nullopt;
  }
  const bool same = S_ISREG(file.st_mode) &&
                    static_cast<std::uint32_t>(file.st_size) == entry->file_size &&
                    static_cast<std::int32_t>(file.st_mtim.tv_sec) == entry->mtime.seconds &&
                    static_cast<std::uint32_t>(file.st_mtim.tv_nsec) == entry->mtime.nanoseconds &&
                    file.st_mtim.tv_sec < index_file.st_mtim.tv_sec;
  if (!same) return std::nullopt;
  return git::IdText(entry->id);
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
  git::CommitHandle head = git::FindCommit(repository, head_name);
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
  git::CommitHandle merge_base = MergeBase(head.get(), choice->commit.get());
  if (merge_base != nullptr) {
    trees->merge_base = Make<git::TreeHandle>(git_commit_tree, merge_base.get());
  }
  comparison.base = choice->name;
  comparison.tip = Shared(std::move(choice->commit));
  comparison.merge_base = Shared(std::move(merge_base));
  comparison.head = Shared(std::move(head));
  comparison.of_commit = !request.head.empty();
  comparison.repository = this;
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
  // libgit2 keeps no tree of more than 4 KB: a folder of thousands of migrations would be inflated
  // and hashed again for each of them.
  constexpr std::size_t kLargestTreeKept = std::size_t{64} << 20U;
  git_libgit2_opts(GIT_OPT_SET_CACHE_OBJECT_LIMIT, GIT_OBJECT_TREE, kLargestTreeKept);
  // An object's header may claim gigabytes, all of which would be hashed. Damage is told by zlib's
  // checksum; who writes .git may write any object.
  git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, 0);
  // Clones with --filter=blob:none and sparse checkouts: their trees are all there.
  std::array<const char*, 2> extensions{"partialclone", "worktreeconfig"};
  git_libgit2_opts(GIT_OPT_SET_EXTENSIONS, extensions.data(), extensions.size());
}

// The nearest .git at or above the folder.
std::optional<std::string> FindDotGit(std::string folder) {
  const Disk disk;
  while (true) {
    std::string candidate = JoinPath(folder, ".git");
    if (disk.Stat(candidate)) return candidate;
    if (folder == "/") return std::nullopt;
    folder = ParentPath(folder);
  }
}

// A folder of a project may look like a bare repository (HEAD, objects, refs), so that what it says
// of the base branch is a stranger's word: where there is a .git above, that is the repository. Its
// core.worktree is not followed either: the files are those around it.
int OpenRepository(const std::string& folder, const std::optional<std::string>& dot_git,
                   git_repository** repository) {
  if (!dot_git) {
    return git_repository_open_ext(repository, folder.c_str(), GIT_REPOSITORY_OPEN_CROSS_FS,
                                   nullptr);
  }
  for (const char* name : {"HEAD", "config", "index", "packed-refs", "commondir"}) {
    const auto status = Disk().Stat(JoinPath(*dot_git, name));
    if (!status || status->kind != FileKind::kOther) continue;
    git_error_set_str(GIT_ERROR_OS, fmt::format("{}/{} is no file", *dot_git, name).c_str());
    return GIT_ERROR;  // libgit2 would wait for whoever writes to the pipe
  }
  constexpr unsigned kThisOne = GIT_REPOSITORY_OPEN_NO_SEARCH | GIT_REPOSITORY_OPEN_NO_DOTGIT;
  const int code = git_repository_open_ext(repository, dot_git->c_str(), kThisOne, nullptr);
  if (code != 0 || git_repository_is_bare(*repository) == 1) return code;
  const std::string around = JoinPath(ParentPath(*dot_git), "");
  const char* workdir = git_repository_workdir(*repository);
  // Set to what it is already, libgit2 leaks the path (1.5).
  if (workdir != nullptr && workdir == around) return code;
  return git_repository_set_workdir(*repository, around.c_str(), 0);
}

}  // namespace

Result<std::unique_ptr<Repository>> LibGit::Open(const std::string& folder) const {
  StartLibgit2();
  const auto dot_git = FindDotGit(folder);
  git_repository* raw = nullptr;
  const int code = OpenRepository(folder, dot_git, &raw);
  git::RepositoryHandle repository(raw);
  if (code == 0) {
    if (!git::UseCheckedObjects(repository.get())) return Error{git::LastError()};
    return std::unique_ptr<Repository>(std::make_unique<LibGitRepository>(std::move(repository)));
  }
  const std::string reason = git::LastError();
  if (code != GIT_ENOTFOUND) return Error{reason};
  if (dot_git) return Error{fmt::format("{} is not a repository that can be read", *dot_git)};
  return std::unique_ptr<Repository>();
}

}  // namespace hoglint
