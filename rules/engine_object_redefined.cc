// engine-object-redefined: a migration creates what an owner's migrations create, or something of
// the same name.
#include <fmt/format.h>

#include <string>

#include "lint/facts/ownership.h"
#include "lint/rule/ownership_text.h"
#include "lint/rule/rule.h"

namespace hoglint::rules {
namespace {

// Measured on 14 and 18: 42P07 for relations, 42710 for a type and a relation of one name, also
// with a table's row type, and for the constraints of a table.
std::string Effect(const Touch& touch, const Ownership& ownership) {
  const std::string owner = OwnerWithVersion(ownership);
  const std::string name = DisplayName(touch.object);
  if (touch.skipped) {
    return fmt::format(
        "{} {} is created by the migrations of {}, which run first: the statement is skipped, and "
        "whatever this track does to {} it does to the {} of {}",
        touch.thing, name, owner, name, touch.thing, ownership.owner);
  }
  return fmt::format(
      "{} {} is created by the migrations of {}, which run first: the statement fails ({}), and "
      "with it the deploy",
      touch.thing, name, owner, touch.sqlstate);
}

std::string Remedy(const Touch& touch, const Ownership& ownership) {
  const std::string name = DisplayName(touch.object);
  const bool same = touch.what == fmt::format("creates {} {}", touch.thing, name);
  if (!same || touch.thing == "index") {
    return fmt::format("give it a name that {} does not have, or a schema of its own",
                       ownership.owner);
  }
  return fmt::format(
      "to use the {0} of {1}, import it from {2} and do not export it again from the files that "
      "drizzle.config's `schema` names; for one of your own take another name, or a schema of your "
      "own (pgSchema)",
      touch.thing == "enum" ? "enum" : "table", ownership.owner, ownership.package);
}

void Check(const StatementFacts& facts, Findings& findings) {
  for (const Touch& touch : TouchesOf(facts)) {
    if (touch.kind != TouchKind::kRedefined) continue;
    const Ownership& ownership = OwnerOf(*facts.track.ownership, touch.object);
    Finding& finding = AddTouch(
        touch, fmt::format("{}, a name that {} has taken", touch.what, ownership.owner), findings);
    finding.effect = Effect(touch, ownership);
    finding.remedy = Remedy(touch, ownership);
    GroupTouch(touch, finding);
  }
}

}  // namespace

extern const Rule engine_object_redefined;
const Rule engine_object_redefined{
    .id = "engine-object-redefined",
    .family = Family::kOwnership,
    .level = Level::kError,
    .since = "0.1",
    .summary = "Something is created that the engine's own migrations create",
    .effect =
        "Hogsend's engine brings its tables, indexes and enums with migrations of its own, which "
        "run "
        "before those of the project. A table, view, index, sequence, constraint or type that is "
        "created again fails with \"already exists\" and stops the deploy; with IF NOT EXISTS it "
        "is "
        "skipped, and the project takes the engine's table for its own. Tables, views, indexes and "
        "sequences of a schema share one namespace, and a table's name is a type's name too.",
    .remedy =
        "Import the engine's tables from `@hogsend/db` for queries, and do not export them from "
        "your schema files: drizzle-kit generates what it finds exported there. Give your own "
        "tables "
        "and indexes other names, or a schema of their own (`pgSchema`).",
    .manual = "sql-createtable.html",
    .check = StatementCheck{Check},
};

}  // namespace hoglint::rules
