#include "lint/rule/table_swap.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "lint/facts/name_in_code.h"
#include "lint/rule/one_transaction.h"
#include "lint/rule/wording.h"

namespace hoglint {
namespace {

// --- what comes ------------------------------------------------------------------------------

// The statement gives the name to another table, or to a view.
std::optional<TableSwap> SwapBy(const Statement& statement, const QualifiedName& name,
                                const StatementFacts& facts) {
  TableSwap swap{.name = name,
                 .shown = {},
                 .at_once = true,
                 .view = false,
                 .statement = &statement,
                 .place = statement.span,
                 .table = nullptr,
                 .copy = nullptr,
                 .columns = {},
                 .parts = {}};
  if (const auto* view = As<CreateView>(statement)) {
    if (facts.before.Resolve(view->view) != name) return std::nullopt;
    swap.view = true;
    swap.place = view->view.span;
    return swap;
  }
  const auto* rename = As<Rename>(statement);
  if (rename == nullptr || rename->kind != ObjectKind::kTable || rename->new_name != name.name) {
    return std::nullopt;
  }
  const ObjectName& source = rename->object.name;
  swap.table = facts.before.Find(source);
  // Where the rename stands before the DROP, the catalogue has it by its new name.
  if (swap.table == nullptr) swap.table = facts.before.Find(name);
  const QualifiedName key = facts.before.ResolveExisting(source);
  if (swap.table == nullptr || key.schema != name.schema) return std::nullopt;
  swap.shown = DisplayName(key);
  swap.place = rename->new_name_span;
  return swap;
}

std::optional<TableSwap> FindSwap(const QualifiedName& name, const StatementFacts& facts) {
  for (const auto positions : {facts.EarlierNaming(name.name), facts.LaterNaming(name.name)}) {
    for (const std::uint32_t position : positions) {
      const Statement& statement = *facts.batch.statements[position].statement;
      std::optional<TableSwap> swap = SwapBy(statement, name, facts);
      if (!swap) continue;
      swap->at_once = CommitsWith(position, facts);
      return swap;
    }
  }
  return std::nullopt;
}

// --- the rows --------------------------------------------------------------------------------

bool Reads(const std::vector<ObjectName>& reads, const QualifiedName& table) {
  return std::ranges::any_of(reads, [&](const ObjectName& read) {
    return read.name == table.name && (read.schema.empty() || read.schema == table.schema);
  });
}

// INSERT INTO target SELECT ... FROM table, CREATE TABLE target AS SELECT ... FROM table.
const Statement* CopyInto(std::string_view target, const QualifiedName& table,
                          const StatementFacts& facts) {
  for (const std::uint32_t position : facts.EarlierNaming(target)) {
    const Statement& statement = *facts.batch.statements[position].statement;
    const auto* insert = As<Insert>(statement);
    const auto* create = As<CreateTableAs>(statement);
    if (insert != nullptr && insert->table.name == target && insert->from_query &&
        Reads(insert->source->reads, table)) {
      return &statement;
    }
    if (create != nullptr && create->table.name == target && !create->with_no_data &&
        Reads(create->query.reads, table)) {
      return &statement;
    }
  }
  return nullptr;
}

const Statement* CopyOf(const TableSwap& swap, const QualifiedName& dropped,
                        const StatementFacts& facts) {
  const Statement* copy = nullptr;
  if (!swap.view) {
    const auto* rename = As<Rename>(*swap.statement);
    const std::string& target = rename->object.name.name;
    copy = CopyInto(target, swap.name, facts);
    return copy != nullptr ? copy : CopyInto(target, dropped, facts);
  }
  for (const ObjectName& read : As<CreateView>(*swap.statement)->query.reads) {
    copy = CopyInto(read.name, swap.name, facts);
    if (copy == nullptr) copy = CopyInto(read.name, dropped, facts);
    if (copy != nullptr) return copy;
  }
  return nullptr;
}

// --- what it lacks ---------------------------------------------------------------------------

bool ShowsColumn(const CreateView& view, const std::string& column) {
  if (!view.column_names.empty()) return std::ranges::count(view.column_names, column) > 0;
  return std::ranges::any_of(view.query.outputs, [&](const OutputColumn& output) {
    return output.name == column || output.name == "*";
  });
}

bool HasColumn(const TableSwap& swap, const std::string& column) {
  if (swap.view) return ShowsColumn(*As<CreateView>(*swap.statement), column);
  return swap.table->columns_unknown || swap.table->FindColumn(column) != nullptr;
}

// The batch goes on to give the new table something, under its old name or its new one.
bool IsCompletedLater(const TableSwap& swap, const StatementFacts& facts) {
  const std::string& before = As<Rename>(*swap.statement)->object.name.name;
  const auto is_it = [&](const ObjectName& table) {
    return table.name == before || table.name == swap.name.name;
  };
  return std::ranges::any_of(facts.Later(), [&](const BatchStatement& later) {
    const auto* alter = As<AlterTable>(*later.statement);
    const auto* index = As<CreateIndex>(*later.statement);
    const auto* trigger = As<CreateTrigger>(*later.statement);
    const auto* policy = As<CreatePolicy>(*later.statement);
    return (alter != nullptr && is_it(alter->table)) || (index != nullptr && is_it(index->table)) ||
           (trigger != nullptr && is_it(trigger->table)) ||
           (policy != nullptr && is_it(policy->table)) ||
           As<DynamicSql>(*later.statement) != nullptr;
  });
}

std::size_t CountOf(const Relation& table, ConstraintKind kind) {
  return static_cast<std::size_t>(std::ranges::count(table.constraints, kind, &Constraint::kind));
}

bool HasNumberOrDefault(const Column& column) {
  return column.default_value || column.identity != Identity::kNone;
}

void AddColumnParts(const Relation& old, const Relation& table, std::vector<std::string>& parts) {
  std::vector<std::string> defaults;
  std::vector<std::string> not_null;
  for (const Column& column : old.columns) {
    const Column* same = table.FindColumn(column.name);
    if (same == nullptr) continue;
    if (HasNumberOrDefault(column) && !HasNumberOrDefault(*same)) {
      defaults.push_back(QuoteIdentifier(column.name));
    }
    if (column.not_null && !same->not_null) not_null.push_back(QuoteIdentifier(column.name));
  }
  if (!defaults.empty()) parts.push_back("the default of " + JoinNames(defaults));
  if (!not_null.empty()) parts.push_back("NOT NULL of " + JoinNames(not_null));
}

std::vector<std::string> LackedParts(const Relation& old, const Relation& table) {
  std::vector<std::string> parts;
  if (old.PrimaryKey() != nullptr && table.PrimaryKey() == nullptr) {
    parts.emplace_back("the primary key");
  }
  const auto fewer = [&](ConstraintKind kind) { return CountOf(table, kind) < CountOf(old, kind); };
  if (fewer(ConstraintKind::kUnique)) parts.emplace_back("unique constraints");
  if (fewer(ConstraintKind::kForeignKey)) parts.emplace_back("foreign keys");
  if (fewer(ConstraintKind::kCheck)) parts.emplace_back("CHECKs");
  AddColumnParts(old, table, parts);
  if (parts.empty() && table.indexes.size() < old.indexes.size()) parts.emplace_back("indexes");
  for (const Trigger& trigger : old.triggers) {
    if (std::ranges::find(table.triggers, trigger.name, &Trigger::name) != table.triggers.end()) {
      continue;
    }
    parts.push_back("trigger " + QuoteIdentifier(trigger.name));
  }
  if (old.row_security && !table.row_security) parts.emplace_back("row level security");
  return parts;
}

void AddLacks(const Relation& old, const StatementFacts& facts, TableSwap& swap) {
  if (old.columns_unknown || (!swap.view && IsCompletedLater(swap, facts))) return;
  for (const Column& column : old.columns) {
    if (!HasColumn(swap, column.name)) swap.columns.push_back(QuoteIdentifier(column.name));
  }
  if (!swap.view) swap.parts = LackedParts(old, *swap.table);
}

}  // namespace

std::optional<TableSwap> FindTableSwap(const ObjectName& dropped, const StatementFacts& facts) {
  std::optional<TableSwap> swap = FindSwap(NameInCode(dropped, facts), facts);
  if (!swap) return std::nullopt;
  const QualifiedName key = facts.before.ResolveExisting(dropped);
  swap->copy = CopyOf(*swap, key, facts);
  const Relation* old = facts.before.Find(key);
  if (old != nullptr && swap->table != old) AddLacks(*old, facts, *swap);
  return swap;
}

}  // namespace hoglint
