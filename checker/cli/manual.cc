#include "checker/cli/manual.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>
#include <vector>

#include "checker/cli/help.h"
#include "checker/cli/options.h"

namespace hoglint {
namespace {

// One line of text that roff shows as it is: what copies out of the page is what was written.
std::string Roff(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '\\':
        out += "\\e";
        break;
      case '-':
        out += "\\-";
        break;
      case '\'':
        out += "\\(aq";
        break;
      case '`':
        out += "\\(ga";
        break;
      case '^':
        out += "\\(ha";
        break;
      case '~':
        out += "\\(ti";
        break;
      default:
        out += c;
    }
  }
  // A line that begins with a dot is a request.
  return out.starts_with('.') ? "\\&" + out : out;
}

std::string Heading(std::string_view name) { return fmt::format(".SH {}\n", name); }

std::string Item(std::string_view head, std::string_view text) {
  return fmt::format(".TP\n{}\n{}\n", head, Roff(text));
}

std::vector<std::string_view> Split(std::string_view text, std::string_view by) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const std::size_t at = std::min(text.find(by), text.size());
    parts.push_back(text.substr(0, at));
    text.remove_prefix(std::min(at + by.size(), text.size()));
  }
  return parts;
}

// Prose and examples of a help page. `first`: they stand right below a heading.
std::string Body(std::string_view body, bool first = false) {
  std::string out;
  for (const std::string_view block : Split(body, "\n\n")) {
    const bool example = block.starts_with("  ");
    out += out.empty() && first ? "" : ".PP\n";
    if (example) out += ".EX\n";
    for (const std::string_view line : Split(block, "\n")) out += Roff(line) + "\n";
    if (example) out += ".EE\n";
  }
  return out;
}

// "\fB--base\fR \fIREF\fR", with its other spelling before it.
std::string Spelling(const Option& option) {
  std::string out;
  for (const std::string_view name : {option.other, option.name}) {
    if (name.empty()) continue;
    if (!out.empty()) out += ", ";
    out += fmt::format("\\fB{}\\fR", Roff(name));
    if (!option.value.empty()) out += fmt::format(" \\fI{}\\fR", Roff(option.value));
  }
  return out;
}

std::string CommandSection(const CommandEntry& entry) {
  std::vector<std::string> names;
  for (const OptionUse& use : OptionsOf(entry.command)) {
    names.push_back(fmt::format("\\fB{}\\fR", Roff(OptionOf(use.id).name)));
  }
  const CommandText& text = TextOf(entry.command);
  std::string out = fmt::format(".SS \"hoglint {}{}{}\"\n", Roff(entry.name),
                                entry.operands.empty() ? "" : " ", Roff(entry.operands));
  out += fmt::format("{}\n{}", Roff(entry.summary), Body(text.body));
  out += fmt::format(".PP\nOptions:\n{}\n", fmt::join(names, ",\n"));
  if (!text.exit_code.empty()) out += Body(text.exit_code);
  return out;
}

// What is said of an option: once where all commands say the same, else which says what.
std::string OptionItem(const Option& option) {
  std::vector<std::pair<std::string, std::vector<std::string>>> texts;
  for (const Command command : CommandsInOrder()) {
    for (const OptionUse& use : OptionsOf(command)) {
      if (use.id != option.id) continue;
      const std::string text = HelpOf(use, command);
      auto known = std::ranges::find(texts, text, &decltype(texts)::value_type::first);
      if (known == texts.end()) {
        texts.emplace_back(text, std::vector<std::string>());
        known = std::prev(texts.end());
      }
      known->second.emplace_back(CommandName(command));
    }
  }
  std::string out = fmt::format(".TP\n{}\n", Spelling(option));
  if (texts.size() == 1) return out + Roff(texts.front().first) + "\n";
  for (const auto& [text, commands] : texts) {
    out += fmt::format("{}{}: {}\n", out.ends_with("\\fR\n") ? "" : ".br\n",
                       Roff(fmt::format("{}", fmt::join(commands, ", "))), Roff(text));
  }
  return out;
}

constexpr std::string_view kDescription =
    R"(hoglint reads PostgreSQL migrations, Drizzle's first, and says before the merge
what they will do to a running system: what they destroy, which deployed code
they break, which locks they take and what waits behind them.

