#include "lint/facts/package_manager.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace hoglint {
namespace {

template <std::size_t kSize>
bool IsOneOf(std::string_view word, const std::array<std::string_view, kSize>& list) {
  return std::ranges::find(list, word) != list.end();
}

bool IsFlag(std::string_view word) { return word.size() > 1 && word.front() == '-'; }

// Words of a call, its flags read and what they choose set aside.
class Reader {
 public:
  Reader(const Words& words, std::string_view program) : words_(words), program_(program) {}

  // The next word that is no flag of the manager; empty at the end.
  std::string Next() {
    while (at_ < words_.size()) {
      const std::string& word = words_[at_++];
      if (word == "--") continue;
      if (!IsFlag(word)) return word;
      TakeFlag(word);
    }
    return {};
  }

  // What is left, a leading -- taken off.
  Words Rest() {
    if (at_ < words_.size() && words_[at_] == "--") ++at_;
    return {words_.begin() + static_cast<std::ptrdiff_t>(at_), words_.end()};
  }

  // npm reads its own flags behind the script's name too, up to --.
  Words NpmRest() {
    Words rest;
    while (at_ < words_.size()) {
      const std::string word = words_[at_++];
      if (word == "--") {
        rest.insert(rest.end(), words_.begin() + static_cast<std::ptrdiff_t>(at_), words_.end());
        break;
      }
      if (IsFlag(word)) {
        TakeFlag(word);
      } else {
        rest.push_back(word);
      }
    }
    return rest;
  }

  Call call;

 private:
  void TakeFlag(const std::string& word) {
    const std::size_t sign = word.find('=');
    const std::string name = word.substr(0, sign);
    const bool workspace = program_ != "pnpm" && (name == "-w" || name == "--workspace");
    constexpr auto kFilters = std::to_array<std::string_view>({"--filter", "-F", "--filter-prod"});
    constexpr auto kFolders = std::to_array<std::string_view>({"-C", "--dir", "--prefix", "--cwd"});
    constexpr auto kAll =
        std::to_array<std::string_view>({"-r", "--recursive", "--workspaces", "-ws"});
    constexpr auto kValued = std::to_array<std::string_view>(
        {"-p", "--package", "--loglevel", "--concurrency", "--env-file"});
    if (workspace || IsOneOf(name, kFilters)) {
      call.filter = Value(word, sign);
    } else if (IsOneOf(name, kFolders)) {
      call.folder = Value(word, sign);
    } else if (IsOneOf(name, kAll)) {
      call.all = true;
    } else if (IsOneOf(name, kValued)) {
      Value(word, sign);
    }
  }

  std::string Value(const std::string& word, std::size_t sign) {
    if (sign != std::string::npos) return word.substr(sign + 1);
    return at_ < words_.size() ? words_[at_++] : std::string();
  }

  const Words& words_;
  std::string_view program_;
  std::size_t at_ = 1;
};

// What managers do themselves. `deploy` is not among them: pnpm has one, but who has a script of
// that name means the script.
constexpr auto kOwn = std::to_array<std::string_view>(
    {"install", "i",       "ci",      "add",    "remove", "rm",       "uninstall",     "update",
     "up",      "upgrade", "publish", "pack",   "audit",  "outdated", "link",          "unlink",
     "init",    "create",  "store",   "config", "set",    "version",  "info",          "view",
     "list",    "ls",      "why",     "cache",  "login",  "prune",    "dedupe",        "rebuild",
     "fetch",   "import",  "setup",   "env",    "plugin", "patch",    "clean-install", "pkg"});

Call Script(Reader reader, std::string name, bool npm) {
  reader.call.kind = CallKind::kScript;
  reader.call.arguments = npm ? reader.NpmRest() : reader.Rest();
  reader.call.target = std::move(name);
  return std::move(reader.call);
}

Call Program(Reader reader) {
  Call call;
  call.words = reader.Rest();
  return call;
}

std::optional<Call> ManagerCall(Reader reader, std::string_view program) {
  const bool npm = program == "npm";
  std::string word = reader.Next();
  if (program == "yarn" && word == "workspace") {
    reader.call.filter = reader.Next();
    word = reader.Next();
  } else if (program == "yarn" && word == "workspaces") {
    reader.call.all = true;
    while (!word.empty() && word != "run") word = reader.Next();
  }
  if (word == "run" || word == "run-script") {
    std::string name = reader.Next();
    if (name.empty()) return std::nullopt;
    return Script(std::move(reader), std::move(name), npm);
  }
  constexpr auto kExec = std::to_array<std::string_view>({"exec", "dlx", "x"});
  if (IsOneOf(word, kExec)) return Program(std::move(reader));
  if (word.empty() || IsOneOf(word, kOwn)) return std::nullopt;
  constexpr auto kNpmScripts =
      std::to_array<std::string_view>({"start", "test", "t", "stop", "restart"});
  if (npm && !IsOneOf(word, kNpmScripts)) return std::nullopt;
  Call call = Script(reader, word == "t" ? "test" : word, npm);
  // pnpm, yarn and bun run the program of that name where there is no script.
  call.words = call.arguments;
  call.words.insert(call.words.begin(), std::move(word));
  return call;
}

std::optional<Call> TurboCall(Reader reader) {
  std::string word = reader.Next();
  if (word == "run") word = reader.Next();
  if (word.empty()) return std::nullopt;
  reader.Rest();
  // The flags stand behind the task as well.
  while (!reader.Next().empty()) {
  }
  reader.call.kind = CallKind::kScript;
  reader.call.all = reader.call.filter.empty();
  if (const std::size_t mark = word.find('#'); mark != std::string::npos) {
    reader.call.filter = word.substr(0, mark);
    reader.call.all = false;
    word.erase(0, mark + 1);
  }
  reader.call.target = std::move(word);
  return std::move(reader.call);
}

// nx run app:target, nx target app
std::optional<Call> NxCall(Reader reader) {
  const std::string first = reader.Next();
  const std::string second = reader.Next();
  if (second.empty()) return std::nullopt;
  reader.call.kind = CallKind::kScript;
  if (first != "run") {
    reader.call.target = first;
    reader.call.filter = second;
    return std::move(reader.call);
  }
  // The target's name may have colons of its own: app:db:push.
  const std::size_t colon = second.find(':');
  if (colon == std::string::npos) return std::nullopt;
  reader.call.filter = second.substr(0, colon);
  reader.call.target = second.substr(colon + 1);
  return std::move(reader.call);
}

}  // namespace

std::optional<Call> PackageManagerCall(const Words& words, std::string_view program) {
  Reader reader(words, program);
  if (program == "turbo") return TurboCall(std::move(reader));
  if (program == "nx") return NxCall(std::move(reader));
  constexpr auto kManagers = std::to_array<std::string_view>({"npm", "pnpm", "yarn", "bun"});
  if (!IsOneOf(program, kManagers)) return std::nullopt;
  return ManagerCall(std::move(reader), program);
}

}  // namespace hoglint
