#include "lint/facts/deploy_commands.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "lint/deployment/shell.h"
#include "lint/facts/launchers.h"

namespace hoglint {
namespace {

// No chain that somebody wrote is longer.
constexpr std::size_t kMaxChain = 24;

// Commands that are followed for one deployment; files that call each other all over would take for
// ever. Ordinary projects need some thousands.
constexpr std::size_t kMaxSteps = 200'000;

// A path without ./ and .. parts, relative to where reports begin.
std::string Joined(const std::string& folder, std::string_view path) {
  std::vector<std::string> parts;
  std::string text = folder.empty() || path.starts_with('/') ? std::string(path)
                                                             : folder + "/" + std::string(path);
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('/', at), text.size());
    const std::string part = text.substr(at, end - at);
    if (part == ".." && !parts.empty() && parts.back() != "..") {
      parts.pop_back();
    } else if (!part.empty() && part != ".") {
      parts.push_back(part);
    }
    at = end + 1;
  }
  std::string joined;
  for (const std::string& part : parts) joined += (joined.empty() ? "" : "/") + part;
  return joined;
}

bool IsInOrAbove(const std::string& folder, const std::string& path) {
  return folder.empty() || path == folder || path.starts_with(folder + "/");
}

const DeploymentCommand* ScriptOf(const DeploymentFile& package, std::string_view name) {
  const auto script = std::ranges::find(package.commands, name, &DeploymentCommand::name);
  return script == package.commands.end() ? nullptr : &*script;
}

// "@acme/db" is meant by itself, by "db", by its folder, and by these with pnpm's "..." around.
bool FilterFits(const DeploymentFile& package, std::string_view filter) {
  while (filter.starts_with('.') || filter.starts_with('^')) filter.remove_prefix(1);
  while (filter.ends_with('.') || filter.ends_with('^')) filter.remove_suffix(1);
  while (filter.starts_with('/') || filter.starts_with('{')) filter.remove_prefix(1);
  while (filter.ends_with('/') || filter.ends_with('}')) filter.remove_suffix(1);
  if (filter.empty()) return false;
  const std::string& name = package.package_name;
  const std::string end = "/" + std::string(filter);
  return name == filter || package.folder == filter || name.ends_with(end) ||
         package.folder.ends_with(end);
}

class Expander {
 public:
  // `steps` counts for all commands of the deployment.
  Expander(const Deployment& deployment, std::size_t& steps)
      : deployment_(deployment), steps_(steps) {}

  void Expand(const DeploymentFile& file, const DeploymentCommand& command,
              const std::string& folder, const Words& arguments) {
    if (++steps_ > kMaxSteps || chain_.size() >= kMaxChain) return;
    if (!seen_.insert(&command).second) return;
    chain_.push_back({.file = &file, .command = &command, .call = {}, .span = command.span});
    ExpandText(command.text, folder, arguments, true);
    chain_.pop_back();
  }

  std::vector<RunCommand> runs;

 private:
  // `top`: the text is the command's own, and not that of an inner sh -c.
  void ExpandText(std::string_view text, std::string folder, const Words& arguments, bool top) {
    const std::vector<ShellCommand> commands = SplitShell(text);
    for (const ShellCommand& command : commands) {
      Words words;
      for (const ShellWord& word : command.words) words.push_back(word.text);
      if (words.size() == 2 && words.front() == "cd") {
        folder = Joined(folder, words.back());
        continue;
      }
      if (&command == &commands.back()) {
        words.insert(words.end(), arguments.begin(), arguments.end());
      }
      if (top) Point(command, text);
      const CommandLink link = chain_.back();
      const std::size_t assigned = assigned_.size();
      for (const Call& call : CallsOf(std::move(words), assigned_)) Follow(call, folder);
      assigned_.resize(assigned);
      chain_.back() = link;
    }
  }

  // Sets what the last link runs.
  void Point(const ShellCommand& command, std::string_view text) {
    CommandLink& link = chain_.back();
    const Span whole = link.command->span;
    link.call = std::string(text.substr(command.begin, command.end - command.begin));
    link.span = whole;
    // The bytes of the file are the text, so that a part of it has a place of its own.
    if (whole.end - whole.begin == text.size()) {
      link.span = {whole.file, whole.begin + command.begin, whole.begin + command.end};
    }
  }

  void Follow(const Call& call, const std::string& folder) {
    switch (call.kind) {
      case CallKind::kProgram:
        runs.push_back({.chain = chain_, .words = call.words, .assigned = assigned_});
        return;
      case CallKind::kShellText:
        if (++nested_ <= kMaxChain) ExpandText(call.target, folder, {}, false);
        --nested_;
        return;
      case CallKind::kShellFile:
        return FollowFile(call.target, folder);
      case CallKind::kScript:
        return FollowScript(call, folder);
    }
  }

