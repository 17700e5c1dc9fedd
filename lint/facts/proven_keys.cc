#include "lint/facts/proven_keys.h"

#include <algorithm>
#include <span>
#include <utility>

namespace hoglint {
namespace {

// The columns of a plain index in its order; empty when nothing follows from it for other keys.
std::vector<std::string> PlainColumns(const IndexDetails& index) {
  std::vector<std::string> columns;
  for (const IndexElement& element : index.elements) {
    if (element.column.empty() || !element.collation.empty() || !element.operator_class.empty()) {
      return {};
    }
    columns.push_back(element.column);
  }
  return columns;
}

// What a live unique index says of the rows of its table; absent when it is not one that counts.
std::optional<DroppedKey> KeyOf(const Relation& index, const Catalogue& catalogue) {
  if (!index.index || !index.index->unique || !index.index->valid) return std::nullopt;
  const Relation* table = catalogue.Get(index.index->table);
  std::vector<std::string> columns = PlainColumns(*index.index);
  if (table == nullptr || columns.empty()) return std::nullopt;
  DroppedKey key;
  key.table = table->name;
  key.name = index.name.name;
  key.columns = std::move(columns);
  key.nulls_not_distinct = index.index->nulls_not_distinct;
  if (index.index->where) key.predicate = index.index->where->text;
  return key;
}

std::optional<DroppedKey> KeyOf(const Relation& table, const Constraint& constraint,
                                const Catalogue& catalogue) {
  if (constraint.index) {
    const Relation* index = catalogue.Get(*constraint.index);
    // A deferrable key may be broken until the transaction ends.
    if (index == nullptr || constraint.deferrable) return std::nullopt;
    return KeyOf(*index, catalogue);
  }
  if (!constraint.references || !constraint.validated || !constraint.enforced) return std::nullopt;
  const Relation* target = catalogue.Get(constraint.references->table);
  if (target == nullptr || constraint.references->columns.empty() || constraint.deferrable) {
    return std::nullopt;
  }
  DroppedKey key;
  key.table = table.name;
  key.name = constraint.name;
  key.columns = constraint.columns;
  key.target = target->name;
  key.target_columns = constraint.references->columns;
  key.on_delete = constraint.references->on_delete;
  return key;
}

// --- statements between the drop and the new key ---------------------------------------------

// One of the columns gets other values with another type, or goes: what has its name afterwards is
// a new one.
bool ChangesOneOf(const AlterTable& alter, std::span<const std::string> columns) {
  return std::ranges::any_of(alter.actions, [&](const AlterTableAction& action) {
    const bool changes = action.kind == AlterTableKind::kAlterColumnType ||
                         action.kind == AlterTableKind::kDropColumn;
    return changes && std::ranges::find(columns, action.column) != columns.end();
  });
}

// True when the statement may change rows of one of the tables, or its columns.
class Disturbance {
 public:
  Disturbance(std::span<const QualifiedName> tables, std::span<const std::string> columns,
              const Catalogue& catalogue)
      : tables_(tables), columns_(columns), catalogue_(catalogue) {}

  bool operator()(const Insert& insert) const { return Is(insert.table) || Any(insert.writes); }
  bool operator()(const Update& update) const { return Is(update.table) || Any(update.writes); }
  bool operator()(const Delete& erase) const { return Is(erase.table) || Any(erase.writes); }
  bool operator()(const Merge& merge) const { return Is(merge.table); }
  bool operator()(const Truncate& truncate) const { return Any(truncate.tables); }
  bool operator()(const Copy& copy) const { return copy.from && copy.table && Is(*copy.table); }
  bool operator()(const Select& select) const { return Any(select.query.writes); }
  bool operator()(const DynamicSql&) const { return true; }
  bool operator()(const AlterTable& alter) const {
    return Is(alter.table) && ChangesOneOf(alter, columns_);
  }
  // A renamed or moved thing is no longer found by its name.
  bool operator()(const Rename&) const { return true; }
  bool operator()(const SetSchema&) const { return true; }
  template <typename Other>
  bool operator()(const Other&) const {
    return false;
  }

 private:
  [[nodiscard]] bool Is(const ObjectName& name) const {
    return std::ranges::find(tables_, catalogue_.ResolveExisting(name)) != tables_.end();
  }
  [[nodiscard]] bool Any(const std::vector<ObjectName>& names) const {
    return std::ranges::any_of(names, [this](const ObjectName& name) { return Is(name); });
  }

