#include "checker/cli/completions.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

#include "checker/cli/options.h"

namespace hoglint {
namespace {

std::string Replaced(std::string_view text, std::string_view what, std::string_view with) {
  std::string result;
  while (true) {
    const std::size_t at = text.find(what);
    if (at == std::string_view::npos) return result.append(text);
    result.append(text.substr(0, at)).append(with);
    text.remove_prefix(at + what.size());
  }
}

// A word in single quotes, which bash and zsh read alike.
std::string Quoted(std::string_view text) { return "'" + Replaced(text, "'", "'\\''") + "'"; }

std::string FishQuoted(std::string_view text) {
  return "'" + Replaced(Replaced(text, "\\", "\\\\"), "'", "\\'") + "'";
}

// As much of the help as fits behind a word.
std::string Short(const OptionUse& use, Command command) {
  std::string text = HelpOf(use, command);
  for (const std::string_view end : {"; ", ": ", " ("}) text = text.substr(0, text.find(end));
  return text;
}

std::string Joined(const std::vector<std::string>& words) {
  return fmt::format("{}", fmt::join(words, " "));
}

std::string ValueWords(WordKind kind, Command command) { return Joined(ValuesOf(kind, command)); }

bool Takes(Command command, OptionId id) {
  const std::vector<OptionUse> uses = OptionsOf(command);
  return std::ranges::find(uses, id, &OptionUse::id) != uses.end();
}

std::string CommandWords() {
  std::vector<std::string> names;
  for (const Command command : CommandsInOrder()) names.emplace_back(CommandName(command));
  return Joined(names);
}

std::string RuleWords(std::span<const Rule* const> rules) {
  std::vector<std::string> ids;
  for (const Rule* rule : rules) ids.emplace_back(rule->id.view());
  return fmt::format("{}", fmt::join(ids, "\n"));
}

constexpr std::string_view kBashHead =
    R"BASH(# What bash completes the words of hoglint by: hoglint completions bash

# Words that begin with $part; $1: all of them, $2: what follows each.
_hoglint_words() {
  local IFS=$' \t\n' word
  for word in $1; do
    [[ $word == "$part"* ]] && COMPREPLY+=("$lead$word$2")
  done
  if [[ $2 ]]; then compopt -o nospace 2>/dev/null; fi
}

_hoglint_files() {
  local name
  while IFS= read -r name; do COMPREPLY+=("$lead$name"); done < <(compgen -f -- "$part")
  compopt -o filenames 2>/dev/null
}

_hoglint_refs() {
  _hoglint_words "$(git for-each-ref --format='%(refname:short)' refs/heads refs/remotes \
    refs/tags 2>/dev/null)"
}

# FIRST=SECOND; $1: the words for FIRST, $2: those for SECOND, empty for files.
_hoglint_pair() {
  if [[ $part != *=* ]]; then
    _hoglint_words "$1" =
    return
  fi
  [[ $COMP_WORDBREAKS == *=* ]] || lead+="${part%%=*}="
  part=${part#*=}
  if [[ $2 ]]; then _hoglint_words "$2"; else _hoglint_files; fi
}

)BASH";

constexpr std::string_view kBashLine = R"BASH(_hoglint() {
  # bash gives '=' as a word of its own: put them together again.
  local words=() last=-1 glue= i word
  for ((i = 1; i <= COMP_CWORD; i++)); do
    word=${COMP_WORDS[i]}
    if ((last >= 0)) && [[ $glue || $word == = ]]; then
      words[last]+=$word
      if [[ $word == = ]]; then glue=1; else glue=; fi
    else
      words[++last]=$word
    fi
  done

