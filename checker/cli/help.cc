#include "checker/cli/help.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "checker/cli/options.h"
#include "lint/report/display_text.h"

namespace hoglint {
namespace {

constexpr std::size_t kColumns = 80;

constexpr std::string_view kGeneralText =
    R"(hoglint - what will this PostgreSQL migration do to a running system?

  hoglint                        the project around the current folder
  hoglint drizzle                one migrations folder
  hoglint 0042_new.sql           one file
  hoglint --base origin/main     what this branch adds to main
  hoglint --all                  the whole history, each migration by itself
  hoglint init                   set a project up: config, pull requests, hooks

In a git repository the migrations that the base branch already has are merged:
they are read, since later ones build on them, but not judged.

)";

// In the order of Command.
constexpr auto kTexts = std::to_array<CommandText>({
    // Check
    {R"(  hoglint check                              the project around this folder
  hoglint check packages/db                  a project: its drizzle.config tells
  hoglint check drizzle prisma/migrations    two migrations folders
  hoglint check --base main                  what is not on main yet
  hoglint check --head feature --base main   the same, without a checkout
  hoglint check --rule drop-column=warning --fail-on warning
  hoglint check --report json=report.json    for people and for programs
  hoglint check - --stdin-filename drizzle/0042_new.sql < buffer    in an editor

A PATH is a folder of migrations (Drizzle, Prisma, Flyway, goose, dbmate or
numbered .sql files), a project with a drizzle.config, or a .sql file. Files
named one by one are always judged, folders only in what base does not have.
"-" is standard input: a text by itself, or with --stdin-filename that file's.
)",
     R"(Exit code: 0 clean, 1 findings at or above --fail-on, 2 could not check
)"},
    // Plan
    {R"(  hoglint plan                                the project around this folder
  hoglint plan drizzle --base main            what is not on main yet
  hoglint plan drizzle --all                  the whole history
  hoglint plan drizzle --format markdown      for a pull request, with a chart
  echo 'ALTER TABLE users ADD COLUMN age int' |
    hoglint plan - --sql-before schema.sql    what would this statement do?

Transaction by transaction: what each statement locks, how strongly, whom that
holds up (reads, writes, only DDL) and until when, whether it scans or rewrites
the table or builds an index; at the end the worst lock of each table. Tables
that are new and empty are left out of the text, since nobody waits for them.
)",
     R"(Exit code: 0, or 2 when something could not be read
)"},
    // Schema
    {R"(  hoglint schema drizzle                        for people
  hoglint schema drizzle --format json          for programs
  hoglint schema drizzle --head main            as it is on main
  hoglint schema 0001_users.sql 0002_posts.sql  files, in this order

Several paths lead to one schema, in the order given.
)",
     R"(Exit code: 0, or 2 when something could not be read
)"},
    // Rules
    {R"(  hoglint rules                  by family, with default levels
  hoglint rules --format json    for programs
  hoglint explain drop-column    one of them at length
)",
     {}},
    // Explain
    {R"(  hoglint explain drop-column    what it finds, why it hurts, what to write
  hoglint explain drop-column drop-table
  hoglint rules                  the ids

On a terminal the text goes through HOGLINT_PAGER, else PAGER, else less, which
leaves at once what fits; an empty one means none.
)",
     {}},
    // Baseline
    {R"(  hoglint baseline write --all       all that is found now is known from now on
  hoglint baseline prune --all       forget what is not found any more
  hoglint baseline show              what is known

The file is hoglint.baseline beside hoglint.json, else at the repository's root;
"baseline" in the config names another one. One finding a line, sorted: commit
it. A finding keeps its line while others are edited, moved or reformatted. What
is known of migrations that the run does not judge is left alone.
)",
     R"(Exit code: 0, or 2 when something could not be read or written
)"},
    // History
    {R"(  hoglint history                       the project around this folder
  hoglint history drizzle               one migrations folder
  hoglint history --since v1.4          what happened after that
  hoglint history drizzle --format json

Walks the first parents of HEAD, which is what came to the branch merge by
merge, and reports what each commit did to migrations that were there before:
edited, reformatted, deleted, renamed, put into another order, their snapshots
and journal entries changed, new ones added before them or never run. Only
what is committed counts; a moved folder is followed.
)",
     R"(Exit code: 0, or 2 when something could not be read
)"},
    // Engine
    {R"(  hoglint engine                     of the project around this folder
  hoglint engine --format json       the same for programs
  hoglint engine --diff OLD NEW      what an upgrade from OLD to NEW changes
  hoglint engine --diff OLD NEW .    and what of that this project has already

Hogsend's engine brings tables with migrations of its own. They are read from
node_modules/@hogsend/db, from a file: dependency, or, where the package is not
installed, from hoglint's own list; the first lines say which.

OLD and NEW are migrations folders, snapshots (.json) or unpacked packages.
)",
     R"(Exit code: 0, or 2 when something could not be read
)"},
    // Project
    {R"(  hoglint project                    the project around this folder
  hoglint project packages/db        a project: its drizzle.config tells
  hoglint project --format json      for programs

For every migrations folder: what led there, its layout, how many migrations it
has and how many of them base has, what applies them, and whose tables are there
beside its own.
)",
     R"(Exit code: 0, or 2 when something could not be read
)"},
    // UpgradeCheck
    {R"(  hoglint upgrade-check                  the project around this folder
  hoglint upgrade-check drizzle          one migrations folder
  hoglint upgrade-check --format json    for programs

drizzle-kit 1.0 turns the journal into folders, and its migrator runs every one
that a database has no record of, also those that 0.x has skipped. The whole
history is read, merged or not, and only what bears on the conversion is told.
)",
     R"(Exit code: 0 ready, 1 findings at or above --fail-on, 2 could not check
)"},
    // Drift
    {R"(  hoglint drift                              by DATABASE_URL
  hoglint drift --database-url postgresql://user@host/app
  hoglint drift packages/db --format json    for programs
  hoglint drift --stamp-plan > stamp.sql     after db:push: what migrate lacks

Compares the ledger (the table of applied migrations) with the files, row by
row, and the schema with what the applied migrations lead to. Only reads: one
read-only transaction with timeouts. Needs libpq where it runs.
)",
     R"(Exit code: 0 in sync, 1 drift (an engine behind, or an error above), 2 could
