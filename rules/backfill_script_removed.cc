// backfill-script-removed: a script of scripts/backfill that base has is gone.
#include <fmt/format.h>

#include "lint/facts/application.h"
#include "lint/rule/rule.h"
#include "lint/typescript/app_sources.h"

namespace hoglint::rules {
namespace {

void Check(const ApplicationFacts& facts, Findings& findings) {
  for (const std::string& path : facts.application.sources->removed_backfills) {
    Finding& finding = findings.Add(NamedFile{path}, fmt::format("{} is removed", path));
    finding.subject = path;
    finding.effect =
        "what it did to the data of production is written nowhere else: no migration has it";
    finding.remedy = "take it back; scripts of backfills stay, also when they have run";
  }
}

}  // namespace

extern const Rule backfill_script_removed{
    .id = "backfill-script-removed",
    .family = Family::kProject,
    .level = Level::kWarning,
    .since = "0.1",
    .summary = "A script in scripts/backfill that the base branch has is removed",
    .effect =
        "Backfills change data outside of the migrations. The script is the only record of what "
        "was changed, and how; without it nobody can tell later why rows look as they do, or do "
        "the same to a restored copy.",
    .remedy = "Keep it. A script that was only renamed is not reported.",
    .manual = "",
    .check = ApplicationCheck{Check},
    .presets = kSendokaPreset,
};

}  // namespace hoglint::rules