  local command=check part=${words[last]} lead= option= implicit=1
  local options valued formats
  COMPREPLY=()
)BASH";

constexpr std::string_view kBashValue = R"BASH(
  if [[ $part == --*=* ]]; then
    option=${part%%=*}
    [[ $COMP_WORDBREAKS == *=* ]] || lead="$option="
    part=${part#*=}
  elif ((last > 0)) && [[ " $valued " == *" ${words[last - 1]} "* ]]; then
    option=${words[last - 1]}
  elif [[ $part == -* ]]; then
    _hoglint_words "$options"
    return
  fi
)BASH";

// What completes a value of that kind.
std::string BashAction(WordKind kind) {
  const Command any = Command::kCheck;
  switch (kind) {
    case WordKind::kPath:
      return "_hoglint_files";
    case WordKind::kRef:
      return "_hoglint_refs";
    case WordKind::kRule:
      return "_hoglint_words \"$_hoglint_rules\"";
    case WordKind::kRuleLevel:
      return fmt::format("_hoglint_pair \"$_hoglint_rules\" \"{}\"", ValueWords(kind, any));
    case WordKind::kFormat:
      return "_hoglint_words \"$formats\"";
    case WordKind::kFormatFile:
      return "_hoglint_pair \"$formats\" ''";
    case WordKind::kNone:
    case WordKind::kText:
    case WordKind::kCommandOrPath:
      return ":";
    default:
      return fmt::format("_hoglint_words \"{}\"", ValueWords(kind, any));
  }
}

// The words for the kind of a command's operands.
std::string BashOperands(const CommandEntry& entry) {
  return entry.operand_kind == WordKind::kAction ? "if ((last > 1)); then _hoglint_files; else " +
                                                       BashAction(WordKind::kAction) + "; fi"
                                                 : BashAction(entry.operand_kind);
}

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

std::string BashCompletion(std::span<const Rule* const> rules) {
  std::string text(kBashHead);
  text += fmt::format("_hoglint_rules='{}'\n\n{}  case ${{words[0]}} in\n    {})\n",
                      RuleWords(rules), kBashLine, Replaced(CommandWords(), " ", "|"));
  text += "      if ((last > 0)); then command=${words[0]} implicit=; fi ;;\n  esac\n";
  text += "\n  case $command in\n";
  std::map<WordKind, std::vector<std::string>> by_kind;
  for (const CommandEntry& entry : Commands()) {
    std::vector<std::string> names;
    std::vector<std::string> valued;
    for (const OptionUse& use : OptionsOf(entry.command)) {
      const Option& option = OptionOf(use.id);
      names.emplace_back(option.name);
      if (option.value.empty()) continue;
      valued.emplace_back(option.name);
      auto& of_kind = by_kind[option.kind];
      if (std::ranges::find(of_kind, option.name) == of_kind.end()) {
        of_kind.emplace_back(option.name);
      }
    }
    text += fmt::format("    {})\n      options=\"{}\"\n      valued=\"{}\"", entry.name,
                        Joined(names), Joined(valued));
    if (!Takes(entry.command, OptionId::kFormat)) {
      text += " ;;\n";
    } else {
      text +=
          fmt::format("\n      formats=\"{}\" ;;\n", ValueWords(WordKind::kFormat, entry.command));
    }
  }
  text += fmt::format("  esac\n{}\n  case $option in\n", kBashValue);
  for (const auto& [kind, names] : by_kind) {
    text += fmt::format("    {}) {} ;;\n", fmt::join(names, "|"), BashAction(kind));
  }
  text += "    ?*) ;;\n    *)\n      case $command in\n";
  for (const CommandEntry& entry : Commands()) {
    if (entry.operand_kind == WordKind::kPath || entry.operand_kind == WordKind::kNone) continue;
    text += fmt::format("        {}) {} ;;\n", entry.name, BashOperands(entry));
  }
  std::vector<std::string> nothing;
  for (const CommandEntry& entry : Commands()) {
    if (entry.operand_kind == WordKind::kNone) nothing.emplace_back(entry.name);
  }
  text += fmt::format("        {}) ;;\n        *)\n", fmt::join(nothing, "|"));
  text += fmt::format("          if [[ $implicit ]] && ((last == 0)); then\n");
  text += fmt::format("            _hoglint_words \"{}\"\n          fi\n", CommandWords());
  return text +
         "          _hoglint_files ;;\n      esac ;;\n  esac\n}\n\ncomplete -F _hoglint hoglint\n";
}

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
  const auto add = [&lines](std::string line, const CommandEntry& entry) {
    auto known = std::ranges::find(lines, line, &decltype(lines)::value_type::first);
    if (known == lines.end()) known = lines.insert(lines.end(), {std::move(line), {}});
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
