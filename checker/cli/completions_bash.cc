// bash's script.
#include "checker/cli/completions.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "checker/cli/completion_words.h"
#include "checker/cli/options.h"

namespace hoglint {
namespace {

bool Takes(Command command, OptionId id) {
  const std::vector<OptionUse> uses = OptionsOf(command);
  return std::ranges::find(uses, id, &OptionUse::id) != uses.end();
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

}  // namespace hoglint
