// drop-table: a table goes away with all its rows.
#include <fmt/format.h>

#include <array>
#include <string>
#include <string_view>

#include "lint/facts/cascade.h"
#include "lint/facts/contract.h"
#include "lint/rule/code_uses_text.h"
#include "lint/rule/deferred_drop_text.h"
#include "lint/rule/rule.h"
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
    finding.message = fmt::format("drops table {} and creates it again, empty", shown);
    finding.effect =
        "every row is gone for good, and code that is deployed now fails where the new table lacks "
        "what it names";
    finding.remedy = "change the table that is there with ALTER TABLE, which keeps its rows";
    finding.related.push_back({As<CreateTable>(*again)->table.span, "created again here"});
    if (drop.cascade) finding.effect += CascadeText(facts);
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
        "table. With CASCADE, foreign keys and views of other tables go along unseen. The code of "
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