  std::span<const QualifiedName> tables_;
  std::span<const std::string> columns_;
  const Catalogue& catalogue_;
};

bool IsUndisturbed(const DroppedKey& key, const StatementFacts& facts) {
  std::vector<QualifiedName> tables{key.table};
  if (key.target) tables.push_back(*key.target);
  std::vector<std::string> columns = key.columns;
  columns.insert(columns.end(), key.target_columns.begin(), key.target_columns.end());
  const Disturbance disturbs(tables, columns, facts.before);
  const auto between =
      std::span(facts.batch.statements).subspan(key.statement + 1, facts.index - key.statement - 1);
  return std::ranges::none_of(between, [&](const BatchStatement& each) {
    return std::visit(disturbs, each.statement->body);
  });
}

// --- what a key proves -----------------------------------------------------------------------

bool IsSubset(const std::vector<std::string>& part, const std::vector<std::string>& whole) {
  return std::ranges::all_of(
      part, [&](const std::string& name) { return std::ranges::find(whole, name) != whole.end(); });
}

// Rows that differ in fewer columns differ in more; a partial index speaks for its rows only.
bool Proves(const DroppedKey& key, const NewUniqueKey& wanted) {
  if (key.target || !IsSubset(key.columns, wanted.columns)) return false;
  if (wanted.nulls_not_distinct && !key.nulls_not_distinct) return false;
  return !key.predicate || (wanted.where != nullptr && wanted.where->text == *key.predicate);
}

bool Proves(const DroppedKey& key, const std::vector<std::string>& columns,
            const QualifiedName& target, const std::vector<std::string>& target_columns) {
  return key.target == target && key.columns == columns && key.target_columns == target_columns;
}

// Where the statement drops the key.
std::optional<Span> DropOf(const DroppedKey& key, const AlterTable& alter) {
  const auto found = std::ranges::find_if(alter.actions, [&](const AlterTableAction& action) {
    return action.kind == AlterTableKind::kDropConstraint && action.name == key.name;
  });
  if (found == alter.actions.end()) return std::nullopt;
  return found->span;
}

std::span<const DroppedKey> KeysDropped(const StatementFacts& facts) {
  return facts.dropped == nullptr ? std::span<const DroppedKey>() : facts.dropped->all();
}

}  // namespace

void DroppedKeys::Enter(const TransactionId& transaction) {
  if (transaction.value == transaction_) return;
  transaction_ = transaction.value;
  keys_.clear();
}

void DroppedKeys::Take(const StatementFacts& facts) {
  if (!facts.transaction.open) return;
  const auto* alter = As<AlterTable>(facts.statement);
  const auto add = [&](std::optional<DroppedKey> key, const Span& at) {
    if (!key || (alter != nullptr && ChangesOneOf(*alter, key->columns))) return;
    key->dropped_at = at;
    key->statement = facts.index;
    keys_.push_back(*std::move(key));
  };
  if (const auto* drop = As<Drop>(facts.statement); drop && drop->kind == ObjectKind::kIndex) {
    for (const ObjectReference& object : drop->objects) {
      const Relation* index = facts.before.Find(object.name);
      if (index != nullptr) add(KeyOf(*index, facts.before), object.name.span);
    }
  }
  if (alter == nullptr) return;
  const Relation* table = facts.before.Find(alter->table);
  if (table == nullptr) return;
  for (const AlterTableAction& action : alter->actions) {
    if (action.kind != AlterTableKind::kDropConstraint) continue;
    const Constraint* constraint = table->FindConstraint(action.name);
    if (constraint != nullptr) add(KeyOf(*table, *constraint, facts.before), action.span);
  }
}

std::optional<KeyProof> ProofOf(const NewUniqueKey& wanted, const StatementFacts& facts) {
  const Relation* table = facts.before.Find(wanted.table);
  if (table == nullptr || wanted.columns.empty()) return std::nullopt;
  // The statement itself: columns and types that it changes are not those of the old keys.
  const auto* alter = As<AlterTable>(facts.statement);
  if (alter != nullptr && ChangesOneOf(*alter, wanted.columns)) return std::nullopt;
  for (const RelationId id : table->indexes) {
    const Relation* index = facts.before.Get(id);
    const auto key = index == nullptr ? std::nullopt : KeyOf(*index, facts.before);
    if (!key || !Proves(*key, wanted)) continue;
    return KeyProof{.name = key->name,
                    .dropped_at = alter == nullptr ? std::nullopt : DropOf(*key, *alter),
                    .on_delete = key->on_delete};
  }
  for (const DroppedKey& key : KeysDropped(facts)) {
    if (key.table == table->name && Proves(key, wanted) && IsUndisturbed(key, facts)) {
      return KeyProof{.name = key.name, .dropped_at = key.dropped_at, .on_delete = key.on_delete};
    }
  }
  return std::nullopt;
}

std::optional<KeyProof> ProofOf(const ObjectName& table, const ConstraintDefinition& foreign_key,
                                const StatementFacts& facts) {
  // MATCH FULL refuses rows that are NULL in part, which no other key does.
  if (!foreign_key.references || foreign_key.references->match == "full") return std::nullopt;
  const Relation* target = facts.before.Find(foreign_key.references->table);
  if (target == nullptr) return std::nullopt;
  std::vector<std::string> target_columns = foreign_key.references->columns;
  const Constraint* primary = target->PrimaryKey();
  if (target_columns.empty() && primary != nullptr) target_columns = primary->columns;
  const QualifiedName name = facts.before.ResolveExisting(table);
  for (const DroppedKey& key : KeysDropped(facts)) {
    if (key.table == name && Proves(key, foreign_key.columns, target->name, target_columns) &&
        IsUndisturbed(key, facts)) {
      return KeyProof{.name = key.name, .dropped_at = key.dropped_at, .on_delete = key.on_delete};
    }
  }
  return std::nullopt;
}

}  // namespace hoglint