not compare
)"},
    // Stats
    {R"(  hoglint stats                              by DATABASE_URL
  hoglint stats --database-url postgresql://user@host/app
  hoglint stats --output -                   to standard output

Writes hoglint.stats.json: rows as the planner estimates them, bytes, bytes of
indexes, day of the last ANALYZE, and nothing else. Commit it: check then takes
locks on small tables less seriously, and plan estimates how long work takes.
Only reads: one read-only transaction with timeouts. Needs libpq where it runs.
)",
     R"(Exit code: 0, or 2 when the sizes could not be read, or the file not written
)"},
    // Init
    {R"(  hoglint init                show what is missing, and ask for each file
  hoglint init packages/db    for the project there
  hoglint init --yes          write without asking
  hoglint init --dry-run      only show

Finds out what the project uses (migrations, runner, PostgreSQL, presets, CI,
hooks) and says where that was read. What is missing is shown before it is
written: hoglint.json, the workflow for pull requests, the entry of pre-commit,
husky or lefthook. Nothing is overwritten: to a file that exists lines are added
where that is safe, else they are shown. At the end the whole history is linted
once. Where there is no terminal to ask on, only --yes writes.
)",
     R"(Exit code: 0 all is there (findings do not count), 2 nothing to lint was found,
or a file was not written
)"},
    // Completions
    {R"HELP(  hoglint completions bash > ~/.local/share/bash-completion/completions/hoglint
  hoglint completions zsh > ~/.zfunc/_hoglint      a folder of $fpath
  hoglint completions fish > ~/.config/fish/completions/hoglint.fish
  eval "$(hoglint completions bash)"               for this shell only

Packages bring them along; this is for a program that was put there by hand.
)HELP",
     {}}  // namespace
    ,
}  // namespace hoglint
);

// "-q, --quiet", "--base REF".
std::string Spelling(const Option& option) {
  std::string text;
  if (option.other.size() == 2) text.append(option.other).append(", ");
  text.append(option.name);
  if (!option.value.empty()) text.append(" ").append(option.value);
  return text;
}

// "  NAME      WORDS", the words wrapped behind a column of `width`.
std::string ListLine(std::string_view name, std::string_view words, std::size_t width) {
  std::string text = fmt::format("  {:<{}}", name, width);
  std::string_view before;
  for (const std::string& line : WrapWords(words, kColumns - width - 2)) {
    text += fmt::format("{}{}\n", before.empty() ? "" : std::string(width + 2, ' '), line);
    before = "x";
  }
  return text;
}

std::size_t WidthOf(const std::vector<OptionUse>& uses) {
  std::size_t width = 0;
  for (const OptionUse& use : uses) width = std::max(width, Spelling(OptionOf(use.id)).size());
  return width + 2;
}

std::string CommandList() {
  std::string text = "Commands (check is meant when none is named)\n";
  constexpr std::size_t kWidth = 19;
  for (const Command command : CommandsInOrder()) {
    const CommandEntry& entry = EntryOf(command);
    // Words to choose from would not fit.
    const bool choice =
        entry.operands.find(" | ") != std::string_view::npos && !entry.operands.starts_with('[');
    std::string name(entry.name);
    if (choice) {
      name += entry.operand_kind == WordKind::kShell ? " SHELL" : " ACTION";
    } else if (!entry.operands.empty()) {
      name.append(" ").append(entry.operands);
    }
    if (name.size() >= kWidth) name = entry.name;
    text += ListLine(name, entry.in_list, kWidth);
  }
  return text;
}

std::string Title(const CommandEntry& entry) {
  return fmt::format("hoglint {}{}{} - {}\n", entry.name, entry.operands.empty() ? "" : " ",
                     entry.operands, entry.summary);
}

}  // namespace

const CommandText& TextOf(Command command) { return kTexts[static_cast<std::size_t>(command)]; }

std::string OptionList(Command command, bool groups) {
  const std::vector<OptionUse> uses = OptionsOf(command);
  const std::size_t width = WidthOf(uses);
  std::string text;
  for (const OptionUse& use : uses) {
    if (groups && !use.group.empty()) {
      text += fmt::format("{}{}\n", text.empty() ? "" : "\n", use.group);
    }
    text += ListLine(Spelling(OptionOf(use.id)), HelpOf(use, command), width);
  }
  return text;
}

std::string GeneralHelp() {
  return fmt::format(
      "{}{}\nOptions of check; the other commands have those that make sense for them\n{}\n{}",
      kGeneralText, CommandList(), OptionList(Command::kCheck, false),
      TextOf(Command::kCheck).exit_code);
}

std::string CommandHelp(Command command) {
  const CommandText& text = TextOf(command);
  return fmt::format("{}\n{}\n{}{}{}", Title(EntryOf(command)), text.body,
                     OptionList(command, true), text.exit_code.empty() ? "" : "\n", text.exit_code);
}

}  // namespace hoglint
