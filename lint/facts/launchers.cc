#include "lint/facts/launchers.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <utility>

#include "lint/facts/package_manager.h"

namespace hoglint {
namespace {

// A chain of launchers is never longer.
constexpr int kMaxDepth = 16;

template <std::size_t kSize>
bool IsOneOf(std::string_view word, const std::array<std::string_view, kSize>& list) {
  return std::ranges::find(list, word) != list.end();
}

bool IsFlag(std::string_view word) { return word.size() > 1 && word.front() == '-'; }

bool IsAssignment(std::string_view word) {
  const std::size_t sign = word.find('=');
  if (sign == std::string_view::npos || sign == 0) return false;
  return std::ranges::all_of(word.substr(0, sign),
                             [](unsigned char c) { return std::isalnum(c) != 0 || c == '_'; });
}

// Takes NAME=value from the front.
void TakeAssignments(Words& words, Words& assigned) {
  std::size_t count = 0;
  while (count < words.size() && IsAssignment(words[count])) assigned.push_back(words[count++]);
  words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(count));
}

Words After(const Words& words, std::size_t count) {
  return {words.begin() + static_cast<std::ptrdiff_t>(std::min(count, words.size())), words.end()};
}

// The position of the first word from `at` that is no flag, `valued` flags taken with their value.
template <std::size_t kSize>
std::size_t PastFlags(const Words& words, std::size_t at,
                      const std::array<std::string_view, kSize>& valued) {
  while (at < words.size() && IsFlag(words[at])) {
    if (words[at] == "--") return at + 1;
    at += IsOneOf(words[at], valued) ? 2 : 1;
  }
  return at;
}

// Programs that run what comes after their flags, and how many words of their own come first.
struct Wrapper {
  std::string_view name;
  std::size_t own = 0;
};
constexpr auto kWrappers = std::to_array<Wrapper>({
    {"env", 0},       {"cross-env", 0},    {"cross-env-shell", 0},
    {"exec", 0},      {"nohup", 0},        {"sudo", 0},
    {"command", 0},   {"nice", 0},         {"tini", 0},
    {"dumb-init", 0}, {"gosu", 1},         {"su-exec", 1},
    {"timeout", 1},   {"dotenv", 0},       {"dotenvx", 1},
    {"doppler", 1},   {"infisical", 1},    {"op", 1},
    {"chamber", 1},   {"railway", 1},      {"heroku", 1},
    {"with-env", 0},  {"with-contenv", 0}, {"env-cmd", 0},
    {"dockerize", 0}, {"s6-setuidgid", 1},
});

constexpr auto kWrapperValues = std::to_array<std::string_view>(
    {"-e", "-f", "-u", "-p", "-c", "-s", "--env", "--env-file", "--user", "--app", "-a",
     "--service", "--environment", "--config", "--project"});

// What a wrapper runs; absent when the words are none.
std::optional<Words> Unwrapped(const Words& words, std::string_view program) {
  const auto* wrapper = std::ranges::find(kWrappers, program, &Wrapper::name);
  if (wrapper == kWrappers.end()) return std::nullopt;
  // `doppler secrets` runs nothing.
  constexpr auto kWithRun = std::to_array<std::string_view>(
      {"dotenvx", "doppler", "infisical", "op", "railway", "heroku"});
  if (IsOneOf(program, kWithRun)) {
    const auto run = std::ranges::find_if(
        words, [](const std::string& word) { return word == "run" || word == "run:detached"; });
    if (run == words.end()) return std::nullopt;
    const auto at = static_cast<std::size_t>(run - words.begin());
    return After(words, PastFlags(words, at + 1, kWrapperValues));
  }
  const auto dashes = std::ranges::find(words, "--");
  if (dashes != words.end()) {
    return After(words, static_cast<std::size_t>(dashes - words.begin()) + 1);
  }
  return After(words, PastFlags(words, 1, kWrapperValues) + wrapper->own);
}

// docker compose run|exec [flags] SERVICE command
std::optional<Words> InContainer(const Words& words, std::string_view program) {
  std::size_t at = 1;
  if (program == "docker" && words.size() > 1 && words[1] == "compose") at = 2;
  if (program != "docker-compose" && at != 2) return std::nullopt;
  constexpr auto kValued = std::to_array<std::string_view>(
      {"-f", "--file", "-p", "--project-name", "--profile", "--env-file", "-e", "--env", "-u",
       "--user", "-w", "--workdir", "-v", "--volume", "--name", "--entrypoint", "--index"});
  at = PastFlags(words, at, kValued);
  if (at >= words.size() || (words[at] != "run" && words[at] != "exec")) return std::nullopt;
  return After(words, PastFlags(words, at + 1, kValued) + 1);
}

class Resolver {
 public:
  explicit Resolver(Words& assigned) : assigned_(assigned) {}

