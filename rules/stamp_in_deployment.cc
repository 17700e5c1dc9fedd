// stamp-in-deployment: a deploy writes migrations into the ledger that it does not run.
#include <algorithm>
#include <string_view>

#include "lint/rule/deployment_text.h"
#include "lint/rule/rule.h"

namespace hoglint::rules {
namespace {

// Hogsend's src/stamp.ts, or a script db:stamp that is not there to be followed.
bool IsStamp(const RunCommand& run) {
  if (run.words.empty()) return false;
  if (run.words.front() == "db:stamp") return true;
  return std::ranges::any_of(run.words, [](std::string_view word) {
    word.remove_prefix(word.rfind('/') + 1);  // npos + 1 is 0
    return word == "stamp.ts" || word == "stamp.js" || word == "stamp.mjs" || word == "stamp.mts";
  });
}

void Check(const ApplicationFacts& facts, Findings& findings) {
  for (const DeployedProgram& program : DeployedPrograms(facts, IsStamp)) {
    Finding& finding = AddDeployed(program, findings);
    finding.effect =
        "stamping writes every migration into the ledger as applied and runs none: what a "
        "database did not have it never gets, and the schema check counts the rows and says in "
        "sync";
    finding.remedy = "take it out, and let the deploy run `" +
                     MigrateCommand(facts, *program.run.chain[program.link].file) +
                     "`; stamp by hand, once, a database of which you know that it has the schema";
  }
}

}  // namespace

extern const Rule stamp_in_deployment;
const Rule stamp_in_deployment{
    .id = "stamp-in-deployment",
    .family = Family::kProject,
    .level = Level::kWarning,
    .since = "0.1",
    .summary = "A deploy marks migrations as applied without running them",
    .effect =
        "Hogsend's `db:stamp` writes the rows that migrations leave in the ledger, and runs none "
        "of them. It is for a database that has the schema already. In a deploy it marks the next "
        "migration as applied before anybody ran it: Drizzle never comes back to it, and Hogsend's "
        "schema check only counts rows.",
    .remedy = "Run the migrations in the deploy, and stamp by hand where it is needed.",
    .manual = "",
    .check = ApplicationCheck{Check},
    .presets = kHogsendPreset,
};

}  // namespace hoglint::rules
