#include "lint/facts/ownership.h"

#include <algorithm>
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
  for (const QualifiedName& ledger : LedgersOf(*track.ownership)) {
    if (start.Find(ledger) != nullptr) continue;
    start.mutable_schemas().insert(ledger.schema);
    Relation table;
    table.name = ledger;
    table.columns_unknown = true;
    table.may_have_rows = true;
    start.AddRelation(std::move(table));
  }
  return start;
}

Catalogue TypesAtStartOf(const Track& track) {
  Catalogue types;
  types.mutable_types() = StartOf(track).types();
  return types;
}

const Ownership& OwnerOf(const Ownership& ownership, const QualifiedName& object) {
  const auto owns = [&object](const std::shared_ptr<const Ownership>& part) {
    return part->ledger == object || part->catalogue.Find(object) != nullptr ||
           part->catalogue.types().contains(object) || OwnsSchema(*part, object.schema) ||
           (object.schema.empty() && OwnsSchema(*part, object.name));
  };
  if (ownership.parts.empty()) return ownership;
  const auto found = std::ranges::find_if(ownership.parts, owns);
  return found == ownership.parts.end() ? *ownership.parts.front() : **found;
}

std::vector<QualifiedName> LedgersOf(const Ownership& ownership) {
  std::vector<QualifiedName> ledgers;
  if (ownership.parts.empty() && !ownership.ledger.name.empty()) {
    ledgers.push_back(ownership.ledger);
  }
  for (const auto& part : ownership.parts) {
    if (!part->ledger.name.empty()) ledgers.push_back(part->ledger);
  }
  return ledgers;
}

bool OwnsSchema(const Ownership& ownership, std::string_view schema) {
  return std::ranges::find(ownership.schemas, schema) != ownership.schemas.end();
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
