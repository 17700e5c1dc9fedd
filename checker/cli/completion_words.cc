#include "checker/cli/completion_words.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace hoglint {

std::string Replaced(std::string_view text, std::string_view what, std::string_view with) {
  std::string result;
  while (true) {
    const std::size_t at = text.find(what);
    if (at == std::string_view::npos) return result.append(text);
    result.append(text.substr(0, at)).append(with);
    text.remove_prefix(at + what.size());
  }
}

std::string Short(const OptionUse& use, Command command) {
  std::string text = HelpOf(use, command);
  for (const std::string_view end : {"; ", ": ", " ("}) text = text.substr(0, text.find(end));
  return text;
}

std::string Joined(const std::vector<std::string>& words) {
  return fmt::format("{}", fmt::join(words, " "));
}

std::string ValueWords(WordKind kind, Command command) { return Joined(ValuesOf(kind, command)); }

std::string CommandWords() {
  std::vector<std::string> names;
  for (const Command command : CommandsInOrder()) names.emplace_back(CommandName(command));
  return Joined(names);
}

}  // namespace hoglint
