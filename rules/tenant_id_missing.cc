// tenant-id-missing: a new table of an org's rows has no tenant_id that may be null and refers to
// tenants.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

#include "lint/facts/new_tables.h"
#include "lint/rule/new_table_text.h"
#include "lint/rule/rule.h"

namespace hoglint::rules {
namespace {

// Their rows are an org's, never a tenant's.
constexpr std::array<std::string_view, 3> kOfOrgs{"orgs", "tenants", "memberships"};
constexpr std::string_view kDeclaration =
    "`tenantId: varchar(\"tenant_id\", { length: 32 }).references(() => tenants.id)`";

bool RefersToTenants(const NewTable& table) {
  return std::ranges::any_of(table.references, [](const NewReference& reference) {
    return reference.columns.size() == 1 && reference.columns.front() == "tenant_id" &&
           (reference.table.name.empty() || reference.table.name == "tenants");
  });
}

void Check(const TrackFacts& facts, Findings& findings) {
  for (const NewTable& table : NewTablesOf(facts.track, facts.sources, facts.runner, facts.all)) {
    if (!table.fresh || table.Find("org_id") == nullptr) continue;
    if (std::ranges::find(kOfOrgs, table.name.name) != kOfOrgs.end()) continue;
    const std::string shown = DisplayName(table.name);
    const NewTableColumn* tenant = table.Find("tenant_id");
    std::string message;
    if (tenant == nullptr) {
      if (table.incomplete) continue;
      message = fmt::format("{} has an org_id and no tenant_id", shown);
    } else if (tenant->not_null) {
      message = fmt::format("tenant_id of {} is NOT NULL", shown);
    } else if (!RefersToTenants(table)) {
      message = fmt::format("tenant_id of {} does not refer to tenants", shown);
    } else {
      continue;
    }
    Finding& finding = AddNewTable(table, tenant, std::move(message), findings);
    finding.effect =
        "rows of an org may belong to one of its tenants, or to the org itself (null): without the "
        "column they cannot be told apart, and to add it later is a migration of all rows";
    finding.remedy = DeclareInstead(table, kDeclaration);
  }
}

}  // namespace

extern const Rule tenant_id_missing;
const Rule tenant_id_missing{
    .id = "tenant-id-missing",
    .family = Family::kConvention,
    .level = Level::kWarning,
    .since = "0.1",
    .summary = "A new table with org_id has no nullable tenant_id that refers to tenants",
    .effect =
        "In Sendoka every row of an org may belong to one of its tenants. A table without "
        "`tenant_id` cannot be filtered or deleted by tenant; one where it is NOT NULL cannot hold "
        "what is the org's own. `orgs`, `tenants` and `memberships` are excepted.",
    .remedy =
        "Declare `tenantId: varchar(\"tenant_id\", { length: 32 }).references(() => tenants.id)`, "
        "without `.notNull()`.",
    .manual = "",
    .check = TrackCheck{Check},
    .presets = kSendokaPreset,
};

}  // namespace hoglint::rules
