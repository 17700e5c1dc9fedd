#include "checker/disk/stand_in_file.h"

#include <algorithm>
#include <utility>

#include "checker/disk/paths.h"

namespace hoglint {
namespace {

// The path without links; what is not there stands where its nearest folder leads.
std::string RealPlace(const FileSystem& files, const std::string& path) {
  if (auto real = files.RealPath(path)) return *std::move(real);
  if (path == "/") return path;
  return JoinPath(RealPlace(files, ParentPath(path)), BaseName(path));
}

}  // namespace

StandInFile::StandInFile(const FileSystem& files, std::string path, std::string text)
    : files_(files),
      path_(std::move(path)),
      real_(RealPlace(files, path_)),
      text_(std::move(text)) {}

bool StandInFile::IsTheFile(const std::string& path) const {
  return path == path_ || path == real_;
}

bool StandInFile::IsMadeUp(const std::string& path) const {
  return (IsWithin(path_, path) || IsWithin(real_, path)) && !files_.Stat(path);
}

std::optional<FileStatus> StandInFile::Stat(const std::string& path) const {
  if (IsTheFile(path)) {
    const auto there = files_.Stat(path);
    return FileStatus{
        .kind = FileKind::kFile, .size = text_.size(), .link = there.has_value() && there->link};
  }
  if (IsMadeUp(path)) return FileStatus{.kind = FileKind::kFolder};
  return files_.Stat(path);
}

Result<std::string> StandInFile::Read(const std::string& path) const {
  return IsTheFile(path) ? text_ : files_.Read(path);
}

Result<std::vector<FolderEntry>> StandInFile::List(const std::string& path) const {
  auto entries = IsMadeUp(path) ? std::vector<FolderEntry>() : files_.List(path);
  if (!entries) return entries;
  for (const std::string& place : {path_, real_}) {
    if (place == path || !IsWithin(place, path)) continue;
    const std::size_t begin = path == "/" ? 1 : path.size() + 1;
    std::string name = place.substr(begin, place.find('/', begin) - begin);
    const bool last = begin + name.size() == place.size();
    const auto at = std::ranges::lower_bound(*entries, name, {}, &FolderEntry::name);
    if (at != entries->end() && at->name == name) {
      if (last) at->kind = FileKind::kFile;
      continue;
    }
    entries->insert(at, {std::move(name), last ? FileKind::kFile : FileKind::kFolder});
  }
  return entries;
}

std::optional<std::string> StandInFile::RealPath(const std::string& path) const {
  if (IsTheFile(path)) return real_;
  if (IsMadeUp(path)) return RealPlace(files_, path);
  return files_.RealPath(path);
}

}  // namespace hoglint
