// One table for the command line: the parser, the help, the completions and the man page name the
// same options. completions/ and docs/man are made of it too; HOGLINT_UPDATE=1 rewrites them.
#include "checker/cli/options.h"

#include <gmock/gmock.h>

#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "checker/cli/completions.h"
#include "checker/cli/help.h"
#include "checker/cli/manual.h"
#include "rules/rule_table.h"
#include "tests/support/command_output.h"
#include "tests/support/golden.h"
#include "tests/support/temp_folder.h"

namespace hoglint::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using Names = std::set<std::string>;

Names NamesOf(Command command) {
  Names names;
  for (const OptionUse& use : OptionsOf(command)) names.emplace(OptionOf(use.id).name);
  return names;
}

Names AllNames() {
  Names names;
  for (const CommandEntry& entry : Commands()) names.merge(NamesOf(entry.command));
  return names;
}

// What the expression's first group matches in the text, once each.
Names Matches(const std::string& text, const std::string& expression) {
  Names names;
  const std::regex regex(expression, std::regex::ECMAScript | std::regex::multiline);
  for (std::sregex_iterator match(text.begin(), text.end(), regex), end; match != end; ++match) {
    names.insert((*match)[1]);
  }
  return names;
}

// From the first `begin` to the next `end`.
std::string Between(const std::string& text, const std::string& begin, const std::string& end) {
  const std::size_t from = text.find(begin);
  if (from == std::string::npos) return {};
  return text.substr(from, text.find(end, from + begin.size()) - from);
}

TEST(OptionsTest, TheTableIsInTheOrderOfItsIds) {
  for (std::size_t i = 0; i < kOptionCount; ++i) {
    EXPECT_EQ(OptionOf(static_cast<OptionId>(i)).id, static_cast<OptionId>(i));
  }
  std::set<Command> commands(CommandsInOrder().begin(), CommandsInOrder().end());
  EXPECT_EQ(commands.size(), Commands().size());
  for (std::size_t i = 0; i < Commands().size(); ++i) {
    EXPECT_EQ(Commands()[i].command, static_cast<Command>(i));
  }
}

TEST(OptionsTest, EveryCommandTakesItsOptionsAndNoOther) {
  for (const CommandEntry& entry : Commands()) {
    const Names own = NamesOf(entry.command);
    for (const std::string& name : AllNames()) {
      const std::vector<std::string> words{std::string(entry.name), name + "="};
      const auto arguments = ParseArguments(words, AllRules());
      const bool unknown = !arguments && arguments.error().message.starts_with("no option");
      EXPECT_NE(unknown, own.contains(name)) << entry.name << ' ' << name;
    }
  }
}

TEST(OptionsTest, HelpCompletionsAndManualNameTheSameOptions) {
  const std::string bash = BashCompletion(AllRules());
  const std::string zsh = ZshCompletion(AllRules());
  const std::string fish = FishCompletion(AllRules());
  const std::string manual = ManualPage();
  for (const CommandEntry& entry : Commands()) {
    const Names own = NamesOf(entry.command);
    const std::string name(entry.name);
    EXPECT_EQ(Matches(CommandHelp(entry.command), "^  (?:-[a-zA-Z], )?(--[a-z-]+)"), own) << name;
    const std::string in_bash = Between(bash, "\n    " + name + ")\n      options=", "\"\n");
    EXPECT_EQ(Matches(in_bash, "(--[a-z-]+)"), own) << name;
    const std::string in_zsh = Between(zsh, "\n    " + name + ")\n      _arguments", ";;\n");
    EXPECT_EQ(Matches(in_zsh, "(--[a-z-]+)[=\\[,}]"), own) << name;
    const std::string line = "complete -c hoglint(?: -n '__hoglint_is (?:[a-z-]+ )*" + name +
                             "(?: [a-z-]+)*')? -l ([a-z-]+)";
    Names in_fish;
    for (const std::string& option : Matches(fish, line)) in_fish.insert("--" + option);
    EXPECT_EQ(in_fish, own) << name;
  }
  const std::string options = Between(manual, ".SH OPTIONS\n", ".SH FILES");
  Names in_manual;
  for (const std::string& option : Matches(options, "\\\\fB(\\\\-\\\\-[a-z\\\\-]+)\\\\fR")) {
    in_manual.insert(std::regex_replace(option, std::regex("\\\\-"), "-"));
  }
  Names known = AllNames();
  known.insert("--level");  // the older spelling of --fail-on
  EXPECT_EQ(in_manual, known);
}