  void FollowScript(const Call& call, const std::string& folder) {
    bool found = false;
    for (const DeploymentFile* package : PackagesOf(call, folder)) {
      if (ScriptOf(*package, call.target) == nullptr) continue;
      found = true;
      for (const char* before : {"pre", "", "post"}) {
        const DeploymentCommand* script = ScriptOf(*package, before + call.target);
        if (script == nullptr) continue;
        Expand(*package, *script, package->folder, *before == '\0' ? call.arguments : Words());
      }
    }
    if (found || call.words.empty() || ++nested_ > kMaxChain) return;
    for (const Call& program : CallsOf(call.words, assigned_)) {
      if (program.kind != CallKind::kScript) Follow(program, folder);
    }
    --nested_;
  }

  [[nodiscard]] std::vector<const DeploymentFile*> PackagesOf(const Call& call,
                                                              const std::string& folder) const {
    std::vector<const DeploymentFile*> packages;
    const DeploymentFile* nearest = nullptr;
    const std::string from = call.folder.empty() ? folder : Joined(folder, call.folder);
    for (const DeploymentFile& file : deployment_.files) {
      if (file.kind != DeploymentKind::kPackageScripts) continue;
      if (call.all || (!call.filter.empty() && FilterFits(file, call.filter))) {
        packages.push_back(&file);
      }
      if (!IsInOrAbove(file.folder, from)) continue;
      if (nearest == nullptr || file.folder.size() > nearest->folder.size()) nearest = &file;
    }
    if (!call.all && call.filter.empty() && nearest != nullptr) packages.push_back(nearest);
    return packages;
  }

  // A script by its path; one of an image lies elsewhere and has the same name.
  void FollowFile(const std::string& path, const std::string& folder) {
    const std::string name = path.substr(path.rfind('/') + 1);
    const DeploymentFile* found = nullptr;
    for (const DeploymentFile& file : deployment_.files) {
      if (file.kind != DeploymentKind::kScript) continue;
      if (file.path == Joined(folder, path)) {
        found = &file;
        break;
      }
      if (file.path == name || file.path.ends_with("/" + name)) found = &file;
    }
    if (found == nullptr) return;
    for (const DeploymentCommand& line : found->commands) {
      if (steps_ > kMaxSteps) return;
      Expand(*found, line, found->folder, {});
    }
  }

  const Deployment& deployment_;
  std::size_t& steps_;
  std::vector<CommandLink> chain_;
  std::set<const DeploymentCommand*> seen_;
  Words assigned_;
  std::size_t nested_ = 0;
};

std::vector<RunCommand> Programs(const Deployment& deployment, const DeploymentFile& file,
                                 const DeploymentCommand& command, std::size_t& steps) {
  Expander expander(deployment, steps);
  expander.Expand(file, command, Joined(file.folder, command.folder), {});
  return std::move(expander.runs);
}

std::vector<RunCommand> AllPrograms(const Deployment& deployment, std::size_t& steps) {
  std::vector<RunCommand> all;
  for (const DeploymentFile& file : deployment.files) {
    for (const DeploymentCommand& command : file.commands) {
      for (RunCommand& run : Programs(deployment, file, command, steps)) {
        all.push_back(std::move(run));
      }
    }
  }
  return all;
}

}  // namespace

std::vector<RunCommand> ProgramsOf(const Deployment& deployment, const DeploymentFile& file,
                                   const DeploymentCommand& command) {
  std::size_t steps = 0;
  return Programs(deployment, file, command, steps);
}

std::vector<RunCommand> ProgramsOf(const Deployment& deployment) {
  std::size_t steps = 0;
  return AllPrograms(deployment, steps);
}

bool CanFollowAll(const Deployment& deployment) {
  std::size_t steps = 0;
  static_cast<void>(AllPrograms(deployment, steps));
  return steps <= kMaxSteps;
}

std::string ChainText(const RunCommand& run, std::size_t from) {
  std::string text;
  for (std::size_t i = from; i < run.chain.size(); ++i) {
    const CommandLink& link = run.chain[i];
    if (i == from) {
      text = fmt::format("{} runs `{}`", link.command->where, link.call);
    } else {
      const bool whole = link.call == link.command->text;
      text += fmt::format(", which {} `{}`", whole && i + 1 == run.chain.size() ? "is" : "runs",
                          link.call);
    }
  }
  return text;
}

bool RunsMigrations(const RunCommand& run) {
  if (IsDrizzleKit(run, "migrate")) return true;
  if (run.words.empty()) return false;
  // A script that is run by name and is not there; its file may be.
  const std::string& program = run.words.front();
  if (program == "db:migrate" || program == "migrate") return true;
  return std::ranges::any_of(run.words, [](std::string_view word) {
    word.remove_prefix(word.rfind('/') + 1);  // npos + 1 is 0
    const std::size_t dot = word.rfind('.');
    if (dot == std::string_view::npos || !word.starts_with("migrate")) return false;
    const std::string_view ending = word.substr(dot + 1);
    return ending.size() <= 3 && (ending.ends_with("ts") || ending.ends_with("js"));
  });
}

bool IsDrizzleKit(const RunCommand& run, std::string_view command) {
  if (run.words.empty() || run.words.front() != "drizzle-kit") return false;
  const auto word = std::find_if(run.words.begin() + 1, run.words.end(),
                                 [](const std::string& each) { return !each.starts_with('-'); });
  if (word == run.words.end()) return false;
  return *word == command || *word == std::string(command) + ":pg";
}

}  // namespace hoglint
