// refresh-materialized-view-blocks: REFRESH without CONCURRENTLY keeps readers of the view waiting.
#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "lint/facts/table_work.h"
#include "lint/rule/lock_text.h"
#include "lint/rule/rule.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

// CONCURRENTLY needs a unique index on columns, without a predicate (manual:
// sql-refreshmaterializedview, CONCURRENTLY).
bool HasUniqueIndex(const Relation& view, const StatementFacts& facts) {
  return std::ranges::any_of(view.indexes, [&](RelationId id) {
    const Relation* index = facts.before.Get(id);
    if (index == nullptr || !index->index || !index->index->unique || index->index->where) {
      return false;
    }
    return std::ranges::none_of(index->index->elements, [](const IndexElement& element) {
      return element.expression.has_value();
    });
  });
}

void Check(const StatementFacts& facts, Findings& findings) {
  const auto* refresh = As<RefreshMaterializedView>(facts.statement);
  if (refresh == nullptr || refresh->concurrently || refresh->with_no_data) return;
  if (IsUnused(refresh->view, false, facts)) return;
  const TableWork work = WorkOn(refresh->view, facts);
  if (!BlocksReads(work.lock)) return;

  const std::string view = ShownName(refresh->view, facts);
  Finding& finding =
      findings.Add(refresh->view.span, fmt::format("refreshes {} while nobody can read it", view));
  finding.subject = view;
  finding.effect = Blocks(work.lock, view, "its query runs", facts);
  const Relation* known = facts.before.Find(refresh->view);
  finding.remedy =
      known != nullptr && !known->assumed && !HasUniqueIndex(*known, facts)
          ? fmt::format("give {} a unique index, which CONCURRENTLY needs, and then:", view)
          : "let readers go on, which works in a transaction as well:";
  finding.remedy += SqlLine(fmt::format("REFRESH MATERIALIZED VIEW CONCURRENTLY {};", view));
}

}  // namespace

extern const Rule refresh_materialized_view_blocks{
    .id = "refresh-materialized-view-blocks",
    .family = Family::kLocks,
    .level = Level::kWarning,
    .since = "0.1",
    .summary = "A materialized view that is in use is refreshed without CONCURRENTLY",
    .effect =
        "REFRESH MATERIALIZED VIEW takes ACCESS EXCLUSIVE on the view, so that readers wait while "
        "its query runs.",
    .remedy =
        "REFRESH MATERIALIZED VIEW CONCURRENTLY lets readers go on and may run in a transaction; "
        "it needs a unique index on the view.",
    .manual = "sql-refreshmaterializedview.html",
    .check = StatementCheck{Check},
};

}  // namespace hoglint::rules