// Prose and examples name no option that is not there, whichever command they are about.
TEST(OptionsTest, TextsNameOptionsThatThereAre) {
  Names known = AllNames();
  for (const CommandEntry& entry : Commands()) {
    for (const std::string& name : Matches(CommandHelp(entry.command), "(--[a-z-]+)")) {
      EXPECT_TRUE(known.contains(name)) << entry.name << ' ' << name;
    }
  }
}

TEST(CompletionsDocs, AreUpToDate) {
  const auto folder = SourceFolder() / "completions";
  ExpectGolden(BashCompletion(AllRules()), folder / "hoglint.bash");
  ExpectGolden(ZshCompletion(AllRules()), folder / "_hoglint");
  ExpectGolden(FishCompletion(AllRules()), folder / "hoglint.fish");
}

TEST(ManualDocs, AreUpToDate) { ExpectGolden(ManualPage(), SourceFolder() / "docs/man/hoglint.1"); }

bool Has(const std::string& program) {
  return RunCommand("command -v " + program + " > /dev/null").exit_code == 0;
}

// mandoc wants a date, and a page that is made from the program has none.
TEST(ManualTest, IsCleanForItsReaders) {
  const std::string page = (SourceFolder() / "docs/man/hoglint.1").string();
  const bool mandoc = Has("mandoc");
  const bool groff = Has("groff");
  if (!mandoc && !groff) GTEST_SKIP() << "neither mandoc nor groff is installed";
  if (mandoc) {
    const auto lint = RunCommand("mandoc -T lint -W warning '" + page +
                                 "' 2>&1 | grep -v 'missing date' || true");
    EXPECT_THAT(lint.text, IsEmpty());
  }
  if (groff) {
    EXPECT_THAT(RunCommand("groff -man -Tutf8 -ww -z '" + page + "' 2>&1").text, IsEmpty());
  }
}

// A line whose last word is to be completed, and what has to be offered, one each.
struct Case {
  std::string line;
  Names offered;
};

const std::vector<Case>& Cases() {
  static const std::vector<Case> cases{
      {"hoglint pl", {"plan"}},
      {"hoglint --fo", {"--format"}},
      {"hoglint schema --fo", {"--format"}},
      {"hoglint stats --fo", {}},
      {"hoglint --format js", {"json"}},
      {"hoglint --format=js", {"json"}},
      {"hoglint schema --format ", {"text", "json"}},
      {"hoglint --rule drop-col", {"drop-column="}},
      {"hoglint --rule drop-column=w", {"drop-column=warning"}},
      {"hoglint --report gitl", {"gitlab="}},
      {"hoglint --report json=READ", {"json=README.md"}},
      {"hoglint explain drop-tab", {"drop-table"}},
      {"hoglint explain drop-table drop-col", {"drop-column"}},
      {"hoglint baseline ", {"write", "prune", "show"}},
      {"hoglint completions z", {"zsh"}},
      {"hoglint check READ", {"README.md"}},
      {"hoglint rules ", {}},
      {"hoglint drift --database-url ", {}},
      {"hoglint --fail-on=e", {"error"}},
  };
  return cases;
}

class CompletionTest : public ::testing::Test {
 protected:
  // What the shell's own words say for each case, a line each.
  Names Offered(const std::string& command) const {
    const auto output = RunCommand("cd '" + folder_.path() + "' && " + command + " 2>&1");
    EXPECT_EQ(output.exit_code, 0) << output.text;
    Names names;
    std::istringstream lines(output.text);
    for (std::string line; std::getline(lines, line);) {
      while (line.ends_with(' ')) line.pop_back();
      if (!line.empty()) names.insert(line);
    }
    return names;
  }

  TempFolder folder_;
};

