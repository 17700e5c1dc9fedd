#include "tests/hostile/world.h"

#include <fmt/format.h>
#include <sys/wait.h>

#include <cstdlib>
#include <filesystem>
#include <system_error>

namespace hoglint::testing {

bool IsLong() { return std::getenv("HOGLINT_HOSTILE_LONG") != nullptr; }

bool HasStrace(std::string& why) {
  if (std::system("strace -f -o /dev/null true > /dev/null 2>&1") == 0) return true;
  why = "strace is not installed, or this system lets nobody trace";
  return false;
}

World::World() {
  folder_.MakeFolder("repo");
  folder_.MakeFolder("outside");
  folder_.MakeFolder("home");
}

Ran World::Shell(const std::string& script, int seconds) {
  const char* binary = std::getenv("HOGLINT_BINARY");
  EXPECT_NE(binary, nullptr) << "HOGLINT_BINARY names the program; ctest sets it";
  if (binary == nullptr) return {};
  folder_.Write("script.sh", script + "\n");
  const std::string command = fmt::format(
      "cd '{0}/repo' && export hoglint='{1}' outside='{0}/outside' HOME='{0}/home' "
      "GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1 && unset GITHUB_ACTIONS CI && "
      "timeout {2} sh '{0}/script.sh' > '{0}/out' 2> '{0}/err'",
      folder_.path(), binary, seconds);
  const int status = std::system(command.c_str());
  Ran ran;
  ran.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  ran.out = ReadWholeFile(folder_ / "out");
  ran.err = ReadWholeFile(folder_ / "err");
  return ran;
}

Ran World::Hoglint(const std::string& words, int seconds) {
  return Shell("exec \"$hoglint\" " + words, seconds);
}

std::string World::Write(const std::string& name, std::string_view bytes) const {
  return folder_.Write("repo/" + name, bytes);
}

std::string World::WriteOutside(const std::string& name, std::string_view bytes) const {
  return folder_.Write("outside/" + name, bytes);
}

void World::Link(const std::string& target, const std::string& name) const {
  std::error_code code;
  std::filesystem::remove_all(repo() + "/" + name, code);
  (void)folder_.Link(target, "repo/" + name);
}

void World::WriteProject() const {
  Write("package.json", R"({"name": "app", "dependencies": {"drizzle-orm": "0.45.0"}})");
  Write("drizzle.config.ts",
        "export default {dialect: 'postgresql', out: './drizzle', schema: './schema.ts'};\n");
  Write("schema.ts",
        "import { pgTable, integer } from 'drizzle-orm/pg-core';\n"
        "export const t = pgTable('t', { a: integer('a') });\n");
  Write("drizzle/0000_init.sql", "CREATE TABLE \"t\" (\"a\" integer);\n");
  Write("drizzle/meta/_journal.json", JournalOf({"0000_init"}));
}

GitRepository World::CommitAll() const {
  GitRepository repository = GitRepository::Init(repo());
  repository.CommitAll();
  return repository;
}

std::string JournalOf(const std::vector<std::string>& tags) {
  std::string entries;
  for (std::size_t i = 0; i < tags.size(); ++i) {
    entries += fmt::format(
        R"({}{{"idx": {}, "version": "7", "when": {}, "tag": "{}", "breakpoints": true}})",
        i == 0 ? "" : ", ", i, 1'700'000'000'000 + static_cast<long long>(i), tags[i]);
  }
  return R"({"version": "7", "dialect": "postgresql", "entries": [)" + entries + "]}\n";
}

std::string Repeat(std::string_view text, std::size_t times) {
  std::string result;
  result.reserve(text.size() * times);
  for (std::size_t i = 0; i < times; ++i) result += text;
  return result;
}

}  // namespace hoglint::testing
