// trigger-names-missing-column: a trigger's function goes on naming a column that is dropped or
// renamed.
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lint/base/ascii.h"
#include "lint/facts/statements_by_kind.h"
#include "lint/rule/rule.h"
#include "lint/rule/wording.h"
#include "lint/sql/tokens.h"

namespace hoglint::rules {
namespace {

// A column that the table has before the statement, and not by that name after it.
struct LostColumn {
  ObjectName table;
  std::string name;
  std::string new_name;  // empty: dropped
  Span place;
};

std::vector<LostColumn> LostColumns(const Statement& statement) {
  std::vector<LostColumn> lost;
  const auto* rename = As<Rename>(statement);
  if (rename != nullptr && rename->kind == ObjectKind::kColumn && rename->object.parent) {
    const ObjectName& name = rename->object.name;
    lost.push_back({*rename->object.parent, name.name, rename->new_name, name.span});
  }
  const auto* alter = As<AlterTable>(statement);
  if (alter == nullptr) return lost;
  const auto adds = [&](const std::string& column) {
    return std::ranges::any_of(alter->actions, [&](const AlterTableAction& action) {
      return action.kind == AlterTableKind::kAddColumn && action.column == column;
    });
  };
  for (const AlterTableAction& action : alter->actions) {
    if (action.kind != AlterTableKind::kDropColumn || adds(action.column)) continue;
    lost.push_back({alter->table, action.column, "", action.name_span});
  }
  return lost;
}

// The function as it is when the batch is through; null where the files do not define it.
const CreateFunction* DefinitionOf(const QualifiedName& function, const StatementFacts& facts) {
  const auto functions = OfKindUntilBatchEnds<CreateFunction>(facts);
  const auto found = std::find_if(functions.rbegin(), functions.rend(), [&](const auto& entry) {
    const ObjectName& name = As<CreateFunction>(*entry.statement)->function;
    return name.name == function.name && facts.before.Resolve(name) == function;
  });
  return found == functions.rend() ? nullptr : As<CreateFunction>(*found->statement);
}

// A column of the row that the trigger fired for, as the function's body names it.
struct RowColumn {
  std::string row;  // NEW or OLD
  std::string name;
};

// Those that the body names; none where it asks which table it was called for.
std::vector<RowColumn> RowColumns(const CreateFunction& function) {
  if (function.language != "plpgsql") return {};
  const sql::Tokens tokens(function.body);
  std::vector<RowColumn> columns;
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    const std::string word = ToLowerAscii(tokens.Text(i));
    if (word.starts_with("tg_table_") || word.starts_with("tg_rel")) return {};
    if ((word != "new" && word != "old") || tokens.Text(i + 1) != ".") continue;
    if (i > 0 && tokens.Text(i - 1) == ".") continue;
    const std::optional<std::string> name = tokens.Identifier(i + 2);
    if (name) columns.push_back({word == "new" ? "NEW" : "OLD", *name});
  }
  return columns;
}

// A later statement of the batch drops or replaces the trigger, its function or the table, or gives
// the table a column of that name.
bool IsMendedLater(const ObjectName& table, const std::string& column, const Trigger& trigger,
                   const StatementFacts& facts) {
  if (!facts.LaterNaming(trigger.name).empty()) return true;
  if (!facts.LaterNaming(trigger.function.name).empty()) return true;
  return std::ranges::any_of(facts.LaterNaming(table.name), [&](std::uint32_t position) {
    const Statement& later = *facts.batch.statements[position].statement;
    const auto* alter = As<AlterTable>(later);
    if (As<Drop>(later) != nullptr || As<CreateTable>(later) != nullptr) return true;
    const auto* rename = As<Rename>(later);
    if (rename != nullptr) return rename->new_name == column;
    return alter != nullptr &&
           std::ranges::any_of(alter->actions, [&](const AlterTableAction& action) {
             return action.kind == AlterTableKind::kAddColumn && action.column == column;
           });
  });
}

std::string Effect(const QualifiedName& function, const RowColumn& column) {
  return fmt::format(
      "PostgreSQL does not look into {}(): from then on every write that gets there fails (42703, "
      "record \"{}\" has no field \"{}\")",
      DisplayName(function), ToLowerAscii(column.row), column.name);
}

void ReportLost(const LostColumn& lost, const Trigger& trigger, const RowColumn& named,
                const StatementFacts& facts, Findings& findings) {
  const std::string table = ShownName(lost.table, facts);
  const std::string column = QuoteIdentifier(lost.name);
  const std::string name = QuoteIdentifier(trigger.name);
  const std::string function = DisplayName(trigger.function);
  Finding& finding =
      findings.Add(lost.place, fmt::format("{} {}.{}, which trigger {} goes on naming as {}.{}",
                                           lost.new_name.empty() ? "drops" : "renames", table,
                                           column, name, named.row, column));
  finding.subject = fmt::format("{}.{} {}", table, column, name);
  finding.effect = Effect(trigger.function, named);
  finding.remedy =
      lost.new_name.empty()
          ? fmt::format(
                "in the same migration, CREATE OR REPLACE FUNCTION {} without {}, or drop "
                "the trigger first",
                function, column)
          : fmt::format("in the same migration, CREATE OR REPLACE FUNCTION {} with {}.{}", function,
                        named.row, QuoteIdentifier(lost.new_name));
  AddOrigin(finding, trigger.origin, "the trigger");
}

void CheckLost(const LostColumn& lost, const StatementFacts& facts, Findings& findings) {
  const Relation* table = facts.before.Find(lost.table);
  if (table == nullptr || table->FindColumn(lost.name) == nullptr) return;
  for (const Trigger& trigger : table->triggers) {
    const CreateFunction* function = DefinitionOf(trigger.function, facts);
    if (function == nullptr) continue;
    const std::vector<RowColumn> columns = RowColumns(*function);
    const auto named = std::ranges::find(columns, lost.name, &RowColumn::name);
    if (named == columns.end() || IsMendedLater(lost.table, lost.name, trigger, facts)) continue;
    ReportLost(lost, trigger, *named, facts, findings);
  }
}

// The columns of the table are all known.
bool IsKnown(const Relation* table) {
  return table != nullptr && !table->assumed && !table->columns_unknown;
}

// CREATE TRIGGER with a function that was written for another table.
void CheckNew(const CreateTrigger& create, const StatementFacts& facts, Findings& findings) {
  const Relation* table = facts.before.Find(create.table);
  if (!create.row || !IsKnown(table)) return;
  const Trigger trigger{.name = create.name,
                        .function = facts.before.Resolve(create.function),
                        .origin = {},
                        .update_columns = {},
                        .when = {}};
  const CreateFunction* function = DefinitionOf(trigger.function, facts);
  if (function == nullptr) return;
  for (const RowColumn& column : RowColumns(*function)) {
    if (table->FindColumn(column.name) != nullptr) continue;
    if (IsMendedLater(create.table, column.name, trigger, facts)) continue;
    const std::string shown = ShownName(create.table, facts);
    const std::string name = QuoteIdentifier(create.name);
    Finding& finding = findings.Add(
        create.function.span, fmt::format("trigger {} runs {}(), which names {}.{}: {} has no such "
                                          "column",
                                          name, DisplayName(trigger.function), column.row,
                                          QuoteIdentifier(column.name), shown));
    finding.subject = fmt::format("{}.{} {}", shown, QuoteIdentifier(column.name), name);
    finding.effect = Effect(trigger.function, column);
    finding.remedy =
        fmt::format("add the column to {}, or give the trigger a function of its own", shown);
    return;
  }
}

void Check(const StatementFacts& facts, Findings& findings) {
  for (const LostColumn& lost : LostColumns(facts.statement)) CheckLost(lost, facts, findings);
  const auto* create = As<CreateTrigger>(facts.statement);
  if (create != nullptr) CheckNew(*create, facts, findings);
}

}  // namespace

extern const Rule trigger_names_missing_column{
    .id = "trigger-names-missing-column",
    .family = Family::kCorrectness,
    .level = Level::kError,
    .since = "0.1",
    .summary = "A trigger's function names a column that its table has not, or not any longer",
    .effect =
        "PostgreSQL keeps a function's body as text and does not look for columns in it. The "
        "migration succeeds; then every INSERT, UPDATE or DELETE that fires the trigger fails "
        "(42703), of new code and of old.",
    .remedy = "Replace the function in the same migration, or drop the trigger before the column.",
    .manual = "plpgsql-trigger.html",
    .check = StatementCheck{Check},
};

}  // namespace hoglint::rules
