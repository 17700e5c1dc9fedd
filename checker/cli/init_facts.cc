#include "checker/cli/init_facts.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "checker/disk/paths.h"
#include "lint/config/config.h"
#include "lint/config/package_json.h"
#include "lint/facts/application.h"

namespace hoglint {
namespace {

// Larger files of these kinds are nobody's config.
constexpr std::uint64_t kLargest = 1 << 20;

constexpr auto kDecisive = std::to_array<std::string_view>(
    {"hoglint.json", ".gitlab-ci.yml", "bitbucket-pipelines.yml", ".circleci/config.yml",
     ".pre-commit-config.yaml", "lefthook.yml", "lefthook.yaml", ".lefthook.yml",
     ".lefthook.yaml"});

// Files that may name a version of PostgreSQL, beside compose files and workflows.
constexpr auto kVersioned = std::to_array<std::string_view>(
    {".tool-versions", "mise.toml", ".mise.toml", ".config/mise.toml", "render.yaml",
     "supabase/config.toml", ".gitlab-ci.yml", "bitbucket-pipelines.yml", ".circleci/config.yml"});

bool IsYaml(std::string_view name) { return name.ends_with(".yml") || name.ends_with(".yaml"); }

bool IsCompose(std::string_view name) {
  return IsYaml(name) && (name.starts_with("docker-compose") || name.starts_with("compose"));
}

class Gatherer {
 public:
  Gatherer(const FileSystem& files, const InitRoot& root) : files_(files), root_(root) {}

  // The text of a file of the root; absent also for one outside of it, and for one too large.
  [[nodiscard]] std::optional<std::string> Text(const std::string& path) const {
    const std::string absolute = AbsolutePath(path, root_.folder);
    const auto real = files_.RealPath(absolute);
    if (!real || !IsWithin(*real, root_.folder)) return std::nullopt;
    const auto status = files_.Stat(absolute);
    if (!status || status->kind != FileKind::kFile || status->size > kLargest) return std::nullopt;
    auto text = files_.Read(absolute);
    if (!text) return std::nullopt;
    return *std::move(text);
  }

  // The files of a folder, by their paths from the root.
  [[nodiscard]] std::vector<std::string> FilesIn(const std::string& folder) const {
    std::vector<std::string> paths;
    const auto entries = files_.List(AbsolutePath(folder, root_.folder));
    if (!entries) return paths;
    for (const FolderEntry& entry : *entries) {
      if (entry.kind != FileKind::kFile) continue;
      paths.push_back(folder.empty() ? entry.name : JoinPath(folder, entry.name));
    }
    return paths;
  }

