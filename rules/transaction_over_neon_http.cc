// transaction-over-neon-http: the code asks for a transaction where each query is a request of its
// own.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <variant>

#include "lint/facts/application.h"
#include "lint/rule/rule.h"
#include "lint/typescript/app_sources.h"

namespace hoglint::rules {
namespace {

// The finding that stands there already; null when there is none.
Finding* At(const Span& place, Findings& findings) {
  const auto found = std::ranges::find_if(findings.all(), [&](const Finding& finding) {
    const auto* span = std::get_if<Span>(&finding.place);
    return span != nullptr && *span == place;
  });
  return found == findings.all().end() ? nullptr : &*found;
}

// Ran: drizzle-orm 0.45.4 and 1.0.0-rc.5, @neondatabase/serverless 1.2.0.
void Check(const ApplicationFacts& facts, Findings& findings) {
  for (const HttpTransaction& each : facts.application.sources->http_transactions) {
    const bool drizzle = each.database == HttpDatabase::kDrizzle;
    // A change of the driver alone leaves the calls as they are.
    const auto& unchanged = facts.workspace.unchanged;
    const bool driver = unchanged.contains(each.span.file) && !unchanged.contains(each.made.file);
    if (Finding* known = driver ? At(each.made, findings) : nullptr) {
      known->related.push_back({each.span, "and here"});
      continue;
    }
    Finding& finding =
        findings.Add(driver ? each.made : each.span,
                     drizzle ? fmt::format("{}() over neon-http always throws", each.called)
                             : fmt::format("{}() of an async function always throws", each.called));
    finding.subject = each.called;
    finding.group = drizzle ? "neon-http" : "neon";
    finding.group_label = "and here";
    finding.effect =
        drizzle ? "every query is a request of its own there, so that drizzle-orm refuses: \"No "
                  "transactions support in neon-http driver\"; nothing is written"
                : "it takes an array of queries, or a function that returns one; an async function "
                  "returns a promise: \"transaction() expects an array of queries\"; nothing is "
                  "written";
    finding.remedy =
        drizzle
            ? "send statements that do not need each other's results as one transaction: await "
              "db.batch([db.update(...), db.insert(...)]); where one needs what another has read, "
              "make the database of that code with drizzle-orm/neon-serverless (Pool, a WebSocket)"
            : "give it the queries: await sql.transaction([sql`...`, sql`...`])";
    if (driver) {
      finding.related.push_back({each.span, "called here"});
    } else {
      finding.related.push_back({each.made, "the database is made here"});
    }
  }
}

}  // namespace

extern const Rule transaction_over_neon_http{
    .id = "transaction-over-neon-http",
    .family = Family::kProject,
    .level = Level::kError,
    .since = "0.1",
    .summary = "The code asks for a transaction over Neon's HTTP driver, which has none",
    .effect =
        "Over HTTP each query is a request of its own. `db.transaction(...)` of a database that is "
        "made with `drizzle-orm/neon-http` throws \"No transactions support in neon-http driver\" "
        "before anything is sent, and so does `sql.transaction(async ...)` of Neon's own driver, "
        "which wants an array of queries (both seen with drizzle-orm 0.45.4 and 1.0.0-rc.5, "
        "@neondatabase/serverless 1.2.0). The types of both allow it: only running it tells.",
    .remedy =
        "`await db.batch([...])` sends several statements as one transaction. Where a statement "
        "needs what an earlier one has read, use `drizzle-orm/neon-serverless` with a `Pool`.",
    .manual = "",
    .check = ApplicationCheck{Check},
};

}  // namespace hoglint::rules
