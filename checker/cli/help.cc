#include "checker/cli/help.h"

namespace hoglint {
namespace {

constexpr std::string_view kGeneral =
    R"(hoglint - what will this PostgreSQL migration do to a running system?

  hoglint                        the project around the current folder
  hoglint drizzle                one migrations folder
  hoglint 0042_new.sql           one file
  hoglint --base origin/main     what this branch adds to main
  hoglint --all                  the whole history, each migration by itself

In a git repository the migrations that the base branch already has are merged:
they are read, since later ones build on them, but not judged.

Commands (check is meant when none is named)
  check [PATH...]    find hazards in new migrations
  plan [PATH... | -] which locks new migrations take, in order, and what waits
  schema [PATH...]   the schema that the migrations lead to
  history [PATH...]  what already happened to merged migrations
  engine [PATH]      what the engine's package owns, and what an upgrade changes
  project [PATH...]  the tracks, runner and owners that were found, and why
  upgrade-check      what goes wrong when the folder moves to Drizzle 1.0
  drift [PATH...]    whether a database is what the migrations say
  stats              how large its tables are, for later lints without it
  rules              what is looked for, one line for each rule
  explain ID...      a rule at length: what, why, and what to write instead
  baseline ACTION    write, prune or show what is known and not reported

Options of check; the other commands have those that make sense for them
  --base REF         what is merged (default: the pull request's base, the
                     remote's default branch, main or master)
  --head REF         read the migrations from that commit, not from the disk
  --all              judge merged migrations as well
  --runner NAME      what applies them: drizzle, drizzle-neon-http, hogsend,
                     per-file, autocommit (default: found from the project)
  --pg-version N     the server's major version, 12 to 18 (default 17)
  --config FILE      instead of the nearest hoglint.json
  --rule ID=LEVEL    set a rule to error, warning, note or off
  --fail-on LEVEL    fail from this level on; off: never (default error)
  --format F         text, json, markdown, sarif, github, gitlab, junit or
                     checkstyle, on standard output (default text)
  --report F=FILE    the same into a file, as often as wanted
  --show-suppressed  list what comments and the baseline keep out
  --quiet            print nothing when nothing was found
  --color WHEN       auto, always or never

Exit code: 0 clean, 1 findings at or above --fail-on, 2 could not check
)";

constexpr std::string_view kCheck = R"(hoglint check [PATH...] - find hazards in new migrations

  hoglint check                              the project around this folder
  hoglint check packages/db                  a project: its drizzle.config tells
  hoglint check drizzle prisma/migrations    two migrations folders
  hoglint check --base main                  what is not on main yet
  hoglint check --head feature --base main   the same, without a checkout
  hoglint check --rule drop-column=warning --fail-on warning
  hoglint check --report json=hoglint.json   for people and for programs

A PATH is a folder of migrations (Drizzle, Prisma, Flyway, goose, dbmate or
numbered .sql files), a project with a drizzle.config, or a .sql file. Files
named one by one are always judged, folders only in what base does not have.

What is new
  --base REF         what is merged (default: the pull request's base, the
                     remote's default branch, main or master)
  --head REF         read the migrations from that commit, not from the disk
  --all              judge merged migrations as well, each by itself

How it is applied
  --runner NAME      drizzle, drizzle-neon-http, hogsend, per-file or
                     autocommit (default: found from the project)
  --pg-version N     the server's major version, 12 to 18 (default 17)

What matters
  --config FILE      instead of the nearest hoglint.json; options here beat it
  --rule ID=LEVEL    set a rule to error, warning, note or off
  --fail-on LEVEL    exit with 1 from this level on; off: never (default error)

What is printed
  --format F         text, json, markdown, sarif, github, gitlab, junit or
                     checkstyle, on standard output (default text)
  --report F=FILE    the same into a file, as often as wanted
  --show-suppressed  list what comments and the baseline keep out
  --quiet            print nothing when nothing was found
  --color WHEN       auto, always or never

Exit code: 0 clean, 1 findings at or above --fail-on, 2 could not check
)";

constexpr std::string_view kPlan =
    R"(hoglint plan [PATH... | -] - which locks new migrations take, and what waits

