#include "lint/schema/persistence_refusals.h"

#include <string>
#include <string_view>

namespace hoglint::apply {
namespace {

// The first table with a foreign key to this one that has the persistence; null when none has.
const Relation* ReferringTable(const Context& context, const Relation& table,
                               Persistence persistence) {
  for (const RelationId id : table.referenced_by) {
    const Relation* other = context.catalogue.Get(id);
    if (other == nullptr || other->assumed || id == table.id) continue;
    if (other->persistence == persistence) return other;
  }
  return nullptr;
}

// The first one that this one refers to.
const Relation* ReferredTable(const Context& context, const Relation& table,
                              Persistence persistence) {
  for (const Constraint& key : table.constraints) {
    const Relation* other = key.references ? context.catalogue.Get(key.references->table) : nullptr;
    if (other == nullptr || other->assumed || other->id == table.id) continue;
    if (other->persistence == persistence) return other;
  }
  return nullptr;
}

}  // namespace

bool CannotBecome(Context& context, const Relation& table, Persistence persistence,
                  const Span& span) {
  if (table.assumed || table.persistence == persistence) return false;
  if (table.persistence == Persistence::kTemporary) {
    context.Conflict(ConflictKind::kWrongKind, "42P16",
                     "cannot change logged status of table " + Quoted(table.name.name) +
                         " because it is temporary",
                     span);
    return true;
  }
  const bool logged = persistence == Persistence::kPermanent;
  const Relation* other = logged ? ReferredTable(context, table, Persistence::kUnlogged)
                                 : ReferringTable(context, table, Persistence::kPermanent);
  if (other == nullptr) return false;
  context.Conflict(ConflictKind::kDependent, "42P16",
                   "could not change table " + Quoted(table.name.name) + " to " +
                       (logged ? "logged" : "unlogged") + " because it references " +
                       (logged ? "unlogged" : "logged") + " table " + Quoted(other->name.name),
                   span);
  return true;
}

bool CannotReferTo(Context& context, const Relation& table, const Relation& target,
                   const Span& span) {
  if (table.assumed || target.assumed || table.persistence == target.persistence) return false;
  std::string_view message;
  switch (table.persistence) {
    case Persistence::kPermanent:
      message = "constraints on permanent tables may reference only permanent tables";
      break;
    case Persistence::kUnlogged:
      if (target.persistence == Persistence::kPermanent) return false;
      message = "constraints on unlogged tables may reference only permanent or unlogged tables";
      break;
    case Persistence::kTemporary:
      message = "constraints on temporary tables may reference only temporary tables";
      break;
  }
  context.Conflict(ConflictKind::kWrongKind, "42P16", std::string(message), span);
  return true;
}

}  // namespace hoglint::apply
