#include "lint/schema/partition_refusals.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "lint/schema/partition_values.h"
#include "lint/schema/type_families.h"

namespace hoglint::apply {
namespace {

const Relation* DefaultPartition(const Catalogue& catalogue, const Relation& parent) {
  const auto found = std::ranges::find_if(parent.children, [&](RelationId id) {
    const Relation& child = *catalogue.Get(id);
    return child.partition_bound && child.partition_bound->is_default;
  });
  return found == parent.children.end() ? nullptr : catalogue.Get(*found);
}

// A new partition and what it stands beside.
struct Newcomer {
  Context& context;
  const Relation& parent;
  const std::string& name;
  const Span& span;
  std::optional<TypeName> type;  // of the key's only column
  BoundValues bound;
};

bool Refuse(const Newcomer& newcomer, const char* sqlstate, std::string message,
            const Relation* beside = nullptr) {
  Conflict& conflict = newcomer.context.Conflict(ConflictKind::kWrongKind, sqlstate,
                                                 std::move(message), newcomer.span);
  if (beside != nullptr) conflict.other = beside->origin.span;
  return true;
}

bool Overlaps(const Newcomer& newcomer, const Relation& beside) {
  return Refuse(
      newcomer, "42P17",
      "partition " + Quoted(newcomer.name) + " would overlap partition " + Quoted(beside.name.name),
      &beside);
}

// Types of the files have functions of their own; modifiers round what is written.
std::optional<TypeName> KeyType(const Catalogue& catalogue, const Relation& parent) {
  const PartitionKey& key = *parent.partition_key;
  if (key.has_expression || key.columns.size() != 1) return std::nullopt;
  const Column* column = parent.FindColumn(key.columns.front());
  if (column == nullptr) return std::nullopt;
  TypeName type = BaseType(catalogue, column->type_name);
  const bool builtin = type.schema.empty() || type.schema == "pg_catalog";
  if (!builtin || type.array_dimensions > 0 || !type.modifiers.empty()) return std::nullopt;
  return type;
}

bool IsOtherStrategy(const Newcomer& newcomer) {
  const std::string& strategy = newcomer.parent.partition_key->strategy;
  const BoundStrategy own = newcomer.bound.strategy;
  const bool same = (strategy == "list" && own == BoundStrategy::kList) ||
                    (strategy == "range" && own == BoundStrategy::kRange) ||
                    (strategy == "hash" && own == BoundStrategy::kHash);
  return !same &&
         Refuse(newcomer, "42P16", "invalid bound specification for a " + strategy + " partition");
}

bool IsEmptyRange(const Newcomer& newcomer) {
  const auto& values = newcomer.bound.values;
  if (values.size() != 2) return false;
  const bool known =
      values[0] == values[1] || values[0].kind != values[1].kind || IsOrderedType(*newcomer.type);
  return known && values[0] >= values[1] &&
         Refuse(newcomer, "42P17",
                "empty range bound specified for partition " + Quoted(newcomer.name));
}

bool IsWrongHash(const Newcomer& newcomer) {
  const BoundValues& bound = newcomer.bound;
  if (bound.modulus <= 0) {
    return Refuse(newcomer, "42P16",
                  "modulus for hash partition must be an integer value greater than zero");
  }
  return bound.remainder >= bound.modulus &&
         Refuse(newcomer, "42P16", "remainder for hash partition must be less than modulus");
}

bool HasOddModulus(const Newcomer& newcomer, const std::vector<long long>& moduli) {
  const long long own = newcomer.bound.modulus;
  const bool odd = std::ranges::any_of(moduli, [&](long long other) {
    return other > 0 && std::max(own, other) % std::min(own, other) != 0;
  });
  return odd && Refuse(newcomer, "42P17",
                       "every hash partition modulus must be a factor of the next larger modulus");
}

bool SharesRows(const Newcomer& newcomer, const BoundValues& other) {
  const BoundValues& own = newcomer.bound;
  switch (own.strategy) {
    case BoundStrategy::kHash: {
      const long long modulus = std::min(own.modulus, other.modulus);
      return modulus > 0 && own.remainder % modulus == other.remainder % modulus;
    }
    case BoundStrategy::kList:
      return std::ranges::find_first_of(own.values, other.values) != own.values.end();
    case BoundStrategy::kRange:
      return own.values.size() == 2 && other.values.size() == 2 && IsOrderedType(*newcomer.type) &&
             own.values[0] < other.values[1] && other.values[0] < own.values[1];
    case BoundStrategy::kDefault:
      return false;
  }
  return false;
}

// Every partition is compared with all before it, which takes time with the square of their number.
constexpr std::size_t kMostCompared = 2'000;

bool IsTakenByOther(const Newcomer& newcomer) {
  if (newcomer.parent.children.size() > kMostCompared) return false;
  const Relation* shared = nullptr;
  std::vector<long long> moduli;
  for (const RelationId id : newcomer.parent.children) {
    const Relation& child = *newcomer.context.catalogue.Get(id);
    if (!child.partition_bound || child.partition_bound->is_default) continue;
    const BoundValues other = BoundValuesOf(child.partition_bound->text, newcomer.type);
    if (other.strategy != newcomer.bound.strategy) continue;
    if (other.strategy == BoundStrategy::kHash) moduli.push_back(other.modulus);
    if (shared == nullptr && SharesRows(newcomer, other)) shared = &child;
  }
  if (HasOddModulus(newcomer, moduli)) return true;
  return shared != nullptr && Overlaps(newcomer, *shared);
}

bool IsSecondDefault(const Newcomer& newcomer) {
  if (newcomer.parent.partition_key->strategy == "hash") {
    return Refuse(newcomer, "42P16", "a hash-partitioned table may not have a default partition");
  }
  const Relation* first = DefaultPartition(newcomer.context.catalogue, newcomer.parent);
  return first != nullptr &&
         Refuse(newcomer, "42P17",
                "partition " + Quoted(newcomer.name) +
                    " conflicts with existing default partition " + Quoted(first->name.name),
                first);
}

}  // namespace

bool IsBoundRefused(Context& context, const Relation& parent, const std::string& name,
                    const Boxed<PartitionBound>& bound, const Span& span) {
  if (!bound || !parent.partition_key) return false;
  const std::optional<TypeName> type = KeyType(context.catalogue, parent);
  const Newcomer newcomer{context, parent, name, span, type, BoundValuesOf(bound->text, type)};
  if (bound->is_default) return IsSecondDefault(newcomer);
  if (IsOtherStrategy(newcomer) || IsEmptyRange(newcomer)) return true;
  if (newcomer.bound.strategy == BoundStrategy::kHash && IsWrongHash(newcomer)) return true;
  return IsTakenByOther(newcomer);
}

bool CannotDetachConcurrently(Context& context, const Relation& parent, const Span& span) {
  const Relation* found = DefaultPartition(context.catalogue, parent);
  if (found == nullptr) return false;
  context
      .Conflict(ConflictKind::kWrongKind, "55000",
                "cannot detach partitions concurrently when a default partition exists", span)
      .other = found->origin.span;
  return true;
}

}  // namespace hoglint::apply