TEST_F(CompletionTest, Bash) {
  if (!Has("bash")) GTEST_SKIP() << "bash is not installed";
  folder_.Write("README.md", "x");
  folder_.Write("h.bash", BashCompletion(AllRules()));
  folder_.Write("drive.bash", R"(source ./h.bash
complete -p hoglint > /dev/null || exit 1
IFS=' ' read -r -a COMP_WORDS <<< "${1//=/ = }"
[[ $1 == *' ' || $1 == *= ]] && COMP_WORDS+=('')
COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
COMP_WORDBREAKS=$' \t\n"\'><=;|&(:'
_hoglint
((${#COMPREPLY[@]} == 0)) || printf '%s\n' "${COMPREPLY[@]}"
)");
  for (const Case& each : Cases()) {
    Names offered = Offered("bash --norc drive.bash '" + each.line + "'");
    Names wanted;
    for (const std::string& word : each.offered) {
      // What stands before '=' is on the line already, where '=' ends a word.
      const std::size_t equals = each.line.rfind('=');
      const bool second = equals != std::string::npos && equals > each.line.rfind(' ');
      const std::size_t at = word.find('=');
      wanted.insert(second && at != std::string::npos ? word.substr(at + 1) : word);
    }
    EXPECT_EQ(offered, wanted) << each.line;
  }
}

TEST_F(CompletionTest, Fish) {
  if (!Has("fish")) GTEST_SKIP() << "fish is not installed";
  folder_.Write("README.md", "x");
  folder_.Write("h.fish", FishCompletion(AllRules()));
  for (const Case& each : Cases()) {
    Names wanted = each.offered;
    const std::size_t equals = each.line.find("=");
    const std::size_t option = each.line.rfind("--");
    if (equals != std::string::npos && each.line.find(' ', option) == std::string::npos) {
      wanted.clear();
      for (const std::string& word : each.offered) {
        wanted.insert(each.line.substr(option, equals + 1 - option) + word);
      }
    }
    // All levels of a rule are offered with its id.
    if (wanted.contains("drop-column=")) {
      wanted = {"drop-column=error", "drop-column=note", "drop-column=off", "drop-column=warning"};
    }
    EXPECT_EQ(Offered("HOME=\"$PWD\" fish -N -c 'source h.fish; complete -C \"" + each.line +
                      "\"' | cut -f1"),
              wanted)
        << each.line;
  }
}

// zsh's completion runs in its line editor alone: a terminal is played to it.
TEST_F(CompletionTest, Zsh) {
  if (!Has("zsh")) GTEST_SKIP() << "zsh is not installed";
  folder_.Write("README.md", "x");
  folder_.Write("functions/_hoglint", ZshCompletion(AllRules()));
  EXPECT_EQ(RunCommand("zsh -n '" + folder_.path() + "/functions/_hoglint' 2>&1").text, "");
  folder_.Write("drive.zsh", R"(zmodload zsh/zpty
zpty -b z zsh -f -i
setup="PROMPT='' TERM=dumb; fpath=($PWD/functions \$fpath); autoload -U compinit; compinit -u -D"
zpty -w z "$setup; stty -echo columns 200 rows 500; cd $PWD; unsetopt auto_list; print RE''ADY"
until zpty -r -m z out '*READY*'; do sleep 0.05; done
for line in "$@"; do
  zpty -w -n z "$line"$'\t'end
  out=
  repeat 200; do
    while zpty -r -t z more; do out+=$more; done
    [[ $out == *end* ]] && break
    sleep 0.02
  done
  # Without the bell, and without the blank that is taken back before the next word.
  out=${${out//$'\a'/}// $'\b'/}
  print -r -- "$out"
  zpty -w -n z $'\x15'
done
)");
  const std::vector<std::pair<std::string, std::string>> cases{
      {"hoglint pl", "hoglint plan end"},
      {"hoglint explain drop-tab", "explain drop-table end"},
      {"hoglint --format=js", "--format=json end"},
      {"hoglint --rule drop-col", "drop-column=end"},
      {"hoglint --rule drop-column=w", "drop-column=warning end"},
      {"hoglint --report json=READ", "json=README.md end"},
      {"hoglint schema --no-p", "schema --no-pend"}};
  std::string command = "cd '" + folder_.path() + "' && timeout 60 zsh -f drive.zsh";
  for (const auto& [line, completed] : cases) command += " '" + line + "'";
  const auto output = RunCommand(command + " 2>&1");
  for (const auto& [line, completed] : cases) {
    EXPECT_THAT(output.text, HasSubstr(completed)) << line;
  }
}

}  // namespace
}  // namespace hoglint::testing
