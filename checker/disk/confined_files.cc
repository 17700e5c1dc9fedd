#include "checker/disk/confined_files.h"

#include <fmt/format.h>

#include <utility>

#include "checker/disk/paths.h"
#include "lint/base/limits.h"

namespace hoglint {
namespace {

// Where a path leads; where nothing is there, what its nearest existing folder leads to.
std::string LeadsTo(const FileSystem& files, const std::string& path) {
  std::string existing = path;
  std::string rest;
  while (true) {
    if (auto real = files.RealPath(existing)) return rest.empty() ? *real : JoinPath(*real, rest);
    if (existing == "/") return path;
    const std::string name(BaseName(existing));
    rest = rest.empty() ? name : name + "/" + rest;
    existing = ParentPath(existing);
  }
}

}  // namespace

std::string RepositoryAround(const FileSystem& files, const std::string& path) {
  for (std::string folder = path;; folder = ParentPath(folder)) {
    if (files.Stat(JoinPath(folder, ".git")) && files.RealPath(folder) == folder) return folder;
    if (folder == "/") return {};
  }
}

std::optional<Error> LeavesFolder(const FileSystem& files, const std::string& path,
                                  const std::string& root) {
  if (!IsWithin(path, root)) return Error{fmt::format("it is outside of {}", root)};
  const std::string real = LeadsTo(files, path);
  if (IsWithin(real, root)) return std::nullopt;
  return Error{fmt::format("it is a link to {}, outside of the project", real)};
}

std::optional<Error> LeavesRepository(const FileSystem& files, const std::string& path) {
  const std::string top = RepositoryAround(files, path);
  return top.empty() ? std::nullopt : LeavesFolder(files, path, top);
}

ConfinedFiles::ConfinedFiles(const FileSystem& files, std::string root, bool strict)
    : files_(files), root_(std::move(root)), strict_(strict) {}

std::optional<FileStatus> ConfinedFiles::Stat(const std::string& path) const {
  return files_.Stat(path);
}

std::optional<std::string> ConfinedFiles::RealPath(const std::string& path) const {
  return files_.RealPath(path);
}

std::optional<Error> ConfinedFiles::Refusal(const std::string& path) const {
  if (strict_ || IsWithin(path, root_)) return LeavesFolder(*this, path, root_);
  const auto folder = files_.RealPath(ParentPath(path));
  const auto real = RealPath(path);
  if (!folder || !real || IsWithin(*real, *folder) || IsWithin(*real, root_)) return std::nullopt;
  return Error{fmt::format("it is a link to {}, outside of the project", *real)};
}

Result<std::string> ConfinedFiles::Read(const std::string& path) const {
  // What is looked for and mostly not there, such as a package.json in every folder: no bytes, no
  // secret, and no links to follow.
  if ((!strict_ || IsWithin(path, root_)) && !files_.Stat(path)) return files_.Read(path);
  if (auto refusal = Refusal(path)) return *std::move(refusal);
  auto text = files_.Read(path);
  if (!text) return text;
  if (bytes_ += text->size(); bytes_ > kMaxBytesOfRun) {
    return Error{fmt::format("hoglint reads up to {} MB in one run: name fewer folders",
                             kMaxBytesOfRun / kMegabyte)};
  }
  return text;
}

Result<std::vector<FolderEntry>> ConfinedFiles::List(const std::string& path) const {
  if (auto refusal = Refusal(path)) return *std::move(refusal);
  return files_.List(path);
}

}  // namespace hoglint
