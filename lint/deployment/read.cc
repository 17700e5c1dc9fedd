#include "lint/deployment/read.h"

#include <algorithm>
#include <array>
#include <utility>

#include "lint/deployment/config_node.h"
#include "lint/deployment/readers.h"

namespace hoglint {
namespace {

// Nobody writes more into one package.json; each is looked up by name.
constexpr std::size_t kMaxScripts = 1000;

bool EndsWithAny(std::string_view name, std::initializer_list<std::string_view> ends) {
  return std::ranges::any_of(ends, [&](std::string_view end) { return name.ends_with(end); });
}

bool IsYaml(std::string_view name) { return EndsWithAny(name, {".yml", ".yaml"}); }

bool IsCompose(std::string_view name) {
  return IsYaml(name) && (name.starts_with("docker-compose.") || name.starts_with("compose.") ||
                          name.starts_with("docker-compose-"));
}

bool IsDockerfile(std::string_view name) {
  if (name.ends_with(".dockerignore")) return false;
  return name == "Dockerfile" || name.starts_with("Dockerfile.") ||
         EndsWithAny(name, {".Dockerfile", ".dockerfile"});
}

// What a name means in the folder itself.
std::optional<DeploymentKind> KindOfName(std::string_view name) {
  struct Fixed {
    std::string_view name;
    DeploymentKind kind;
  };
  static constexpr auto kFixed = std::to_array<Fixed>({
      {"package.json", DeploymentKind::kPackageScripts},
      {"vercel.json", DeploymentKind::kVercel},
      {"Procfile", DeploymentKind::kProcfile},
      {"nixpacks.toml", DeploymentKind::kNixpacks},
      {"render.yaml", DeploymentKind::kRender},
      {"render.yml", DeploymentKind::kRender},
      {"lefthook.yml", DeploymentKind::kGitHook},
      {"lefthook.yaml", DeploymentKind::kGitHook},
      {".lefthook.yml", DeploymentKind::kGitHook},
      {".gitlab-ci.yml", DeploymentKind::kGitLabCi},
      {".env", DeploymentKind::kDotEnv},
      {".dockerignore", DeploymentKind::kDockerIgnore},
      {".gitignore", DeploymentKind::kGitIgnore},
  });
  const auto* fixed = std::ranges::find(kFixed, name, &Fixed::name);
  if (fixed != kFixed.end()) return fixed->kind;
  if (name.starts_with("railway") && EndsWithAny(name, {".toml", ".json"})) {
    return DeploymentKind::kRailway;
  }
  if (name.starts_with("fly.") && name.ends_with(".toml")) return DeploymentKind::kFly;
  if (IsDockerfile(name)) return DeploymentKind::kDockerfile;
  if (name.ends_with(".dockerignore")) return DeploymentKind::kDockerIgnore;
  if (IsCompose(name)) return DeploymentKind::kCompose;
  if (name.starts_with(".env.")) return DeploymentKind::kDotEnv;
  if (name.ends_with(".sh")) return DeploymentKind::kScript;
  return std::nullopt;
}

using TreeReader = void (*)(const ConfigNode&, const SourceFile&, DeploymentFile&);

// Null for the kinds that are no tree.
TreeReader TreeReaderOf(DeploymentKind kind) {
  switch (kind) {
    case DeploymentKind::kRailway:
      return ReadRailway;
    case DeploymentKind::kCompose:
      return ReadCompose;
    case DeploymentKind::kGitHubWorkflow:
      return ReadGitHubWorkflow;
    case DeploymentKind::kGitLabCi:
      return ReadGitLabCi;
    case DeploymentKind::kVercel:
      return ReadVercel;
    case DeploymentKind::kFly:
      return ReadFly;
    case DeploymentKind::kNixpacks:
      return ReadNixpacks;
    case DeploymentKind::kRender:
      return ReadRender;
    case DeploymentKind::kGitHook:
      return ReadLefthook;
    case DeploymentKind::kPackageScripts:
      return ReadPackageScripts;
    default:
      return nullptr;
  }
}

ConfigTree ParseTree(const SourceFile& source) {
  const std::string& path = source.path();
  if (path.ends_with(".toml")) return ParseTomlTree(source);
  return path.ends_with(".json") ? ParseJsonTree(source) : ParseYamlTree(source);
}

void ReadPlain(const SourceFile& source, DeploymentFile& file) {
  switch (file.kind) {
    case DeploymentKind::kDockerfile:
      return ReadDockerfile(source, file);
    case DeploymentKind::kProcfile:
      return ReadProcfile(source, file);
    case DeploymentKind::kDotEnv:
      return ReadDotEnv(source, file);
    case DeploymentKind::kDockerIgnore:
    case DeploymentKind::kGitIgnore:
      return ReadIgnoreFile(source, file);
    default:
      return ReadShellScript(source, file);
  }
}

}  // namespace

std::optional<DeploymentKind> DeploymentKindOf(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string_view::npos) return KindOfName(path);
  const std::string_view folder = path.substr(0, slash);
  const std::string_view name = path.substr(slash + 1);
  if (folder == ".github/workflows") {
    return IsYaml(name) ? std::optional(DeploymentKind::kGitHubWorkflow) : std::nullopt;
  }
  if (folder == ".husky") {
    const bool hook = name.find('.') == std::string_view::npos;
    return hook ? std::optional(DeploymentKind::kGitHook) : std::nullopt;
  }
  if (name.ends_with(".sh")) return DeploymentKind::kScript;
  if (folder == "docker" || folder == "deploy") {
    if (IsDockerfile(name)) return DeploymentKind::kDockerfile;
    if (IsCompose(name)) return DeploymentKind::kCompose;
  }
  return std::nullopt;
}

DeploymentReading ReadDeploymentFile(DeploymentKind kind, const SourceFile& source,
                                     std::string folder) {
  DeploymentReading reading;
  reading.file.kind = kind;
  reading.file.file = source.id();
  reading.file.path = source.path();
  reading.file.folder = std::move(folder);
  const bool husky = kind == DeploymentKind::kGitHook && !IsYaml(source.path());
  const TreeReader reader = husky ? nullptr : TreeReaderOf(kind);
  if (reader == nullptr) {
    ReadPlain(source, reading.file);
    return reading;
  }
  const ConfigTree tree = ParseTree(source);
  if (tree.problem) reading.problems.push_back(*tree.problem);
  reader(tree.root, source, reading.file);
  if (kind == DeploymentKind::kPackageScripts && reading.file.commands.size() > kMaxScripts) {
    reading.file.commands.resize(kMaxScripts);
    reading.problems.push_back({{source.id(), 0, 0}, "has more than 1000 scripts"});
  }
  return reading;
}

}  // namespace hoglint
