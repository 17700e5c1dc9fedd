// enum-recreation: an enum is dropped and made anew, as drizzle-kit does it to remove, rename or
// move a value. One finding for all the statements that this takes.
#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "lint/facts/enum_recreation.h"
#include "lint/facts/table_work.h"
#include "lint/rule/lock_text.h"
#include "lint/rule/rule.h"
#include "lint/rule/sql_literal.h"
#include "lint/rule/wording.h"

namespace hoglint::rules {
namespace {

// Those of `a` that are not in `b`, as SQL writes them.
std::vector<std::string> Without(const std::vector<std::string>& a,
                                 const std::vector<std::string>& b) {
  std::vector<std::string> missing;
  for (const std::string& label : a) {
    if (std::ranges::find(b, label) == b.end()) missing.push_back(SqlLiteral(label));
  }
  return missing;
}

// What the batch writes anew for it.
struct Users {
  std::set<std::string> tables;   // as they are shown
  std::set<std::string> columns;  // mood
  bool twice = false;             // by way of text: there and back
};

// The ALTER COLUMN TYPE statements of the batch that lead to the new type.
Users FindUsers(const TypeReplacement& next, const ObjectName& dropped,
                const StatementFacts& facts) {
  Users users;
  for (std::size_t i = 0; i < facts.batch.statements.size(); ++i) {
    const auto* alter = As<AlterTable>(*facts.batch.statements[i].statement);
    if (alter == nullptr || IsUnused(alter->table, alter->if_exists, facts)) continue;
    for (const AlterTableAction& action : alter->actions) {
      if (action.kind != AlterTableKind::kAlterColumnType || !action.type) continue;
      if (action.type->name != next.name) continue;
      const std::string table = ShownName(alter->table, facts);
      users.tables.insert(table);
      users.columns.insert(fmt::format("{}.{}", table, QuoteIdentifier(action.column)));
      // Back to the name that was dropped before: it had to be something else in between.
      users.twice |= next.name == dropped.name && i > facts.index;
    }
  }
  return users;
}

std::string CheckSql(const Users& users, const std::vector<std::string>& lost) {
  const std::string& column = *users.columns.begin();
  const std::size_t dot = column.rfind('.');
  return fmt::format("ALTER TABLE {} ADD CHECK ({} NOT IN ({})) NOT VALID;", column.substr(0, dot),
                     column.substr(dot + 1), fmt::join(lost, ", "));
}

// " BEFORE 'x'", the old value that comes next in the new order; empty at the end.
std::string PlaceOf(const std::string& value, const std::vector<std::string>& order,
                    const std::vector<std::string>& old_labels) {
  auto next = std::ranges::find_if(
      order, [&](const std::string& label) { return SqlLiteral(label) == value; });
  next = std::find_if(next, order.end(), [&](const std::string& label) {
    return std::ranges::find(old_labels, label) != old_labels.end();
  });
  return next == order.end() ? "" : fmt::format(" BEFORE {}", SqlLiteral(*next));
}

std::string Remedy(const std::string& shown, const std::vector<std::string>& old_labels,
                   const TypeReplacement& next, const Users& users) {
  const std::vector<std::string> lost = Without(old_labels, next.values);
  const std::vector<std::string> added = Without(next.values, old_labels);
  if (lost.empty()) {
    std::string remedy = "values are added in place:";
    for (const std::string& value : added) {
      remedy += SqlLine(fmt::format("ALTER TYPE {} ADD VALUE {}{};", shown, value,
                                    PlaceOf(value, next.values, old_labels)));
    }
    return added.empty() ? "leave the type as it is: only the order of its values changes" : remedy;
  }
  if (lost.size() == 1 && added.size() == 1) {
    return fmt::format(
        "if {} is {} under a new name, rename it when no deployed code says {}; that "
        "touches no row:{}",
        added.front(), lost.front(), lost.front(),
        SqlLine(fmt::format("ALTER TYPE {} RENAME VALUE {} TO {};", shown, lost.front(),
                            added.front())));
  }
  if (users.columns.empty()) {
    return fmt::format("leave {} in the type until no deployed code and no function names {}",
                       JoinNames(lost), lost.size() == 1 ? "it" : "them");
  }
  std::string remedy = fmt::format(
      "leave {} in the type and refuse {} in the code; a CHECK that is validated in a later deploy "
      "keeps new rows from it",
      JoinNames(lost), lost.size() == 1 ? "it" : "them");
  if (users.columns.size() == 1) remedy += ":" + SqlLine(CheckSql(users, lost));
  return remedy;
}

std::string Effect(const std::vector<std::string>& lost, const Users& users,
                   const StatementFacts& facts) {
  std::vector<std::string> parts;
  if (!users.tables.empty()) {
    const std::vector<std::string> tables(users.tables.begin(), users.tables.end());
    // Enum to text and back is a rewrite each time (measured, tests/oracle/cases).
    parts.push_back(Blocks(
        LockMode::kAccessExclusive, JoinNames(tables),
        users.twice ? "every row is written anew, twice" : "every row is written anew", facts));
  }
  const bool one = lost.size() == 1;
  if (!lost.empty() && users.columns.empty()) {
    parts.push_back(fmt::format(
        "no column has the type; code that is deployed now fails when it names {}{} (22P02)",
        one ? "" : "one of ", JoinNames(lost)));
  } else if (!lost.empty()) {
    parts.push_back(
        fmt::format("the migration fails if a row or a default still holds {}{}, and "
                    "code that is deployed now fails when it writes {}",
                    one ? "" : "one of ", JoinNames(lost), one ? "it" : "one"));
  }
  return fmt::format("{}", fmt::join(parts, "; "));
}

void CheckType(const ObjectName& name, const StatementFacts& facts, Findings& findings) {
  const Type* type = facts.before.FindType(name);
  if (!MayBeEnum(name, facts.before)) return;
  if (type != nullptr && type->origin.batch == facts.batch.id) return;
  const auto next = FindTypeReplacement(name, facts);
  if (!next || !next->is_enum) return;
  const Users users = FindUsers(*next, name, facts);
  const std::vector<std::string> old_labels = EnumLabels(type);
  const std::vector<std::string> lost = Without(old_labels, next->values);
  if (users.tables.empty() && lost.empty()) return;  // no column has it: nothing happens

  const QualifiedName dropped = facts.before.ResolveExisting(name);
  const std::string shown = DisplayName({dropped.schema, next->lasting_name});
  Finding& finding = findings.Add(
      name.span, lost.empty()
                     ? fmt::format("makes enum {} anew", shown)
                     : fmt::format("makes enum {} anew without {}", shown, JoinNames(lost)));
  finding.subject = shown;
  // Nothing is written, and nothing can fail on a row.
  if (users.tables.empty()) finding.level = Level::kNote;
  finding.related.push_back({next->span, "the new type"});
  finding.effect = Effect(lost, users, facts);
  if (type == nullptr) {
    finding.remedy =
        "ALTER TYPE adds values (ADD VALUE) and renames them (RENAME VALUE) in place; leave those "
        "that nobody needs in the type";
    return;
  }
  finding.remedy = Remedy(shown, old_labels, *next, users);
}

void Check(const StatementFacts& facts, Findings& findings) {
  const auto* drop = As<Drop>(facts.statement);
  if (drop == nullptr || drop->kind != ObjectKind::kType || drop->cascade) return;
  for (const ObjectReference& object : drop->objects) CheckType(object.name, facts, findings);
}

}  // namespace

extern const Rule enum_recreation{
    .id = "enum-recreation",
    .family = Family::kDestructive,
    .level = Level::kError,
    .since = "0.1",
    .summary = "An enum is dropped and made anew, which writes its tables twice",
    .effect =
        "PostgreSQL cannot remove a value from an enum, so drizzle-kit changes every column to "
        "text, drops the type, creates it again and changes the columns back: two rewrites under "
        "ACCESS EXCLUSIVE. It fails on the first row or default that holds a removed value, and "
        "code that still writes one fails afterwards. Prepared statements of open connections with "
        "a parameter of the enum fail until they reconnect (XX000, cache lookup failed for type).",
    .remedy =
        "Leave unused values in the type. Rename one with `ALTER TYPE ... RENAME VALUE`, add one "
        "with `ADD VALUE`. The other findings that the single statements would give are left out.",
    .manual = "sql-altertype.html",
    .check = StatementCheck{Check},
};

}  // namespace hoglint::rules
