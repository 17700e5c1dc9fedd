// engine-table-extended: an additional column, index, trigger or policy on an owner's table.
#include <fmt/format.h>

#include <string>

#include "lint/facts/ownership.h"
#include "lint/rule/ownership_text.h"
#include "lint/rule/rule.h"

namespace hoglint::rules {
namespace {

void Check(const StatementFacts& facts, Findings& findings) {
  for (const Touch& touch : TouchesOf(facts)) {
    if (touch.kind != TouchKind::kExtended) continue;
    const Ownership& ownership = OwnerOf(*facts.track.ownership, touch.object);
    Finding& finding =
        AddTouch(touch, fmt::format("{}, which {} owns", touch.what, ownership.owner), findings);
    finding.effect = fmt::format(
        "{} may bring something of that name one day, or drop and rebuild the table: the upgrade "
        "then fails, or the addition is gone",
        ownership.owner);
    finding.remedy = fmt::format(
        "give it a name with a prefix of your own, and see what an upgrade of {} changes before it "
        "is deployed: hoglint engine --diff OLD NEW",
        ownership.package);
    GroupTouch(touch, finding);
  }
}

}  // namespace

extern const Rule engine_table_extended;
const Rule engine_table_extended{
    .id = "engine-table-extended",
    .family = Family::kOwnership,
    .level = Level::kNote,
    .since = "0.1",
    .summary = "A column, index, trigger or policy is added to a table of the engine",
    .effect =
        "The addition is allowed, and nobody but the project knows of it: an upgrade of the engine "
        "may bring a column or index of the same name, or rebuild the table without it.",
    .remedy =
        "Give it a name with a prefix of your own, and look at `hoglint engine --diff OLD NEW` "
        "before each upgrade. A table of your own beside the engine's is safer.",
    .manual = "",
    .check = StatementCheck{Check},
};

}  // namespace hoglint::rules
