// fish's commands.
#include "checker/cli/completions.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "checker/cli/completion_words.h"
#include "checker/cli/options.h"

namespace hoglint {
namespace {

std::string FishQuoted(std::string_view text) {
  return "'" + Replaced(Replaced(text, "\\", "\\\\"), "'", "\\'") + "'";
}

constexpr std::string_view kFishHelpers = R"FISH(
function __hoglint_command
    set -l words (commandline -opc)
    set -e words[1]
    if set -q words[1]; and contains -- $words[1] $__hoglint_commands
        echo $words[1]
    else
        echo check
    end
end

function __hoglint_is
    contains -- (__hoglint_command) $argv
end

function __hoglint_first
    test (count (commandline -opc)) -eq 1
end

function __hoglint_refs
    git for-each-ref --format='%(refname:short)' refs/heads refs/remotes refs/tags 2>/dev/null
end

function __hoglint_rule_levels
    for rule in (__hoglint_rules | string split -f 1 \t)
        printf '%s\n' $rule=error $rule=warning $rule=note $rule=off
    end
end

# FORMAT=FILE; the formats are the arguments.
function __hoglint_reports
    set -l parts (string match -r '^(?:--report=)?([a-z]+=)(.*)$' -- (commandline -ct))
    if set -q parts[2]
        printf '%s\n' $parts[2](__fish_complete_path "$parts[3]")
    else
        printf '%s=\n' $argv
    end
end

complete -c hoglint -f
)FISH";

// What offers a value of that kind, for `complete -a`; empty: files; a blank: nothing.
std::string FishValues(WordKind kind, Command command) {
  switch (kind) {
    case WordKind::kPath:
    case WordKind::kCommandOrPath:
      return {};
    case WordKind::kNone:
    case WordKind::kText:
      return " ";
    case WordKind::kRef:
      return "(__hoglint_refs)";
    case WordKind::kRule:
      return "(__hoglint_rules)";
    case WordKind::kRuleLevel:
      return "(__hoglint_rule_levels)";
    case WordKind::kFormatFile:
      return fmt::format("(__hoglint_reports {})", ValueWords(kind, command));
    default:
      return ValueWords(kind, command);
  }
}

// "-l quiet -s q -d '...'", and what follows.
std::string FishOption(const OptionUse& use, Command command) {
  const Option& option = OptionOf(use.id);
  std::string text = fmt::format("-l {}", option.name.substr(2));
  if (option.other.size() == 2) text += fmt::format(" -s {}", option.other.substr(1));
  if (!option.value.empty()) {
    const std::string values = FishValues(option.kind, command);
    if (values.empty()) {
      text += " -r -F";
    } else {
      text += " -x";
      if (values != " ") text += " -a " + FishQuoted(values);
    }
  }
  return text + " -d " + FishQuoted(Short(use, command));
}

}  // namespace

std::string FishCompletion(std::span<const Rule* const> rules) {
  std::string text = "# What fish completes the words of hoglint by: hoglint completions fish\n\n";
  text += fmt::format(
      "set -g __hoglint_commands {}\n\nfunction __hoglint_rules\n    printf '%s\\t%s\\n'",
      CommandWords());
  for (const Rule* rule : rules) {
    text += fmt::format(" \\\n        {} {}", rule->id.view(), FishQuoted(rule->summary));
  }
  text += "\nend\n";
  text += kFishHelpers;
  // Commands by the option that they share, word for word; then by what their operands are.
  std::vector<std::pair<std::string, std::vector<std::string>>> lines;
  const auto add = [&lines](const std::string& line, const CommandEntry& entry) {
    auto known = std::ranges::find(lines, line, &decltype(lines)::value_type::first);
    if (known == lines.end()) {
      lines.emplace_back(line, std::vector<std::string>());
      known = std::prev(lines.end());
    }
    known->second.emplace_back(entry.name);
  };
  for (const CommandEntry& entry : Commands()) {
    for (const OptionUse& use : OptionsOf(entry.command)) {
      add(FishOption(use, entry.command), entry);
    }
    const std::string values = FishValues(entry.operand_kind, entry.command);
    if (values != " ") add(values.empty() ? "-F" : "-a " + FishQuoted(values), entry);
  }
  for (const Command command : CommandsInOrder()) {
    text += fmt::format("complete -c hoglint -n __hoglint_first -a {} -d {}\n",
                        CommandName(command), FishQuoted(EntryOf(command).in_list));
  }
  for (const auto& [line, commands] : lines) {
    const bool all = commands.size() == Commands().size();
    const std::string condition =
        all ? std::string() : fmt::format(" -n '__hoglint_is {}'", fmt::join(commands, " "));
    text += fmt::format("complete -c hoglint{} {}\n", condition, line);
  }
  return text;
}

}  // namespace hoglint
