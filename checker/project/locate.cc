#include "checker/project/locate.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "checker/disk/paths.h"
#include "checker/project/config_scan.h"
#include "checker/project/migrations_folder.h"
#include "lint/base/did_you_mean.h"
#include "lint/typescript/drizzle_config.h"

namespace hoglint {
namespace {

// packages/api/src/db/migrations is five levels below the root of a monorepo.
constexpr int kSearchDepth = 5;

// Folders that hold other people's migrations, or none that are ever applied.
constexpr std::array<std::string_view, 12> kSkippedFolders{
    "node_modules", "vendor", "dist",      "build",    "target",   "coverage",
    "test",         "tests",  "__tests__", "fixtures", "testdata", "__fixtures__"};

bool IsSkipped(std::string_view name) {
  return name.starts_with('.') || std::ranges::find(kSkippedFolders, name) != kSkippedFolders.end();
}

bool IsFolder(const FileSystem& files, const std::string& path) {
  const auto status = files.Stat(path);
  return status && status->kind == FileKind::kFolder;
}

void AddTrack(Found& found, FoundTrack track) {
  const bool known =
      std::ranges::find(found.tracks, track.path, &FoundTrack::path) != found.tracks.end();
  if (!known) found.tracks.push_back(std::move(track));
}

// What a run goes by in a drizzle config.
struct ConfigProperties {
  ConfigProperty dialect;
  ConfigProperty out;
};

ConfigProperty PropertyOf(const ConfigValue& value) {
  if (value.kind == ConfigValueKind::kAbsent) return {};
  if (value.text().empty()) return {PropertyKind::kComputed, {}};
  return {PropertyKind::kLiteral, value.text()};
}

// By the syntax tree; the small scanner looks into JSON, into what the tree cannot tell, and into
// all in a build without the grammar.
ConfigProperties ReadConfig(std::string_view text) {
  const auto config = ReadDrizzleConfig(text);
  if (!config) return {FindProperty(text, "dialect"), FindProperty(text, "out")};
  return {PropertyOf(config->dialect), PropertyOf(config->out)};
}

// A path that a config names is relative to its folder; where nothing is there, to the package's,
// in which drizzle-kit is run.
std::string FolderOfOut(const FileSystem& files, const std::string& config,
                        const std::string& value) {
  std::string folder = AbsolutePath(value, ParentPath(config));
  if (RecognizeFolder(files, folder, FolderTest::kNamed)) return folder;
  std::string package = ParentPath(config);
  while (package != "/" && !files.Stat(JoinPath(package, "package.json"))) {
    package = ParentPath(package);
  }
  std::string beside = AbsolutePath(value, package);
  const bool there = package != "/" && RecognizeFolder(files, beside, FolderTest::kNamed);
  return there ? beside : folder;
}

// The folder that a config's `out` names.
void AddOut(const FileSystem& files, const std::string& config, const ConfigProperty& out,
            Found& found) {
  const std::string value = out.kind == PropertyKind::kLiteral ? out.value : "drizzle";
  std::string folder = FolderOfOut(files, config, value);
  folder = files.RealPath(folder).value_or(folder);
  if (const auto layout = RecognizeFolder(files, folder, FolderTest::kNamed)) {
    AddTrack(found, {std::move(folder), *layout, /*drizzle_config=*/true, config});
    return;
  }
  const bool is_folder = IsFolder(files, folder);
  if (is_folder) {
    if (const auto entries = files.List(folder); !entries) {
      found.notes.push_back({config,
                             fmt::format("its migrations folder {}: {}; name the folder itself to "
                                         "have it linted",
                                         value, entries.error().message),
                             /*failure=*/true});
      return;
    }
  }
  std::string nothing = fmt::format("its migrations folder {} {}", value,
                                    is_folder ? "holds no migrations" : "does not exist");
  // Where a file is in the way, or nobody knows the folder, there may be migrations elsewhere; the
  // folder of an installed package is nobody's to write.
  const bool installed = folder.find("/node_modules/") != std::string::npos;
  if (out.kind == PropertyKind::kComputed || installed || (files.Stat(folder) && !is_folder)) {
    found.notes.push_back({config, std::move(nothing)});
    return;
  }
  AddTrack(found, {std::move(folder), Layout::kDrizzleJournal, /*drizzle_config=*/true, config,
                   std::move(nothing)});
}

// What a config says.
void AddConfig(const FileSystem& files, const std::string& config, Found& found) {
  const auto text = files.Read(config);
  if (!text) {
    found.notes.push_back({config, text.error().message, /*failure=*/true});
    return;
  }
  const ConfigProperties properties = ReadConfig(*text);
  const ConfigProperty& dialect = properties.dialect;
  if (dialect.kind == PropertyKind::kLiteral && dialect.value != "postgresql" &&
      dialect.value != "pg") {
    found.notes.push_back(
        {config, fmt::format("its dialect is {}, not PostgreSQL", dialect.value)});
    return;
  }
  if (properties.out.kind == PropertyKind::kComputed) {
    found.notes.push_back({config,
                           "its `out` is computed, so ./drizzle was taken; else give the "
                           "migrations folder as a path"});
  }
  AddOut(files, config, properties.out, found);
}

// True when the folder has drizzle configs.
bool AddConfigs(const FileSystem& files, const std::string& folder,
                const std::vector<FolderEntry>& entries, Found& found) {
  bool any = false;
  for (const FolderEntry& entry : entries) {
    if (entry.kind != FileKind::kFile || !IsDrizzleConfigName(entry.name)) continue;
    any = true;
    AddConfig(files, JoinPath(folder, entry.name), found);
  }
  return any;
}

// Adds what is in the folder itself or, when there is nothing, below it.
void Search(const FileSystem& files, const std::string& folder, int depth, FolderTest test,
            std::set<std::string>& visited, Found& found) {
  const auto real = files.RealPath(folder);
  if (!real || !visited.insert(*real).second) return;  // also the end of a circle of links
  const auto entries = files.List(folder);
  if (!entries) {
    found.notes.push_back({folder, entries.error().message, /*failure=*/true});
    return;
  }
  if (AddConfigs(files, folder, *entries, found)) return;
  if (const auto layout = RecognizeFolder(files, folder, test)) {
    AddTrack(found, {folder, *layout});
    return;
  }
  if (depth == 0) return;
  for (const FolderEntry& entry : *entries) {
    if (entry.kind != FileKind::kFolder || IsSkipped(entry.name)) continue;
    Search(files, JoinPath(folder, entry.name), depth - 1, FolderTest::kFound, visited, found);
  }
}

Result<Found> LocateFile(const FileSystem& files, const std::string& path,
                         const std::string& shown) {
  Found found;
  if (path.ends_with(".sql")) {
    found.tracks.push_back({path, Layout::kLooseFiles});
  } else if (IsDrizzleConfigName(BaseName(path))) {
    AddConfig(files, path, found);
  } else {
    return Error{
        fmt::format("{} is no .sql file: give migrations folders, projects with a drizzle.config, "
                    "or .sql files",
                    shown)};
  }
  return found;
}

}  // namespace

Result<Found> LocateTracks(const FileSystem& files, const std::string& path,
                           const std::string& shown) {
  const auto status = files.Stat(path);
  if (status && status->kind == FileKind::kFile) return LocateFile(files, path, shown);
  if (!status || status->kind != FileKind::kFolder) {
    return Error{fmt::format("{} is neither a file nor a folder", shown)};
  }
  if (const auto file = FileOfOwnFolder(files, path)) return LocateFile(files, *file, shown);
  Found found;
  std::set<std::string> visited;
  Search(files, path, kSearchDepth, FolderTest::kNamed, visited, found);
  if (found.tracks.empty() && found.notes.empty()) {
    return Error{
        fmt::format("no migrations in {}: give a folder of .sql files, a project with a "
                    "drizzle.config, or .sql "
                    "files",
                    shown)};
  }
  return found;
}

std::string FindProject(const FileSystem& files, std::string folder, const std::string& top) {
  while (true) {
    Found found;
    std::set<std::string> visited;
    Search(files, folder, kSearchDepth, FolderTest::kFound, visited, found);
    const bool has_config = std::ranges::any_of(found.notes, [](const FoundNote& note) {
      return IsDrizzleConfigName(BaseName(note.path));
    });
    if (!found.tracks.empty() || has_config) return folder;
    if (folder == top || folder == "/") return {};
    folder = ParentPath(folder);
  }
}

std::string NearestFolder(const FileSystem& files, std::string path) {
  while (path != "/") {
    const auto status = files.Stat(path);
    if (status && status->kind == FileKind::kFolder) break;
    path = ParentPath(path);
  }
  return path;
}

Error NoSuchPath(const FileSystem& files, const std::string& path, const std::string& given) {
  std::string message = fmt::format("no such file or folder: {}", given);
  std::vector<std::string_view> names;
  const auto siblings = files.List(ParentPath(path));
  if (siblings) {
    for (const FolderEntry& entry : *siblings) names.push_back(entry.name);
  }
  if (const auto meant = DidYouMean(BaseName(path), names)) {
    const std::string_view folder = std::string_view(given).substr(0, given.rfind('/') + 1);
    message += fmt::format("; did you mean {}{}?", folder, *meant);
  }
  return Error{std::move(message)};
}

}  // namespace hoglint
