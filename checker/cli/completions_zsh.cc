// zsh's function.
#include "checker/cli/completions.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <string>
#include <string_view>

#include "checker/cli/completion_words.h"
#include "checker/cli/options.h"

namespace hoglint {
namespace {

// A word in single quotes, which bash and zsh read alike.
std::string Quoted(std::string_view text) { return "'" + Replaced(text, "'", "'\\''") + "'"; }

std::string ZshText(std::string_view text) {
  return Replaced(Replaced(text, "[", "\\["), "]", "\\]");
}

// "word:what it is", for _describe.
std::string ZshPair(std::string_view word, std::string_view text) {
  return Quoted(fmt::format("{}:{}", word, Replaced(text, ":", "\\:")));
}

// ":MESSAGE:ACTION" of _arguments; empty: no word follows.
std::string ZshAction(std::string_view message, WordKind kind, Command command) {
  const std::string name = Replaced(message, ":", "\\:");
  switch (kind) {
    case WordKind::kNone:
      return {};
    case WordKind::kText:
      return fmt::format(":{}: ", name);
    case WordKind::kPath:
      return fmt::format(":{}:_files", name);
    case WordKind::kRef:
      return fmt::format(":{}:_hoglint_refs", name);
    case WordKind::kRule:
      return fmt::format(":{}:_hoglint_rules", name);
    case WordKind::kRuleLevel:
      return fmt::format(":{}:_hoglint_rule_levels", name);
    case WordKind::kCommandOrPath:
      return fmt::format(":{}:_hoglint_first", name);
    case WordKind::kFormatFile:
      return fmt::format(":{}: _hoglint_reports {}", name, ValueWords(kind, command));
    default:
      return fmt::format(":{}:({})", name, ValueWords(kind, command));
  }
}

std::string ZshOption(const OptionUse& use, Command command) {
  const Option& option = OptionOf(use.id);
  const std::string text = fmt::format("[{}]", ZshText(Short(use, command)));
  const bool short_one = option.other.size() == 2;
  if (short_one) {
    return fmt::format("'({0} {1})'{{{0},{1}}}{2}", option.other, option.name, Quoted(text));
  }
  return Quoted(fmt::format("{}{}{}{}{}", option.repeats ? "*" : "", option.name,
                            option.value.empty() ? "" : "=", text,
                            ZshAction(option.value, option.kind, command)));
}

std::string ZshOperands(const CommandEntry& entry) {
  switch (entry.operand_kind) {
    case WordKind::kNone:
      return {};
    case WordKind::kAction:
      return Quoted("1" + ZshAction("action", WordKind::kAction, entry.command)) + " " +
             Quoted("*:path:_files");
    case WordKind::kShell:
      return Quoted("1" + ZshAction("shell", WordKind::kShell, entry.command));
    case WordKind::kRule:
      return Quoted("*" + ZshAction("rule", WordKind::kRule, entry.command));
    default:
      return Quoted("*" + ZshAction("path",
                                    entry.command == Command::kCheck ? WordKind::kCommandOrPath
                                                                     : entry.operand_kind,
                                    entry.command));
  }
}

constexpr std::string_view kZshHelpers = R"ZSH(
_hoglint_rules() { _describe -t rules rule _hoglint_rule_list }

_hoglint_rule_levels() {
  if compset -P '*='; then
    _describe -t levels level _hoglint_levels
  else
    _describe -t rules rule _hoglint_rule_list -S '='
  fi
}

_hoglint_reports() {
  if compset -P '*='; then _files; else compadd -S '=' -- "$@"; fi
}

_hoglint_refs() {
  local -a refs
  refs=(${(f)"$(git for-each-ref --format='%(refname:short)' refs/heads refs/remotes refs/tags \
    2>/dev/null)"})
  compadd -a refs
}

_hoglint_first() {
  if (( CURRENT == 2 && implicit )); then
    _describe -t commands command _hoglint_commands
  fi
  _files
}

_hoglint() {
  local command=check implicit=1 ret=1
  local -a _hoglint_commands _hoglint_rule_list _hoglint_levels
  _hoglint_levels=(error warning note off)
)ZSH";

constexpr std::string_view kZshCommand = R"ZSH(
  if (( CURRENT > 2 )) && [[ -n ${(M)_hoglint_commands:#$words[2]:*} ]]; then
    command=$words[2]
    implicit=0
    shift words
    (( CURRENT-- ))
  fi
  case $command in
)ZSH";

constexpr std::string_view kZshEnd = R"ZSH(  esac && ret=0
  return ret
}

# Read by compinit this file is the function itself, else it says what it completes.
if [[ ${funcstack[1]} == _hoglint ]]; then
  _hoglint "$@"
else
  compdef _hoglint hoglint
fi
)ZSH";

}  // namespace

std::string ZshCompletion(std::span<const Rule* const> rules) {
  std::string text =
      "#compdef hoglint\n# What zsh completes the words of hoglint by: hoglint completions zsh\n";
  text += kZshHelpers;
  text += "  _hoglint_commands=(\n";
  for (const Command command : CommandsInOrder()) {
    text += fmt::format("    {}\n", ZshPair(CommandName(command), EntryOf(command).in_list));
  }
  text += "  )\n  _hoglint_rule_list=(\n";
  for (const Rule* rule : rules) {
    text += fmt::format("    {}\n", ZshPair(rule->id.view(), rule->summary));
  }
  text += "  )\n";
  text += kZshCommand;
  for (const CommandEntry& entry : Commands()) {
    text += fmt::format("    {})\n      _arguments -s -S", entry.name);
    for (const OptionUse& use : OptionsOf(entry.command)) {
      text += " \\\n        " + ZshOption(use, entry.command);
    }
    const std::string operands = ZshOperands(entry);
    text += fmt::format("{}{} ;;\n", operands.empty() ? "" : " \\\n        ", operands);
  }
  return text.append(kZshEnd);
}

}  // namespace hoglint
