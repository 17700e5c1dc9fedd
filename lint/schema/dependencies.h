// What depends on what (pg_depend): the objects that go with a dropped one by themselves, and those
// that only CASCADE takes along. Internal to lint/schema.
#ifndef HOGLINT_LINT_SCHEMA_DEPENDENCIES_H_
#define HOGLINT_LINT_SCHEMA_DEPENDENCIES_H_

#include <compare>
#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "lint/schema/apply_context.h"
#include "lint/schema/use_index.h"

namespace hoglint::apply {

enum class ObjectClass : std::uint8_t {
  kDefault,
  kConstraint,
  kTrigger,
  kPolicy,
  kRule,
  kColumn,
  kRelation,
  kType,
  kFunction,
};

// One object of the catalogue. Members that its class does not use are empty.
struct Object {
  ObjectClass object_class{};
  RelationId relation{};               // the relation, or the one that `part` belongs to
  std::string part;                    // column, constraint, trigger, policy, rule
  QualifiedName name;                  // type or function
  std::vector<std::string> arguments;  // function

  auto operator<=>(const Object&) const = default;
};

[[nodiscard]] Object RelationObject(RelationId id);
[[nodiscard]] Object PartObject(ObjectClass object_class, RelationId relation, std::string part);
[[nodiscard]] Object TypeObject(QualifiedName name);
[[nodiscard]] Object FunctionObject(const Function& function);

// The objects that depend on one object. `automatic` ones are dropped with it in silence (its
// parts, in PostgreSQL's words AUTO and INTERNAL); the other ones keep it from being dropped.
struct Dependents {
  std::vector<Object> automatic;
  std::vector<Object> normal;
};
// `uses`, of this catalogue, saves the look at every relation.
[[nodiscard]] Dependents DependentsOf(const Catalogue& catalogue, const Object& object,
                                      const UseIndex* uses = nullptr);

// The tables that CREATE TABLE ... OF made of the composite type.
[[nodiscard]] std::vector<RelationId> TablesOfType(const Catalogue& catalogue,
                                                   const Relation& type);

// Drops the objects and what depends on them. Without `cascade`, and with something that depends on
// them, nothing is dropped and "cannot drop `what` because other objects depend on it" is a
// conflict. Returns whether they were dropped.
bool DropObjects(Context& context, const std::vector<Object>& objects, bool cascade,
                 const std::string& what, const Span& span);

}  // namespace hoglint::apply

#endif  // HOGLINT_LINT_SCHEMA_DEPENDENCIES_H_
