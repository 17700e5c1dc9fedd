// timestamp-without-time-zone: a new column holds a time of day that is a moment nowhere in
// particular.
#include <fmt/format.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "lint/facts/new_tables.h"
#include "lint/rule/new_table_text.h"
#include "lint/rule/rule.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

constexpr std::array kOptions{
    RuleOption{.name = "allow",
               .type = OptionType::kNames,
               .summary = "Columns that hold a time of day wherever one is, on purpose: `column`, "
                          "`table.column` or `schema.table.column`",
               .example = R"(["local_*", "shifts.begins_at"])"}};

void Check(const TrackFacts& facts, Findings& findings) {
  for (const NewTable& table : NewTablesOf(facts.track, facts.sources, facts.runner, facts.all)) {
    const NewTableColumn* first = nullptr;
    std::vector<std::string> names;
    for (const NewTableColumn& column : table.columns) {
      if (!column.fresh || !IsTimestampWithoutZone(column.type)) continue;
      const std::array<std::string_view, 3> parts{table.name.schema, table.name.name, column.name};
      if (findings.settings().Names(kOptions[0], parts)) continue;
      if (first == nullptr) first = &column;
      names.push_back(QuoteIdentifier(column.name));
    }
    if (first == nullptr) continue;
    const bool one = names.size() == 1;
    Finding& finding = AddNewTable(
        table, first,
        fmt::format("column{} {} of {} {} without time zone", one ? "" : "s", JoinNames(names),
                    DisplayName(table.name), one ? "is a timestamp" : "are timestamps"),
        findings);
    finding.effect =
        "it keeps the digits and not the moment: now() writes the time of the session's zone, and "
        "node reads it as its own; where the two differ all times are off, in summer by another "
        "hour";
    finding.remedy = DeclareInstead(
        table, fmt::format("`timestamp(\"{}\", {{ withTimezone: true }})`", first->name));
  }
}

}  // namespace

extern const Rule timestamp_without_time_zone;
const Rule timestamp_without_time_zone{
    .id = "timestamp-without-time-zone",
    .family = Family::kConvention,
    .level = Level::kWarning,
    .since = "0.1",
    .summary = "A new column is a timestamp without time zone",
    .effect =
        "`timestamp` keeps a date and a time of day, not a moment: which one is meant depends on "
        "the time zones of the session that wrote it and of the program that reads it. "
        "`timestamp with time zone` takes the same 8 bytes. To change it later is a rewrite of the "
        "table unless the session's time zone is UTC.",
    .remedy = "Declare `timestamp(\"created_at\", { withTimezone: true })`.",
    .manual = "datatype-datetime.html",
    .check = TrackCheck{Check},
    .presets = kHogsendPreset | kSendokaPreset,
    .options = kOptions,
};

}  // namespace hoglint::rules
