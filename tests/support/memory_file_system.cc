#include "tests/support/memory_file_system.h"

#include "checker/disk/paths.h"

namespace hoglint::testing {

MemoryFileSystem::MemoryFileSystem(const std::map<std::string, std::string>& files) {
  for (const auto& [path, text] : files) AddFile(path, text);
}

void MemoryFileSystem::AddParents(const std::string& path) {
  for (std::string folder = ParentPath(path); folder != "/"; folder = ParentPath(folder)) {
    nodes_.try_emplace(folder, Node{FileKind::kFolder, {}, {}, {}});
  }
}

void MemoryFileSystem::AddFile(const std::string& path, std::string text) {
  AddParents(path);
  nodes_[path] = {FileKind::kFile, std::move(text), {}, {}};
}

void MemoryFileSystem::AddFolder(const std::string& path) {
  AddParents(path);
  nodes_[path] = {FileKind::kFolder, {}, {}, {}};
}

void MemoryFileSystem::AddUnreadable(const std::string& path, FileKind kind, std::string reason) {
  AddParents(path);
  nodes_[path] = {kind, {}, std::move(reason), {}};
}

void MemoryFileSystem::AddLink(const std::string& path, const std::string& target) {
  AddParents(path);
  nodes_[path] = {FileKind::kOther, {}, {}, target};
}

std::optional<std::string> MemoryFileSystem::RealPath(const std::string& path) const {
  std::string real = path;
  for (int links = 0; links < 40;) {
    bool followed = false;
    for (std::string prefix = real; prefix != "/" && !followed; prefix = ParentPath(prefix)) {
      const auto node = nodes_.find(prefix);
      if (node == nodes_.end() || node->second.link.empty()) continue;
      real = node->second.link + real.substr(prefix.size());
      followed = true;
      ++links;
    }
    if (followed) continue;
    if (nodes_.contains(real)) return real;
    return std::nullopt;
  }
  return std::nullopt;
}

const MemoryFileSystem::Node* MemoryFileSystem::Find(const std::string& path) const {
  const auto real = RealPath(path);
  return real ? &nodes_.at(*real) : nullptr;
}

std::optional<FileStatus> MemoryFileSystem::Stat(const std::string& path) const {
  const auto folder = RealPath(ParentPath(path));
  const auto own = nodes_.find(folder && path != "/" ? JoinPath(*folder, BaseName(path)) : path);
  const bool link = own != nodes_.end() && !own->second.link.empty();
  if (const Node* node = Find(path)) return FileStatus{node->kind, node->text.size(), link};
  if (own != nodes_.end()) return FileStatus{FileKind::kOther, 0, link};
  return std::nullopt;
}

Result<std::string> MemoryFileSystem::Read(const std::string& path) const {
  const Node* node = Find(path);
  if (node == nullptr) return Error{"no such file or directory"};
  if (!node->unreadable.empty()) return Error{node->unreadable};
  if (node->kind != FileKind::kFile) return Error{"it is a folder"};
  return node->text;
}

Result<std::vector<FolderEntry>> MemoryFileSystem::List(const std::string& path) const {
  const Node* node = Find(path);
  if (node == nullptr) return Error{"no such file or directory"};
  if (!node->unreadable.empty()) return Error{node->unreadable};
  if (node->kind != FileKind::kFolder) return Error{"it is no folder"};
  std::vector<FolderEntry> entries;
  const std::string folder = *RealPath(path);
  for (const auto& [name, unused] : nodes_) {
    if (name == "/" || ParentPath(name) != folder) continue;
    entries.push_back({std::string(BaseName(name)), Stat(name)->kind});
  }
  return entries;
}

}  // namespace hoglint::testing
