// Deployment: what the files that build, deploy and start an application say: commands,
// environment, images. Each kind is read by its own parser into these values.
#ifndef HOGLINT_LINT_DEPLOYMENT_DEPLOYMENT_H_
#define HOGLINT_LINT_DEPLOYMENT_DEPLOYMENT_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "lint/base/span.h"

namespace hoglint {

enum class DeploymentKind : std::uint8_t {
  kRailway,         // railway*.toml, railway*.json
  kDockerfile,      // Dockerfile, Dockerfile.*, *.Dockerfile
  kCompose,         // docker-compose*.yml, compose*.yaml
  kGitHubWorkflow,  // .github/workflows/*.yml
  kGitLabCi,        // .gitlab-ci.yml
  kVercel,          // vercel.json
  kProcfile,
  kFly,       // fly.toml
  kNixpacks,  // nixpacks.toml
  kRender,    // render.yaml
  kGitHook,   // lefthook.yml, .husky/*
  kScript,    // scripts/*.sh
  kPackageScripts,
  kDotEnv,        // .env, .env.*
  kDockerIgnore,  // .dockerignore
  kGitIgnore,     // .gitignore
};

// When a command runs.
enum class CommandPhase : std::uint8_t {
  kInstall,    // postinstall, prepare
  kBuild,      // the image or the bundle is made
  kPreDeploy,  // once per deploy, before the new version starts
  kStart,      // with every start of a service
  kCi,         // in a workflow
  kHook,       // a git hook on a developer's machine
  kLocal,      // by hand: an npm script or a shell script that nothing else calls
};

struct DeploymentCommand {
  Span span = {};  // of the command's text in its file
  // "pnpm db:migrate && node dist/index.js". A script of several lines is a command each line; of
  // the exec form ["sh", "-c", "a b"] it is the shell line that does the same. The bytes of `span`
  // are this text, unless it was put together.
  std::string text = {};
  CommandPhase phase{};
  std::string where =
      {};  // for people: "preDeployCommand", "job deploy", "service api", "script build"
  std::string service = {};  // of compose and render; empty elsewhere
  std::string name = {};     // kPackageScripts: of the script; kGitHook: of the hook
  std::string folder = {};   // that it runs in, relative to the file's; empty: the same
  std::uint32_t stage = 0;   // kDockerfile: index in `stages`
  // kGitHubWorkflow, kGitLabCi: the job starts a PostgreSQL of its own, and no other is named.
  bool own_database = false;
};

struct DeploymentVariable {
  Span span = {};
  std::string name = {};
  std::string value = {};
  std::string where = {};   // as for commands
  std::uint32_t stage = 0;  // as for commands
};

struct DockerCopy {
  Span span = {};
  std::string from = {};  // stage or image; empty: the build's context
  std::vector<std::string> sources = {};
  std::string destination = {};
};

struct DockerStage {
  Span span = {};  // of the FROM line
  std::string name = {};
  std::string base = {};  // image, or the name of an earlier stage
  std::vector<DockerCopy> copies = {};
  std::string user = {};  // the last USER; empty: root, or the base's
};

struct ComposeService {
  Span span = {};
  std::string name = {};
  // Services that it waits for: with service_completed_successfully, or otherwise.
  struct Wait {
    std::string service = {};
    std::string condition = {};
  };
  std::vector<Wait> waits = {};
  std::string image = {};       // empty: none is named
  bool built = false;           // it has a `build`
  std::string context = {};     // of `build`, relative to the file's folder; empty: that folder
  std::string dockerfile = {};  // of `build`, relative to the context; empty: the default
  std::string target = {};      // stage of `build`; empty: the last
};

struct IgnorePattern {
  Span span = {};
  std::string pattern = {};  // as written, without a leading !
  bool negated = false;
};

struct DeploymentFile {
  DeploymentKind kind{};
  FileId file{};
  std::string path;    // as shown
  std::string folder;  // as shown; that its paths are relative to
  std::vector<DeploymentCommand> commands;
  std::vector<DeploymentVariable> environment;
  std::vector<DockerStage> stages;       // kDockerfile
  std::vector<ComposeService> services;  // kCompose
  std::vector<IgnorePattern> ignored;    // kDockerIgnore, kGitIgnore
  std::string builder;                   // kRailway: "DOCKERFILE", "NIXPACKS", "RAILPACK"; or empty
  std::string dockerfile;                // kRailway: dockerfilePath; empty: "Dockerfile"
  std::optional<Span> watch_span;        // kRailway: of watchPatterns
  std::vector<std::string> watch_patterns;
  bool has_start_command = false;  // kRailway: a service that runs something
  std::string package_name;        // kPackageScripts: "name" of the package
};

struct Deployment {
  std::vector<DeploymentFile> files;  // in the order of their paths; those that could be read
};

}  // namespace hoglint

#endif  // HOGLINT_LINT_DEPLOYMENT_DEPLOYMENT_H_
