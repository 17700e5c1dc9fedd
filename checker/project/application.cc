#include "checker/project/application.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "checker/disk/paths.h"
#include "checker/project/migrating_files.h"
#include "checker/project/project_files.h"

namespace hoglint {
namespace {

constexpr const char* kPackageName = "package.json";

// The nearest folder with a package.json; empty when there is none.
std::string FolderOfApplication(const Location& location, std::string folder,
                                const std::string& top) {
  while (true) {
    if (location.files->Stat(JoinPath(folder, kPackageName))) return folder;
    if (folder == top || folder == "/") return {};
    folder = ParentPath(folder);
  }
}

std::string ShownFolder(const Location& location, const std::string& folder) {
  std::string shown = ShownPath(location, folder);
  return shown == "." ? std::string() : shown;
}

// By the nearest lockfile, which in a workspace stands at its root.
std::string PackageManagerOf(const Location& location, std::string folder) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kLockfiles = {{
      {"pnpm-lock.yaml", "pnpm"},
      {"yarn.lock", "yarn"},
      {"bun.lock", "bun"},
      {"bun.lockb", "bun"},
      {"package-lock.json", "npm"},
  }};
  const std::string top = location.repository.empty() ? folder : location.repository;
  while (true) {
    for (const auto& [name, manager] : kLockfiles) {
      if (location.files->Stat(JoinPath(folder, name))) return std::string(manager);
    }
    if (folder == top || folder == "/") return "npm";
    folder = ParentPath(folder);
  }
}

// Of the drizzle-orm that the schema is written with.
DrizzleLine LineOf(const PackageJson& package, Layout layout) {
  const auto version = package.requested.find("drizzle-orm");
  const auto major = version == package.requested.end() ? std::nullopt : MajorOf(version->second);
  if (!major) {
    return layout == Layout::kDrizzleJournal ? DrizzleLine::kBeforeOne : DrizzleLine::kUnknown;
  }
  if (*major == 0) return DrizzleLine::kBeforeOne;
  const bool early = version->second.find("-beta") != std::string::npos;
  return early ? DrizzleLine::kUnknown : DrizzleLine::kOne;
}

}  // namespace

void Applications::AddTo(Track& track, Gathering& gathering, const Location& location,
                         const std::string& folder, const std::string& config,
                         const std::string& top) {
  if (track.layout == Layout::kLooseFiles) return;
  const bool rules_run = location.extent != Extent::kStatements;
  if (!rules_run && config.empty()) return;
  // A config that writes into an installed package is not that package's, nor is what it declares.
  const bool installed = !config.empty() && folder.find("/node_modules/") != std::string::npos;
  const std::string home =
      FolderOfApplication(location, installed ? ParentPath(config) : folder, top);
  if (home.empty()) return;
  track.application = Read(gathering, location, home);
  if (track.application == nullptr || installed) return;
  const auto& configs = track.application->configs;
  const auto named = std::ranges::find_if(configs, [&](const auto& each) {
    return !config.empty() && each->path == ShownPath(location, config);
  });
  if (named == configs.end()) return;
  track.config = *named;
  if (!rules_run) return;
  track.declared = ReadDeclaredSchema(gathering, location, ParentPath(config), **named,
                                      LineOf(track.application->package, track.layout));
  track.code_uses = FindCodeUses(gathering, location, home, track);
}

std::vector<std::shared_ptr<const Application>> Applications::Finish() && {
  return std::move(in_order_);
}

// Links are followed within the repository, not only within the migrations folder.
std::shared_ptr<const Application> Applications::Read(Gathering& gathering,
                                                      const Location& location,
                                                      const std::string& folder) {
  if (const auto known = known_.find(folder); known != known_.end()) return known->second;
  std::shared_ptr<Application> application;
  if (const auto file = AddProjectFile(gathering, location, JoinPath(folder, kPackageName))) {
    application = std::make_shared<Application>();
    application->folder = ShownFolder(location, folder);
    application->package_file = *file;
    // One that is broken counts as empty, as it does for the runner.
    application->package = ReadPackageJson(gathering.sources[*file].text()).value_or(PackageJson{});
    application->package_manager = PackageManagerOf(location, folder);
    application->configs = ReadConfigFiles(gathering, location, folder);
    // Without rules nothing is asked but which database each config is for.
    if (location.extent != Extent::kStatements) {
      application->deployment = ReadDeployment(gathering, location, folder, *application);
      application->sources = ReadAppSources(gathering, location, folder, *application);
      application->migrating = ReadMigratingFiles(gathering, location, folder, *application);
    }
    in_order_.push_back(application);
  }
  known_.emplace(folder, application);
  return application;
}

}  // namespace hoglint
