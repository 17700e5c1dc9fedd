#include "checker/project/app_source_files_walk.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <utility>

#include "checker/disk/paths.h"
#include "checker/project/config_scan.h"

namespace hoglint {
namespace {

constexpr std::size_t kMaxFiles = 5'000;
constexpr std::size_t kMaxFolders = 5'000;
// Larger than what is read of a project (AddProjectFile), so that a large file without any of the
// words that are looked for needs no note.
constexpr std::uint64_t kMaxFile = std::uint64_t{8} << 20U;
constexpr std::uint64_t kMaxBytes = std::uint64_t{20} << 20U;
constexpr int kMaxDepth = 24;

constexpr std::array<std::string_view, 16> kPassedOver = {
    "node_modules",     "dist",      "build", "out",       "coverage",    "vendor", "public",
    "migrations",       "__tests__", "test",  "__mocks__", "__stories__", "tests",  "e2e",
    "storybook-static", "target"};

bool IsPassedOver(std::string_view name) {
  return name.starts_with('.') || std::ranges::find(kPassedOver, name) != kPassedOver.end();
}

bool IsSource(std::string_view name) {
  constexpr std::array<std::string_view, 8> kEndings = {".ts", ".tsx", ".mts", ".cts",
                                                        ".js", ".jsx", ".mjs", ".cjs"};
  constexpr std::array<std::string_view, 6> kNot = {".test.", ".spec.", ".stories.",
                                                    ".d.",    ".min.",  ".bench."};
  return std::ranges::any_of(kEndings, [&](std::string_view end) { return name.ends_with(end); }) &&
         std::ranges::none_of(kNot, [&](std::string_view part) {
           return name.find(part) != std::string_view::npos;
         });
}

class Walker {
 public:
  Walker(Gathering& gathering, const Location& location)
      : gathering_(gathering), location_(location) {}

  void Walk(const std::string& folder, int depth) {
    if (full_) return;
    if (++folders_ > kMaxFolders || depth > kMaxDepth) {
      return Stop(folder, fmt::format("there are more than {} folders of code, or they nest deeper "
                                      "than {}",
                                      kMaxFolders, kMaxDepth));
    }
    const auto entries = location_.files->List(folder);
    if (!entries) return;
    const auto real = location_.files->RealPath(folder);
    for (const FolderEntry& entry : *entries) {
      if (entry.kind == FileKind::kFile && IsSource(entry.name)) {
        Read(JoinPath(folder, entry.name));
      }
    }
    for (const FolderEntry& entry : *entries) {
      if (entry.kind != FileKind::kFolder || IsPassedOver(entry.name) || !real) continue;
      const std::string path = JoinPath(folder, entry.name);
      if (IsOwn(path, JoinPath(*real, entry.name))) Walk(path, depth + 1);
    }
  }

  std::vector<SourceText> found;

 private:
  // It is no link, and no application of its own.
  [[nodiscard]] bool IsOwn(const std::string& path, const std::string& real) const {
    if (location_.files->RealPath(path) != real) return false;
    if (!location_.files->Stat(JoinPath(path, "package.json"))) return true;
    const auto entries = location_.files->List(path);
    return !entries || std::ranges::none_of(*entries, [](const FolderEntry& entry) {
      return IsDrizzleConfigName(entry.name);
    });
  }

  void Read(const std::string& path) {
    if (full_) return;
    const auto status = location_.files->Stat(path);
    if (!status || status->kind != FileKind::kFile) return;
    if (status->size > kMaxFile) {
      AddNote(gathering_, location_, path,
              fmt::format("its code: it is larger than {} MiB", kMaxFile >> 20U));
      return;
    }
    bytes_ += status->size;
    if (found.size() >= kMaxFiles || bytes_ > kMaxBytes) {
      return Stop(path, fmt::format("there are more than {} files or {} MiB of code", kMaxFiles,
                                    kMaxBytes >> 20U));
    }
    auto text = location_.files->Read(path);
    if (text) found.push_back({path, ShownPath(location_, path), *std::move(text)});
  }

  void Stop(const std::string& path, const std::string& reason) {
    if (!full_) AddNote(gathering_, location_, path, reason + ": it and the code behind it");
    full_ = true;
  }

  Gathering& gathering_;
  const Location& location_;
  std::size_t folders_ = 0;
  std::uint64_t bytes_ = 0;
  bool full_ = false;
};

}  // namespace

std::vector<SourceText> WalkSources(Gathering& gathering, const Location& location,
                                    const std::string& folder) {
  Walker walker(gathering, location);
  walker.Walk(folder, 0);
  std::ranges::sort(walker.found, {}, &SourceText::shown);
  return std::move(walker.found);
}

}  // namespace hoglint
