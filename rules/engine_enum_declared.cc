// engine-enum-declared: a column is declared with an enum of an owner's package, and no migration
// has been generated from it.
#include <fmt/format.h>

#include <string>

#include "lint/facts/declared_ownership.h"
#include "lint/rule/rule.h"

namespace hoglint::rules {
namespace {

// Measured with drizzle-kit 0.31.10 (hogsend.md, 5.1): the column gets the type, and no CREATE TYPE
// is written.
void Check(const TrackFacts& facts, Findings& findings) {
  for (const DeclaredTouch& touch : DeclaredTouchesOf(facts.track, facts.sources, facts.runner)) {
    if (touch.kind != DeclaredTouchKind::kTypeUsed) continue;
    const Ownership& ownership = *touch.owner;
    const std::string type = DisplayName(touch.object);
    Finding& finding = findings.Add(touch.span, fmt::format("{} is declared with {}, an enum of {}",
                                                            touch.what, type, ownership.owner));
    finding.subject = touch.subject;
    finding.effect = fmt::format(
        "drizzle-kit gives the column the type that the migrations of {0} create: one of them that "
        "drops the type or makes it anew without a value fails while the column uses it",
        ownership.owner);
    finding.remedy =
        "make an enum of your own under another name (pgEnum), or take text with a CHECK of the "
        "values";
    finding.group = type;
    finding.group_label = "and " + touch.what;
  }
}

}  // namespace

extern const Rule engine_enum_declared;
const Rule engine_enum_declared{
    .id = "engine-enum-declared",
    .family = Family::kOwnership,
    .level = Level::kWarning,
    .since = "0.1",
    .summary = "A column is declared with an enum of the engine",
    .effect =
        "An enum that was imported from `@hogsend/db` becomes the column's type. The engine "
        "decides "
        "which values it has, and an upgrade that makes the type anew fails while a column of "
        "another table uses it. Once a migration has it, `engine-enum-used` reports it there.",
    .remedy = "Declare an enum of your own under another name, or use `text` with a CHECK.",
    .manual = "datatype-enum.html",
    .check = TrackCheck{Check},
};

}  // namespace hoglint::rules
