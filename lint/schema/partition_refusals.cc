#include "lint/schema/partition_refusals.h"

#include <algorithm>

namespace hoglint::apply {
namespace {

const Relation* DefaultPartition(const Catalogue& catalogue, const Relation& parent) {
  const auto found = std::ranges::find_if(parent.children, [&](RelationId id) {
    const Relation& child = *catalogue.Get(id);
    return child.partition_bound && child.partition_bound->is_default;
  });
  return found == parent.children.end() ? nullptr : catalogue.Get(*found);
}

}  // namespace

bool IsSecondDefault(Context& context, const Relation& parent, const std::string& name,
                     const Boxed<PartitionBound>& bound, const Span& span) {
  if (!bound || !bound->is_default) return false;
  const Relation* first = DefaultPartition(context.catalogue, parent);
  if (first == nullptr) return false;
  context
      .Conflict(ConflictKind::kWrongKind, "42P17",
                "partition " + Quoted(name) + " conflicts with existing default partition " +
                    Quoted(first->name.name),
                span)
      .other = first->origin.span;
  return true;
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
