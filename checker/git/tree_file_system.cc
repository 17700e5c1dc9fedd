#include "checker/git/tree_file_system.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "checker/disk/file_limits.h"
#include "checker/disk/paths.h"

namespace hoglint::git {
namespace {

constexpr int kMaxLinks = 40;  // as Linux

std::vector<std::string> Split(std::string_view path) {
  std::vector<std::string> parts;
  while (!path.empty()) {
    const std::size_t slash = std::min(path.find('/'), path.size());
    if (slash > 0) parts.emplace_back(path.substr(0, slash));
    path.remove_prefix(std::min(slash + 1, path.size()));
  }
  return parts;
}

std::string Join(const std::vector<std::string>& parts) {
  std::string path;
  for (const std::string& part : parts) path.append(path.empty() ? "" : "/").append(part);
  return path;
}

FileKind KindOf(git_filemode_t mode) {
  if (mode == GIT_FILEMODE_TREE) return FileKind::kFolder;
  if (mode == GIT_FILEMODE_BLOB || mode == GIT_FILEMODE_BLOB_EXECUTABLE) return FileKind::kFile;
  return FileKind::kOther;
}

}  // namespace

TreeFileSystem::TreeFileSystem(git_repository* repository, TreeHandle tree, std::string root)
    : repository_(repository), tree_(std::move(tree)), root_(std::move(root)) {}

BlobHandle TreeFileSystem::Blob(const git_oid& id) const {
  return Make<BlobHandle>(git_blob_lookup, repository_, &id);
}

std::optional<std::vector<std::string>> TreeFileSystem::Target(
    const git_oid& link, const std::vector<std::string>& folder) const {
  constexpr std::uint64_t kLongestPath = 4096;  // PATH_MAX of Linux
  if (BlobSize(repository_, link).value_or(kLongestPath + 1) > kLongestPath) return std::nullopt;
  const BlobHandle blob = Blob(link);
  if (blob == nullptr) return std::nullopt;
  const std::string_view target(static_cast<const char*>(git_blob_rawcontent(blob.get())),
                                static_cast<std::size_t>(git_blob_rawsize(blob.get())));
  const std::string absolute = AbsolutePath(target, JoinPath(root_, Join(folder)));
  if (!IsWithin(absolute, root_)) return std::nullopt;
  return Split(std::string_view(absolute).substr(root_.size()));
}

std::optional<TreeFileSystem::Node> TreeFileSystem::Walk(std::vector<std::string> parts) const {
  int links = 0;
  bool link = false;
  Node node{FileKind::kFolder, *git_tree_id(tree_.get()), {}};
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (node.kind != FileKind::kFolder) return std::nullopt;
    const auto folder = Make<TreeHandle>(git_tree_lookup, repository_, &node.id);
    if (folder == nullptr) return std::nullopt;
    const git_tree_entry* entry = git_tree_entry_byname(folder.get(), parts[i].c_str());
    if (entry == nullptr) return std::nullopt;
    if (git_tree_entry_filemode(entry) == GIT_FILEMODE_LINK) {
      link = link || i + 1 == parts.size();
      auto target = Target(*git_tree_entry_id(entry), node.parts);
      if (!target || ++links > kMaxLinks) return Node{FileKind::kOther, {}, {}, link};
      target->insert(target->end(), parts.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                     parts.end());
      parts = std::move(*target);
      i = static_cast<std::size_t>(-1);  // from the root again
      node = Node{FileKind::kFolder, *git_tree_id(tree_.get()), {}};
      continue;
    }
    node.kind = KindOf(git_tree_entry_filemode(entry));
    node.id = *git_tree_entry_id(entry);
    node.parts.push_back(parts[i]);
  }
  node.link = link;
  return node;
}

std::optional<TreeFileSystem::Node> TreeFileSystem::Find(const std::string& path) const {
  if (!IsWithin(path, root_)) return std::nullopt;
  return Walk(Split(std::string_view(path).substr(root_.size())));
}

std::optional<FileStatus> TreeFileSystem::Stat(const std::string& path) const {
  const auto node = Find(path);
  if (!node) return std::nullopt;
  if (node->kind != FileKind::kFile) return FileStatus{node->kind, 0, node->link};
  return FileStatus{FileKind::kFile, BlobSize(repository_, node->id).value_or(0), node->link};
}

Result<std::string> TreeFileSystem::Read(const std::string& path) const {
  const auto node = Find(path);
  if (!node) return Error{"no such file in the commit"};
  if (node->kind == FileKind::kFolder) return Error{"it is a folder"};
  if (node->kind == FileKind::kOther) return Error{"it is a submodule or a link to nothing"};
  const auto size = BlobSize(repository_, node->id);
  if (!size) return Error{LastError()};
  if (auto error = BeyondLimit(path, *size)) return *std::move(error);
  const BlobHandle blob = Blob(node->id);
  if (blob == nullptr) return Error{LastError()};
  return std::string(static_cast<const char*>(git_blob_rawcontent(blob.get())), *size);
}

Result<std::vector<FolderEntry>> TreeFileSystem::List(const std::string& path) const {
  const auto node = Find(path);
  if (!node) return Error{"no such folder in the commit"};
  if (node->kind != FileKind::kFolder) return Error{"it is no folder"};
  const auto folder = Make<TreeHandle>(git_tree_lookup, repository_, &node->id);
  if (folder == nullptr) return Error{LastError()};
  std::vector<FolderEntry> entries;
  for (std::size_t i = 0; i < git_tree_entrycount(folder.get()); ++i) {
    const git_tree_entry* entry = git_tree_entry_byindex(folder.get(), i);
    std::string name = git_tree_entry_name(entry);
    FileKind kind = KindOf(git_tree_entry_filemode(entry));
    if (git_tree_entry_filemode(entry) == GIT_FILEMODE_LINK) {
      const auto target = Find(JoinPath(path, name));
      kind = target ? target->kind : FileKind::kOther;
    }
    entries.push_back({std::move(name), kind});
  }
  std::ranges::sort(entries, {}, &FolderEntry::name);
  return entries;
}

std::optional<std::string> TreeFileSystem::RealPath(const std::string& path) const {
  const auto node = Find(path);
  if (!node || node->kind == FileKind::kOther) return std::nullopt;
  return node->parts.empty() ? root_ : JoinPath(root_, Join(node->parts));
}

}  // namespace hoglint::git
