#include "checker/project/project_files.h"

#include <fmt/format.h>

#include <utility>

#include "checker/disk/paths.h"
#include "checker/project/config_scan.h"

namespace hoglint {
namespace {

// Configuration and code that people write is far smaller; what is larger was generated.
constexpr std::uint64_t kMaxProjectFile = std::uint64_t{2} << 20U;
constexpr int kConfigDepth = 2;  // folders below that of package.json

bool IsPassedOver(std::string_view name) {
  return name.starts_with('.') || name == "node_modules" || name == "dist" || name == "build";
}

class ConfigSearch {
 public:
  ConfigSearch(Gathering& gathering, const Location& location)
      : gathering_(gathering), location_(location) {}

  // A folder with a package.json of its own is another application.
  void Walk(const std::string& folder, int depth) {
    const auto entries = location_.files->List(folder);
    if (!entries) return;
    for (const FolderEntry& entry : *entries) {
      const std::string path = JoinPath(folder, entry.name);
      if (entry.kind == FileKind::kFile && IsDrizzleConfigName(entry.name)) {
        Read(folder, path);
      } else if (entry.kind == FileKind::kFolder && depth > 0 && !IsPassedOver(entry.name) &&
                 !location_.files->Stat(JoinPath(path, "package.json"))) {
        Walk(path, depth - 1);
      }
    }
  }

  std::vector<std::shared_ptr<const DrizzleConfigFile>> found;

 private:
  void Read(const std::string& folder, const std::string& path) {
    const auto file = AddProjectFile(gathering_, location_, path);
    if (!file) return;
    auto config = std::make_shared<DrizzleConfigFile>();
    config->file = *file;
    config->path = ShownPath(location_, path);
    config->folder = ShownPath(location_, folder);
    if (config->folder == ".") config->folder.clear();
    auto values = ReadDrizzleConfig(gathering_.sources[*file].text());
    if (values) {
      config->config = *std::move(values);
    } else {
      config->problem = values.error().message;
    }
    found.push_back(std::move(config));
  }

  Gathering& gathering_;
  const Location& location_;
};

}  // namespace

std::optional<FileId> AddProjectFile(Gathering& gathering, const Location& location,
                                     const std::string& path) {
  const auto status = location.files->Stat(path);
  if (!status || status->kind != FileKind::kFile) return std::nullopt;
  if (status->size > kMaxProjectFile) {
    AddNote(gathering, location, path,
            fmt::format("it is larger than {} MiB", kMaxProjectFile >> 20U));
    return std::nullopt;
  }
  const auto real = location.files->RealPath(path);
  if (!real || !IsWithin(*real, location.boundary)) {
    AddNote(gathering, location, path, "it is a link that leads out of the project");
    return std::nullopt;
  }
  auto text = location.files->Read(path);
  if (!text) {
    AddNote(gathering, location, path, "it could not be read: " + text.error().message);
    return std::nullopt;
  }
  const SourceFile& file = gathering.sources.Add(ShownPath(location, path), *std::move(text));
  if (StandingOf(location, path, file.text()) == Standing::kMerged) {
    gathering.unchanged.insert(file.id());
  }
  return file.id();
}

std::vector<std::shared_ptr<const DrizzleConfigFile>> ReadConfigFiles(Gathering& gathering,
                                                                      const Location& location,
                                                                      const std::string& folder) {
  ConfigSearch search(gathering, location);
  search.Walk(folder, kConfigDepth);
  return std::move(search.found);
}

}  // namespace hoglint
