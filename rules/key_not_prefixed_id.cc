// key-not-prefixed-id: a new table has numbers that PostgreSQL counts, or a key that is no prefixed
// id.
#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "lint/facts/new_tables.h"
#include "lint/rule/new_table_text.h"
#include "lint/rule/rule.h"

namespace hoglint::rules {
namespace {

constexpr std::string_view kDeclaration =
    "`varchar(\"id\", { length: 32 }).primaryKey().$defaultFn(() => generateId(\"...\"))`";

bool IsPrefixedId(const std::string& type) {
  return type == "varchar(32)" || type == "character varying(32)";
}

void AddNumbered(const NewTable& table, const NewTableColumn& column, Findings& findings) {
  Finding& finding = AddNewTable(table, &column,
                                 fmt::format("column {} of {} is numbered by PostgreSQL",
                                             QuoteIdentifier(column.name), DisplayName(table.name)),
                                 findings);
  finding.level = Level::kError;
  finding.effect =
      "ids here are a prefix and 24 random characters that the application makes: a number tells "
      "everyone who sees it how many rows there are and which come next, and means another row in "
      "every other database";
  const bool key = std::ranges::find(table.primary_key, column.name) != table.primary_key.end();
  finding.remedy = DeclareInstead(
      table, key ? std::string(kDeclaration)
                 : fmt::format("{} as a plain column, and let the application fill it",
                               QuoteIdentifier(column.name)));
}

void AddOtherKey(const NewTable& table, const NewTableColumn& column, Findings& findings) {
  Finding& finding = AddNewTable(table, &column,
                                 fmt::format("the key of {} is {}, no prefixed id of varchar(32)",
                                             DisplayName(table.name), column.type),
                                 findings);
  finding.effect =
      "generateId() makes ids such as msg_ and 24 characters, 32 together: columns that refer to "
      "this key have another type than all the others, and its ids do not say what they are of";
  finding.remedy = DeclareInstead(table, kDeclaration);
}

void Check(const TrackFacts& facts, Findings& findings) {
  for (const NewTable& table : NewTablesOf(facts.track, facts.sources, facts.runner, facts.all)) {
    const auto numbered = std::ranges::find_if(table.columns, [](const NewTableColumn& column) {
      return column.fresh && column.numbered;
    });
    if (numbered != table.columns.end()) {
      AddNumbered(table, *numbered, findings);
      continue;
    }
    if (!table.fresh || table.primary_key.size() != 1) continue;
    const NewTableColumn* key = table.Find(table.primary_key.front());
    if (key == nullptr || key->type.empty() || IsPrefixedId(key->type)) continue;
    AddOtherKey(table, *key, findings);
  }
}

}  // namespace

extern const Rule key_not_prefixed_id;
const Rule key_not_prefixed_id{
    .id = "key-not-prefixed-id",
    .family = Family::kConvention,
    .level = Level::kWarning,
    .since = "0.1",
    .summary = "A new table has a serial or identity column, or a key that is no varchar(32)",
    .effect =
        "Sendoka's keys are strings that the application makes, a prefix and 24 random characters "
        "in 32: they say what they are of, cannot be guessed, and are the same in every database. "
        "A serial or identity column anywhere is an error, another type of key a warning.",
    .remedy =
        "Declare `varchar(\"id\", { length: 32 }).primaryKey()`, with `generateId(\"<prefix>\")` "
        "and a prefix of at most 7 characters.",
    .manual = "",
    .check = TrackCheck{Check},
    .presets = kSendokaPreset,
};

}  // namespace hoglint::rules
