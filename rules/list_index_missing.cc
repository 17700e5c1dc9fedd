// list-index-missing: a new table of an org's rows has no index for the list of them.
#include <fmt/format.h>

#include <string>
#include <vector>

#include "lint/facts/new_tables.h"
#include "lint/rule/new_table_text.h"
#include "lint/rule/rule.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

// What a list is filtered and sorted by; the id makes the order one, where the table has it.
std::vector<std::string> ListColumns(const NewTable& table) {
  std::vector<std::string> columns{"org_id", "created_at"};
  for (const std::string& column : columns) {
    if (table.Find(column) == nullptr) return {};
  }
  if (table.Find("id") != nullptr) columns.emplace_back("id");
  return columns;
}

void Check(const TrackFacts& facts, Findings& findings) {
  for (const NewTable& table : NewTablesOf(facts.track, facts.sources, facts.runner, facts.all)) {
    const std::vector<std::string> columns = ListColumns(table);
    if (!table.fresh || columns.empty() || table.HasIndex(columns)) continue;
    if (table.in_code && table.incomplete) continue;
    Finding& finding = AddNewTable(
        table, nullptr,
        fmt::format("{} has no index on ({})", DisplayName(table.name), ColumnList(columns)),
        findings);
    finding.effect =
        "a page of an org's list, filtered by org_id and sorted by created_at and id, reads and "
        "sorts all rows of the org";
    finding.remedy = DeclareInstead(
        table, fmt::format("`index(\"{}_org_created_idx\").on(t.orgId, t.createdAt{})`",
                           table.name.name, columns.size() == 3 ? ", t.id" : ""));
  }
}

}  // namespace

extern const Rule list_index_missing;
const Rule list_index_missing{
    .id = "list-index-missing",
    .family = Family::kConvention,
    .level = Level::kWarning,
    .since = "0.1",
    .summary = "A new table with org_id and created_at has no index on (org_id, created_at, id)",
    .effect =
        "Lists are read page by page: of one org, in the order of `created_at` and `id`. With an "
        "index that begins with these a page costs as much as its rows; without it, as all rows of "
        "the org. An index is free to build while the table is new.",
    .remedy =
        "Declare `index(\"..._org_created_idx\").on(t.orgId, t.createdAt, t.id)`; "
        "`.desc()` is as good.",
    .manual = "indexes-ordering.html",
    .check = TrackCheck{Check},
    .presets = kSendokaPreset,
};

}  // namespace hoglint::rules
