#include "lint/locks/effect_set.h"

#include <algorithm>
#include <utility>

#include "lint/locks/relation_walk.h"

namespace hoglint {

EffectSet::Entry& EffectSet::At(const Relation& relation) {
  Entry& entry = entries_[relation.name];
  entry.effect.relation = relation.id;
  entry.effect.name = relation.name;
  return entry;
}

void EffectSet::Explain(Entry& entry, Weight weight, std::string_view reason) {
  std::string& known = entry.effect.reason;
  if (reason.empty() || known.find(reason) != std::string::npos) return;
  if (weight < entry.weight) {
    if (known.empty()) known = reason;
    return;
  }
  if (weight > entry.weight || known.empty()) {
    known = reason;
  } else if (weight > Weight::kLock) {
    known.append("; ").append(reason);
  }
  entry.weight = weight;
}

void EffectSet::Lock(const Relation& relation, LockMode mode, std::string_view reason) {
  Entry& entry = At(relation);
  // What locks most explains best, as long as there is no work to explain.
  if (entry.weight == Weight::kLock && mode > entry.effect.lock && !reason.empty()) {
    entry.effect.reason = reason;
  }
  entry.effect.lock = std::max(entry.effect.lock, mode);
  Explain(entry, Weight::kLock, reason);
}

void EffectSet::Scan(const Relation& table, std::string_view reason) {
  if (!HasRows(table)) return;
  Entry& entry = At(table);
  entry.effect.scan = true;
  entry.scanned = true;
  Explain(entry, Weight::kScan, reason);
}

void EffectSet::Query(const Relation& table, bool all_rows, std::string_view reason) {
  if (!HasRows(table)) return;
  Entry& entry = At(table);
  entry.effect.planned = true;
  if (!all_rows) return;
  entry.effect.scan = true;
  Explain(entry, Weight::kScan, reason);
}

void EffectSet::BuildIndex(const Relation& table, std::string_view reason) {
  if (!HasRows(table) && table.kind != RelationKind::kPartitionedTable) return;
  At(table).effect.index_build = HasRows(table);
  Scan(table, reason);
}

void EffectSet::RewriteIndexes(const Relation& table, std::string_view reason) {
  for (const Relation* index : IndexesOf(before_, table)) {
    Lock(*index, LockMode::kAccessExclusive);
    Rewrite(*index, reason);
  }
}

void EffectSet::RewriteTable(const Relation& table, std::string_view reason) {
  if (!HasRows(table)) return;
  Rewrite(table, reason);
  At(table).effect.scan = true;
  At(table).scanned = true;
  RewriteIndexes(table, "built anew with its table");
}

void EffectSet::EmptyTable(const Relation& table, std::string_view reason,
                           std::string_view index_reason) {
  if (!HasRows(table)) return;
  Rewrite(table, reason);
  RewriteIndexes(table, index_reason);
}

void EffectSet::Rewrite(const Relation& relation, std::string_view reason) {
  if (!HasStorage(relation)) return;
  Entry& entry = At(relation);
  entry.effect.rewrite = true;
  Explain(entry, Weight::kRewrite, reason);
}

void EffectSet::Drop(const Relation& relation, std::string_view reason) {
  Lock(relation, LockMode::kAccessExclusive, reason);
  At(relation).dropped = true;
}

void EffectSet::Assume(const Relation& relation) { At(relation).effect.assumed = true; }

const Relation& EffectSet::Unknown(const ObjectName& name) {
  const QualifiedName key = before_.Resolve(name);
  Relation& relation = unknown_[key];
  relation.name = key;
  relation.assumed = true;
  return relation;
}

void EffectSet::NotModelled(std::string why) {
  if (!not_modelled_) not_modelled_ = std::move(why);
}

bool EffectSet::IsDropped(const Relation& relation) const {
  const auto found = entries_.find(relation.name);
  return found != entries_.end() && found->second.dropped;
}

void EffectSet::DeriveIndexBuilds() {
  for (auto& [name, entry] : entries_) {
    const Relation* relation = before_.Find(name);
    if (relation == nullptr || !relation->index) continue;
    if (entry.dropped) entry.effect.rewrite = false;
    if (!entry.effect.rewrite) continue;
    // Without a lock on the table it is not built: its file is copied.
    const Relation* table = before_.Get(relation->index->table);
    const auto found = table == nullptr ? entries_.end() : entries_.find(table->name);
    if (found == entries_.end()) continue;
    entry.effect.index_build = true;
    found->second.effect.index_build = true;
  }
}

StatementEffects EffectSet::Take() && {
  DeriveIndexBuilds();
  StatementEffects result;
  result.not_modelled = std::move(not_modelled_);
  for (auto& [name, entry] : entries_) {
    if (entry.dropped) entry.effect.rewrite = false;
    if (entry.scanned) entry.effect.planned = false;
    result.effects.push_back(std::move(entry.effect));
  }
  return result;
}

}  // namespace hoglint
