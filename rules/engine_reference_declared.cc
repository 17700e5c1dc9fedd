// engine-reference-declared: the TypeScript of an own table refers to an owner's table, and no
// migration has been generated from it.
#include <fmt/format.h>

#include <string>

#include "lint/facts/declared_ownership.h"
#include "lint/rule/rule.h"

namespace hoglint::rules {
namespace {

void Check(const TrackFacts& facts, Findings& findings) {
  for (const DeclaredTouch& touch : DeclaredTouchesOf(facts.track, facts.sources, facts.runner)) {
    if (touch.kind != DeclaredTouchKind::kReference) continue;
    const Ownership& ownership = *touch.owner;
    const std::string table = DisplayName(touch.object);
    Finding& finding =
        findings.Add(touch.span, fmt::format("{} declares a foreign key to {}, which {} owns",
                                             touch.what, table, ownership.owner));
    finding.subject = touch.subject;
    finding.effect = fmt::format(
        "drizzle-kit generates a constraint: {0} can then no longer delete a row of {1} that yours "
        "refer to, or takes yours with it, and a migration of {0} that drops {1} or its key, or "
        "makes it anew, fails",
        ownership.owner, table);
    finding.remedy =
        "keep the id as a plain column, with an index, and take .references() or foreignKey() out";
    finding.group = table;
    finding.group_label = "and " + touch.what;
  }
}

}  // namespace

extern const Rule engine_reference_declared;
const Rule engine_reference_declared{
    .id = "engine-reference-declared",
    .family = Family::kOwnership,
    .level = Level::kWarning,
    .since = "0.1",
    .summary = "A table declares a foreign key to a table of the engine",
    .effect =
        "`.references(() => contacts.id)` with a table that was imported from `@hogsend/db` "
        "becomes "
        "a hard foreign key. It ties the engine's table to yours: its deletes fail or cascade into "
        "your rows, and an upgrade that drops or rebuilds the table fails. Once a migration has "
        "it, `foreign-key-to-engine` reports it there.",
    .remedy =
        "Keep the id of the engine's row as a plain column (`text(\"user_id\").notNull()`) with an "
        "index, without `.references()`.",
    .manual = "ddl-constraints.html#DDL-CONSTRAINTS-FK",
    .check = TrackCheck{Check},
};

}  // namespace hoglint::rules
