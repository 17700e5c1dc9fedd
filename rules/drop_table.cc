// drop-table: a table goes away with all its rows.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lint/facts/cascade.h"
#include "lint/facts/contract.h"
#include "lint/facts/granted.h"
#include "lint/rule/code_uses_text.h"
#include "lint/rule/deferred_drop_text.h"
#include "lint/rule/partition_text.h"
#include "lint/rule/rule.h"
#include "lint/rule/table_swap.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

constexpr std::array kOptions{
    RuleOption{.name = "allow",
               .type = OptionType::kNames,
               .summary = "Tables that may be dropped, as where a team renames a table first and "
                          "drops it later",
               .example = R"(["*_old", "audit.*"])"}};

// What is known of the code that runs now, from Drizzle's snapshots.
void AddContract(const ContractPhase& phase, bool foreign, bool is_used, Finding& finding) {
  const std::string_view gone = foreign ? "" : "every row is gone for good";
  switch (phase.declaration) {
    case Declaration::kWithdrawn:
      if (is_used) {
        finding.effect = fmt::format("{}{}the schema has not declared it since {}", gone,
                                     foreign ? "" : "; ", phase.tag);
        break;
      }
      finding.level = Level::kNote;
      finding.effect = fmt::format(
          "{}{}the schema has not declared it since {}, so that no query of Drizzle's "
          "names it any more",
          gone, foreign ? "" : "; ", phase.tag);
      finding.remedy =
          "make sure that this deploy is everywhere, that no SQL written by hand names the table, "
          "and that a backup has the rows";
      return;
    case Declaration::kDeclared:
      finding.effect = fmt::format(
          "{}{}code that is deployed now fails as soon as it names the table, which the schema as "
          "of {} declares",
          gone, foreign ? "" : ", and ", phase.tag);
      break;
    case Declaration::kUnknown:
      finding.effect =
          fmt::format("{}{}code that is deployed now fails as soon as it names the table", gone,
                      foreign ? "" : ", and ");
      break;
  }
  finding.remedy =
      "first deploy code that no longer uses the table, make sure that a backup has the rows, drop "
      "it in a later deploy";
}

// The statement that creates a table of that name after the drop; null when none does.
const Statement* CreatedAgain(const ObjectName& name, const StatementFacts& facts) {
  for (const std::uint32_t position : facts.LaterNaming(name.name)) {
    const Statement& later = *facts.batch.statements[position].statement;
    const auto* create = As<CreateTable>(later);
    if (create == nullptr) continue;
    if (facts.before.Resolve(create->table) == facts.before.ResolveExisting(name)) return &later;
  }
  return nullptr;
}

// A later statement puts rows of a query into the table that was created again.
const Insert* RefilledBy(const ObjectName& name, const StatementFacts& facts) {
  for (const std::uint32_t position : facts.LaterNaming(name.name)) {
    const auto* insert = As<Insert>(*facts.batch.statements[position].statement);
    if (insert != nullptr && insert->from_query) return insert;
  }
  return nullptr;
}

void TellCreatedAgain(const ObjectName& name, const std::string& shown, const Statement& again,
                      const StatementFacts& facts, Finding& finding) {
  const Insert* refill = RefilledBy(name, facts);
  finding.message = fmt::format("drops table {} and creates it again{}", shown,
                                refill == nullptr ? ", empty" : "");
  finding.effect =
      fmt::format("{}, and code that is deployed now fails where the new table lacks what it names",
                  refill == nullptr ? "every row is gone for good"
                                    : "every row that nothing brings back is gone for good");
  finding.remedy = "change the table that is there with ALTER TABLE, which keeps its rows";
  finding.related.push_back({As<CreateTable>(again)->table.span, "created again here"});
  if (refill != nullptr) finding.related.push_back({refill->table.span, "filled again here"});
}

// --- another table, or a view, under the same name -------------------------------------------

// LOCK TABLE keeps writers out from before the copy on.
bool IsLockedForCopy(const TableSwap& swap, const StatementFacts& facts) {
  constexpr int kShare = 5;  // as in pg_locks' order
  for (const BatchStatement& earlier : facts.Earlier()) {
    if (earlier.statement == swap.copy) return false;
    const auto* lock = As<LockTable>(*earlier.statement);
    if (lock == nullptr || lock->mode < kShare) continue;
    if (earlier.transaction != facts.transaction) continue;
    for (const ObjectName& table : lock->tables) {
      if (table.name == swap.name.name) return true;
    }
  }
  return false;
}

