#include "lint/facts/statement_facts.h"

#include <algorithm>

namespace hoglint {
namespace {

std::span<const std::uint32_t> Naming(std::string_view name, const Batch& batch) {
  const auto found = batch.by_name.find(name);
  if (found == batch.by_name.end()) return {};
  return found->second;
}

}  // namespace

std::span<const std::uint32_t> StatementFacts::EarlierNaming(std::string_view name) const {
  const auto all = Naming(name, batch);
  const auto end = std::ranges::lower_bound(all, static_cast<std::uint32_t>(index));
  return all.first(static_cast<std::size_t>(end - all.begin()));
}

std::span<const std::uint32_t> StatementFacts::LaterNaming(std::string_view name) const {
  const auto all = Naming(name, batch);
  const auto begin = std::ranges::upper_bound(all, static_cast<std::uint32_t>(index));
  return all.subspan(static_cast<std::size_t>(begin - all.begin()));
}

bool HistoryIsComplete(const StatementFacts& facts) {
  return facts.track.starts_at_beginning && facts.before.complete();
}

bool IsNew(const Relation& relation, const StatementFacts& facts) {
  return !relation.assumed && relation.origin.batch == facts.batch.id;
}

bool IsNewAndEmpty(const Relation& relation, const StatementFacts& facts) {
  return IsNew(relation, facts) && !relation.may_have_rows;
}

bool IsNewAndEmpty(const ObjectName& relation, const StatementFacts& facts) {
  const Relation* found = facts.before.Find(relation);
  return found != nullptr && IsNewAndEmpty(*found, facts);
}

bool IsNewColumn(const Column& column, const StatementFacts& facts) {
  return column.origin.batch == facts.batch.id;
}

bool IsKnownMissing(const ObjectName& relation, const StatementFacts& facts) {
  if (facts.before.Find(relation) != nullptr) return false;
  return HistoryIsComplete(facts) ||
         facts.before.WasDropped(facts.before.ResolveExisting(relation));
}

const Effect* EffectOn(const ObjectName& relation, const StatementFacts& facts) {
  const Relation* found = facts.before.Find(relation);
  if (found == nullptr) return nullptr;
  const auto& effects = facts.effects.effects;
  const auto effect = std::ranges::find(effects, found->id, &Effect::relation);
  return effect == effects.end() ? nullptr : &*effect;
}

}  // namespace hoglint
