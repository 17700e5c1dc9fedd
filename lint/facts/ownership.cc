#include "lint/facts/ownership.h"

#include <utility>

namespace hoglint {
namespace {

void ForgetOrigins(Relation& relation) {
  relation.origin = {};
  relation.may_have_rows = true;
  for (Column& column : relation.columns) column.origin = {};
  for (Constraint& constraint : relation.constraints) constraint.origin = {};
  for (Trigger& trigger : relation.triggers) trigger.origin = {};
}

}  // namespace

Catalogue StartOf(const Track& track) {
  if (track.ownership == nullptr) return {};
  Catalogue start = track.ownership->catalogue;
  const QualifiedName& ledger = track.ownership->ledger;
  if (ledger.name.empty() || start.Find(ledger) != nullptr) return start;
  start.mutable_schemas().insert(ledger.schema);
  Relation table;
  table.name = ledger;
  table.columns_unknown = true;
  table.may_have_rows = true;
  start.AddRelation(std::move(table));
  return start;
}

Catalogue AsBeforeHistory(Catalogue catalogue) {
  std::vector<RelationId> ids;
  for (const auto& [name, id] : catalogue.relation_names()) ids.push_back(id);
  for (const RelationId id : ids) ForgetOrigins(catalogue.Mutable(id));
  for (auto& [name, type] : catalogue.mutable_types()) {
    type.origin = {};
    for (EnumValue& value : type.values) value.origin = {};
  }
  for (auto& [name, function] : catalogue.mutable_functions()) function.origin = {};
  return catalogue;
}

}  // namespace hoglint
