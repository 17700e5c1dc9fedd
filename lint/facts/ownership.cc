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
  return track.ownership == nullptr ? Catalogue() : track.ownership->catalogue;
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
