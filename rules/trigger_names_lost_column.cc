// trigger-names-lost-column: a trigger's function goes on naming a column that is dropped or
// renamed.
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lint/base/ascii.h"
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

// The function as the files define it last; null where they do not.
const CreateFunction* LastDefinition(const QualifiedName& function, const StatementFacts& facts) {
  const CreateFunction* last = nullptr;
  for (const Migration& migration : facts.track.migrations) {
    for (const Statement& statement : migration.parsed.statements) {
      const auto* create = As<CreateFunction>(statement);
      if (create == nullptr || create->function.name != function.name) continue;
      if (facts.before.Resolve(create->function) == function) last = create;
    }
  }
  return last;
}

// "NEW" or "OLD" where the body names the column of the row that the trigger fired for; empty where
// it does not, or asks which table it is that it was called for.
std::string RowThatHas(const std::string& column, const CreateFunction& function) {
  if (function.language != "plpgsql") return {};
  const sql::Tokens tokens(function.body);
  std::string found;
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    const std::string word = ToLowerAscii(tokens.Text(i));
    if (word.starts_with("tg_table_") || word.starts_with("tg_rel")) return {};
    if ((word != "new" && word != "old") || tokens.Text(i + 1) != ".") continue;
    if (i > 0 && tokens.Text(i - 1) == ".") continue;
    if (found.empty() && tokens.Identifier(i + 2) == column) found = word == "new" ? "NEW" : "OLD";
  }
  return found;
}

// A later statement of the batch drops or replaces the trigger, its function or the table, or gives
// the table a column of that name.
bool IsMendedLater(const LostColumn& lost, const Trigger& trigger, const StatementFacts& facts) {
  if (!facts.LaterNaming(trigger.name).empty()) return true;
  if (!facts.LaterNaming(trigger.function.name).empty()) return true;
  return std::ranges::any_of(facts.LaterNaming(lost.table.name), [&](std::uint32_t position) {
    const Statement& later = *facts.batch.statements[position].statement;
    const auto* alter = As<AlterTable>(later);
    if (As<Drop>(later) != nullptr || As<CreateTable>(later) != nullptr) return true;
    const auto* rename = As<Rename>(later);
    if (rename != nullptr) return rename->new_name == lost.name;
    return alter != nullptr &&
           std::ranges::any_of(alter->actions, [&](const AlterTableAction& action) {
             return action.kind == AlterTableKind::kAddColumn && action.column == lost.name;
           });
  });
}

void Report(const LostColumn& lost, const Trigger& trigger, const std::string& row,
            const StatementFacts& facts, Findings& findings) {
  const std::string table = ShownName(lost.table, facts);
  const std::string column = QuoteIdentifier(lost.name);
  const std::string name = QuoteIdentifier(trigger.name);
  const std::string function = DisplayName(trigger.function);
  Finding& finding =
      findings.Add(lost.place, fmt::format("{} {}.{}, which trigger {} goes on naming as {}.{}",
                                           lost.new_name.empty() ? "drops" : "renames", table,
                                           column, name, row, column));
  finding.subject = fmt::format("{}.{} {}", table, column, name);
  finding.effect = fmt::format(
      "PostgreSQL does not look into {}(): from then on every write that gets there fails (42703, "
      "record \"{}\" has no field \"{}\")",
      function, row == "NEW" ? "new" : "old", lost.name);
  finding.remedy =
      lost.new_name.empty()
          ? fmt::format(
                "in the same migration, CREATE OR REPLACE FUNCTION {} without {}, or drop "
                "the trigger first",
                function, column)
          : fmt::format("in the same migration, CREATE OR REPLACE FUNCTION {} with {}.{}", function,
                        row, QuoteIdentifier(lost.new_name));
  AddOrigin(finding, trigger.origin, "the trigger");
}

void Check(const StatementFacts& facts, Findings& findings) {
  for (const LostColumn& lost : LostColumns(facts.statement)) {
    const Relation* table = facts.before.Find(lost.table);
    if (table == nullptr || table->FindColumn(lost.name) == nullptr) continue;
    for (const Trigger& trigger : table->triggers) {
      const CreateFunction* function = LastDefinition(trigger.function, facts);
      if (function == nullptr) continue;
      const std::string row = RowThatHas(lost.name, *function);
      if (row.empty() || IsMendedLater(lost, trigger, facts)) continue;
      Report(lost, trigger, row, facts, findings);
    }
  }
}

}  // namespace

extern const Rule trigger_names_lost_column{
    .id = "trigger-names-lost-column",
    .family = Family::kCorrectness,
    .level = Level::kError,
    .since = "0.1",
    .summary = "A trigger's function names a column that is dropped or renamed",
    .effect =
        "PostgreSQL keeps a function's body as text and does not look for columns in it. The "
        "migration succeeds; then every INSERT, UPDATE or DELETE that fires the trigger fails "
        "(42703), of new code and of old.",
    .remedy = "Replace the function in the same migration, or drop the trigger before the column.",
    .manual = "plpgsql-trigger.html",
    .check = StatementCheck{Check},
};

}  // namespace hoglint::rules