In a git repository the migrations that the base branch already has are merged:
they are read, since later ones build on them, but not judged. What hoglint did
not understand, or had no input for, is listed as not checked.

A first word that is no command is a path of hoglint check. A path is a folder
of migrations, a project with a drizzle.config, or a .sql file; without one the
project around the current folder is taken.
)";

using Pair = std::pair<std::string_view, std::string_view>;

constexpr auto kFiles = std::to_array<Pair>({
    {"hoglint.json",
     "levels, paths, runner and more, found from the path upwards; comments are allowed"},
    {"hoglint.baseline", "what is known and not reported, one finding a line: hoglint baseline"},
    {"hoglint.stats.json", "how large the tables of a database are: hoglint stats"},
});

constexpr auto kVariables = std::to_array<Pair>({
    {"DATABASE_URL",
     "the database of hoglint drift and hoglint stats, where no option names one; "
     "libpq's own variables (PGHOST, PGSERVICE, PGPASSWORD, ...) count as well"},
    {"GITHUB_BASE_REF, CI_MERGE_REQUEST_TARGET_BRANCH_NAME",
     "the base of a pull or merge request, as GitHub and GitLab set them; --base beats both"},
    {"NO_COLOR", "no colours, when set and not empty; --color beats it"},
    {"COLUMNS, TERM", "the width of the terminal; TERM=dumb: no colours and no pager"},
    {"HOGLINT_PAGER, PAGER",
     "what shows the text of hoglint explain on a terminal, the first that is set, else less; an "
     "empty one: nothing"},
});

constexpr auto kExitCodes = std::to_array<Pair>({
    {"0", "clean; also for findings below --fail-on"},
    {"1", "findings at or above --fail-on; of hoglint drift: drift"},
    {"2", "hoglint could not do its job, or not all of it: standard error says what"},
});

std::string Items(std::span<const Pair> pairs) {
  std::string out;
  for (const auto& [name, text] : pairs) out += Item(fmt::format(".B {}", Roff(name)), text);
  return out;
}

constexpr std::string_view kExamples =
    R"(  hoglint                            what is new in the project around here
  hoglint --base origin/main         what this branch adds to main
  hoglint --all                      the whole history, each by itself
  hoglint --format github --report sarif=hoglint.sarif
  hoglint plan drizzle               which locks, and who waits
  hoglint drift --strict             does the database fit the files?
)";

}  // namespace

std::string ManualPage() {
  std::string out =
      ".\\\" Made from the tables behind hoglint's own help: ./dev docs\n"
      ".TH HOGLINT 1 \"\" ";
  out += fmt::format("\"hoglint {}\" \"User Commands\"\n", HOGLINT_VERSION);
  out += Heading("NAME") + "hoglint \\- what a PostgreSQL migration does to a running system\n";
  out += Heading("SYNOPSIS");
  out += ".B hoglint\n[\\fIOPTION\\fR...] [\\fIPATH\\fR...]\n";
  for (const Command command : CommandsInOrder()) {
    const CommandEntry& entry = EntryOf(command);
    const bool bare = entry.options.empty();
    out += fmt::format(".br\n.B hoglint {}\n{}{}{}\n", Roff(entry.name),
                       bare ? "" : "[\\fIOPTION\\fR...]", bare || entry.operands.empty() ? "" : " ",
                       Roff(entry.operands));
  }
  out += Heading("DESCRIPTION") + Body(kDescription, true);
  out += Heading("COMMANDS");
  for (const Command command : CommandsInOrder()) out += CommandSection(EntryOf(command));
  out += Heading("OPTIONS");
  out +=
      "\\fB\\-\\-base=\\fIREF\\fR is the same as \\fB\\-\\-base\\fR \\fIREF\\fR. An option with an "
      "empty\nvalue counts as not given.\n";
  for (std::size_t i = 0; i < kOptionCount; ++i) {
    out += OptionItem(OptionOf(static_cast<OptionId>(i)));
  }
  out += Heading("FILES") + Items(kFiles);
  out += Heading("ENVIRONMENT") + Items(kVariables);
  out += Heading("\"EXIT STATUS\"") + Items(kExitCodes);
  out += Heading("EXAMPLES") + Body(kExamples, true);
  out += Heading("\"SEE ALSO\"") + ".BR git (1),\n.BR psql (1),\n.BR less (1)\n";
  return out;
}

}  // namespace hoglint
