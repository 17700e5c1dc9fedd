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

// With its indexes and sequences.
void RemoveTable(Catalogue& catalogue, const QualifiedName& name) {
  const Relation* table = catalogue.Find(name);
  if (table == nullptr) return;
  std::vector<RelationId> parts = table->indexes;
  parts.insert(parts.end(), table->owned_sequences.begin(), table->owned_sequences.end());
  const RelationId id = table->id;
  catalogue.RemoveRelation(id);
  for (const RelationId part : parts) {
    if (catalogue.Get(part) != nullptr) catalogue.RemoveRelation(part);
  }
}

// What merged migrations of the track have made was there before the owner took the name: it is the
// track's, and the owner's next deploy fails.
void RemoveWhatIsTheTracks(const Track& track, Catalogue& start) {
  const auto key = [](const ObjectName& name) {
    return QualifiedName{name.schema.empty() ? "public" : name.schema, name.name};
  };
  for (const Migration& migration : track.migrations) {
    if (!migration.merged) continue;
    for (const Statement& statement : migration.parsed.statements) {
      const auto* create = As<CreateTable>(statement);
      const auto* create_enum = As<CreateEnum>(statement);
      if (create != nullptr && !create->if_not_exists &&
          create->persistence != Persistence::kTemporary) {
        RemoveTable(start, key(create->table));
      } else if (create_enum != nullptr && statement.nesting.handled_errors.empty()) {
        start.mutable_types().erase(key(create_enum->type));
      }
    }
  }
}

}  // namespace

Catalogue StartOf(const Track& track) {
  if (track.ownership == nullptr) return {};
  Catalogue start = track.ownership->catalogue;
  RemoveWhatIsTheTracks(track, start);
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