std::string RowsLeft(const TableSwap& swap, const StatementFacts& facts) {
  if (swap.copy == nullptr) {
    const bool empty = swap.table != nullptr && IsNewAndEmpty(*swap.table, facts);
    return empty ? "every row is gone for good"
                 : "every row that was not copied before is gone for good";
  }
  return IsLockedForCopy(swap, facts)
             ? "rows that are not copied are gone for good"
             : "rows that are not copied, or are written after the copy, are gone for good";
}

std::string FirstNames(std::vector<std::string> names) {
  constexpr std::size_t kMost = 5;
  if (names.size() > kMost + 1) {
    const std::size_t more = names.size() - kMost;
    names.resize(kMost);
    names.push_back(fmt::format("{} more", more));
  }
  return JoinNames(names);
}

// What stays with the old table and goes with it.
std::string LackText(const TableSwap& swap, const StatementFacts& facts) {
  std::string text;
  if (!swap.columns.empty()) {
    text += fmt::format("; it fails where it names {}, which the {} has not",
                        FirstNames(swap.columns), swap.view ? "view" : "new table");
  }
  std::vector<std::string> parts = swap.parts;
  for (const Granted& granted : LostGrants(swap.name, GrantedKind::kRelation, facts)) {
    parts.push_back(fmt::format("what was granted to {}", JoinNames(granted.roles)));
  }
  if (parts.empty()) return text;
  return fmt::format("{}; the new one lacks {}", text, JoinNames(parts));
}

void TellSwap(const TableSwap& swap, const ObjectName& dropped, const std::string& shown,
              const StatementFacts& facts, Finding& finding) {
  const std::string other = swap.view ? "a view" : swap.shown;
  finding.message = fmt::format("drops table {} and puts {} in {}", shown, other,
                                swap.name == facts.before.ResolveExisting(dropped)
                                    ? "its place"
                                    : fmt::format("the place of {}", DisplayName(swap.name)));
  finding.effect = fmt::format(
      "code that is deployed now {} with the {}: {}{}",
      swap.at_once ? "goes on" : "fails until both statements have run, and goes on then",
      swap.view ? "view" : "new table", RowsLeft(swap, facts), LackText(swap, facts));
  finding.remedy =
      "rename the old table instead, and drop it in a later deploy: what turns out to be missing "
      "can be copied from it until then";
  finding.related.push_back({swap.place, "put in its place here"});
  if (swap.copy != nullptr) {
    finding.related.push_back({swap.copy->span, "copied here"});
    if (swap.columns.empty()) finding.level = Level::kWarning;
  }
  finding.group = finding.level == Level::kWarning ? "replaced tables" : "replaced tables, less";
  finding.group_label = fmt::format("and table {}{}", shown, LackText(swap, facts));
}

// --- a partition -----------------------------------------------------------------------------

bool IsDroppedHere(const Relation& table, const StatementFacts& facts) {
  const auto drops = [&](std::uint32_t position) {
    const auto* drop = As<Drop>(*facts.batch.statements[position].statement);
    return drop != nullptr && drop->kind == ObjectKind::kTable;
  };
  const auto* own = As<Drop>(facts.statement);
  return std::ranges::any_of(facts.LaterNaming(table.name.name), drops) ||
         std::ranges::any_of(own->objects, [&](const ObjectReference& object) {
           return facts.before.Find(object.name) == &table;
         });
}

// The table that goes on without the partition; null for any other table.
const Relation* TableOfPartition(const Relation* partition, const StatementFacts& facts) {
  const Relation* table = partition == nullptr ? nullptr : PartitionedTableOf(*partition, facts);
  return table == nullptr || IsDroppedHere(*table, facts) ? nullptr : table;
}

void TellPartition(const Relation& partition, const Relation& table, const std::string& shown,
                   const StatementFacts& facts, Finding& finding) {
  finding.message = fmt::format("drops partition {} of {}", shown, DisplayName(table.name));
  finding.effect = "every row in it is gone for good: " + WithoutPartition(partition, table, facts);
  const bool rest = partition.partition_bound->is_default;
  finding.remedy = fmt::format("make sure that nobody needs its rows, and that a backup has them{}",
                               rest ? "; before it, give the table partitions for the rows that "
                                      "still come"
                                    : "");
}

