#include "checker/project/migrating_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "checker/disk/paths.h"
#include "checker/project/project_files.h"
#include "lint/deployment/deployment.h"
#include "lint/deployment/shell.h"
#include "lint/facts/client_config.h"

namespace hoglint {
namespace {

// An application has one or two.
constexpr std::size_t kMaxScripts = 10;
// A .gitignore has some dozens.
constexpr std::size_t kMaxPatterns = 10'000;

bool IsMigrateScriptName(std::string_view path) {
  const std::string_view name = BaseName(path);
  const bool is_code = name.ends_with(".ts") || name.ends_with(".mts") || name.ends_with(".js") ||
                       name.ends_with(".mjs") || name.ends_with(".cjs");
  return is_code && name.find("igrat") != std::string_view::npos;
}

// The words of a command that are scripts which migrate, by their names.
void AddScriptsIn(const std::string& command, std::set<std::string>& paths) {
  for (const ShellCommand& each : SplitShell(command)) {
    for (const ShellWord& word : each.words) {
      if (IsMigrateScriptName(word.text) && !word.text.starts_with('/')) paths.insert(word.text);
    }
  }
}

class Reading {
 public:
  Reading(Gathering& gathering, const Location& location, const Application& application)
      : gathering_(gathering), location_(location), application_(application) {}

  void ReadScripts(const std::string& folder) {
    std::set<std::string> named{"scripts/migrate.ts", "scripts/migrate.mjs", "scripts/migrate.js"};
    for (const auto& [name, command] : application_.package.scripts) AddScriptsIn(command, named);
    for (const DeploymentFile& file : application_.deployment->files) {
      for (const DeploymentCommand& command : file.commands) AddScriptsIn(command.text, named);
    }
    for (const std::string& name : named) {
      const std::string path = AbsolutePath(name, folder);
      if (!IsWithin(path, folder) || found_->scripts.size() >= kMaxScripts) continue;
      AddScript(path, RelativePath(path, folder));
    }
  }

  // A .gitignore counts for what is below its folder.
  void ReadIgnores(const std::string& folder) {
    std::set<std::string> folders{folder};
    for (const auto& config : application_.configs) {
      const std::string out = ShownOut(*config);
      if (out.empty()) continue;
      const std::string path = AbsolutePath(out, location_.shown_from);
      folders.insert(path);
      folders.insert(JoinPath(path, "meta"));
    }
    const std::string top = location_.repository.empty() ? folder : location_.repository;
    std::set<std::string> on_the_way;  // in this order a folder comes before those in it
    for (std::string each : folders) {
      while (IsWithin(each, top)) {
        on_the_way.insert(each);
        if (each == top || each == "/") break;
        each = ParentPath(each);
      }
    }
    for (const std::string& each : on_the_way) AddIgnore(each);
  }

  std::shared_ptr<const MigratingFiles> Finish() && { return std::move(found_); }

 private:
  // The file, if another reader has not added it already.
  [[nodiscard]] std::optional<FileId> SourceOf(const std::string& path) {
    if (!location_.files->Stat(path)) return std::nullopt;
    const std::string shown = ShownPath(location_, path);
    for (std::size_t i = 0; i < gathering_.sources.size(); ++i) {
      const SourceFile& source = gathering_.sources[static_cast<FileId>(i)];
      if (source.path() == shown) return source.id();
    }
    return AddProjectFile(gathering_, location_, path);
  }

  void AddScript(const std::string& path, const std::string& shown) {
    const auto known = std::ranges::find(found_->scripts, shown, &MigratingScript::path);
    if (known != found_->scripts.end()) return;
    const auto file = SourceOf(path);
    if (!file) return;
    // One that cannot be read as TypeScript says nothing: node would not run it either.
    auto script = ReadMigrateScript(gathering_.sources[*file].text(), shown);
    if (script) found_->scripts.push_back({*file, shown, *std::move(script)});
  }

  void AddIgnore(const std::string& folder) {
    const auto file = SourceOf(JoinPath(folder, ".gitignore"));
    if (!file) return;
    std::string shown = ShownPath(location_, folder);
    if (shown == ".") shown.clear();
    IgnoreFile ignored = ReadGitIgnore(gathering_.sources[*file], std::move(shown));
    if (ignored.lines.size() > kMaxPatterns) {
      AddNote(
          gathering_, location_, JoinPath(folder, ".gitignore"),
          fmt::format("whether it hides migrations: it has more than {} patterns", kMaxPatterns));
      return;
    }
    found_->git_ignores.push_back(std::move(ignored));
  }

  Gathering& gathering_;
  const Location& location_;
  const Application& application_;
  std::shared_ptr<MigratingFiles> found_ = std::make_shared<MigratingFiles>();
};

}  // namespace

std::shared_ptr<const MigratingFiles> ReadMigratingFiles(Gathering& gathering,
                                                         const Location& location,
                                                         const std::string& folder,
                                                         const Application& application) {
  Reading reading(gathering, location, application);
  reading.ReadScripts(folder);
  reading.ReadIgnores(folder);
  return std::move(reading).Finish();
}

}  // namespace hoglint
