// set-null-on-not-null: a foreign key sets a column to NULL that cannot be NULL.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "lint/rule/rule.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

// What the key writes into its own rows when the row that they refer to changes.
struct Reaction {
  const Constraint& key;
  std::string_view event;  // "DELETE"
  bool to_default = false;
  std::vector<std::string> columns;
};

std::vector<Reaction> ReactionsOf(const Constraint& key) {
  std::vector<Reaction> reactions;
  const auto add = [&](std::string_view event, ForeignKeyAction action,
                       const std::vector<std::string>& columns) {
    const bool to_default = action == ForeignKeyAction::kSetDefault;
    if (!to_default && action != ForeignKeyAction::kSetNull) return;
    reactions.push_back({key, event, to_default, columns.empty() ? key.columns : columns});
  };
  add("DELETE", key.references->on_delete, key.references->set_columns);
  add("UPDATE", key.references->on_update, {});
  return reactions;
}

bool IsIn(const Span& part, const Span& whole) {
  return part.file == whole.file && part.begin >= whole.begin && part.end <= whole.end;
}

// Where the statement makes the column NOT NULL; null when it does not.
const Span* MadeNotNull(const Statement& statement, const std::string& column) {
  const auto* alter = As<AlterTable>(statement);
  if (alter == nullptr) return nullptr;
  for (const AlterTableAction& action : alter->actions) {
    const bool sets = action.kind == AlterTableKind::kSetNotNull && action.column == column;
    const bool keys = action.kind == AlterTableKind::kAddConstraint && action.constraint &&
                      action.constraint->kind == ConstraintKind::kPrimaryKey &&
                      std::ranges::count(action.constraint->columns, column) > 0;
    if (sets || keys) return &action.span;
  }
  return nullptr;
}

// A later statement of the batch lets the column be NULL, or drops the key, the column or the
// table.
bool IsMended(const AppliedStatement& applied, const Relation& table, const Constraint& key,
              const std::string& column) {
  const auto mends = [&](const AlterTableAction& action) {
    switch (action.kind) {
      case AlterTableKind::kDropConstraint:
        return action.name == key.name;
      case AlterTableKind::kDropNotNull:
      case AlterTableKind::kDropColumn:
        return action.column == column;
      default:
        return false;
    }
  };
  const auto& statements = applied.batch.statements;
  return std::any_of(statements.begin() + static_cast<std::ptrdiff_t>(applied.index) + 1,
                     statements.end(), [&](const BatchStatement& later) {
                       if (const auto* drop = As<Drop>(*later.statement)) {
                         return std::ranges::any_of(drop->objects,
                                                    [&](const ObjectReference& object) {
                                                      return object.name.name == table.name.name;
                                                    });
                       }
                       const auto* alter = As<AlterTable>(*later.statement);
                       return alter != nullptr && alter->table.name == table.name.name &&
                              std::ranges::any_of(alter->actions, mends);
                     });
}

// A statement that lets the column be NULL; empty where it cannot be, or is better left as it was:
// a primary key has the column, or the statement itself makes it NOT NULL.
std::string DropNotNull(const Relation& table, const std::string& column, bool is_older) {
  const Constraint* key = table.PrimaryKey();
  if (!is_older || (key != nullptr && std::ranges::count(key->columns, column) > 0)) return {};
  return fmt::format("ALTER TABLE {} ALTER COLUMN {} DROP NOT NULL;", DisplayName(table.name),
                     QuoteIdentifier(column));
}

// `is_older`: the column was NOT NULL before the statement.
std::string RemedyFor(const Reaction& reaction, const Relation& table, const std::string& column,
                      bool is_older) {
  std::vector<std::string> nullable;
  for (const std::string& each : reaction.columns) {
    const Column* own = table.FindColumn(each);
    if (own != nullptr && !own->not_null) nullable.push_back(each);
  }
  const std::string drop = DropNotNull(table, column, is_older);
  const Constraint* primary = table.PrimaryKey();
  const bool of_key = primary != nullptr && std::ranges::count(primary->columns, column) > 0;
  const std::string otherwise =
      !drop.empty() ? fmt::format("; or let {} be NULL:{}", QuoteIdentifier(column), SqlLine(drop))
      : of_key      ? ""
                    : fmt::format("; or leave the NOT NULL of {} out", QuoteIdentifier(column));
  if (nullable.empty() || reaction.event != "DELETE" || reaction.to_default) {
    return fmt::format(
        "say what is meant: ON {} CASCADE, or nothing, which refuses in plain words{}",
        reaction.event, otherwise);
  }
  return fmt::format("name the columns to set: ON DELETE SET NULL ({}) (PostgreSQL 15 and later){}",
                     ColumnList(nullable), otherwise);
}