// Tables that a migration drops together are one decision of the reviewer's.
void AddGroup(Finding& finding, const Drop& drop, const std::string& shown) {
  finding.group = drop.kind == ObjectKind::kForeignTable ? "foreign tables" : "tables";
  if (finding.level == Level::kNote) finding.group += " of an earlier deploy";
  finding.group_label = fmt::format("and table {}", shown);
}

void CheckTable(const ObjectName& name, const Drop& drop, const StatementFacts& facts,
                Findings& findings) {
  const Relation* table = facts.before.Find(name);
  if (drop.if_exists && IsKnownMissing(name, facts)) return;
  if (table != nullptr && IsNewAndEmpty(*table, facts)) return;
  if (table != nullptr && table->persistence == Persistence::kTemporary) return;
  const QualifiedName key = facts.before.ResolveExisting(name);
  const std::array<std::string_view, 2> parts{key.schema, key.name};
  if (findings.settings().Names(kOptions[0], parts)) return;

  const std::string shown = ShownName(name, facts);
  Finding& finding = findings.Add(name.span, fmt::format("drops table {}", shown));
  finding.subject = shown;
  if (table != nullptr) AddOrigin(finding, table->origin, "table created here");
  if (table != nullptr && IsNew(*table, facts)) {
    finding.level = Level::kNote;
    finding.effect =
        "the rows that this batch has put in are gone; no deployed code knows the table";
    finding.remedy = "nothing, if the table is only a step on the way";
    return;
  }
  if (const Statement* again = CreatedAgain(name, facts)) {
    TellCreatedAgain(name, shown, *again, facts, finding);
    if (drop.cascade) finding.effect += CascadeText(facts);
    return;
  }
  if (const auto swap = FindTableSwap(name, facts)) {
    TellSwap(*swap, name, shown, facts, finding);
    if (drop.cascade) finding.effect += CascadeText(facts);
    return;
  }
  if (const Relation* parent = TableOfPartition(table, facts)) {
    TellPartition(*table, *parent, shown, facts, finding);
    if (drop.cascade) finding.effect += CascadeText(facts);
    AddCodeUses(key, "", facts, finding);
    finding.group = "partitions of " + DisplayName(parent->name);
    finding.group_label = "and partition " + shown;
    return;
  }
  AddContract(DeclaredBefore(key, "", facts), drop.kind == ObjectKind::kForeignTable,
              IsUsedByCode(key, "", facts), finding);
  if (finding.level != Level::kNote && IsGeneratedDrop(key, "", facts)) {
    finding.remedy +=
        ": take it out of the schema, keep the generated snapshot, begin the generated file with "
        "this instead of the DROP, and write the DROP into a later one (drizzle-kit generate "
        "--custom):" +
        SqlLine(DeferredDropComment("table"));
  }
  // Of several tables, the first one lists what goes along.
  const bool tells_company = drop.cascade && &name == &drop.objects.front().name;
  const std::string company = tells_company ? CascadeText(facts) : "";
  finding.effect += company;
  AddCodeUses(key, "", facts, finding);
  if (!company.empty()) return;
  AddGroup(finding, drop, shown);
  finding.group_label += CodeUsesLabel(key, "", facts);
}

void Check(const StatementFacts& facts, Findings& findings) {
  const auto* drop = As<Drop>(facts.statement);
  if (drop == nullptr) return;
  if (drop->kind != ObjectKind::kTable && drop->kind != ObjectKind::kForeignTable) return;
  for (const ObjectReference& object : drop->objects) {
    CheckTable(object.name, *drop, facts, findings);
  }
}

}  // namespace

extern const Rule drop_table{
    .id = "drop-table",
    .family = Family::kDestructive,
    .level = Level::kError,
    .since = "0.1",
    .summary = "A table that already exists is dropped",
    .effect =
        "All its rows are gone, and code that is still running fails as soon as it names the "
        "table. Queries go on without the rows of a partition. Where another table, or a view, "
        "takes "
        "the name in the same migration, code goes on with that: the finding lists what it lacks, "
        "and is a warning where the rows are copied. With CASCADE, foreign keys and views of other "
        "tables go along unseen. The code of "
        "the base branch that still names the table is listed under the finding.",
    .remedy =
        "Deploy code that no longer uses the table, keep a backup, and drop it in a later "
        "migration. Drizzle's snapshots tell that last step: where an earlier deploy took the "
        "table "
        "out of the schema, the drop is a note.",
    .manual = "sql-droptable.html",
    .check = StatementCheck{Check},
    .options = kOptions,
};

}  // namespace hoglint::rules
