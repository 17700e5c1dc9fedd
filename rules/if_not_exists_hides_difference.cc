// if-not-exists-hides-difference: CREATE TABLE, ADD COLUMN or CREATE INDEX ... IF NOT EXISTS does
// nothing, though what is there is not what it describes.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <string>
#include <vector>

#include "lint/facts/added_again.h"
#include "lint/facts/definition.h"
#include "lint/rule/rule.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

bool DiffersInType(const Column& there, const Column& described) {
  return !there.type.empty() && !described.type.empty() && there.type != described.type;
}

// True when a later statement of the batch adds the column after all.
bool IsAddedLater(const ObjectName& table, const std::string& column, const StatementFacts& facts) {
  const QualifiedName name = facts.before.ResolveExisting(table);
  return std::ranges::any_of(facts.LaterNaming(table.name), [&](std::uint32_t position) {
    const auto* alter = As<AlterTable>(*facts.batch.statements[position].statement);
    return alter != nullptr && facts.before.ResolveExisting(alter->table) == name &&
           std::ranges::any_of(alter->actions, [&](const AlterTableAction& action) {
             return action.column_definition && action.column_definition->name == column;
           });
  });
}

void AddText(Finding& finding, const Relation& table) {
  finding.remedy = "write the difference as ALTER TABLE, without IF NOT EXISTS";
  AddOrigin(finding, table.origin, "table created here");
}

void CheckTable(const CreateTable& create, const StatementFacts& facts, Findings& findings) {
  const Relation* table = facts.before.Find(create.table);
  if (table == nullptr || table->assumed || table->columns_unknown) return;
  const auto described = Described(facts);
  if (!described || described->columns_unknown) return;
  std::vector<std::string> missing;
  std::vector<std::string> other;
  for (const Column& column : described->columns) {
    const Column* there = table->FindColumn(column.name);
    if (there == nullptr) {
      if (!IsAddedLater(create.table, column.name, facts)) {
        missing.push_back(QuoteIdentifier(column.name));
      }
    } else if (DiffersInType(*there, column)) {
      other.push_back(
          fmt::format("{} is {}, not {}", QuoteIdentifier(column.name), there->type, column.type));
    }
  }
  if (missing.empty() && other.empty()) return;
  const std::string shown = ShownName(create.table, facts);
  Finding& finding =
      findings.Add(create.table.span,
                   fmt::format("does not create table {}, which exists and is different", shown));
  finding.subject = shown;
  if (missing.empty()) finding.level = Level::kWarning;
  std::vector<std::string> parts;
  if (!missing.empty()) {
    parts.push_back(fmt::format("it has no {} and gets none", JoinNames(missing)));
  }
  parts.insert(parts.end(), other.begin(), other.end());
  finding.effect =
      fmt::format("the migration succeeds and leaves the table as it is: {}", JoinNames(parts));
  AddText(finding, *table);
}

void CheckColumns(const AlterTable& alter, const StatementFacts& facts, Findings& findings) {
  const Relation* table = facts.before.Find(alter.table);
  if (table == nullptr || table->assumed) return;
  for (const AlterTableAction& action : alter.actions) {
    if (!action.if_not_exists) continue;  // only ADD COLUMN has it
    const ColumnDefinition& definition = *action.column_definition;
    if (DropsColumnFirst(alter, definition.name)) continue;
    const Column* there = table->FindColumn(definition.name);
    const std::string type = FormatType(definition.type);
    if (there == nullptr || there->type.empty() || there->type == type) continue;
    // The same type, written with or without its schema.
    if (facts.before.FindType(definition.type) != nullptr &&
        facts.before.FindType(definition.type) == facts.before.FindType(there->type_name)) {
      continue;
    }
    const std::string name =
        fmt::format("{}.{}", ShownName(alter.table, facts), QuoteIdentifier(definition.name));
    Finding& finding = findings.Add(
        action.span,
        fmt::format("does not add {}, which exists as {}, not as {}", name, there->type, type));
    finding.subject = name;
    finding.level = Level::kWarning;
    finding.effect = "the migration succeeds and leaves the column as it is";
    AddText(finding, *table);
  }
}

