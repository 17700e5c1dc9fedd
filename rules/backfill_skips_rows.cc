// backfill-skips-rows: a backfill pages with OFFSET through rows that it takes out of its own
// condition.
#include <fmt/format.h>

#include "lint/facts/application.h"
#include "lint/rule/rule.h"
#include "lint/typescript/app_sources.h"

namespace hoglint::rules {
namespace {

void Check(const ApplicationFacts& facts, Findings& findings) {
  for (const ShrinkingOffset& offset : facts.application.sources->offsets) {
    Finding& finding = findings.Add(
        offset.span, fmt::format("pages with offset through rows whose {} is null, and fills {}",
                                 offset.column, offset.column));
    finding.subject = offset.column;
    finding.effect =
        "rows that are filled are no longer found, so that those behind them move up: every page "
        "but the first skips as many rows as the one before it has filled";
    finding.remedy =
        "leave .offset() out: what is filled is gone from the next .limit(); end when no row comes";
  }
}

}  // namespace

extern const Rule backfill_skips_rows{
    .id = "backfill-skips-rows",
    .family = Family::kProject,
    .level = Level::kWarning,
    .since = "0.1",
    .summary = "A backfill pages with OFFSET through rows that it takes out of its own condition",
    .effect =
        "After the first page has been filled, its rows do not match `isNull(...)` any more. The "
        "second page begins behind as many rows again, which are then never filled; the script "
        "ends as if it were done.",
    .remedy =
        "Read the first page again and again until it is empty, or page by key: `gt(table.id, "
        "last)`.",
    .manual = "queries-limit.html",
    .check = ApplicationCheck{Check},
    .presets = kHogsendPreset | kSendokaPreset,
};

}  // namespace hoglint::rules
