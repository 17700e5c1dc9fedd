// Application: the package around one or more tracks, as its files say it: package.json, the
// Drizzle configs, its code, and what builds and deploys it. Values only; checker/project fills
// them in.
#ifndef HOGLINT_LINT_FACTS_APPLICATION_H_
#define HOGLINT_LINT_FACTS_APPLICATION_H_

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "lint/base/span.h"
#include "lint/config/package_json.h"
#include "lint/typescript/drizzle_config.h"

namespace hoglint {

struct AppSources;      // lint/typescript/app_sources.h
struct Deployment;      // lint/deployment/deployment.h
struct MigratingFiles;  // lint/facts/migrating_files.h

// One drizzle.config of an application.
struct DrizzleConfigFile {
  FileId file{};
  std::string path;      // as shown
  std::string folder;    // that its paths are relative to, as shown; empty: where reports begin
  DrizzleConfig config;  // all absent where `problem` says why it could not be read
  std::string problem;
};

struct Application {
  std::string folder;  // of package.json, as shown; empty: where reports begin
  FileId package_file{};
  PackageJson package;
  // "npm", "pnpm", "yarn" or "bun": by the lockfile in its folder or above; npm without one.
  std::string package_manager = "npm";
  // The Drizzle configs in the application's folder, in the order of their paths.
  std::vector<std::shared_ptr<const DrizzleConfigFile>> configs;
  std::shared_ptr<const Deployment> deployment;     // never null
  std::shared_ptr<const AppSources> sources;        // never null
  std::shared_ptr<const MigratingFiles> migrating;  // never null
};

// The application depends on Hogsend's engine, so that its database has the engine's tables.
[[nodiscard]] bool UsesHogsend(const Application& application);

// A path of the application's files as reports show it: `path` is relative to its folder.
[[nodiscard]] std::string ShownIn(const std::string& folder, std::string_view path);

}  // namespace hoglint

#endif  // HOGLINT_LINT_FACTS_APPLICATION_H_
