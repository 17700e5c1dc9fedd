// What `hoglint completions SHELL` prints: a script by which the shell completes hoglint's words.
#ifndef HOGLINT_CHECKER_CLI_COMPLETIONS_H_
#define HOGLINT_CHECKER_CLI_COMPLETIONS_H_

#include <span>
#include <string>

#include "lint/rule/rule.h"

namespace hoglint {

// A bash script, for bash 3.2 and newer; it needs nothing of the package bash-completion.
[[nodiscard]] std::string BashCompletion(std::span<const Rule* const> rules);
// A function for a folder of zsh's $fpath, as the file _hoglint.
[[nodiscard]] std::string ZshCompletion(std::span<const Rule* const> rules);
// For a folder of fish's $fish_complete_path, as hoglint.fish.
[[nodiscard]] std::string FishCompletion(std::span<const Rule* const> rules);

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_CLI_COMPLETIONS_H_