  hoglint plan                                the project around this folder
  hoglint plan drizzle --base main            what is not on main yet
  hoglint plan drizzle --all                  the whole history
  hoglint plan drizzle --format markdown      for a pull request, with a chart
  echo 'ALTER TABLE users ADD COLUMN age int' |
    hoglint plan - --sql-before schema.sql    what would this statement do?

Transaction by transaction: what each statement locks, how strongly, whom that
holds up (reads, writes, only DDL) and until when, whether it scans or rewrites
the table or builds an index; at the end the worst lock of each table. Tables
that are new and empty are left out of the text, since nobody waits for them.

What is planned
  --base REF         what is merged (default: the pull request's base, the
                     remote's default branch, main or master)
  --head REF         read the migrations from that commit, not from the disk
  --all              merged migrations as well, each by itself
  --sql-before FILE  a schema dump or setup script: what exists already
  -                  statements from standard input

How it is applied
  --runner NAME      drizzle, drizzle-neon-http, hogsend, per-file or
                     autocommit (default: found from the project)
  --pg-version N     the server's major version, 12 to 18 (default 17)
  --config FILE      instead of the nearest hoglint.json

What is printed
  --format F         text, json or markdown, on standard output (default text)
  --report F=FILE    the same into a file, as often as wanted
  --color WHEN       auto, always or never

Exit code: 0, or 2 when something could not be read
)";

constexpr std::string_view kSchema =
    R"(hoglint schema [PATH...] - the schema that the migrations lead to

  hoglint schema drizzle                        for people
  hoglint schema drizzle --format json          for programs
  hoglint schema drizzle --head main            as it is on main
  hoglint schema 0001_users.sql 0002_posts.sql  files, in this order

Several paths lead to one schema, in the order given.

Options
  --head REF         read the migrations from that commit, not from the disk
  --runner NAME      drizzle, drizzle-neon-http, hogsend, per-file or
                     autocommit (default: found from the project)
  --pg-version N     the server's major version, 12 to 18 (default 17)
  --config FILE      instead of the nearest hoglint.json
  --format F         text or json, on standard output (default text)
  --report F=FILE    the same into a file, as often as wanted

Exit code: 0, or 2 when something could not be read
)";

constexpr std::string_view kBaseline =
    R"(hoglint baseline write | prune | show - what is known and not reported

  hoglint baseline write --all       all that is found now is known from now on
  hoglint baseline prune --all       forget what is not found any more
  hoglint baseline show              what is known

The file is hoglint.baseline beside hoglint.json, else at the repository's root;
"baseline" in the config names another one. One finding a line, sorted: commit
it. A finding keeps its line while others are edited, moved or reformatted. What
is known of migrations that the run does not judge is left alone.

Options: those of hoglint check that say what is judged
  --base REF, --head REF, --all, --runner NAME, --pg-version N, --config FILE,
  --rule ID=LEVEL

Exit code: 0, or 2 when something could not be read or written
)";

constexpr std::string_view kHistory =
    R"(hoglint history [PATH...] - what already happened to merged migrations

  hoglint history                       the project around this folder
  hoglint history drizzle               one migrations folder
  hoglint history --since v1.4          what happened after that
  hoglint history drizzle --format json

Walks the first parents of HEAD, which is what came to the branch merge by
merge, and reports what each commit did to migrations that were there before:
edited, reformatted, deleted, renamed, put into another order, their snapshots
and journal entries changed, new ones added before them or never run. Only
what is committed counts; a moved folder is followed.

Options
  --since REF        leave out what that commit already has
  --head REF         begin there instead of at HEAD
  --format F         text or json, on standard output (default text)
  --report F=FILE    the same into a file, as often as wanted
  --color WHEN       auto, always or never

Exit code: 0, or 2 when something could not be read
)";

constexpr std::string_view kEngine =
    R"(hoglint engine [PATH] - what a package owns in the project's database

  hoglint engine                     of the project around this folder
  hoglint engine --format json       the same for programs
  hoglint engine --diff OLD NEW      what an upgrade from OLD to NEW changes
  hoglint engine --diff OLD NEW .    and what of that this project has already

Hogsend's engine brings tables with migrations of its own. They are read from
node_modules/@hogsend/db, from a file: dependency, or, where the package is not
installed, from hoglint's own list; the first lines say which.

OLD and NEW are migrations folders, snapshots (.json) or unpacked packages.

Options
  --diff             compare two states instead
  --config FILE      instead of the nearest hoglint.json
  --format F         text or json, on standard output (default text)
  --report F=FILE    the same into a file, as often as wanted

Exit code: 0, or 2 when something could not be read
)";

constexpr std::string_view kProject =
    R"(hoglint project [PATH...] - what was found, and why

  hoglint project                    the project around this folder
  hoglint project packages/db        a project: its drizzle.config tells
  hoglint project --format json      for programs

For every migrations folder: what led there, its layout, how many migrations it
has and how many of them base has, what applies them, and whose tables are there
beside its own.

Options
  --base REF         what is merged (default: the pull request's base, the
                     remote's default branch, main or master)
  --head REF         read the migrations from that commit, not from the disk
  --runner NAME      what the run would go by
  --config FILE      instead of the nearest hoglint.json
  --format F         text or json, on standard output (default text)
  --report F=FILE    the same into a file, as often as wanted

Exit code: 0, or 2 when something could not be read
)";

