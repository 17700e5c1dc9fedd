// The help pages, 80 columns wide, examples first: examples and prose are written by hand, the
// lists of commands and options come from the table (options.h).
#ifndef HOGLINT_CHECKER_CLI_HELP_H_
#define HOGLINT_CHECKER_CLI_HELP_H_

#include <string>
#include <string_view>

#include "checker/cli/arguments.h"

namespace hoglint {

// What is written by hand of a command.
struct CommandText {
  // Blocks with an empty line between them: examples, each line indented by two, then prose.
  std::string_view body;
  std::string_view exit_code;  // what it means; empty: nothing that is special
};
[[nodiscard]] const CommandText& TextOf(Command command);

// What `hoglint --help` prints: all commands, and the options of `check`.
[[nodiscard]] std::string GeneralHelp();
// What `hoglint COMMAND --help` prints.
[[nodiscard]] std::string CommandHelp(Command command);
// The command's options, one or more lines each; with or without the headings above them.
[[nodiscard]] std::string OptionList(Command command, bool groups);

}  // namespace hoglint

#endif  // HOGLINT_CHECKER_CLI_HELP_H_
