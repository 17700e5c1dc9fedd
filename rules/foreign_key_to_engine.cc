// foreign-key-to-engine: an own table refers to an owner's by a foreign key.
#include <fmt/format.h>

#include <string>

#include "lint/facts/ownership.h"
#include "lint/rule/ownership_text.h"
#include "lint/rule/rule.h"

namespace hoglint::rules {
namespace {

std::string OnDelete(const ConstraintDefinition& key, const std::string& table,
                     const std::string& owner) {
  switch (key.references->on_delete) {
    case ForeignKeyAction::kCascade:
      return fmt::format("rows that {} deletes from {} take yours with them", owner, table);
    case ForeignKeyAction::kSetNull:
    case ForeignKeyAction::kSetDefault:
      return fmt::format("rows that {} deletes from {} change yours", owner, table);
    case ForeignKeyAction::kNoAction:
    case ForeignKeyAction::kRestrict:
      break;
  }
  return fmt::format("{} can no longer delete a row of {} that yours refer to", owner, table);
}

void Check(const StatementFacts& facts, Findings& findings) {
  for (const Touch& touch : TouchesOf(facts)) {
    if (touch.kind != TouchKind::kForeignKey) continue;
    const Ownership& ownership = OwnerOf(*facts.track.ownership, touch.object);
    const std::string table = DisplayName(touch.object);
    Finding& finding =
        AddTouch(touch, fmt::format("{}, which {} owns", touch.what, ownership.owner), findings);
    finding.effect = fmt::format(
        "{}; a migration of {} that drops the table or the key, or makes it anew, fails while the "
        "constraint is there",
        OnDelete(*touch.foreign_key, table, ownership.owner), ownership.owner);
    finding.remedy =
        "keep the id as a plain column, with an index, and without .references() in the Drizzle "
        "schema";
    finding.group = table;
    finding.group_label = "and " + touch.what;
  }
}

}  // namespace

extern const Rule foreign_key_to_engine;
const Rule foreign_key_to_engine{
    .id = "foreign-key-to-engine",
    .family = Family::kOwnership,
    .level = Level::kWarning,
    .since = "0.1",
    .summary = "A foreign key refers to a table of the engine",
    .effect =
        "The constraint ties the engine's table to yours: its deletes fail or cascade into your "
        "rows, and an upgrade that drops or rebuilds the table or its key fails while the "
        "constraint is there.",
    .remedy =
        "Keep the id of the engine's row as a plain column (`user_id text NOT NULL`) with an "
        "index, "
        "without `.references()`.",
    .manual = "ddl-constraints.html#DDL-CONSTRAINTS-FK",
    .check = StatementCheck{Check},
};

}  // namespace hoglint::rules
