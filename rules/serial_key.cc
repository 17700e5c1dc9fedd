// serial-key: a new table beside Hogsend's has a number as its key.
#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "lint/facts/new_tables.h"
#include "lint/rule/new_table_text.h"
#include "lint/rule/rule.h"

namespace hoglint::rules {
namespace {

void Check(const TrackFacts& facts, Findings& findings) {
  for (const NewTable& table : NewTablesOf(facts.track, facts.sources, facts.runner, facts.all)) {
    if (!table.fresh || table.primary_key.size() != 1) continue;
    const NewTableColumn* key = table.Find(table.primary_key.front());
    if (key == nullptr || !key->numbered) continue;
    Finding& finding = AddNewTable(
        table, key,
        fmt::format("the key of {} is a number that PostgreSQL counts", DisplayName(table.name)),
        findings);
    finding.effect =
        "the engine's own tables have uuid keys: code and exports that handle both have two kinds "
        "of ids, and a number means another row in every other database";
    finding.remedy = DeclareInstead(
        table, fmt::format("`uuid(\"{}\").primaryKey().defaultRandom()`", key->name));
  }
}

}  // namespace

extern const Rule serial_key;
const Rule serial_key{
    .id = "serial-key",
    .family = Family::kConvention,
    .level = Level::kNote,
    .since = "0.1",
    .summary = "A new table of a Hogsend client has a serial or identity key",
    .effect =
        "Hogsend asks clients to follow the conventions of its own tables: uuid keys with a random "
        "default. A serial key differs between databases and can be guessed.",
    .remedy = "Declare `uuid(\"id\").primaryKey().defaultRandom()`.",
    .manual = "",
    .check = TrackCheck{Check},
    .presets = kHogsendPreset,
};

}  // namespace hoglint::rules