  void Resolve(Words words, int depth) {
    TakeAssignments(words, assigned_);
    if (words.empty() || depth > kMaxDepth) return;
    const std::string program = ProgramName(words.front());
    if (Shell(words, program) || Several(words, program)) return;
    auto inner = Unwrapped(words, program);
    if (!inner) inner = InContainer(words, program);
    if (!inner) inner = Fetched(words, program);
    if (inner) return Resolve(*std::move(inner), depth + 1);
    if (auto call = PackageManagerCall(words, program)) {
      if (call->kind == CallKind::kProgram) return Resolve(std::move(call->words), depth + 1);
      calls.push_back(*std::move(call));
      return;
    }
    Program(std::move(words), program);
  }

  std::vector<Call> calls;

 private:
  void Add(CallKind kind, std::string target) {
    Call call;
    call.kind = kind;
    call.target = std::move(target);
    calls.push_back(std::move(call));
  }

  // sh -c TEXT, sh FILE, . FILE, ./x.sh
  bool Shell(const Words& words, std::string_view program) {
    constexpr auto kShells =
        std::to_array<std::string_view>({"sh", "bash", "zsh", "ash", "dash", "source", "."});
    if (words.front().ends_with(".sh") || program == "docker-entrypoint") {
      Add(CallKind::kShellFile, words.front());
      return true;
    }
    if (!IsOneOf(words.front() == "." ? "." : program, kShells)) return false;
    for (std::size_t i = 1; i < words.size(); ++i) {
      if (!IsFlag(words[i])) {
        Add(CallKind::kShellFile, words[i]);
        return true;
      }
      const bool text = !words[i].starts_with("--") && words[i].ends_with('c');
      if (!text || i + 1 >= words.size()) continue;
      Add(CallKind::kShellText, words[i + 1]);
      return true;
    }
    return true;
  }

  // concurrently "a" "npm:b", run-s a b
  bool Several(const Words& words, std::string_view program) {
    constexpr auto kScripts =
        std::to_array<std::string_view>({"npm-run-all", "npm-run-all2", "run-s", "run-p"});
    const bool scripts = IsOneOf(program, kScripts);
    if (!scripts && program != "concurrently") return false;
    for (std::size_t i = 1; i < words.size(); ++i) {
      if (IsFlag(words[i])) continue;
      constexpr std::string_view kNpm = "npm:";
      if (scripts || words[i].starts_with(kNpm)) {
        Add(CallKind::kScript, scripts ? words[i] : words[i].substr(kNpm.size()));
      } else {
        Add(CallKind::kShellText, words[i]);
      }
    }
    return true;
  }

  // npx, bunx, pnpx
  std::optional<Words> Fetched(const Words& words, std::string_view program) {
    constexpr auto kFetchers = std::to_array<std::string_view>({"npx", "bunx", "pnpx"});
    constexpr auto kValued = std::to_array<std::string_view>({"-p", "--package"});
    if (!IsOneOf(program, kFetchers)) return std::nullopt;
    return After(words, PastFlags(words, 1, kValued));
  }

  // node node_modules/drizzle-kit/bin.cjs push
  void Program(Words words, const std::string& program) {
    constexpr auto kRuntimes = std::to_array<std::string_view>({"node", "bun", "tsx", "deno"});
    Call call;
    call.words = std::move(words);
    if (IsOneOf(program, kRuntimes)) {
      const auto kit = std::ranges::find_if(call.words, [](const std::string& word) {
        return word.find("/drizzle-kit") != std::string::npos;
      });
      if (kit != call.words.end()) {
        call.words.erase(call.words.begin(), kit);
        call.words.front() = "drizzle-kit";
      }
    } else {
      call.words.front() = program;
    }
    calls.push_back(std::move(call));
  }

  Words& assigned_;
};

}  // namespace

std::vector<Call> CallsOf(Words words, Words& assigned) {
  Resolver resolver(assigned);
  resolver.Resolve(std::move(words), 0);
  return std::move(resolver.calls);
}

std::string ProgramName(std::string_view word) {
  if (const std::size_t slash = word.rfind('/');
      slash != std::string_view::npos && !word.starts_with('@')) {
    word.remove_prefix(slash + 1);
  }
  const std::size_t version = word.find('@', 1);
  return std::string(word.substr(0, version));
}

}  // namespace hoglint
