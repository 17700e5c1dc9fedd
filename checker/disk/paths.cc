#include "checker/disk/paths.h"

#include <filesystem>

namespace hoglint {

namespace {

// No part of the path is empty, "." or "..". (One that begins with a dot counts as such.)
bool IsNormal(std::string_view path) {
  const auto has = [&](std::string_view part) { return path.find(part) != std::string_view::npos; };
  return !path.empty() && !path.starts_with('.') && !path.ends_with('/') && !has("//") &&
         !has("/.");
}

}  // namespace

std::string AbsolutePath(std::string_view path, std::string_view folder) {
  // The usual cases, without taking both apart.
  if (IsNormal(path) && path.starts_with('/')) return std::string(path);
  if (IsNormal(path) && IsNormal(folder)) return JoinPath(folder, path);
  // operator/ keeps the right side alone when it is absolute.
  std::string result = (std::filesystem::path(folder) / path).lexically_normal().string();
  while (result.size() > 1 && result.ends_with('/')) result.pop_back();
  return result;
}

std::string JoinPath(std::string_view folder, std::string_view name) {
  std::string path(folder);
  if (!path.ends_with('/')) path += '/';
  return path.append(name);
}

std::string ParentPath(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string_view::npos || slash == 0) return "/";
  return std::string(path.substr(0, slash));
}

std::string_view BaseName(std::string_view path) { return path.substr(path.rfind('/') + 1); }

bool IsWithin(std::string_view path, std::string_view folder) {
  if (folder == "/") return path.starts_with('/');
  return path.starts_with(folder) && (path.size() == folder.size() || path[folder.size()] == '/');
}

std::string RelativePath(std::string_view path, std::string_view folder) {
  // The usual case, without taking both apart.
  const bool below = folder.size() > 1 && path.size() > folder.size() && IsWithin(path, folder);
  if (below && IsNormal(path)) return std::string(path.substr(folder.size() + 1));
  return std::filesystem::path(path).lexically_relative(folder).string();
}

}  // namespace hoglint
