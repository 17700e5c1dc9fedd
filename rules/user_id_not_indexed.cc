// user-id-not-indexed: a new table of a Hogsend client has a user_id that no index begins with. Off
// by default: the table that Hogsend's own scaffold brings has none either.
#include <fmt/format.h>

#include <string>

#include "lint/facts/new_tables.h"
#include "lint/rule/new_table_text.h"
#include "lint/rule/rule.h"

namespace hoglint::rules {
namespace {

void Check(const TrackFacts& facts, Findings& findings) {
  for (const NewTable& table : NewTablesOf(facts.track, facts.sources, facts.runner, facts.all)) {
    const NewTableColumn* user = table.Find("user_id");
    if (user == nullptr || !table.fresh || table.HasIndex({"user_id"})) continue;
    if (table.in_code && table.incomplete) continue;
    const std::string shown = DisplayName(table.name);
    Finding& finding = AddNewTable(
        table, user, fmt::format("no index of {} begins with user_id", shown), findings);
    finding.effect = "to find the rows of one user, a query or a join reads the whole table";
    finding.remedy = DeclareInstead(
        table, fmt::format("`index(\"{}_user_id_idx\").on(table.userId)`", table.name.name));
  }
}

}  // namespace

extern const Rule user_id_not_indexed;
const Rule user_id_not_indexed{
    .id = "user-id-not-indexed",
    .family = Family::kConvention,
    .level = Level::kOff,
    .since = "0.1",
    .summary = "A new table of a Hogsend client has a user_id without an index",
    .effect =
        "`user_id` is how a client's rows belong to the engine's people, without a foreign key; "
        "every lookup goes by it. An index is free to build while the table is new. "
        "The rule is off unless the config sets a level: Hogsend's scaffold itself has a table "
        "without.",
    .remedy = "Declare `index(\"..._user_id_idx\").on(table.userId)`.",
    .manual = "",
    .check = TrackCheck{Check},
    .presets = kHogsendPreset,
};

}  // namespace hoglint::rules
