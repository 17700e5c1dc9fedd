// Renames, and moves between schemas.
#include "tests/agreement/make.h"

namespace hoglint::agreement {
namespace {

// The unqualified part of what NewRelation gives.
std::string Unqualified(const std::string& name) {
  const std::size_t dot = name.rfind('.');
  return dot == std::string::npos ? name : name.substr(dot + 1);
}

// What ALTER calls the kind; ALTER TABLE is allowed for all of them.
std::string Keyword(Scene& scene, const Relation& relation) {
  if (scene.Chance(10)) return scene.Of({"TABLE", "VIEW", "INDEX", "SEQUENCE"});
  switch (relation.kind) {
    case RelationKind::kView:
      return "VIEW";
    case RelationKind::kMaterializedView:
      return "MATERIALIZED VIEW";
    case RelationKind::kIndex:
    case RelationKind::kPartitionedIndex:
      return "INDEX";
    case RelationKind::kSequence:
      return "SEQUENCE";
    default:
      return "TABLE";
  }
}

Made RenameRelation(Scene& scene) {
  const Relation* relation = scene.Any("rpvmiIS");
  if (relation == nullptr) return std::nullopt;
  return Piece{"ALTER " + Keyword(scene, *relation) + " " + scene.Perhaps(8, "IF EXISTS ") +
               scene.Name(*relation) + " RENAME TO " + Unqualified(scene.NewRelation('t'))};
}

Made RenameColumn(Scene& scene) {
  const Relation* relation = scene.Any("rprpvm");
  const Column* column = relation == nullptr ? nullptr : scene.AnyColumn(*relation);
  if (column == nullptr) return std::nullopt;
  return Piece{"ALTER " + Keyword(scene, *relation) + " " + scene.Perhaps(5, "ONLY ") +
               scene.Name(*relation) + " RENAME COLUMN " + scene.Name(*column) + " TO " +
               scene.NewColumn(relation)};
}

Made RenameConstraint(Scene& scene) {
  const Relation* relation = scene.Any("rp");
  const Constraint* constraint = relation == nullptr ? nullptr : scene.AnyConstraint(*relation);
  if (constraint == nullptr) return std::nullopt;
  return Piece{"ALTER TABLE " + scene.Perhaps(5, "ONLY ") + scene.Name(*relation) +
               " RENAME CONSTRAINT " + Scene::Quote(constraint->name) + " TO " +
               scene.NewPlain('k')};
}

Made RenameType(Scene& scene) {
  const Type* type = scene.AnyType(scene.Chance(60) ? TypeKind::kEnum : TypeKind::kDomain);
  if (type == nullptr) return std::nullopt;
  const bool domain = type->kind == TypeKind::kDomain && scene.Chance(60);
  return Piece{std::string(domain ? "ALTER DOMAIN " : "ALTER TYPE ") + scene.Name(type->name) +
               " RENAME TO " + Unqualified(scene.NewType('e'))};
}

Made RenameFunction(Scene& scene) {
  const Function* function = scene.AnyFunction();
  if (function == nullptr) return std::nullopt;
  return Piece{"ALTER FUNCTION " + scene.Name(function->name) + " RENAME TO " +
               Unqualified(scene.NewFunction())};
}

Made RenameTableObject(Scene& scene) {
  const Relation* relation = scene.Any("rp");
  if (relation == nullptr) return std::nullopt;
  if (!relation->triggers.empty()) {
    return Piece{"ALTER TRIGGER " + Scene::Quote(relation->triggers.front().name) + " ON " +
                 scene.Name(*relation) + " RENAME TO " + scene.NewPlain('g')};
  }
  if (relation->policies.empty()) return std::nullopt;
  return Piece{"ALTER POLICY " + Scene::Quote(relation->policies.front().name) + " ON " +
               scene.Name(*relation) + " RENAME TO " + scene.NewPlain('p')};
}

}  // namespace

Made MakeRename(Scene& scene) {
  return MakeOneOf(scene, {{30, RenameRelation},
                           {30, RenameColumn},
                           {15, RenameConstraint},
                           {10, RenameType},
                           {5, RenameFunction},
                           {10, RenameTableObject}});
}

Made MakeSetSchema(Scene& scene) {
  if (scene.catalogue().schemas().size() < 2) return std::nullopt;
  const std::string to = " SET SCHEMA " + scene.Schema();
  const Type* type = scene.AnyType(scene.Chance(60) ? TypeKind::kEnum : TypeKind::kDomain);
  if (type != nullptr && scene.Chance(25)) {
    return Piece{"ALTER TYPE " + scene.Name(type->name) + to};
  }
  const Function* function = scene.AnyFunction();
  if (function != nullptr && scene.Chance(15)) {
    return Piece{"ALTER FUNCTION " + scene.Name(function->name) + to};
  }
  const Relation* relation = scene.Any("rprpvmSi");
  if (relation == nullptr) return std::nullopt;
  return Piece{"ALTER " + Keyword(scene, *relation) + " " + scene.Name(*relation) + to};
}

}  // namespace hoglint::agreement
