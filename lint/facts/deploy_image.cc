#include "lint/facts/deploy_image.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "lint/facts/application.h"

namespace hoglint {
namespace {

std::string_view WithoutDot(std::string_view path) {
  while (path.starts_with("./")) path.remove_prefix(2);
  while (path.starts_with('/')) path.remove_prefix(1);
  while (path.ends_with('/') || path.ends_with("/.")) path.remove_suffix(1);
  return path == "." ? std::string_view() : path;
}

const DeploymentFile* FindDockerfile(const Deployment& deployment, const DeploymentFile& from,
                                     std::string_view path) {
  const std::string name(path.empty() ? "Dockerfile" : WithoutDot(path));
  const std::string beside = ShownIn(from.folder, name);
  const DeploymentFile* found = nullptr;
  for (const DeploymentFile& file : deployment.files) {
    if (file.kind != DeploymentKind::kDockerfile) continue;
    // A path of railway's is relative to the repository's root or to the service's folder.
    if (file.path == beside || file.path == name) return &file;
    if (beside.ends_with("/" + file.path) || file.path.ends_with("/" + name)) found = &file;
  }
  return found;
}

std::string_view LastPart(std::string_view path) { return path.substr(path.rfind('/') + 1); }

// What a build makes or installs, and single files: nothing that holds migrations.
bool IsBuildProduct(std::string_view source) {
  constexpr auto kProducts = std::to_array<std::string_view>(
      {"node_modules", "dist", "build", ".next", "out", "standalone", "static", "public", "prisma",
       "bin", "lib", "scripts", "src"});
  const std::string_view last = LastPart(source);
  if (std::ranges::find(kProducts, last) != kProducts.end()) return true;
  return last.find('.', 1) != std::string_view::npos && !last.ends_with(".tgz") &&
         !last.ends_with(".tar") && !last.ends_with(".gz");
}

// A source of the context: the path itself, a folder above it, or a pattern that may fit.
bool ContextSourceHolds(std::string_view source, std::string_view path) {
  source = WithoutDot(source);
  if (source.empty() || source == path) return true;
  const std::size_t star = source.find_first_of("*?[$");
  if (star != std::string_view::npos) return path.starts_with(source.substr(0, star));
  return path.starts_with(source) && path.size() > source.size() && path[source.size()] == '/';
}

// In another stage the folder may lie anywhere.
bool StageSourceHolds(std::string_view source, std::string_view path) {
  source = WithoutDot(source);
  if (source.find_first_of("*?[$") != std::string_view::npos) return true;
  const std::string_view last = LastPart(source);
  if (source.empty() || last == LastPart(path)) return true;
  return !IsBuildProduct(source);
}

bool Holds(const DockerCopy& copy, std::string_view path) {
  return std::ranges::any_of(copy.sources, [&](const std::string& source) {
    return copy.from.empty() ? ContextSourceHolds(source, path) : StageSourceHolds(source, path);
  });
}

}  // namespace

const DeploymentFile* RailwayImage(const Deployment& deployment, const DeploymentFile& railway) {
  std::string builder = railway.builder;
  std::ranges::transform(builder, builder.begin(),
                         [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  if (builder != "DOCKERFILE") return nullptr;
  return FindDockerfile(deployment, railway, railway.dockerfile);
}

const DeploymentFile* ServiceImage(const Deployment& deployment, const DeploymentFile& compose,
                                   const ComposeService& service) {
  if (!service.built) return nullptr;
  const std::string_view context = WithoutDot(service.context);
  if (context.empty()) return FindDockerfile(deployment, compose, service.dockerfile);
  // Another folder, or one that cannot be read off: only the very file is meant.
  const std::string name = service.dockerfile.empty() ? "Dockerfile" : service.dockerfile;
  const std::string path = ShownIn(compose.folder, ShownIn(std::string(context), WithoutDot(name)));
  const auto found = std::ranges::find(deployment.files, path, &DeploymentFile::path);
  const bool is_image =
      found != deployment.files.end() && found->kind == DeploymentKind::kDockerfile;
  return is_image ? &*found : nullptr;
}

std::vector<const DockerStage*> StagesOf(const DeploymentFile& dockerfile,
                                         std::string_view target) {
  std::vector<const DockerStage*> stages;
  const auto& all = dockerfile.stages;
  std::size_t at = all.size();  // one past the stage
  if (!target.empty()) {
    while (at > 0 && all[at - 1].name != target) --at;
  }
  while (at > 0) {
    stages.push_back(&all[at - 1]);
    const std::string& base = all[at - 1].base;
    --at;
    while (at > 0 && all[at - 1].name != base) --at;
  }
  return stages;
}

std::string UserOf(const std::vector<const DockerStage*>& stages) {
  for (const DockerStage* stage : stages) {
    if (!stage->user.empty()) return stage->user;
  }
  return {};
}

bool MayHold(const std::vector<const DockerStage*>& stages, std::string_view path) {
  return std::ranges::any_of(stages, [&](const DockerStage* stage) {
    return std::ranges::any_of(stage->copies,
                               [&](const DockerCopy& copy) { return Holds(copy, path); });
  });
}

bool StartsServer(const RunCommand& run) {
  const auto& words = run.words;
  const std::string& program = words.front();
  if (program == "next") return words.size() > 1 && words[1] == "start";
  if (program != "node" && program != "tsx" && program != "bun") return false;
  constexpr auto kNames =
      std::to_array<std::string_view>({"index", "server", "main", "app", "api"});
  for (std::size_t i = 1; i < words.size(); ++i) {
    const std::string_view name = LastPart(words[i]);
    const std::string_view stem = name.substr(0, name.find('.'));
    if (!words[i].starts_with('-') && std::ranges::find(kNames, stem) != kNames.end()) {
      return words[i].find("worker") == std::string::npos;
    }
  }
  return false;
}

}  // namespace hoglint