constexpr std::string_view kUpgradeCheck =
    R"(hoglint upgrade-check [PATH...] - what goes wrong on the way to Drizzle 1.0

  hoglint upgrade-check                  the project around this folder
  hoglint upgrade-check drizzle          one migrations folder
  hoglint upgrade-check --format json    for programs

drizzle-kit 1.0 turns the journal into folders, and its migrator runs every one
that a database has no record of, also those that 0.x has skipped. The whole
history is read, merged or not, and only what bears on the conversion is told.

Options
  --head REF         read the migrations from that commit, not from the disk
  --config FILE      instead of the nearest hoglint.json
  --fail-on LEVEL    fail from this level on; off: never (default error)
  --format F         text or json, on standard output (default text)
  --report F=FILE    the same into a file, as often as wanted
  --quiet            print nothing when nothing was found
  --color WHEN       auto, always or never

Exit code: 0 ready, 1 findings at or above --fail-on, 2 could not check
)";

constexpr std::string_view kDrift =
    R"(hoglint drift [PATH...] - is the database what the migrations say?

  hoglint drift                              by DATABASE_URL
  hoglint drift --database-url postgresql://user@host/app
  hoglint drift packages/db --format json    for programs
  hoglint drift --stamp-plan > stamp.sql     after db:push: what migrate lacks

Compares the ledger (the table of applied migrations) with the files, row by
row, and the schema with what the applied migrations lead to. Only reads: one
read-only transaction with timeouts. Needs libpq where it runs.

Which database
  --database-url URL  or DATABASE_URL, or PGHOST, PGSERVICE and libpq's others
  --ledger S.TABLE    of the one track that is given; default: drizzle.config's

A second database, instead of files
  --against URL       what only one of them has, and what differs

A running application of Hogsend's, instead of a database
  --health-url URL    what its /v1/health says, and what that cannot know
  --wait SECONDS      ask until it is healthy: a gate after a deploy

What counts
  --strict            warnings fail too, such as a client track that is behind
  --stamp-plan        print the INSERTs (never run them) that record migrations
                      whose objects are there without a row

What is compared
  --head REF          read the migrations from that commit, not from the disk
  --runner NAME       drizzle, drizzle-neon-http, hogsend, per-file or
                      autocommit (default: found from the project)
  --config FILE       instead of the nearest hoglint.json
  --format F          text or json, on standard output (default text)
  --report F=FILE     the same into a file, as often as wanted
  --color WHEN        auto, always or never

Exit code: 0 in sync, 1 drift (an engine behind, or an error above), 2 could
not compare
)";

constexpr std::string_view kStats =
    R"(hoglint stats - how large the tables of a database are

  hoglint stats                              by DATABASE_URL
  hoglint stats --database-url postgresql://user@host/app
  hoglint stats --output -                   to standard output

Writes hoglint.stats.json: rows as the planner estimates them, bytes, bytes of
indexes, day of the last ANALYZE, and nothing else. Commit it: check then takes
locks on small tables less seriously, and plan estimates how long work takes.
Only reads: one read-only transaction with timeouts. Needs libpq where it runs.

Options
  --database-url URL  or DATABASE_URL, or PGHOST, PGSERVICE and libpq's others
  --output FILE       default: hoglint.stats.json beside hoglint.json, else at
                      the repository's root
  --config FILE       instead of the nearest hoglint.json
)";

constexpr std::string_view kRules = R"(hoglint rules - what is looked for, one line for each rule

  hoglint rules                  by family, with default levels
  hoglint rules --format json    for programs
  hoglint explain drop-column    one of them at length

Options
  --format F         text or json, on standard output (default text)
  --report F=FILE    the same into a file, as often as wanted
  --color WHEN       auto, always or never
)";

constexpr std::string_view kExplain = R"(hoglint explain ID... - a rule at length

  hoglint explain drop-column    what it finds, why it hurts, what to write
  hoglint rules                  the ids

Options
  --format F         text or json, on standard output (default text)
  --report F=FILE    the same into a file, as often as wanted
  --color WHEN       auto, always or never
)";

}  // namespace

std::string_view GeneralHelp() { return kGeneral; }

std::string_view CommandHelp(Command command) {
  switch (command) {
    case Command::kCheck:
      return kCheck;
    case Command::kPlan:
      return kPlan;
    case Command::kSchema:
      return kSchema;
    case Command::kEngine:
      return kEngine;
    case Command::kProject:
      return kProject;
    case Command::kUpgradeCheck:
      return kUpgradeCheck;
    case Command::kStats:
      return kStats;
    case Command::kDrift:
      return kDrift;
    case Command::kHistory:
      return kHistory;
    case Command::kRules:
      return kRules;
    case Command::kBaseline:
      return kBaseline;
    case Command::kExplain:
      break;
  }
  return kExplain;
}

}  // namespace hoglint
