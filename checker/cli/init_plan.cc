#include "checker/cli/init_plan.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

#include "checker/cli/arguments.h"
#include "checker/cli/config_file.h"
#include "checker/cli/init_hooks.h"
#include "lint/config/config.h"

namespace hoglint {
namespace {

constexpr std::string_view kWorkflows = ".github/workflows/";

// CI systems that have a recipe, and no file that could be written for them.
struct OtherCi {
  std::string_view path;
  std::string_view name;
  std::string_view remote;
};
constexpr auto kOthers =
    std::to_array<OtherCi>({{".gitlab-ci.yml", "GitLab CI", "gitlab.com"},
                            {"bitbucket-pipelines.yml", "Bitbucket Pipelines", "bitbucket.org"},
                            {".circleci/config.yml", "CircleCI", ""}});

bool Mentions(std::string_view text) { return text.find("hoglint") != std::string_view::npos; }

std::string Count(std::size_t count, std::string_view what) {
  return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
}

// The version to lint for: of several the oldest, which locks and rewrites most.
std::optional<FoundPostgres> Chosen(const std::vector<FoundPostgres>& found) {
  std::optional<FoundPostgres> oldest;
  for (const FoundPostgres& each : found) {
    if (each.version < kOldestServer || each.version > kNewestServer) continue;
    if (!oldest || each.version < oldest->version) oldest = each;
  }
  return oldest;
}

std::string PostgresEvidence(const std::vector<FoundPostgres>& found) {
  if (found.empty()) {
    return fmt::format("PostgreSQL: no file names a version, so {} is assumed",
                       Arguments{}.pg_version);
  }
  std::vector<std::string> texts;
  for (const FoundPostgres& each : found) {
    texts.push_back(fmt::format("{} in {}", each.version, each.path));
  }
  const auto chosen = Chosen(found);
  if (!chosen) {
    return fmt::format("PostgreSQL: {}; hoglint knows {} to {}, and takes {}",
                       fmt::join(texts, ", "), kOldestServer, kNewestServer,
                       Arguments{}.pg_version);
  }
  const bool several = std::ranges::any_of(
      found, [&](const FoundPostgres& each) { return each.version != chosen->version; });
  return fmt::format("PostgreSQL: {}{}", fmt::join(texts, ", "),
                     several ? "; the oldest was taken" : "");
}

void AddEvidence(const InitFacts& facts, InitPlan& plan) {
  for (const FoundFolder& each : facts.folders) {
    plan.found.push_back(fmt::format("migrations: {}, {} ({})", each.folder,
                                     Count(each.migrations, "file"), each.found_by));
  }
  plan.found.push_back(fmt::format("runner: {}{}", facts.runner,
                                   facts.runner_why.empty() ? "" : " (" + facts.runner_why + ")"));
  for (const std::string& preset : facts.presets) {
    plan.found.push_back(fmt::format("preset: {} (package.json depends on it)", preset));
  }
  plan.found.push_back(PostgresEvidence(facts.postgres));
  if (!facts.repository) {
    plan.found.emplace_back("git: no repository, so every migration counts as new");
  } else if (facts.base.empty()) {
    plan.found.emplace_back("base branch: nothing is committed, so every migration counts as new");
  } else if (facts.base == "HEAD") {
    plan.found.emplace_back(
        "base branch: none was found, so what is committed counts as merged; hoglint.json can name "
        "it: \"base\": \"origin/BRANCH\"");
  } else {
    plan.found.push_back(fmt::format("base branch: {}", facts.base));
  }
}

// A string of JSON. Paths may hold anything.
std::string Quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (static_cast<unsigned char>(c) < 0x20) {
      out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
    } else {
      out += c;
    }
  }
  return out + '"';
}

// A path in a comment that ends with its line.
std::string InComment(std::string_view text) {
  std::string out(text);
  std::ranges::replace_if(
      out, [](unsigned char c) { return c < 0x20; }, '?');
  return out;
}

