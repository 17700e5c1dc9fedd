// Shell as deployment files have it: scripts to lines, lines to the commands in them. Read, never
// run: what a variable holds and which branch is taken is not known.
#ifndef HOGLINT_LINT_DEPLOYMENT_SHELL_H_
#define HOGLINT_LINT_DEPLOYMENT_SHELL_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hoglint {

// `begin` and `end` are bytes of the text that was split.
struct ShellWord {
  std::string text;  // without quotes and backslashes; $X and $(...) as written
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

// One simple command: what stands between && ; || | & ( ) and line ends, without redirections and
// without the keywords before it (if, then, do, !). Never empty.
struct ShellCommand {
  std::vector<ShellWord> words;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

[[nodiscard]] std::vector<ShellCommand> SplitShell(std::string_view text);

struct ShellLine {
  std::string text;  // continued lines joined by a space
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

// The lines of a script that are commands: no empty lines, comments or bodies of here-documents. A
// string over several lines keeps them in one.
[[nodiscard]] std::vector<ShellLine> ScriptLines(std::string_view script);

// The words as one shell line, quoted where needed.
[[nodiscard]] std::string JoinShellWords(std::span<const std::string> words);

}  // namespace hoglint

#endif  // HOGLINT_LINT_DEPLOYMENT_SHELL_H_
