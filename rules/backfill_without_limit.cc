// backfill-without-limit: a backfill changes all its rows in one statement.
#include <fmt/format.h>

#include <string>

#include "lint/facts/application.h"
#include "lint/rule/rule.h"
#include "lint/rule/wording.h"
#include "lint/typescript/app_sources.h"

namespace hoglint::rules {
namespace {

std::string Remedy(const UnboundedBatch& batch) {
  if (!batch.script) {
    return "take as many rows as the batch has, and those that no other run holds:" +
           SqlLine(
               "WHERE id IN (SELECT id FROM ... WHERE ... LIMIT ${batchSize} FOR UPDATE SKIP "
               "LOCKED)");
  }
  return "read some hundred keys with .limit(500), change the rows of these keys, and repeat until "
         "none is left:" +
         SqlLine(".where(inArray(table.id, rows.map((row) => row.id)))");
}

void Check(const ApplicationFacts& facts, Findings& findings) {
  for (const UnboundedBatch& batch : facts.application.sources->unbounded) {
    const std::string which = batch.script ? "this backfill" : "runBatch of this backfill";
    Finding& finding = findings.Add(
        batch.span, fmt::format("{} changes all rows in one statement ({})", which, batch.what));
    finding.subject = batch.what;
    // hogsend.md 6: "keep any single UPDATE under ~1 second and ~10,000 row locks".
    finding.effect =
        "the statement locks every row it changes until it ends, so that requests wait behind it; "
        "where it is cut off, by a timeout or a deploy, all is undone and the next run begins anew";
    finding.remedy = Remedy(batch);
  }
}

}  // namespace

extern const Rule backfill_without_limit{
    .id = "backfill-without-limit",
    .family = Family::kProject,
    .level = Level::kWarning,
    .since = "0.1",
    .summary = "A backfill changes all its rows in one statement",
    .effect =
        "A backfill is kept out of the migrations so that it can run in small pieces beside the "
        "traffic. An UPDATE without a limit locks every row that it changes until it ends, and is "
        "undone as a whole when it is cut off: `runBatch` that knows no limit has one batch.",
    .remedy =
        "Read the keys of some hundred rows with a LIMIT, change these, and repeat until none is "
        "left. In SQL: `WHERE id IN (SELECT id ... LIMIT 500 FOR UPDATE SKIP LOCKED)`.",
    .manual = "sql-select.html#SQL-LIMIT",
    .check = ApplicationCheck{Check},
    .presets = kHogsendPreset | kSendokaPreset,
};

}  // namespace hoglint::rules