 private:
  const FileSystem& files_;
  const InitRoot& root_;
};

void AddFile(const Gatherer& gatherer, const std::string& path, InitFacts& facts) {
  if (auto text = gatherer.Text(path)) facts.files.emplace(path, *std::move(text));
}

// Each version once, with the first file that names it.
void AddPostgres(const Gatherer& gatherer, const std::string& path, InitFacts& facts) {
  const auto text = gatherer.Text(path);
  if (!text) return;
  for (const int version : PostgresVersionsIn(path, *text)) {
    const bool known = std::ranges::any_of(
        facts.postgres, [&](const FoundPostgres& each) { return each.version == version; });
    if (!known) facts.postgres.push_back({version, path});
  }
}

// The root and the folders of the applications, as paths from the root.
std::set<std::string> FoldersOf(const Project& project) {
  std::set<std::string> folders{""};
  for (const auto& application : project.workspace.applications) {
    folders.insert(application->folder);
  }
  return folders;
}

void AddVersions(const Gatherer& gatherer, const Project& project, InitFacts& facts) {
  for (const std::string& folder : FoldersOf(project)) {
    for (const std::string& path : gatherer.FilesIn(folder)) {
      if (IsCompose(BaseName(path))) AddPostgres(gatherer, path, facts);
    }
    for (const std::string_view name : kVersioned) {
      AddPostgres(gatherer, folder.empty() ? std::string(name) : JoinPath(folder, name), facts);
    }
    const std::string container = folder.empty() ? ".devcontainer" : folder + "/.devcontainer";
    for (const std::string& path : gatherer.FilesIn(container)) {
      AddPostgres(gatherer, path, facts);
    }
  }
  for (const std::string& path : gatherer.FilesIn(".github/workflows")) {
    if (IsYaml(path)) AddPostgres(gatherer, path, facts);
  }
}

// "github.com" of the url of the remote "origin" in a git config.
std::string RemoteHost(std::string_view config) {
  const std::size_t section = config.find("[remote \"origin\"]");
  if (section == std::string_view::npos) return {};
  config.remove_prefix(section + 1);
  config = config.substr(0, config.find("\n["));
  const std::size_t url = config.find("url = ");
  if (url == std::string_view::npos) return {};
  std::string_view address = config.substr(url + 6);
  address = address.substr(0, address.find('\n'));
  if (const std::size_t scheme = address.find("://"); scheme != std::string_view::npos) {
    address.remove_prefix(scheme + 3);
    address = address.substr(0, address.find('/'));
  } else {
    address = address.substr(0, address.find(':'));
  }
  if (const std::size_t user = address.rfind('@'); user != std::string_view::npos) {
    address.remove_prefix(user + 1);
  }
  return std::string(address.substr(0, address.find(':')));
}

void AddPackage(const Gatherer& gatherer, const Project& project, InitFacts& facts) {
  for (const auto& application : project.workspace.applications) {
    facts.package_manager = application->package_manager;
    for (const ConfigPreset* preset : PresetsFor(application->package)) {
      const std::string name(preset->name);
      if (std::ranges::find(facts.presets, name) == facts.presets.end()) {
        facts.presets.push_back(name);
      }
    }
  }
  const auto text = gatherer.Text("package.json");
  const auto package = text ? ReadPackageJson(*text) : std::nullopt;
  if (!package) return;
  facts.has_package = true;
  facts.has_hoglint = package->dependencies.contains("hoglint");
  const auto husky = package->requested.find("husky");
  if (husky != package->requested.end()) facts.husky = MajorOf(husky->second).value_or(0);
}

}  // namespace

InitRoot InitRootOf(const Environment& environment, const std::string& path) {
  std::string folder = AbsolutePath(path, environment.folder);
  folder = environment.files.RealPath(folder).value_or(folder);
  const auto status = environment.files.Stat(folder);
  if (status && status->kind != FileKind::kFolder) folder = ParentPath(folder);
  for (std::string above = folder;; above = ParentPath(above)) {
    if (environment.files.Stat(JoinPath(above, ".git"))) return {above, true};
    if (above == "/") return {folder, false};
  }
}

InitFacts GatherInitFacts(const Environment& environment, const InitRoot& root,
                          const Project& project, bool path_given) {
  const Gatherer gatherer(environment.files, root);
  InitFacts facts;
  facts.repository = root.repository;
  facts.path_given = path_given;
  facts.base = project.base;
  facts.runner = project.runner.name;
  const Workspace& workspace = project.workspace;
  for (std::size_t i = 0; i < workspace.tracks.size(); ++i) {
    const Track& track = workspace.tracks[i];
    const TrackOrigin origin = i < project.origins.size() ? project.origins[i] : TrackOrigin();
    facts.folders.push_back(
        {track.folder.empty() ? "." : track.folder, track.migrations.size(), origin.found_by});
    if (facts.runner_why.empty() && origin.runner == facts.runner) facts.runner_why = origin.why;
  }
  AddPackage(gatherer, project, facts);
  for (const std::string_view path : kDecisive) AddFile(gatherer, std::string(path), facts);
  for (const std::string& path : gatherer.FilesIn(".github/workflows")) {
    if (IsYaml(path)) AddFile(gatherer, path, facts);
  }
  for (const std::string& path : gatherer.FilesIn(".husky")) AddFile(gatherer, path, facts);
  AddVersions(gatherer, project, facts);
  if (const auto config = gatherer.Text(".git/config")) facts.remote = RemoteHost(*config);
  return facts;
}

}  // namespace hoglint
