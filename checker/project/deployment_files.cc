// Which files build, deploy and start the application: those in its own folder, and those in the
// folders above it that concern all of a repository (docs/design/deployment.md).
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "checker/disk/paths.h"
#include "checker/project/project_files.h"
#include "lint/deployment/ignored.h"
#include "lint/deployment/read.h"
#include "lint/facts/deploy_commands.h"

namespace hoglint {
namespace {

// More files of these kinds than anybody writes for one application.
constexpr std::size_t kMaxFiles = 400;

// Folders whose files concern the one that they lie in.
constexpr auto kBelow = std::to_array<const char*>(
    {".github/workflows", ".husky", "scripts", "bin", "docker", "deploy"});
constexpr auto kBelowAbove = std::to_array<const char*>({".github/workflows", ".husky"});

// What a folder above the application's may say about it.
bool ConcernsFoldersBelow(DeploymentKind kind) {
  switch (kind) {
    case DeploymentKind::kRailway:
    case DeploymentKind::kCompose:
    case DeploymentKind::kGitHubWorkflow:
    case DeploymentKind::kGitLabCi:
    case DeploymentKind::kVercel:
    case DeploymentKind::kRender:
    case DeploymentKind::kGitHook:
    case DeploymentKind::kPackageScripts:
    case DeploymentKind::kGitIgnore:
      return true;
    default:
      return false;
  }
}

struct Candidate {
  std::string path;  // absolute
  std::string home;  // the folder that it concerns
  DeploymentKind kind{};
};

class Search {
 public:
  Search(Gathering& gathering, const Location& location, const Application& application)
      : gathering_(gathering), location_(location), application_(application) {}

  std::shared_ptr<Deployment> Read(const std::string& folder) {
    Collect(folder, folder, true);
    for (const char* below : kBelow) Collect(folder, JoinPath(folder, below), true);
    for (const std::string& above : FoldersAbove(folder)) {
      Collect(above, above, false);
      for (const char* below : kBelowAbove) Collect(above, JoinPath(above, below), false);
    }
    std::ranges::sort(candidates_, {}, &Candidate::path);
    // What git ignores is nobody's but the one's who works here.
    // Not the one of std::ranges: clang 14 cannot compile what it returns.
    const auto others = std::stable_partition(
        candidates_.begin(), candidates_.end(),
        [](const Candidate& each) { return each.kind == DeploymentKind::kGitIgnore; });
    std::for_each(candidates_.begin(), others, [this](const Candidate& each) { Add(each); });
    std::for_each(others, candidates_.end(), [this](const Candidate& each) {
      if (each.kind != DeploymentKind::kDotEnv || !IsGitIgnored(each.path)) Add(each);
    });
    std::ranges::sort(deployment_->files, {}, &DeploymentFile::path);
    if (!CanFollowAll(*deployment_)) {
      AddNote(gathering_, location_, folder,
              "the commands of its deployment files call each other too often to be followed");
    }
    return deployment_;
  }

 private:
  // From the parent to the repository's root.
  [[nodiscard]] std::vector<std::string> FoldersAbove(std::string folder) const {
    std::vector<std::string> above;
    if (location_.repository.empty() || !IsWithin(folder, location_.repository)) return above;
    while (folder != location_.repository && folder != "/") {
      folder = ParentPath(folder);
      above.push_back(folder);
    }
    return above;
  }

  void Collect(const std::string& home, const std::string& folder, bool own) {
    const auto status = location_.files->Stat(folder);
    if (!status || status->kind != FileKind::kFolder) return;
    const auto real = location_.files->RealPath(folder);
    if (!real || !IsWithin(*real, location_.boundary)) {
      AddNote(gathering_, location_, folder, "it is a link that leads out of the project");
      return;
    }
    const auto entries = location_.files->List(folder);
    if (!entries) return;
    for (const FolderEntry& entry : *entries) {
      if (entry.kind != FileKind::kFile) continue;
      const std::string path = JoinPath(folder, entry.name);
      const auto kind = DeploymentKindOf(RelativePath(path, home));
      if (!kind || (!own && !ConcernsFoldersBelow(*kind))) continue;
      if (candidates_.size() == kMaxFiles) {
        AddNote(gathering_, location_, path,
                fmt::format("it comes after {} files that build and deploy the application",
                            kMaxFiles));
        return;
      }
      candidates_.push_back({path, home, *kind});
    }
  }

  [[nodiscard]] std::string Shown(const std::string& folder) const {
    std::string shown = ShownPath(location_, folder);
    return shown == "." ? std::string() : shown;
  }

  [[nodiscard]] bool IsGitIgnored(const std::string& path) const {
    const auto& files = deployment_->files;
    return std::ranges::any_of(files, [&](const DeploymentFile& file) {
      return file.kind == DeploymentKind::kGitIgnore &&
             LastPatternHides(file.ignored, BaseName(path));
    });
  }

  // A file above several applications is read once.
  [[nodiscard]] std::optional<FileId> SourceOf(const std::string& path) const {
    const std::string shown = ShownPath(location_, path);
    if (gathering_.sources[application_.package_file].path() == shown) {
      return application_.package_file;
    }
    for (std::size_t i = 0; i < gathering_.sources.size(); ++i) {
      const SourceFile& source = gathering_.sources[static_cast<FileId>(i)];
      if (source.path() == shown) return source.id();
    }
    return std::nullopt;
  }

  void Add(const Candidate& candidate) {
    auto file = SourceOf(candidate.path);
    const bool again = file.has_value();
    if (!again) file = AddProjectFile(gathering_, location_, candidate.path);
    if (!file) return;
    DeploymentReading reading =
        ReadDeploymentFile(candidate.kind, gathering_.sources[*file], Shown(candidate.home));
    for (DeploymentProblem& problem : reading.problems) {
      // The application's package.json was read before. Of one that is broken others say it.
      const bool package = candidate.kind == DeploymentKind::kPackageScripts;
      if (package ? reading.file.commands.empty() : again) continue;
      gathering_.not_checked.push_back(
          {problem.span, reading.file.path, "it " + std::move(problem.message)});
    }
    deployment_->files.push_back(std::move(reading.file));
  }

  Gathering& gathering_;
  const Location& location_;
  const Application& application_;
  std::vector<Candidate> candidates_;
  std::shared_ptr<Deployment> deployment_ = std::make_shared<Deployment>();
};

}  // namespace

std::shared_ptr<const Deployment> ReadDeployment(Gathering& gathering, const Location& location,
                                                 const std::string& folder,
                                                 const Application& application) {
  return Search(gathering, location, application).Read(folder);
}

}  // namespace hoglint
