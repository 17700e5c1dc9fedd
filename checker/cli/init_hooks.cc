#include "checker/cli/init_hooks.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "lint/base/source_file.h"
#include "lint/deployment/config_node.h"

namespace hoglint {
namespace {

constexpr std::string_view kPreCommit = ".pre-commit-config.yaml";
constexpr std::string_view kHuskyHook = ".husky/pre-commit";
constexpr auto kLefthook = std::to_array<std::string_view>(
    {"lefthook.yml", "lefthook.yaml", ".lefthook.yml", ".lefthook.yaml"});

constexpr std::string_view kBlanks = " \t\r\n";

std::vector<std::string_view> LinesOf(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

bool IsBlankOrComment(std::string_view line) {
  const std::size_t at = line.find_first_not_of(kBlanks);
  return at == std::string_view::npos || line[at] == '#';
}

ConfigNode Yaml(const std::string& text) {
  ConfigTree tree = ParseYamlTree(SourceFile(FileId{}, "file.yaml", text));
  return tree.problem ? ConfigNode() : std::move(tree.root);
}

// The file with the lines at its end.
std::string Appended(std::string_view file, std::string_view lines) {
  std::string text(file);
  if (!text.empty() && !text.ends_with('\n')) text += '\n';
  return text.append(lines);
}

std::string Indented(std::string_view text, std::size_t by) {
  std::string out;
  for (const std::string_view line : LinesOf(text)) {
    out += fmt::format("{}{}\n", std::string(by, ' '), line);
  }
  return out;
}

void ByHand(InitPlan& plan, std::string_view path, std::string_view where, std::string_view lines) {
  plan.by_hand.push_back(fmt::format("{}: add {}\n{}", path, where, Indented(lines, 4)));
}

std::string PreCommitEntry(std::size_t indent) {
  return Indented(fmt::format("- repo: https://github.com/{}\n"
                              "  rev: v{}\n"
                              "  hooks:\n"
                              "    - id: hoglint\n",
                              kHoglintRepository, HOGLINT_VERSION),
                  indent);
}

// The indentation of the items of `repos`, when it is what the file ends with.
std::optional<std::size_t> IndentOfRepos(std::string_view text) {
  bool in_repos = false;
  std::optional<std::size_t> indent;
  for (const std::string_view line : LinesOf(text)) {
    if (IsBlankOrComment(line)) continue;
    const std::size_t at = line.find_first_not_of(' ');
    const bool item = line.substr(at).starts_with("- ");
    if (at == 0 && !item) {
      in_repos = line.substr(0, line.find_last_not_of(kBlanks) + 1) == "repos:";
      indent.reset();
    } else if (in_repos && !indent) {
      if (!item) return std::nullopt;
      indent = at;
    }
  }
  return in_repos ? indent : std::nullopt;
}

void PlanPreCommit(const InitFacts& facts, InitPlan& plan) {
  const auto file = facts.files.find(std::string(kPreCommit));
  if (file == facts.files.end()) return;
  const std::string& text = file->second;
  if (text.find("hoglint") != std::string::npos) {
    plan.there.push_back(fmt::format("{} runs hoglint", kPreCommit));
    return;
  }
  if (const auto indent = IndentOfRepos(text)) {
    const std::string lines = PreCommitEntry(*indent);
    const ConfigNode before = Yaml(text);
    const ConfigNode after = Yaml(Appended(text, lines));
    const auto& repos = after["repos"].children;
    if (before.is_map() && !repos.empty() && repos.size() == before["repos"].children.size() + 1 &&
        repos.back()["hooks"].is_list()) {
      plan.files.push_back({std::string(kPreCommit), "the project uses pre-commit", true, lines});
      return;
    }
  }
  ByHand(plan, kPreCommit, "to the list repos", PreCommitEntry(0));
}

// How the package manager runs a program of node_modules.
std::string RunCommand(const InitFacts& facts) {
  if (!facts.has_package) return "hoglint";
  if (facts.package_manager == "pnpm") return "pnpm exec hoglint";
  if (facts.package_manager == "yarn") return "yarn hoglint";
  if (facts.package_manager == "bun") return "bun x hoglint";
  return "npx hoglint";
}

std::string InstallCommand(const InitFacts& facts) {
  if (facts.package_manager == "npm") return "npm install --save-dev hoglint";
  return fmt::format("{} add -D hoglint", facts.package_manager);
}

// The hook's line runs what package.json has to name.
void WantPackage(const InitFacts& facts, InitPlan& plan) {
  if (facts.has_hoglint) return;
  if (!facts.has_package) {
    plan.by_hand.push_back(
        fmt::format("the hook runs hoglint, which has to be on everybody's PATH:\n"
                    "  https://github.com/{}/blob/v{}/docs/guide/install.md",
                    kHoglintRepository, HOGLINT_VERSION));
    return;
  }
  plan.by_hand.push_back(
      fmt::format("the hook runs the package hoglint:\n    {}", InstallCommand(facts)));
}

// Lines behind one that leaves the script would never run.
bool EndsEarly(std::string_view script) {
  return std::ranges::any_of(LinesOf(script), [](std::string_view line) {
    return line.starts_with("exit") || line.starts_with("exec ");
  });
}

void PlanHusky(const InitFacts& facts, InitPlan& plan) {
  const bool used = std::ranges::any_of(
      facts.files, [](const auto& each) { return each.first.starts_with(".husky/"); });
  if (!used && !facts.husky) return;
  // From 9 on husky finds the programs of node_modules by itself.
  const std::string lines = (facts.husky.value_or(0) >= 9 ? "hoglint" : RunCommand(facts)) + "\n";
  const auto file = facts.files.find(std::string(kHuskyHook));
  if (file != facts.files.end() && file->second.find("hoglint") != std::string::npos) {
    plan.there.push_back(fmt::format("{} runs hoglint", kHuskyHook));
    return;
  }
  if (file != facts.files.end() && !EndsEarly(file->second)) {
    plan.files.push_back({std::string(kHuskyHook), "the project uses husky", true, lines});
  } else if (file == facts.files.end() && facts.husky.value_or(0) >= 9) {
    plan.files.push_back({std::string(kHuskyHook), "the project uses husky", false, lines});
  } else {
    ByHand(plan, kHuskyHook, "the line", lines);
  }
  WantPackage(facts, plan);
}

void PlanLefthook(const InitFacts& facts, InitPlan& plan) {
  for (const std::string_view path : kLefthook) {
    const auto file = facts.files.find(std::string(path));
    if (file == facts.files.end()) continue;
    const std::string& text = file->second;
    if (text.find("hoglint") != std::string::npos) {
      plan.there.push_back(fmt::format("{} runs hoglint", path));
      return;
    }
    const std::string command = fmt::format("hoglint:\n  glob: \"*.{{sql,json}}\"\n  run: {}\n",
                                            facts.has_package && facts.package_manager != "yarn"
                                                ? "node_modules/.bin/hoglint"
                                                : RunCommand(facts));
    const std::string block = "pre-commit:\n  commands:\n" + Indented(command, 4);
    const ConfigNode before = Yaml(text);
    const ConfigNode after = Yaml(Appended(text, block));
    if (before.is_map() && !before["pre-commit"].present() && after.is_map() &&
        after.children.size() == before.children.size() + 1 &&
        after["pre-commit"]["commands"]["hoglint"]["run"].is_scalar()) {
      plan.files.push_back({std::string(path), "the project uses lefthook", true, block});
    } else {
      ByHand(plan, path, "below pre-commit, commands", command);
    }
    WantPackage(facts, plan);
    return;
  }
}

}  // namespace

void PlanHooks(const InitFacts& facts, InitPlan& plan) {
  if (!facts.repository) return;
  PlanPreCommit(facts, plan);
  PlanHusky(facts, plan);
  PlanLefthook(facts, plan);
}

}  // namespace hoglint
