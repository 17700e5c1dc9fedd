// down-migration: a way back that Drizzle never goes, or that takes a migration out of the history.
#include <fmt/format.h>

#include <string>

#include "lint/facts/application.h"
#include "lint/facts/deploy_commands.h"
#include "lint/facts/drizzle_folder.h"
#include "lint/facts/journal_entries.h"
#include "lint/rule/rule.h"

namespace hoglint::rules {
namespace {

void CheckFiles(const Track& track, bool all, Findings& findings) {
  if (track.drizzle == nullptr) return;
  for (const UnlistedFile& file : track.drizzle->unlisted) {
    if (!IsWayBack(file.name) || (file.merged && !all)) continue;
    Finding& finding = findings.Add(NamedFile{file.path},
                                    fmt::format("{} is a way back that nothing runs", file.name));
    finding.level = Level::kNote;
    finding.subject = file.name;
    finding.effect =
        "Drizzle only goes forward: its migrator runs what the journal lists, and drizzle-kit has "
        "no command for the way back; run by hand, the file leaves the ledger's row, so that the "
        "migration is never applied again";
    finding.remedy =
        "take the file out; what has to be undone is a new migration, and what cannot be is a "
        "backup";
  }
}

bool IsDrop(const RunCommand& run) { return IsDrizzleKit(run, "drop"); }

void CheckCommands(const ApplicationFacts& facts, Findings& findings) {
  for (const RunCommand& run : ProgramsOf(*facts.application.deployment)) {
    // Each at the place where it stands.
    if (run.chain.size() > 1 || !IsDrop(run)) continue;
    Finding& finding = findings.Add(run.last().span, ChainText(run));
    finding.subject = run.first().command->where;
    finding.effect =
        "drop takes the migration's file, snapshot and journal entry away and leaves every "
        "database as it is: one that ran the migration keeps the change and the ledger's row, and "
        "the next migration is generated as if there were neither";
    finding.remedy =
        "take the script out: a migration that is on no other branch and no other database goes "
        "with git, all others are undone by a new one";
  }
}

void Check(const ApplicationFacts& facts, Findings& findings) {
  for (const Track& track : facts.workspace.tracks) {
    if (track.application.get() == &facts.application) CheckFiles(track, facts.all, findings);
  }
  CheckCommands(facts, findings);
}

}  // namespace

extern const Rule down_migration;
const Rule down_migration{
    .id = "down-migration",
    .family = Family::kProject,
    .level = Level::kWarning,
    .since = "0.1",
    .summary = "A migration is undone in a way that Drizzle does not know",
    .effect =
        "Drizzle only goes forward. A `.down.sql` file is run by nothing; run by hand, it leaves "
        "the ledger's row, and the migration is never applied again. `drizzle-kit drop` deletes a "
        "migration from the folder and undoes nothing: a database that ran it keeps the change, "
        "and so does its ledger.",
    .remedy =
        "Write what has to be undone as a new migration. A `.down.sql` file is a note, "
        "`drizzle-kit "
        "drop` in a script a warning.",
    .manual = "",
    .check = ApplicationCheck{Check},
};

}  // namespace hoglint::rules
