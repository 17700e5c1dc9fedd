// drop-column: columns that deployed code may still read go away, with their data. What one
// migration drops of a table is one finding, however many statements it takes.
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "lint/facts/cascade.h"
#include "lint/facts/contract.h"
#include "lint/facts/table_changes.h"
#include "lint/rule/rule.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

// One DROP COLUMN.
struct DroppedColumn {
  const AlterTableAction* action = nullptr;
  const Column* known = nullptr;  // before the first of them
  ContractPhase phase;
};

// Columns of one table that one migration drops, the first one's statement being the one shown.
struct DroppedColumns {
  const AlterTable& alter;
  const Relation* table = nullptr;
  std::vector<DroppedColumn> columns;

  [[nodiscard]] std::vector<std::string> Names() const {
    std::vector<std::string> names;
    for (const DroppedColumn& column : columns) {
      names.push_back(QuoteIdentifier(column.action->column));
    }
    return names;
  }
  [[nodiscard]] std::string_view It() const { return columns.size() == 1 ? "it" : "them"; }
};

// The statement at that position, if it alters this table and stands in the same migration.
const AlterTable* AlterOf(const QualifiedName& table, std::uint32_t position,
                          const StatementFacts& facts) {
  const BatchStatement& other = facts.batch.statements[position];
  if (other.migration != &facts.migration) return nullptr;
  const auto* alter = As<AlterTable>(*other.statement);
  if (alter == nullptr || facts.before.ResolveExisting(alter->table) != table) return nullptr;
  return alter;
}

bool DropsColumns(const AlterTable& alter) {
  return std::ranges::find(alter.actions, AlterTableKind::kDropColumn, &AlterTableAction::kind) !=
         alter.actions.end();
}

// True when an earlier statement of the migration has spoken for this one's columns.
bool IsReported(const QualifiedName& table, const StatementFacts& facts) {
  return std::ranges::any_of(facts.EarlierNaming(table.name), [&](std::uint32_t position) {
    const AlterTable* alter = AlterOf(table, position, facts);
    return alter != nullptr && DropsColumns(*alter);
  });
}

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

// True when the batch renames the column under a condition: it may still have this name.
bool MayBeRenamed(const AlterTable& alter, const std::string& column, const StatementFacts& facts) {
  const auto renames = [&](std::uint32_t position) {
    const Statement& other = *facts.batch.statements[position].statement;
    const auto* rename = As<Rename>(other);
    return other.nesting.conditional && rename != nullptr && rename->object.parent &&
           rename->object.name.name == column && rename->object.parent->name == alter.table.name;
  };
  return std::ranges::any_of(facts.EarlierNaming(column), renames) ||
         std::ranges::any_of(facts.LaterNaming(column), renames);
}

// True when no deployed code can know the column, or nothing is dropped.
bool IsNothing(const AlterTable& alter, const AlterTableAction& action, const Relation* table,
               const StatementFacts& facts) {
  if (table == nullptr) return false;
  const Column* column = table->FindColumn(action.column);
  if (column != nullptr) return IsNewColumn(*column, facts);
  // Of a later statement: added, or renamed, between the first one and that.
  if (&alter != As<AlterTable>(facts.statement) && !action.if_exists) {
    return !table->columns_unknown;
  }
  return action.if_exists && !table->columns_unknown && HistoryIsComplete(facts) &&
         !MayBeRenamed(alter, action.column, facts);
}

// What this statement and later ones of the migration drop of the table.
std::vector<DroppedColumn> Collect(const AlterTable& first, const QualifiedName& name,
                                   const Relation* table, const StatementFacts& facts) {
  std::vector<DroppedColumn> columns;
  const auto add = [&](const AlterTable& alter) {
    for (const AlterTableAction& action : alter.actions) {
      if (action.kind != AlterTableKind::kDropColumn) continue;
      if (IsNothing(alter, action, table, facts)) continue;
      const bool again = std::ranges::any_of(columns, [&](const DroppedColumn& other) {
        return other.action->column == action.column;
      });
      if (again) continue;
      columns.push_back({&action, table == nullptr ? nullptr : table->FindColumn(action.column),
                         DeclaredBefore(name, action.column, facts)});
    }
  };
  add(first);
  for (const std::uint32_t position : facts.LaterNaming(name.name)) {
    if (const AlterTable* alter = AlterOf(name, position, facts)) add(*alter);
  }
  return columns;
}

// --- what goes, and what comes ---------------------------------------------------------------

bool HasColumn(const Relation& index, std::string_view column) {
  const auto& elements = index.index->elements;
  return std::ranges::find(elements, column, &IndexElement::column) != elements.end();
}

