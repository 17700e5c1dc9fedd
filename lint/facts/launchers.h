// What a shell command runs when package managers, runners of environments and shells around the
// program are taken away. Private to deploy_commands.
#ifndef HOGLINT_LINT_FACTS_LAUNCHERS_H_
#define HOGLINT_LINT_FACTS_LAUNCHERS_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hoglint {

using Words = std::vector<std::string>;

enum class CallKind : std::uint8_t {
  kProgram,    // `words`
  kScript,     // script `target` of a package.json, else the program `words`
  kShellText,  // sh -c: `target` is shell
  kShellFile,  // `target` is the path of a script
};

struct Call {
  CallKind kind{};
  Words words;
  std::string target;
  Words arguments;  // kScript: added to the script's last command
  // kScript, of which package: that of this name or folder (--filter), all that have it
  // (--recursive, turbo), or with neither the nearest one to `folder`.
  std::string filter;
  std::string folder;  // relative to where the command runs; empty: there
  bool all = false;
};

// The calls of one simple command, most often one; none for words that only set variables.
// NAME=value before the program is added to `assigned`.
[[nodiscard]] std::vector<Call> CallsOf(Words words, Words& assigned);

// The name of a program without its folder and version: "drizzle-kit" of
// "./node_modules/.bin/drizzle-kit" and "drizzle-kit@latest".
[[nodiscard]] std::string ProgramName(std::string_view word);

}  // namespace hoglint

#endif  // HOGLINT_LINT_FACTS_LAUNCHERS_H_
