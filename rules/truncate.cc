// truncate: every row of a table is deleted at once.
#include <fmt/format.h>

#include <set>
#include <string>
#include <vector>

#include "lint/rule/rule.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

// Every table that CASCADE empties as well: those with a foreign key to one that is emptied.
std::vector<std::string> Referencing(const Relation& table, const StatementFacts& facts) {
  std::set<RelationId> seen{table.id};
  std::vector<RelationId> open{table.id};
  std::vector<std::string> names;
  while (!open.empty()) {
    const Relation* relation = facts.before.Get(open.back());
    open.pop_back();
    if (relation == nullptr) continue;
    for (const RelationId id : relation->referenced_by) {
      if (!seen.insert(id).second || facts.before.Get(id) == nullptr) continue;
      names.push_back(ShownName(id, facts));
      open.push_back(id);
    }
  }
  return names;
}

void CheckTable(const ObjectName& name, const Truncate& truncate, const StatementFacts& facts,
                Findings& findings) {
  const Relation* table = facts.before.Find(name);
  if (table != nullptr && (IsNew(*table, facts) || table->persistence == Persistence::kTemporary)) {
    return;
  }
  const std::string shown = ShownName(name, facts);
  Finding& finding = findings.Add(name.span, fmt::format("deletes every row of {}", shown));
  finding.subject = shown;
  finding.effect = "the rows are gone for good, and ACCESS EXCLUSIVE blocks reads and writes";
  if (const std::string held = HeldUntil(facts); !held.empty()) finding.effect += " " + held;
  if (truncate.cascade) {
    const auto others = table == nullptr ? std::vector<std::string>() : Referencing(*table, facts);
    finding.effect += others.empty() ? "; CASCADE also empties every table with a foreign key to it"
                                     : fmt::format("; CASCADE also empties {}", JoinNames(others));
  }
  finding.remedy =
      "name the rows that have to go and delete them in batches, outside the migration; if all "
      "have "
      "to go, make sure that a backup has them";
}

void Check(const StatementFacts& facts, Findings& findings) {
  const auto* truncate = As<Truncate>(facts.statement);
  if (truncate == nullptr) return;
  for (const ObjectName& table : truncate->tables) CheckTable(table, *truncate, facts, findings);
}

}  // namespace

extern const Rule truncate{
    .id = "truncate",
    .family = Family::kDestructive,
    .level = Level::kError,
    .since = "0.1",
    .summary = "A table that already exists is emptied",
    .effect =
        "All rows are gone, with CASCADE also those of every table that references it, and "
        "nothing can read or write the table until the transaction ends.",
    .remedy =
        "Delete the rows that have to go in batches, outside the migration. If all of them "
        "have to, say so in a suppression.",
    .manual = "sql-truncate.html",
    .check = StatementCheck{Check},
};

}  // namespace hoglint::rules