// The constraints and indexes that PostgreSQL drops with the columns without being asked.
std::string Company(const DroppedColumns& dropped, const StatementFacts& facts) {
  if (dropped.table == nullptr) return {};
  std::set<std::string> names;
  for (const DroppedColumn& each : dropped.columns) {
    const std::string& column = each.action->column;
    for (const Constraint& constraint : dropped.table->constraints) {
      if (std::ranges::find(constraint.columns, column) != constraint.columns.end()) {
        names.insert(QuoteIdentifier(constraint.name));
      }
    }
    for (const RelationId id : dropped.table->indexes) {
      const Relation* index = facts.before.Get(id);
      if (index == nullptr || !index->index || index->index->of_constraint) continue;
      if (HasColumn(*index, column)) names.insert(QuoteIdentifier(index->name.name));
    }
  }
  if (names.empty()) return {};
  const std::vector<std::string> list(names.begin(), names.end());
  return fmt::format("; {} {} with {}", JoinNames(list), list.size() == 1 ? "goes" : "go",
                     dropped.It());
}

// The column that the dropped one may be renamed to: the only one added with its type, while no
// other dropped one has that type, the names share a word, and nothing copies the values.
const ColumnDefinition* RenamedTo(const DroppedColumn& dropped, const DroppedColumns& all,
                                  const TableChanges& changes) {
  if (dropped.known == nullptr || dropped.known->type.empty()) return nullptr;
  if (changes.read.contains(dropped.known->name)) return nullptr;
  const std::string& type = dropped.known->type;
  const auto same_type = [&](const DroppedColumn& other) {
    return other.known == nullptr || other.known->type == type;
  };
  if (std::ranges::count_if(all.columns, same_type) != 1) return nullptr;
  const ColumnDefinition* found = nullptr;
  for (const ColumnDefinition* added : changes.added) {
    if (FormatType(added->type) != type) continue;
    if (found != nullptr) return nullptr;
    found = added;
  }
  const bool may_be = found != nullptr && found->name != dropped.known->name;
  return may_be && ShareWord(found->name, dropped.known->name) ? found : nullptr;
}

void AddRenames(const DroppedColumns& dropped, const StatementFacts& facts, Finding& finding) {
  const QualifiedName name = facts.before.ResolveExisting(dropped.alter.table);
  const TableChanges changes = ChangesOf(name, facts);
  for (const DroppedColumn& each : dropped.columns) {
    const ColumnDefinition* added = RenamedTo(each, dropped, changes);
    if (added == nullptr) continue;
    const std::string old_name = QuoteIdentifier(each.action->column);
    const std::string new_name = QuoteIdentifier(added->name);
    finding.effect += fmt::format("; if {} is {} under a new name, nothing copies the values",
                                  new_name, old_name);
    finding.related.push_back(
        {added->span, fmt::format("{} added here, of the same type as {}", new_name, old_name)});
  }
  for (const DroppedColumn& each : dropped.columns) {
    const auto again =
        std::ranges::find(changes.added, each.action->column, &ColumnDefinition::name);
    if (again == changes.added.end()) continue;
    finding.related.push_back({(*again)->span, "added again here, without the values"});
  }
}

// --- the text --------------------------------------------------------------------------------

std::string What(const DroppedColumns& dropped, const StatementFacts& facts) {
  const bool attribute = dropped.alter.object == AlteredObject::kType;
  return fmt::format("{}{} {} of {}", attribute ? "attribute" : "column",
                     dropped.columns.size() == 1 ? "" : "s", JoinNames(dropped.Names()),
                     ShownName(dropped.alter.table, facts));
}

bool IsDrizzle(const StatementFacts& facts) {
  return facts.track.layout == Layout::kDrizzleJournal ||
         facts.track.layout == Layout::kDrizzleFolders;
}

// New code leaves the columns out of its INSERTs, which must then work.
std::string Loosen(const DroppedColumns& dropped, const StatementFacts& facts) {
  std::string sql;
  for (const DroppedColumn& each : dropped.columns) {
    const Column* column = each.known;
    if (column == nullptr || !column->not_null || column->default_value) continue;
    if (column->identity != Identity::kNone || column->generated != Generated::kNone) continue;
    const Constraint* key = dropped.table->PrimaryKey();
    if (key != nullptr && std::ranges::find(key->columns, column->name) != key->columns.end()) {
      continue;
    }
    sql +=
        SqlLine(fmt::format("ALTER TABLE {} ALTER COLUMN {} DROP NOT NULL;",
                            ShownName(dropped.alter.table, facts), QuoteIdentifier(column->name)));
  }
  return sql;
}

