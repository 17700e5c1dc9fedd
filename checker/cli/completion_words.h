// What the scripts of all shells say alike. Private to the completions.
#ifndef HOGLINT_CHECKER_CLI_COMPLETION_WORDS_H_
#define HOGLINT_CHECKER_CLI_COMPLETION_WORDS_H_

#include <string>
#include <string_view>
#include <vector>

#include "checker/cli/options.h"

namespace hoglint {

// The text with every `what` made `with`.
[[nodiscard]] std::string Replaced(std::string_view text, std::string_view what,
                                   std::string_view with);
// As much of an option's help as fits behind a word.
[[nodiscard]] std::string Short(const OptionUse& use, Command command);
// With a blank between them.
[[nodiscard]] std::string Joined(const std::vector<std::string>& words);
// ValuesOf as one text.
[[nodiscard]] std::string ValueWords(WordKind kind, Command command);
// The names of all commands.
[[nodiscard]] std::string CommandWords();

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_CLI_COMPLETION_WORDS_H_
