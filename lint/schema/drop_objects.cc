// Dropping a set of objects with all that goes with them.
#include <algorithm>
#include <cstddef>
#include <optional>

#include "lint/schema/certain_dependents.h"
#include "lint/schema/columns.h"
#include "lint/schema/dependencies.h"

namespace hoglint::apply {
namespace {

// Everything that goes when `roots` go; `normal`: what depends on them in earnest as well.
std::set<Object> Closure(const Catalogue& catalogue, const std::vector<Object>& roots,
                         bool normal) {
  constexpr std::size_t kWorthAnIndex = 16;
  std::optional<UseIndex> uses;
  std::set<Object> closure(roots.begin(), roots.end());
  std::vector<Object> open = roots;
  for (std::size_t asked = 0; !open.empty(); ++asked) {
    if (asked == kWorthAnIndex) uses.emplace(catalogue);
    const Object object = std::move(open.back());
    open.pop_back();
    Dependents next = DependentsOf(catalogue, object, uses ? &*uses : nullptr);
    if (normal) {
      next.automatic.insert(next.automatic.end(), next.normal.begin(), next.normal.end());
    }
    for (Object& dependent : next.automatic) {
      if (closure.insert(dependent).second) open.push_back(std::move(dependent));
    }
  }
  return closure;
}

void RemoveConstraint(Context& context, RelationId table, const std::string& name) {
  Relation& relation = context.catalogue.Mutable(table);
  const auto found = std::ranges::find(relation.constraints, name, &Constraint::name);
  if (found == relation.constraints.end()) return;
  const Constraint removed = *found;
  relation.constraints.erase(found);
  if (!removed.references || context.catalogue.Get(removed.references->table) == nullptr) return;
  std::vector<RelationId>& back =
      context.catalogue.Mutable(removed.references->table).referenced_by;
  const auto link = std::ranges::find(back, table);
  if (link != back.end()) back.erase(link);
}

void RemoveDefault(Context& context, RelationId table, const std::string& name) {
  for (Column& column : context.catalogue.Mutable(table).columns) {
    if (column.name == name) column.default_value.reset();
  }
}

void RemoveColumn(Context& context, RelationId table, const std::string& name) {
  std::erase_if(context.catalogue.Mutable(table).columns,
                [&](const Column& column) { return column.name == name; });
}

void RemoveFunction(Context& context, const Object& function) {
  auto& functions = context.catalogue.mutable_functions();
  const auto [begin, end] = functions.equal_range(function.name);
  for (auto it = begin; it != end; ++it) {
    if (it->second.argument_types != function.arguments) continue;
    functions.erase(it);
    return;
  }
}

void RemoveRelation(Context& context, RelationId id) {
  if (context.catalogue.Get(id) == nullptr) return;
  const bool sequence = context.catalogue.Get(id)->sequence.has_value();
  if (sequence) DisownSequence(context, id);
  context.catalogue.RemoveRelation(id);
}

// Parts before the relations that hold them: the order of ObjectClass.
void Remove(Context& context, const Object& object) {
  const bool part = object.object_class < ObjectClass::kRelation;
  if (part && context.catalogue.Get(object.relation) == nullptr) return;
  switch (object.object_class) {
    case ObjectClass::kDefault:
      return RemoveDefault(context, object.relation, object.part);
    case ObjectClass::kConstraint:
      return RemoveConstraint(context, object.relation, object.part);
    case ObjectClass::kColumn:
      return RemoveColumn(context, object.relation, object.part);
    case ObjectClass::kTrigger:
      std::erase_if(context.catalogue.Mutable(object.relation).triggers,
                    [&](const Trigger& trigger) { return trigger.name == object.part; });
      return;
    case ObjectClass::kPolicy:
      std::erase_if(context.catalogue.Mutable(object.relation).policies,
                    [&](const Policy& policy) { return policy.name == object.part; });
      return;
    case ObjectClass::kRule:
      std::erase(context.catalogue.Mutable(object.relation).rules, object.part);
      return;
    case ObjectClass::kRelation:
      return RemoveRelation(context, object.relation);
    case ObjectClass::kType:
      context.catalogue.NoteDropped(object.name);
      context.catalogue.mutable_types().erase(object.name);
      return;
    case ObjectClass::kFunction:
      return RemoveFunction(context, object);
  }
}

// Whether one of the dropped objects is certain to be used by the other.
bool IsCertain(const Catalogue& catalogue, const std::vector<Object>& dropped,
               const Object& other) {
  const bool policy = other.object_class == ObjectClass::kPolicy;
  if (other.object_class != ObjectClass::kRelation && !policy) return true;
  return std::ranges::all_of(dropped, [&](const Object& object) {
    return object.object_class != ObjectClass::kColumn ||
           IsCertainDependent(catalogue, object.relation, object.part, other.relation,
                              policy ? other.part : std::string());
  });
}

// Nothing but defaults that are values of a dropped type is in the way.
bool AreDefaultsOfType(const std::vector<Object>& dropped, const std::vector<Object>& others) {
  const auto is = [](ObjectClass wanted) {
    return [wanted](const Object& object) { return object.object_class == wanted; };
  };
  return std::ranges::all_of(dropped, is(ObjectClass::kType)) &&
         std::ranges::all_of(others, is(ObjectClass::kDefault));
}

// Where the files made the object; empty where that is not known.
Span PlaceOf(const Catalogue& catalogue, const Object& object) {
  const Relation* relation = catalogue.Get(object.relation);
  switch (object.object_class) {
    case ObjectClass::kDefault: {
      const Column* column = relation->FindColumn(object.part);
      return column != nullptr && column->default_value ? column->default_value->expression.span
                                                        : Span();
    }
    case ObjectClass::kTrigger: {
      const auto found = std::ranges::find(relation->triggers, object.part, &Trigger::name);
      return found == relation->triggers.end() ? Span() : found->origin.span;
    }
    case ObjectClass::kFunction: {
      const auto [begin, end] = catalogue.functions().equal_range(object.name);
      const auto found = std::find_if(begin, end, [&](const auto& entry) {
        return entry.second.argument_types == object.arguments;
      });
      return found == end ? Span() : found->second.origin.span;
    }
    default:
      return {};
  }
}

}  // namespace

bool DropObjects(Context& context, const std::vector<Object>& objects, bool cascade,
                 const std::string& what, const Span& span) {
  const std::set<Object> all = Closure(context.catalogue, objects, /*normal=*/true);
  if (!cascade) {
    const std::set<Object> silent = Closure(context.catalogue, objects, /*normal=*/false);
    const auto covered = [&](const Object& object) {
      return silent.contains(object) || (object.object_class < ObjectClass::kRelation &&
                                         silent.contains(RelationObject(object.relation)));
    };
    std::vector<Object> others;
    std::ranges::copy_if(all, std::back_inserter(others),
                         [&](const Object& object) { return !covered(object); });
    if (!others.empty()) {
      const bool certain = std::ranges::any_of(others, [&](const Object& other) {
        return IsCertain(context.catalogue, objects, other);
      });
      Conflict& conflict = context.Conflict(
          ConflictKind::kDependent, "2BP01",
          "cannot drop " + what + " because other objects depend on it", span, certain);
      const bool defaults = AreDefaultsOfType(objects, others);
      const Span place = PlaceOf(context.catalogue, others.front());
      if (place.begin < place.end) conflict.other = place;
      if (certain && !defaults) return false;
      // More likely nothing depends on it: then what goes with it in silence goes. The defaults of
      // a type are to be dropped first, and nothing else of what follows fails for them.
      for (const Object& object : certain ? all : silent) Remove(context, object);
      return true;
    }
  }
  for (const Object& object : all) Remove(context, object);
  return true;
}

}  // namespace hoglint::apply