std::string Remedy(const DroppedColumns& dropped, const StatementFacts& facts) {
  const std::string_view columns = dropped.columns.size() == 1 ? "column" : "columns";
  std::string remedy = fmt::format(
      "first deploy code that no longer reads or writes the {}, drop {} in a later deploy", columns,
      dropped.It());
  if (IsDrizzle(facts)) {
    remedy += fmt::format(
        ": take {} out of the schema, leave the DROP out of the generated file (its snapshot stays "
        "as it is), and write it into a later one (drizzle-kit generate --custom)",
        dropped.It());
  }
  const std::string loosen = Loosen(dropped, facts);
  if (!loosen.empty()) {
    remedy += fmt::format("; until then code that does not fill {} needs:{}", dropped.It(), loosen);
  }
  return remedy;
}

// "total since 0041_x": by migration, in order of the columns.
std::string Since(const DroppedColumns& dropped) {
  std::vector<std::string> parts;
  std::set<std::string_view> tags;
  for (const DroppedColumn& each : dropped.columns) {
    tags.insert(each.phase.tag);
    parts.push_back(
        fmt::format("{} since {}", QuoteIdentifier(each.action->column), each.phase.tag));
  }
  if (tags.size() == 1) return fmt::format("{} since {}", dropped.It(), *tags.begin());
  return JoinNames(parts);
}

// True for a subcommand of the statement that is looked at, not of a later one.
bool IsOf(const AlterTableAction& action, const StatementFacts& facts) {
  return facts.statement.span.begin <= action.span.begin &&
         action.span.end <= facts.statement.span.end;
}

void Report(const DroppedColumns& dropped, Declaration declaration, const StatementFacts& facts,
            Findings& findings) {
  if (dropped.columns.empty()) return;
  const DroppedColumn& first = dropped.columns.front();
  Finding& finding =
      findings.Add(first.action->span, fmt::format("drops {}", What(dropped, facts)));
  finding.subject = fmt::format("{}.{}", ShownName(dropped.alter.table, facts),
                                QuoteIdentifier(first.action->column));
  const bool one = dropped.columns.size() == 1;
  const std::string gone =
      one ? "the column's data is gone for good" : "their data is gone for good";
  if (declaration == Declaration::kWithdrawn) {
    finding.level = Level::kNote;
    finding.effect = fmt::format(
        "{}; the schema has not declared {}, so that no query of "
        "Drizzle's names {} any more",
        gone, Since(dropped), dropped.It());
    finding.remedy = fmt::format(
        "make sure that this deploy is everywhere, and that no SQL written "
        "by hand names {}",
        dropped.It());
  } else if (declaration == Declaration::kDeclared) {
    finding.effect = fmt::format(
        "{}, and code that is deployed now fails: the schema as of {} "
        "declares {}, and Drizzle's queries name every column",
        gone, first.phase.tag, dropped.It());
    finding.remedy = Remedy(dropped, facts);
  } else {
    finding.effect = fmt::format("{}, and code that is deployed now fails as soon as it names {}",
                                 gone, one ? "the column" : "one of the columns");
    finding.remedy = Remedy(dropped, facts);
  }
  finding.effect += Company(dropped, facts);
  if (first.action->cascade && IsOf(*first.action, facts)) finding.effect += CascadeText(facts);
  for (const DroppedColumn& each : dropped.columns) {
    if (&each != &first) finding.related.push_back({each.action->span, "dropped here"});
  }
  for (const DroppedColumn& each : dropped.columns) {
    if (each.known == nullptr || !one) continue;
    AddOrigin(finding, each.known->origin, "column added here");
  }
  AddRenames(dropped, facts, finding);
}

void Check(const StatementFacts& facts, Findings& findings) {
  const auto* alter = As<AlterTable>(facts.statement);
  if (alter == nullptr || !DropsColumns(*alter) || IsNewAndEmpty(alter->table, facts)) return;
  if (alter->if_exists && IsKnownMissing(alter->table, facts)) return;
  const QualifiedName name = facts.before.ResolveExisting(alter->table);
  if (IsReported(name, facts) || TableGoes(name, facts)) return;
  const Relation* table = facts.before.Find(name);
  std::vector<DroppedColumn> all = Collect(*alter, name, table, facts);
  for (const Declaration declaration :
       {Declaration::kDeclared, Declaration::kWithdrawn, Declaration::kUnknown}) {
    DroppedColumns part{*alter, table, {}};
    for (const DroppedColumn& column : all) {
      if (column.phase.declaration == declaration) part.columns.push_back(column);
    }
    Report(part, declaration, facts, findings);
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
        "Constraints and indexes that use the column go with it, without a word.",
    .remedy =
        "Expand, migrate, contract: deploy code that no longer uses the column, then drop it "
        "in a later migration. Drizzle's snapshots tell that last step: where an earlier "
        "deploy took the column out of the schema, the drop is a note. A column that comes with "
        "the "
        "same type in the same migration may be a rename that drizzle-kit made a DROP and an ADD.",
    .manual = "sql-altertable.html",
    .check = StatementCheck{Check},
};

}  // namespace hoglint::rules
