// drop-column: a column that deployed code may still read goes away, with its data. What one
// migration drops of one table is one finding.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "lint/facts/cascade.h"
#include "lint/facts/contract.h"
#include "lint/facts/table_changes.h"
#include "lint/rule/code_uses_text.h"
#include "lint/rule/deferred_drop_text.h"
#include "lint/rule/one_transaction.h"
#include "lint/rule/routine_text.h"
#include "lint/rule/rule.h"
#include "lint/rule/wording.h"
#include "lint/schema/column_uses.h"

namespace hoglint::rules {
namespace {

constexpr std::array kOptions{
    RuleOption{.name = "allow",
               .type = OptionType::kNames,
               .summary = "Columns that may be dropped: `column`, `table.column` or "
                          "`schema.table.column`",
               .example = R"(["*_deprecated", "sessions.*"])"}};

// One DROP COLUMN.
struct Dropped {
  const AlterTable& alter;
  const AlterTableAction& action;
  const Relation* table = nullptr;
  const Column* column = nullptr;
  std::string owner;  // as they are shown
  std::string name;
};

// --- what is no finding ----------------------------------------------------------------------

// True when the batch drops the table in the end: drop-table says so.
bool TableGoes(const QualifiedName& table, const StatementFacts& facts) {
  return std::ranges::any_of(facts.LaterNaming(table.name), [&](std::uint32_t position) {
    const Statement& later = *facts.batch.statements[position].statement;
    const auto* drop = As<Drop>(later);
    if (drop == nullptr || drop->kind != ObjectKind::kTable) return false;
    return !later.nesting.conditional &&
           std::ranges::any_of(drop->objects, [&](const ObjectReference& object) {
             return facts.before.ResolveExisting(object.name) == table;
           });
  });
}

// True when the batch has renamed the column under a condition: it may still have this name.
bool MayBeRenamed(const AlterTable& alter, const std::string& column, const StatementFacts& facts) {
  return std::ranges::any_of(facts.EarlierNaming(column), [&](std::uint32_t position) {
    const Statement& earlier = *facts.batch.statements[position].statement;
    const auto* rename = As<Rename>(earlier);
    return earlier.nesting.conditional && rename != nullptr && rename->object.parent &&
           rename->object.name.name == column && rename->object.parent->name == alter.table.name;
  });
}

// True when no deployed code can know the column, or nothing is dropped.
bool IsNothing(const Dropped& dropped, const StatementFacts& facts) {
  if (dropped.table == nullptr) return false;
  if (dropped.column != nullptr) return IsNewColumn(*dropped.column, facts);
  return dropped.action.if_exists && !dropped.table->columns_unknown && HistoryIsComplete(facts) &&
         !MayBeRenamed(dropped.alter, dropped.action.column, facts);
}

bool IsAllowed(const Dropped& dropped, const StatementFacts& facts, const Findings& findings) {
  const QualifiedName table = facts.before.ResolveExisting(dropped.alter.table);
  const std::array<std::string_view, 3> parts{table.schema, table.name, dropped.action.column};
  return findings.settings().Names(kOptions[0], parts);
}

// --- what goes, and what comes ---------------------------------------------------------------

bool IsDroppedByName(const Constraint& constraint, const AlterTable& alter) {
  return std::ranges::any_of(alter.actions, [&](const AlterTableAction& action) {
    return action.kind == AlterTableKind::kDropConstraint && action.name == constraint.name;
  });
}

// The constraints and indexes that PostgreSQL drops with the column without being asked.
std::vector<std::string> Company(const Dropped& dropped, const StatementFacts& facts) {
  std::vector<std::string> names;
  if (dropped.table == nullptr) return names;
  const std::string& column = dropped.action.column;
  for (const Constraint& constraint : dropped.table->constraints) {
    if (!UsesColumn(constraint, column) || IsDroppedByName(constraint, dropped.alter)) continue;
    names.push_back(constraint.name);
  }
  for (const RelationId id : dropped.table->indexes) {
    const Relation* index = facts.before.Get(id);
    if (index == nullptr || !index->index || index->index->of_constraint) continue;
    if (UsesColumn(*index->index, column)) names.push_back(index->name.name);
  }
  return names;
}

std::string CompanyText(const std::vector<std::string>& company) {
  if (company.empty()) return {};
  std::vector<std::string> names;
  for (const std::string& name : company) names.push_back(QuoteIdentifier(name));
  return fmt::format("; {} {} with it", JoinNames(names), names.size() == 1 ? "goes" : "go");
}

// The statement makes the column anew, of the same type, and PostgreSQL computes its values.
bool MakesAgain(const Statement& statement, const Dropped& dropped, const StatementFacts& facts) {
  const auto* alter = As<AlterTable>(statement);
  if (alter == nullptr || facts.before.Find(alter->table) != dropped.table) return false;
  return std::ranges::any_of(alter->actions, [&](const AlterTableAction& action) {
    return action.column_definition && action.column_definition->name == dropped.column->name &&
           action.column_definition->generated != Generated::kNone &&
           FormatType(action.column_definition->type) == dropped.column->type;
  });
}

// A generated column that comes back in the same transaction: so drizzle-kit changes an expression.
bool IsComputedAnew(const Dropped& dropped, const StatementFacts& facts) {
  if (dropped.column == nullptr || dropped.column->generated == Generated::kNone) return false;
  return MakesAgain(facts.statement, dropped, facts) ||
         std::ranges::any_of(facts.LaterNaming(dropped.alter.table.name), [&](std::uint32_t later) {
           return CommitsWith(later, facts) &&
                  MakesAgain(*facts.batch.statements[later].statement, dropped, facts);
         });
}

// Of what goes along that which the batch does not name again.
std::vector<std::string> NotMadeAgain(std::vector<std::string> company,
                                      const StatementFacts& facts) {
  std::erase_if(company, [&](const std::string& name) { return !facts.LaterNaming(name).empty(); });
  return company;
}

// The column that the dropped one may be renamed to: the only one that is added with its type and
// has a word of its name, while nothing copies the values.
const ColumnDefinition* RenamedTo(const Dropped& dropped, const TableChanges& changes) {
  if (dropped.column == nullptr || dropped.column->type.empty()) return nullptr;
  if (changes.read.contains(dropped.column->name)) return nullptr;
  const ColumnDefinition* found = nullptr;
  for (const ColumnDefinition* added : changes.added) {
    if (FormatType(added->type) != dropped.column->type) continue;
    if (!ShareWord(added->name, dropped.column->name)) continue;
    if (found != nullptr) return nullptr;
    found = added;
  }
  return found != nullptr && found->name != dropped.column->name ? found : nullptr;
}

// What drizzle-kit makes of a rename that it was not told of, and of a type that it cannot change.
std::string AddAdded(const Dropped& dropped, const StatementFacts& facts, Finding& finding) {
  const TableChanges changes = ChangesOf(facts.before.ResolveExisting(dropped.alter.table), facts);
  for (const ColumnDefinition* added : changes.added) {
    if (added->name != dropped.action.column) continue;
    finding.related.push_back({added->span, "added again here, without the values"});
  }
  const ColumnDefinition* renamed = RenamedTo(dropped, changes);
  if (renamed == nullptr) return {};
  const std::string new_name = QuoteIdentifier(renamed->name);
  finding.related.push_back({renamed->span, fmt::format("{} added here, of the same type as {}",
                                                        new_name, dropped.name)});
  return fmt::format("; if {} is {} under a new name, nothing copies the values", new_name,
                     dropped.name);
}

// --- the text --------------------------------------------------------------------------------

bool IsDrizzle(const StatementFacts& facts) {
  return facts.track.layout == Layout::kDrizzleJournal ||
         facts.track.layout == Layout::kDrizzleFolders;
}

// True when an INSERT that leaves the column out, as new code does, fails.
bool IsRequired(const Dropped& dropped) {
  const Column* column = dropped.column;
  if (column == nullptr || !column->not_null || column->default_value) return false;
  if (column->identity != Identity::kNone || column->generated != Generated::kNone) return false;
  const Constraint* key = dropped.table->PrimaryKey();
  return key == nullptr || std::ranges::find(key->columns, column->name) == key->columns.end();
}

std::string Remedy(const Dropped& dropped, const StatementFacts& facts) {
  std::string remedy =
      "first deploy code that no longer reads or writes the column, drop it in a later deploy";
  std::string optional;
  if (IsRequired(dropped)) {
    optional = SqlLine(
        fmt::format("ALTER TABLE {} ALTER COLUMN {} DROP NOT NULL;", dropped.owner, dropped.name));
  }
  const QualifiedName table = facts.before.ResolveExisting(dropped.alter.table);
  if (IsDrizzle(facts) && IsGeneratedDrop(table, dropped.action.column, facts)) {
    return remedy +
           ": take it out of the schema, keep the generated snapshot, begin the generated file "
           "with this instead of the DROP, and write the DROP into a later one (drizzle-kit "
           "generate --custom):" +
           SqlLine(DeferredDropComment("column")) + optional;
  }
  if (IsDrizzle(facts)) {
    remedy +=
        ": take it out of the schema, leave the DROP out of the generated file (its snapshot stays "
        "as it is), and write it into a later one (drizzle-kit generate --custom)";
  }
  if (!optional.empty()) remedy += "; until then code that does not fill it needs:" + optional;
  return remedy;
}

// What the snapshots say of the code that runs now.
void AddContract(const Dropped& dropped, bool is_used, const StatementFacts& facts,
                 Finding& finding) {
  const bool computed = dropped.column != nullptr && dropped.column->generated != Generated::kNone;
  const std::string_view gone = computed ? "the column, which was computed from others, is gone"
                                         : "the column's data is gone for good";
  const QualifiedName table = facts.before.ResolveExisting(dropped.alter.table);
  const ContractPhase phase = DeclaredBefore(table, dropped.action.column, facts);
  finding.remedy = Remedy(dropped, facts);
  switch (phase.declaration) {
    case Declaration::kWithdrawn:
      if (is_used) {
        finding.effect =
            fmt::format("{}; the schema has not declared it since {}", gone, phase.tag);
        return;
      }
      finding.level = Level::kNote;
      finding.group += " contract";
      finding.effect = fmt::format(
          "{}; the schema has not declared it since {}, so that no query of Drizzle's names it any "
          "more",
          gone, phase.tag);
      finding.remedy =
          "make sure that this deploy is everywhere, and that no SQL written by hand names it";
      return;
    case Declaration::kDeclared:
      finding.effect = fmt::format(
          "{}, and code that is deployed now fails: the schema as of {} declares it, and Drizzle's "
          "queries name every column",
          gone, phase.tag);
      return;
    case Declaration::kUnknown:
      finding.effect = fmt::format(
          "{}, and code that is deployed now fails as soon as it names the column", gone);
      return;
  }
}

// What goes along with a column that is computed anew, and stays away.
void ReportCompany(const Dropped& dropped, const StatementFacts& facts, Findings& findings) {
  std::string lost = CompanyText(NotMadeAgain(Company(dropped, facts), facts));
  if (dropped.action.cascade) lost += CascadeText(facts);
  if (lost.empty()) return;
  Finding& finding = findings.Add(
      dropped.action.span, fmt::format("drops column {} of {}", dropped.name, dropped.owner));
  finding.subject = fmt::format("{}.{}", dropped.owner, dropped.name);
  finding.level = Level::kWarning;
  finding.effect = "the column comes back and is computed anew" + lost;
  finding.remedy = "create again what goes with the old one";
}

void Report(const Dropped& dropped, const StatementFacts& facts, Findings& findings) {
  const bool attribute = dropped.alter.object == AlteredObject::kType;
  Finding& finding = findings.Add(
      dropped.action.span, fmt::format("drops {} {} of {}", attribute ? "attribute" : "column",
                                       dropped.name, dropped.owner));
  finding.subject = fmt::format("{}.{}", dropped.owner, dropped.name);
  finding.group = dropped.owner;
  const QualifiedName table = facts.before.ResolveExisting(dropped.alter.table);
  const auto routines = RoutinesNaming(dropped.alter.table, dropped.action.column, facts);
  AddContract(dropped, !routines.empty() || IsUsedByCode(table, dropped.action.column, facts),
              facts, finding);
  if (dropped.column != nullptr) AddOrigin(finding, dropped.column->origin, "column added here");
  std::string more = CompanyText(Company(dropped, facts));
  if (dropped.action.cascade) more += CascadeText(facts);
  more += AddAdded(dropped, facts, finding);
  finding.group_label = fmt::format("and {}{}{}", dropped.name, more,
                                    CodeUsesLabel(table, dropped.action.column, facts));
  finding.effect += more;
  AddRoutines(routines, finding);
  AddCodeUses(table, dropped.action.column, facts, finding);
}

void Check(const StatementFacts& facts, Findings& findings) {
  const auto* alter = As<AlterTable>(facts.statement);
  if (alter == nullptr || IsNewAndEmpty(alter->table, facts)) return;
  if (alter->if_exists && IsKnownMissing(alter->table, facts)) return;
  for (const AlterTableAction& action : alter->actions) {
    if (action.kind != AlterTableKind::kDropColumn) continue;
    if (TableGoes(facts.before.ResolveExisting(alter->table), facts)) return;
    const Relation* table = facts.before.Find(alter->table);
    const Dropped dropped{.alter = *alter,
                          .action = action,
                          .table = table,
                          .column = table == nullptr ? nullptr : table->FindColumn(action.column),
                          .owner = ShownName(alter->table, facts),
                          .name = QuoteIdentifier(action.column)};
    if (IsNothing(dropped, facts) || IsAllowed(dropped, facts, findings)) continue;
    if (IsComputedAnew(dropped, facts)) {
      ReportCompany(dropped, facts, findings);
    } else {
      Report(dropped, facts, findings);
    }
  }
}

}  // namespace

extern const Rule drop_column{
    .id = "drop-column",
    .family = Family::kDestructive,
    .level = Level::kError,
    .since = "0.1",
    .summary = "A column that already exists is dropped",
    .effect =
        "The data is gone. Code that is still running names the column in its SELECT and "
        "INSERT lists (an ORM names every column it knows) and fails until it is replaced. "
        "Constraints and indexes that use the column go with it, without a word; a function whose "
        "body names it stays, and fails when it is called. Of a generated column that comes back "
        "in the same transaction only those are reported. The code of the "
        "base branch that still names the column is listed under the finding.",
    .remedy =
        "Expand, migrate, contract: deploy code that no longer uses the column, then drop it "
        "in a later migration. Drizzle's snapshots tell that last step: where an earlier "
        "deploy took the column out of the schema, the drop is a note. A column that comes with "
        "the "
        "same type in the same migration may be a rename that drizzle-kit made a DROP and an ADD.",
    .manual = "sql-altertable.html",
    .check = StatementCheck{Check},
    .options = kOptions,
};

}  // namespace hoglint::rules
