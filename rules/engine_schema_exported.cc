// engine-schema-exported: schema files of the project export what an owner's package declares.
#include <fmt/format.h>

#include <string>

#include "lint/facts/declared_ownership.h"
#include "lint/rule/ownership_text.h"
#include "lint/rule/rule.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

// Measured with drizzle-kit 0.31.10 (hogsend.md, 5.1): generate writes CREATE TABLE with all
// indexes for a table that a schema file exports again.
void Check(const TrackFacts& facts, Findings& findings) {
  for (const DeclaredTouch& touch : DeclaredTouchesOf(facts.track, facts.sources, facts.runner)) {
    if (touch.kind != DeclaredTouchKind::kExported) continue;
    const Ownership& ownership = *touch.owner;
    const bool all = touch.objects.empty();
    const std::string names = all ? "everything" : JoinNames(touch.objects);
    Finding& finding =
        findings.Add(touch.span, fmt::format("the schema exports {} of {}, which {} owns", names,
                                             touch.what, ownership.owner));
    finding.subject = touch.subject;
    finding.effect = fmt::format(
        "drizzle-kit generates a migration that creates {}, and the migrations of {}, which run "
        "first, have done so: it fails with \"already exists\", and with it the deploy",
        all ? "all of its tables, indexes and enums once more" : names,
        OwnerWithVersion(ownership));
    finding.remedy = fmt::format(
        "take the export out, and import {} from {} where the code needs {}: an import alone "
        "generates nothing",
        all ? "the tables" : names, ownership.package,
        all || touch.objects.size() > 1 ? "them" : "it");
    finding.group = ownership.package;
    finding.group_label = fmt::format("and {} of {}", names, touch.what);
  }
}

}  // namespace

extern const Rule engine_schema_exported;
const Rule engine_schema_exported{
    .id = "engine-schema-exported",
    .family = Family::kOwnership,
    .level = Level::kError,
    .since = "0.1",
    .summary = "Schema files export the engine's tables or enums again",
    .effect =
        "drizzle-kit generates SQL for every table and enum that the files of drizzle.config's "
        "`schema` export, wherever it was declared. `export * from \"@hogsend/db\"` there makes a "
        "migration that creates the whole engine once more, and fails with \"already exists\".",
    .remedy =
        "Import from `@hogsend/db` where the code needs a table. What is imported and not exported "
        "generates nothing.",
    .manual = "",
    .check = TrackCheck{Check},
};

}  // namespace hoglint::rules