std::string ConfigText(const InitFacts& facts) {
  std::vector<std::string> keys;
  if (facts.path_given) {
    std::vector<std::string> folders;
    for (const FoundFolder& each : facts.folders) folders.push_back(Quoted(each.folder));
    keys.push_back(fmt::format("  // What is checked when no path is given.\n  \"tracks\": [{}]",
                               fmt::join(folders, ", ")));
  }
  if (const auto postgres = Chosen(facts.postgres)) {
    keys.push_back(
        fmt::format("  // {} says so. Which locks a statement takes depends on it.\n"
                    "  \"postgres\": {}",
                    InComment(postgres->path), postgres->version));
  }
  std::string text = "{\n";
  text += fmt::format("  \"$schema\": {},\n",
                      Quoted(fmt::format("https://raw.githubusercontent.com/{}/v{}/docs/schema/"
                                         "hoglint.schema.json",
                                         kHoglintRepository, HOGLINT_VERSION)));
  for (const std::string& key : keys) text += key + ",\n";
  text +=
      "  // Levels that differ from the default: \"drop-column\": \"warning\". hoglint rules lists "
      "all.\n";
  return text + "  \"rules\": {}\n}\n";
}

void PlanConfig(const InitFacts& facts, InitPlan& plan) {
  if (facts.files.contains(std::string(kConfigName))) {
    plan.there.push_back(fmt::format("{} is there", kConfigName));
    return;
  }
  plan.files.push_back({.path = std::string(kConfigName),
                        .why = "what was found that hoglint cannot find by itself each time",
                        .text = ConfigText(facts)});
}

// The first file below a folder that mentions hoglint; empty: none does.
std::string MentioningFile(const InitFacts& facts, std::string_view folder) {
  for (const auto& [path, text] : facts.files) {
    if (path.starts_with(folder) && Mentions(text)) return path;
  }
  return {};
}

void PlanCi(const InitFacts& facts, InitPlan& plan) {
  if (!facts.repository) return;
  const bool has_workflows = std::ranges::any_of(
      facts.files, [](const auto& file) { return file.first.starts_with(kWorkflows); });
  bool other = false;
  for (const OtherCi& ci : kOthers) {
    const auto file = facts.files.find(std::string(ci.path));
    if (file == facts.files.end() && (ci.remote.empty() || facts.remote != ci.remote)) continue;
    other = true;
    if (file != facts.files.end() && Mentions(file->second)) {
      plan.there.push_back(fmt::format("{} runs hoglint", ci.path));
    } else {
      plan.by_hand.push_back(fmt::format(
          "{} ({}): the job to copy is in\n  https://github.com/{}/blob/v{}/docs/guide/ci.md",
          ci.name, ci.path, kHoglintRepository, HOGLINT_VERSION));
    }
  }
  if (const std::string path = MentioningFile(facts, kWorkflows); !path.empty()) {
    plan.there.push_back(fmt::format("{} runs hoglint", path));
  } else if (has_workflows || facts.remote == "github.com") {
    plan.files.push_back({.path = std::string(kWorkflows) + "hoglint.yml",
                          .why = has_workflows ? "the repository has workflows of GitHub's"
                                               : "the remote is on GitHub",
                          .text = GitHubWorkflow()});
  } else if (!other) {
    plan.by_hand.push_back(
        fmt::format("no CI was found; recipes for GitHub, GitLab and others are in\n"
                    "  https://github.com/{}/tree/v{}/docs/guide",
                    kHoglintRepository, HOGLINT_VERSION));
  }
}

}  // namespace

InitPlan PlanInit(const InitFacts& facts) {
  InitPlan plan;
  AddEvidence(facts, plan);
  PlanConfig(facts, plan);
  PlanCi(facts, plan);
  PlanHooks(facts, plan);
  return plan;
}

std::string GitHubWorkflow() {
  return fmt::format(R"(name: hoglint
on:
  pull_request:
  merge_group:

permissions:
  contents: read
  pull-requests: write # for the comment

concurrency:
  group: hoglint-${{{{ github.ref }}}}
  cancel-in-progress: true

jobs:
  hoglint:
    runs-on: ubuntu-latest
    timeout-minutes: 5
    steps:
      - uses: actions/checkout@v4
        with:
          persist-credentials: false
      - uses: {}@v{}
)",
                     kHoglintRepository, HOGLINT_VERSION);
}

}  // namespace hoglint