std::string KeyText(const std::vector<IndexElement>& elements) {
  std::vector<std::string> parts;
  for (const IndexElement& element : elements) {
    const std::string key = element.expression ? "an expression" : QuoteIdentifier(element.column);
    parts.push_back(element.descending ? key + " DESC" : key);
  }
  return fmt::format("({})", fmt::join(parts, ", "));
}

// How the index that is there differs from the one that the statement describes. Expressions and
// conditions may be the same in other words: only whether there is one counts.
std::vector<std::string> Differences(const CreateIndex& create, const Relation& there,
                                     const StatementFacts& facts) {
  if (!there.index) return {"it is no index"};
  const IndexDetails& index = *there.index;
  const Relation* table = facts.before.Get(index.table);
  if (table == nullptr || table != facts.before.Find(create.table)) {
    return {fmt::format("it is on {}, not on {}",
                        table == nullptr ? "another table" : DisplayName(table->name),
                        ShownName(create.table, facts))};
  }
  std::vector<std::string> differences;
  const auto compare = [&](std::string_view what, const std::string& has,
                           const std::string& wants) {
    if (has != wants) differences.push_back(fmt::format("it {} {}, not {}", what, has, wants));
  };
  compare("is", index.access_method, create.access_method);
  compare("holds", KeyText(index.elements), KeyText(create.elements));
  if (index.unique != create.unique) {
    differences.emplace_back(create.unique ? "it is not unique" : "it is unique");
  }
  const auto rows = [](const Boxed<Expression>& where) { return where ? "some rows" : "all rows"; };
  compare("is over", rows(index.where), rows(create.where));
  return differences;
}

// A name that is cut is identifier-too-long's.
bool IsCut(const CreateIndex& create, const StatementFacts& facts) {
  const std::string_view written = facts.sources.Text(create.name_span);
  return written.size() > create.name.size() + std::string_view(R"("")").size();
}

void CheckIndex(const CreateIndex& create, const StatementFacts& facts, Findings& findings) {
  if (create.name.empty() || IsCut(create, facts)) return;
  const std::string schema = facts.before.ResolveExisting(create.table).schema;
  const QualifiedName name{schema, create.name};
  const Relation* there = facts.before.Find(name);
  if (there == nullptr || there->assumed) return;
  const std::vector<std::string> differences = Differences(create, *there, facts);
  if (differences.empty()) return;
  const std::string shown = DisplayName(name);
  Finding& finding =
      findings.Add(create.name_span,
                   fmt::format("does not create index {}, which exists and is different", shown));
  finding.subject = shown;
  const bool unique = there->index && there->index->unique;
  if (!create.unique || unique) finding.level = Level::kWarning;
  finding.effect = fmt::format("the migration succeeds and leaves what is there as it is: {}",
                               JoinNames(differences));
  finding.remedy = "give the new index a name of its own, and drop the old one if nothing needs it";
  AddOrigin(finding, there->origin, "created here");
}

void Check(const StatementFacts& facts, Findings& findings) {
  if (!HistoryIsComplete(facts)) return;
  const auto* index = As<CreateIndex>(facts.statement);
  if (index != nullptr && index->if_not_exists) CheckIndex(*index, facts, findings);
  const auto* create = As<CreateTable>(facts.statement);
  if (create != nullptr && create->if_not_exists) CheckTable(*create, facts, findings);
  if (const auto* alter = As<AlterTable>(facts.statement)) CheckColumns(*alter, facts, findings);
}

}  // namespace

extern const Rule if_not_exists_hides_difference{
    .id = "if-not-exists-hides-difference",
    .family = Family::kCorrectness,
    .level = Level::kError,
    .since = "0.1",
    .summary = "IF NOT EXISTS skips a table, column or index that exists and is different",
    .effect =
        "IF NOT EXISTS looks at the name only. The migration counts as applied, and the columns, "
        "types and indexes that it describes are not there.",
    .remedy =
        "Write the difference as ALTER TABLE; give an index another name. It is a warning where "
        "only types differ, and of an index that is not to be unique. Columns that the table has "
        "beyond the description are not reported.",
    .manual = "sql-createtable.html",
    .check = StatementCheck{Check},
};

}  // namespace hoglint::rules
