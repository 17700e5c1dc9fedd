// user-id-not-text: a new table of a Hogsend client keeps the engine's user id in another type.
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
    if (user == nullptr || !user->fresh || user->type != "uuid") continue;
    Finding& finding = AddNewTable(
        table, user, fmt::format("user_id of {} is uuid", DisplayName(table.name)), findings);
    finding.effect =
        "the engine keeps user ids as text, whatever the application calls its people: a join of "
        "the two needs a cast, which no index serves, and an id that is no uuid cannot be stored";
    finding.remedy = DeclareInstead(table, "`text(\"user_id\")`");
  }
}

}  // namespace

extern const Rule user_id_not_text;
const Rule user_id_not_text{
    .id = "user-id-not-text",
    .family = Family::kConvention,
    .level = Level::kNote,
    .since = "0.1",
    .summary = "A new user_id of a Hogsend client is uuid where the engine has text",
    .effect =
        "Hogsend's tables have `user_id text`: the id that the application itself gives its "
        "people. A column of another type does not join without a cast.",
    .remedy = "Declare `text(\"user_id\")`.",
    .manual = "",
    .check = TrackCheck{Check},
    .presets = kHogsendPreset,
};

}  // namespace hoglint::rules
