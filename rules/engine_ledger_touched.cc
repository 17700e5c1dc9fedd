// engine-ledger-touched: a migration changes the table that says which of an owner's migrations
// have run.
#include <fmt/format.h>

#include <string>

#include "lint/facts/ownership.h"
#include "lint/rule/ownership_text.h"
#include "lint/rule/rule.h"

namespace hoglint::rules {
namespace {

// Hogsend counts the rows, Drizzle compares the newest one's created_at with the journal (measured,
// drizzle-orm 0.45.2).
void Check(const StatementFacts& facts, Findings& findings) {
  for (const Touch& touch : TouchesOf(facts)) {
    if (touch.kind != TouchKind::kLedger) continue;
    const Ownership& ownership = OwnerOf(*facts.track.ownership, touch.object);
    Finding& finding = AddTouch(
        touch,
        fmt::format("{}, which says what migrations of {} have run", touch.what, ownership.owner),
        findings);
    finding.effect = fmt::format(
        "{} then skips migrations, or runs them again, and its check at start-up counts rows only",
        ownership.owner);
    finding.remedy = fmt::format(
        "leave the ledger to the migrator of {}; the migrations of this project have one of their "
        "own (drizzle.config's migrations.table)",
        ownership.package);
  }
}

}  // namespace

extern const Rule engine_ledger_touched;
const Rule engine_ledger_touched{
    .id = "engine-ledger-touched",
    .family = Family::kOwnership,
    .level = Level::kError,
    .since = "0.1",
    .summary = "The table that records the engine's migrations is changed",
    .effect =
        "`drizzle.__drizzle_migrations` records which of the engine's migrations have run: Drizzle "
        "goes by its newest row, the engine's check at start-up by the number of rows. A row too "
        "many or too few makes migrations be skipped for good, or run again.",
    .remedy =
        "Leave the table to the engine's migrator. The project's own migrations are recorded in "
        "`drizzle.__client_migrations`, and neither is a migration's business.",
    .manual = "",
    .check = StatementCheck{Check},
};

}  // namespace hoglint::rules