void Report(const Reaction& reaction, const Relation& table, const std::string& column,
            const Span& place, const AppliedStatement& applied, Findings& findings) {
  const Constraint& key = reaction.key;
  const Relation* target = applied.after.Get(key.references->table);
  const std::string name = fmt::format("{}.{}", DisplayName(table.name), QuoteIdentifier(column));
  Finding& finding =
      findings.Add(place, fmt::format("foreign key {} sets {} to {}, and it is NOT NULL",
                                      QuoteIdentifier(key.name), name,
                                      reaction.to_default ? "its default, which is NULL" : "NULL"));
  finding.subject = fmt::format("{}.{}", DisplayName(table.name), QuoteIdentifier(key.name));
  finding.effect = fmt::format(
      "every {} of a row of {} that a row of {} refers to fails (23502): the key refuses what it "
      "says it lets through",
      reaction.event == "UPDATE" ? "change of the key" : reaction.event,
      target == nullptr ? "the other table" : DisplayName(target->name), DisplayName(table.name));
  const bool is_new = place == key.origin.span;
  const bool creates = As<CreateTable>(applied.statement) != nullptr;
  finding.remedy = RemedyFor(reaction, table, column, is_new && !creates);
  if (!is_new) AddOrigin(finding, key.origin, "the foreign key is made here");
}

void CheckReaction(const Reaction& reaction, const Relation& table, const AppliedStatement& applied,
                   Findings& findings) {
  for (const std::string& name : reaction.columns) {
    const Column* column = table.FindColumn(name);
    if (column == nullptr || !column->not_null) continue;
    if (reaction.to_default && column->default_value) continue;
    const bool is_new = IsIn(reaction.key.origin.span, applied.statement.span);
    const Span* place = is_new ? &reaction.key.origin.span : MadeNotNull(applied.statement, name);
    if (place == nullptr || IsMended(applied, table, reaction.key, name)) continue;
    return Report(reaction, table, name, *place, applied, findings);
  }
}

void Check(const AppliedStatement& applied, Findings& findings) {
  const auto* alter = As<AlterTable>(applied.statement);
  const auto* create = As<CreateTable>(applied.statement);
  if (alter == nullptr && create == nullptr) return;
  const Relation* table = applied.after.Find(alter != nullptr ? alter->table : create->table);
  if (table == nullptr) return;
  for (const Constraint& key : table->constraints) {
    if (!key.references || key.inherited) continue;
    for (const Reaction& reaction : ReactionsOf(key)) {
      CheckReaction(reaction, *table, applied, findings);
    }
  }
}

}  // namespace

extern const Rule set_null_on_not_null{
    .id = "set-null-on-not-null",
    .family = Family::kCorrectness,
    .level = Level::kWarning,
    .since = "0.1",
    .summary = "ON DELETE SET NULL of a column that is NOT NULL",
    .effect =
        "PostgreSQL takes such a foreign key, and fails when it is needed: a DELETE of a row that "
        "others refer to wants to write NULL into their column, and ends with an error about a "
        "table that it does not name (23502). Where the column becomes NOT NULL later, deletes "
        "that worked fail from then on. The same goes for ON UPDATE, and for SET DEFAULT of a "
        "column whose default is NULL.",
    .remedy =
        "Say what is meant: CASCADE, no action (the DELETE is refused, with a message about the "
        "key), or a column that may be NULL. Of a key with several columns PostgreSQL 15 and later "
        "set those that the list names: ON DELETE SET NULL (author).",
    .manual = "ddl-constraints.html#DDL-CONSTRAINTS-FK",
    .check = OutcomeCheck{Check},
};

}  // namespace hoglint::rules
