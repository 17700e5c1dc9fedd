// engine-enum-used: a column of an own table has an owner's type.
#include <fmt/format.h>

#include <string>

#include "lint/facts/ownership.h"
#include "lint/rule/ownership_text.h"
#include "lint/rule/rule.h"

namespace hoglint::rules {
namespace {

void Check(const StatementFacts& facts, Findings& findings) {
  for (const Touch& touch : TouchesOf(facts)) {
    if (touch.kind != TouchKind::kTypeUsed) continue;
    const Ownership& ownership = OwnerOf(*facts.track.ownership, touch.object);
    const std::string type = DisplayName(touch.object);
    Finding& finding =
        AddTouch(touch,
                 fmt::format("{} has the type {}, {} {} of {}", touch.what, type,
                             touch.thing == "enum" ? "an" : "a", touch.thing, ownership.owner),
                 findings);
    finding.effect = fmt::format(
        "a migration of {} that drops the type or makes it anew without a value fails while the "
        "column uses it, and a value that it adds or renames changes what the column may hold",
        ownership.owner);
    finding.remedy =
        "make an enum of your own under another name, or take text with a CHECK of the values";
    finding.group = type;
    finding.group_label = "and " + touch.what;
  }
}

}  // namespace

extern const Rule engine_enum_used;
const Rule engine_enum_used{
    .id = "engine-enum-used",
    .family = Family::kOwnership,
    .level = Level::kWarning,
    .since = "0.1",
    .summary = "A column of an own table has an enum of the engine as its type",
    .effect =
        "The engine decides which values its enums have. An upgrade that removes or renames one "
        "has "
        "to make the type anew, and fails while a column of another table uses it.",
    .remedy = "Declare an enum of your own under another name, or use `text` with a CHECK.",
    .manual = "datatype-enum.html",
    .check = StatementCheck{Check},
};

}  // namespace hoglint::rules
