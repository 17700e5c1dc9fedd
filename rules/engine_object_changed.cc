// engine-object-changed: a migration alters, drops or writes to what an owner's migrations made.
#include <fmt/format.h>

#include <string>

#include "lint/facts/ownership.h"
#include "lint/rule/ownership_text.h"
#include "lint/rule/rule.h"

namespace hoglint::rules {
namespace {

constexpr std::string_view kNotNullViolation = "23502";

std::string Effect(const Touch& touch, const Ownership& ownership) {
  const std::string owner = OwnerWithVersion(ownership);
  if (touch.writes) {
    return fmt::format(
        "the rows are those of {}: its code relies on what it has written there, and locks that "
        "the "
        "migration holds stop it",
        owner);
  }
  if (touch.sqlstate == kNotNullViolation) {
    return fmt::format("the INSERTs of {} do not fill it: they fail ({})", owner, touch.sqlstate);
  }
  if (!touch.sqlstate.empty()) {
    return fmt::format("{} has a column of that name already: {}", owner,
                       touch.skipped ? "the statement is skipped, and the column stays as it is"
                                     : fmt::format("the statement fails ({})", touch.sqlstate));
  }
  return fmt::format(
      "the code of {} that runs now expects it as its own migrations made it, and its next "
      "migrations build upon that: they fail, or undo the change",
      owner);
}

std::string Remedy(const Touch& touch, const Ownership& ownership) {
  if (touch.writes) {
    return fmt::format("write through the API of {}, or in a job outside of the migrations",
                       ownership.owner);
  }
  return fmt::format(
      "leave what {} owns as it is and keep what is yours in a table of your own, with the id as a "
      "plain column; what has to change there is changed in {}",
      ownership.owner, ownership.package);
}

void Check(const StatementFacts& facts, Findings& findings) {
  for (const Touch& touch : TouchesOf(facts)) {
    if (touch.kind != TouchKind::kChanged) continue;
    const Ownership& ownership = OwnerOf(*facts.track.ownership, touch.object);
    Finding& finding =
        AddTouch(touch, fmt::format("{}, which {} owns", touch.what, ownership.owner), findings);
    finding.effect = Effect(touch, ownership);
    finding.remedy = Remedy(touch, ownership);
    GroupTouch(touch, finding);
    if (touch.writes) finding.group += " rows";
  }
}

}  // namespace

extern const Rule engine_object_changed;
const Rule engine_object_changed{
    .id = "engine-object-changed",
    .family = Family::kOwnership,
    .level = Level::kError,
    .since = "0.1",
    .summary = "An object of the engine is altered, renamed, dropped or written to",
    .effect =
        "Hogsend's engine has its tables, indexes and enums from its own migrations; its code and "
        "its next migrations expect them unchanged. A column that is dropped, renamed, retyped or "
        "constrained breaks the engine at once or on its next upgrade, and no check of the engine "
        "sees it: it only counts its migrations.",
    .remedy =
        "Keep your own data in tables of your own, with the engine's id as a plain column. What "
        "has "
        "to change in the engine is changed there. Rows are written through its API, or by a job "
        "outside of the migrations.",
    .manual = "",
    .check = StatementCheck{Check},
};

}  // namespace hoglint::rules
