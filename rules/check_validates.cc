// check-validates: a new CHECK looks at every row while nobody can use the table.
#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "lint/facts/added_again.h"
#include "lint/facts/caught_error.h"
#include "lint/facts/new_column.h"
#include "lint/facts/table_work.h"
#include "lint/rule/column_text.h"
#include "lint/rule/lock_text.h"
#include "lint/rule/rule.h"
#include "lint/rule/wording.h"
#include "lint/schema/object_names.h"

namespace hoglint::rules {
namespace {

// A CHECK that the statement adds with a scan.
struct AddedCheck {
  const AlterTable& alter;
  const ConstraintDefinition& check;
  const ColumnDefinition* column = nullptr;  // the new column that it is written on
  std::size_t action = 0;
};

// The only column that the CHECK reads; empty when there are more, or none.
std::string OnlyColumn(const ConstraintDefinition& check) {
  std::string only;
  for (const ColumnReference& reference : check.check->columns) {
    if (!only.empty() && reference.column != only) return {};
    only = reference.column;
  }
  return only;
}

// The name that it has or gets, where `others` are taken as well.
std::string NameOf(const ConstraintDefinition& check, const QualifiedName& table,
                   const std::vector<std::string>& others, const StatementFacts& facts) {
  if (!check.name.empty()) return check.name;
  return apply::ChooseConstraintName(facts.before, table.schema, table.name, OnlyColumn(check),
                                     "check", others);
}

std::string CheckName(const AddedCheck& added, const StatementFacts& facts) {
  const QualifiedName table = facts.before.ResolveExisting(added.alter.table);
  std::vector<std::string> others;
  for (std::size_t i = 0; i < added.action; ++i) {
    const AlterTableAction& earlier = added.alter.actions[i];
    if (earlier.kind != AlterTableKind::kAddConstraint || !earlier.constraint->check) continue;
    others.push_back(NameOf(*earlier.constraint, table, others, facts));
  }
  return QuoteIdentifier(NameOf(added.check, table, others, facts));
}

// The new column, when the CHECK is about columns of this batch only.
std::optional<NewColumn> FindNew(const AddedCheck& added, const StatementFacts& facts) {
  std::optional<NewColumn> last;
  for (const ColumnReference& reference : added.check.check->columns) {
    last = FindNewColumn(added.alter.table, reference.column, facts, added.action);
    if (!last || last->filled) return std::nullopt;
  }
  return last;
}

std::string Remedy(const AddedCheck& added, const std::string& table, const StatementFacts& facts) {
  const std::string later = InLaterTransaction(facts);
  const std::string why = WhyLater(facts);
  const std::string name = CheckName(added, facts);
  return fmt::format(
      "{} NOT VALID, and validate it {}{}; VALIDATE lets reads and writes through:{}{}{}{}",
      added.column == nullptr ? "add it" : "add the column without the CHECK, then the CHECK",
      later, why.empty() ? "" : fmt::format(" ({})", why),
      added.column == nullptr ? "" : AddColumnWithout(added.check, *added.column, table, facts),
      SqlLine(fmt::format("ALTER TABLE {} ADD CONSTRAINT {} CHECK ({}){} NOT VALID;", table, name,
                          added.check.check->text, added.check.no_inherit ? " NO INHERIT" : "")),
      SqlLine(fmt::format("-- {}:", later)),
      SqlLine(fmt::format("ALTER TABLE {} VALIDATE CONSTRAINT {};", table, name)));
}

// The new column, NULL in every row, that the CHECK refuses a NULL in; empty when there is none.
std::string RefusedColumn(const AddedCheck& added, const StatementFacts& facts) {
  for (const std::string& name : added.check.check->proves_not_null) {
    if (added.column == nullptr) {
      const auto column = FindNewColumn(added.alter.table, name, facts, added.action);
      if (column && column->IsAllNull()) return name;
    } else if (added.column->name == name) {
      const NewColumn column{.definition = added.column, .transaction = {}, .filled = false};
      if (column.IsAllNull()) return name;
    }
  }
  return {};
}

// Of a column that an earlier statement has added, new-required-column says what becomes of
// INSERTs.
void TellRefused(const std::string& column, const AddedCheck& added, const std::string& check,
                 const StatementFacts& facts, Finding& finding) {
  const std::string table = ShownName(added.alter.table, facts);
  const std::string name = QuoteIdentifier(column);
  const Relation* before = facts.before.Find(added.alter.table);
  const bool is_there = before != nullptr && before->FindColumn(column) != nullptr;
  finding.group += " refused";
  finding.group_label = fmt::format("and {} refuses {}", check, name);
  finding.message = fmt::format("CHECK {} refuses the new column {}.{}", check, table, name);
  finding.effect = fmt::format(
      "{} is NULL in every row: the migration fails if {} holds a single one (23514){}", name,
      table,
      is_there ? ""
               : "; code that is deployed now fails on every INSERT, since it does not know the "
                 "column");
  finding.remedy =
      "give the column a DEFAULT that the CHECK accepts; or add the column alone, fill it, and add "
      "the CHECK when all code that is deployed writes it";
}

void Report(const AddedCheck& added, const StatementFacts& facts, Findings& findings) {
  const TableWork work = WorkOf(added.alter, added.action, facts);
  if (!work.scan || work.rewrite) return;  // a rewrite is reported as such
  const std::string table = ShownName(added.alter.table, facts);
  const std::string name = CheckName(added, facts);
  Finding& finding =
      findings.Add(added.check.span, fmt::format("CHECK {} looks at every row of {}", name, table));
  finding.subject = fmt::format("{}.{}", table, name);
  finding.group = table;
  finding.group_label = fmt::format("and {}", name);
  if (const std::string refused = RefusedColumn(added, facts); !refused.empty()) {
    return TellRefused(refused, added, name, facts, finding);
  }
  finding.remedy = Remedy(added, table, facts);
  const std::string blocks = Blocks(work.lock, table, "every row is checked", facts);
  const auto column = added.column == nullptr ? FindNew(added, facts) : std::nullopt;
  if (added.column == nullptr && !column) {
    finding.effect = blocks + "; a single row that breaks it makes the migration fail";
    return;
  }
  finding.level = Level::kWarning;
  finding.group += " new column";
  finding.effect =
      "the column is new, so that all rows have the same value in it, but PostgreSQL "
      "looks all the same: " +
      blocks;
  if (column) finding.related.push_back({column->definition->span, "column added here"});
}

bool Scans(const ConstraintDefinition& constraint) {
  return constraint.check && !constraint.not_valid;  // NOT ENFORCED is NOT VALID too
}

void Check(const StatementFacts& facts, Findings& findings) {
  const auto* alter = As<AlterTable>(facts.statement);
  if (alter == nullptr || IsUnused(alter->table, alter->if_exists, facts)) return;
  for (std::size_t i = 0; i < alter->actions.size(); ++i) {
    const AlterTableAction& action = alter->actions[i];
    if (action.kind == AlterTableKind::kAddConstraint && Scans(*action.constraint) &&
        !IsCaughtDuplicate(alter->table, *action.constraint, facts)) {
      Report({*alter, *action.constraint, nullptr, i}, facts, findings);
    }
    if (!action.column_definition) continue;
    const auto& checks = action.column_definition->constraints;
    const auto first = std::ranges::find_if(checks, Scans);
    if (first != checks.end()) {
      Report({*alter, *first, &*action.column_definition, i}, facts, findings);
    }
  }
}

}  // namespace

extern const Rule check_validates{
    .id = "check-validates",
    .family = Family::kLocks,
    .level = Level::kError,
    .since = "0.1",
    .summary = "A CHECK is added to an existing table with a look at every row",
    .effect =
        "ADD CHECK takes ACCESS EXCLUSIVE, which blocks reads and writes, and keeps it while "
        "every row is looked at; so does a CHECK written on a new column, even one without a "
        "value. A row that breaks it makes the migration fail, and every row does where the CHECK "
        "refuses NULL in a new column that has no default.",
    .remedy =
        "Add it NOT VALID, which holds the lock for a moment only, and VALIDATE CONSTRAINT in a "
        "later transaction, which blocks neither reads nor writes.",
    .manual = "sql-altertable.html#SQL-ALTERTABLE-DESC-ADD-TABLE-CONSTRAINT",
    .check = StatementCheck{Check},
};

}  // namespace hoglint::rules
