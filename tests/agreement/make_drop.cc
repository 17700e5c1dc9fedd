// DROP of every kind of object.
#include "tests/agreement/make.h"

namespace hoglint::agreement {
namespace {

std::string KindWord(Scene& scene, const Relation& relation) {
  if (scene.Chance(4)) return scene.Of({"TABLE", "VIEW", "INDEX", "SEQUENCE"});
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

Made DropRelations(Scene& scene, std::string_view kinds) {
  const Relation* relation = scene.Any(kinds);
  if (relation == nullptr) return std::nullopt;
  const std::string word = KindWord(scene, *relation);
  std::string head = "DROP " + word + " ";
  if (word == "INDEX") head += scene.Perhaps(8, "CONCURRENTLY ");
  Piece piece{head + scene.Perhaps(15, "IF EXISTS "), {scene.Name(*relation)}, scene.Behaviour()};
  if (const Relation* other = scene.Any(kinds); other != relation && scene.Chance(20)) {
    piece.parts.push_back(scene.Name(*other));
  }
  return piece;
}

Made DropTable(Scene& scene) { return DropRelations(scene, "rp"); }
Made DropView(Scene& scene) { return DropRelations(scene, scene.Chance(60) ? "v" : "m"); }
Made DropIndex(Scene& scene) { return DropRelations(scene, "iI"); }
Made DropSequence(Scene& scene) { return DropRelations(scene, "S"); }

Made DropType(Scene& scene) {
  const TypeKind kind = scene.Chance(60) ? TypeKind::kEnum : TypeKind::kDomain;
  const Type* type = scene.AnyType(kind);
  if (type == nullptr) return std::nullopt;
  const bool domain = kind == TypeKind::kDomain && scene.Chance(60);
  return Piece{std::string(domain ? "DROP DOMAIN " : "DROP TYPE ") +
               scene.Perhaps(15, "IF EXISTS ") + scene.Name(type->name) + scene.Behaviour()};
}

Made DropComposite(Scene& scene) {
  const Relation* composite = scene.Any("c");
  if (composite == nullptr) return std::nullopt;
  return Piece{"DROP TYPE " + scene.Name(*composite) + scene.Behaviour()};
}

Made DropFunction(Scene& scene) {
  const Function* function = scene.AnyFunction();
  if (function == nullptr) return std::nullopt;
  std::string arguments;
  for (const std::string& type : function->argument_types) {
    arguments += (arguments.empty() ? "" : ", ") + type;
  }
  return Piece{"DROP FUNCTION " + scene.Perhaps(15, "IF EXISTS ") + scene.Name(function->name) +
               scene.Perhaps(60, "(" + arguments + ")") + scene.Behaviour()};
}

Made DropSchema(Scene& scene) {
  if (scene.catalogue().schemas().size() < 2) return std::nullopt;
  const std::string schema = scene.Schema();
  if (schema == "public") return std::nullopt;
  return Piece{"DROP SCHEMA " + scene.Perhaps(15, "IF EXISTS ") + schema + scene.Behaviour()};
}

Made DropTableObject(Scene& scene) {
  for (int attempt = 0; attempt < 4; ++attempt) {
    const Relation* relation = scene.Any("rpv");
    if (relation == nullptr) return std::nullopt;
    const std::string on = " ON " + scene.Name(*relation) + scene.Perhaps(20, " CASCADE");
    const std::string exists = scene.Perhaps(15, "IF EXISTS ");
    if (!relation->triggers.empty()) {
      return Piece{"DROP TRIGGER " + exists + Scene::Quote(relation->triggers.front().name) + on};
    }
    if (!relation->policies.empty()) {
      return Piece{"DROP POLICY " + exists + Scene::Quote(relation->policies.front().name) + on};
    }
    if (!relation->rules.empty()) {
      return Piece{"DROP RULE " + exists + Scene::Quote(relation->rules.front()) + on};
    }
  }
  return std::nullopt;
}

}  // namespace

Made MakeDrop(Scene& scene) {
  return MakeOneOf(scene, {{26, DropTable},
                           {12, DropView},
                           {16, DropIndex},
                           {6, DropSequence},
                           {12, DropType},
                           {3, DropComposite},
                           {7, DropFunction},
                           {4, DropSchema},
                           {8, DropTableObject}});
}

}  // namespace hoglint::agreement
