// Enums, composite types, ranges and domains.
#include "tests/agreement/make.h"

namespace hoglint::agreement {
namespace {

std::string LabelOf(Scene& scene, const Type& type) {
  if (type.values.empty() || scene.Chance(3)) return "'nope'";
  return "'" + type.values[scene.Below(type.values.size())].label + "'";
}

std::string NewLabel(Scene& scene) { return "'l" + std::to_string(scene.Below(20)) + "'"; }

Made Enum(Scene& scene) {
  Piece piece{"CREATE TYPE " + scene.NewType('e') + " AS ENUM (", {}, ")"};
  const std::size_t count = scene.Below(4);
  for (std::size_t at = 0; at < count; ++at) {
    piece.parts.push_back("'a" + std::to_string(at) + "'");
  }
  return piece;
}

Made Composite(Scene& scene) {
  Piece piece{"CREATE TYPE " + scene.NewType('y') + " AS (", {}, ")"};
  const std::size_t count = 1 + scene.Below(3);
  for (std::size_t at = 0; at < count; ++at) {
    const ColumnSketch column = NewColumnSketch(scene, nullptr);
    piece.parts.push_back(column.name + " " + column.type);
  }
  return piece;
}

Made Range(Scene& scene) {
  return Piece{"CREATE TYPE " + scene.NewType('r') + " AS RANGE (SUBTYPE = float8)"};
}

Made AlterEnum(Scene& scene) {
  const Type* type = scene.AnyType(TypeKind::kEnum);
  if (type == nullptr) return std::nullopt;
  const std::string head = "ALTER TYPE " + scene.Name(type->name);
  if (scene.Chance(25)) {
    return Piece{head + " RENAME VALUE " + LabelOf(scene, *type) + " TO " + NewLabel(scene)};
  }
  return Piece{head + " ADD VALUE " + scene.Perhaps(20, "IF NOT EXISTS ") + NewLabel(scene) +
               scene.Perhaps(30, scene.Of({" BEFORE ", " AFTER "}) + LabelOf(scene, *type))};
}

Made AlterComposite(Scene& scene) {
  const Relation* composite = scene.Any("c");
  if (composite == nullptr) return std::nullopt;
  const std::string head = "ALTER TYPE " + scene.Name(*composite) + " ";
  const Column* column = scene.AnyColumn(*composite);
  const std::string name = column == nullptr ? "nope" : scene.Name(*column);
  switch (scene.Below(4)) {
    case 0:
      return Piece{head + "ADD ATTRIBUTE " + scene.NewColumn(composite) + " integer" +
                   scene.Perhaps(20, " CASCADE")};
    case 1:
      return Piece{head + "DROP ATTRIBUTE " + scene.Perhaps(15, "IF EXISTS ") + name +
                   scene.Perhaps(30, " CASCADE")};
    case 2:
      return Piece{head + "ALTER ATTRIBUTE " + name + " TYPE text"};
    default:
      return Piece{head + "RENAME ATTRIBUTE " + name + " TO " + scene.NewColumn(composite) +
                   scene.Perhaps(30, " CASCADE")};
  }
}

}  // namespace

Made MakeType(Scene& scene) { return MakeOneOf(scene, {{70, Enum}, {22, Composite}, {8, Range}}); }

Made MakeAlterType(Scene& scene) {
  return MakeOneOf(scene, {{70, AlterEnum}, {30, AlterComposite}});
}

Made MakeDomain(Scene& scene) {
  const std::string base = scene.Of({"integer", "text", "varchar(10)", "uuid", "integer[]"});
  std::string text = "CREATE DOMAIN " + scene.NewType('d') + " AS " + base;
  text += scene.Perhaps(20, " DEFAULT NULL") + scene.Perhaps(25, " NOT NULL");
  if (scene.Chance(50)) {
    text += scene.Perhaps(40, " CONSTRAINT " + scene.NewPlain('k')) + " CHECK (VALUE IS NOT NULL)";
  }
  return Piece{text};
}

Made MakeAlterDomain(Scene& scene) {
  const Type* type = scene.AnyType(TypeKind::kDomain);
  if (type == nullptr) return std::nullopt;
  const std::string head = "ALTER DOMAIN " + scene.Name(type->name) + " ";
  const std::string constraint =
      type->constraints.empty()
          ? "nope"
          : Scene::Quote(type->constraints[scene.Below(type->constraints.size())].name);
  switch (scene.Below(6)) {
    case 0:
      return Piece{head + scene.Of({"SET NOT NULL", "DROP NOT NULL"})};
    case 1:
      return Piece{head + scene.Of({"SET DEFAULT NULL", "DROP DEFAULT"})};
    case 2:
      return Piece{head + "DROP CONSTRAINT " + scene.Perhaps(15, "IF EXISTS ") + constraint};
    case 3:
      return Piece{head + "RENAME CONSTRAINT " + constraint + " TO " + scene.NewPlain('k')};
    case 4:
      return Piece{head + "VALIDATE CONSTRAINT " + constraint};
    default:
      return Piece{head + "ADD " + scene.Perhaps(50, "CONSTRAINT " + scene.NewPlain('k') + " ") +
                   "CHECK (VALUE IS NOT NULL)" + scene.Perhaps(30, " NOT VALID")};
  }
}

}  // namespace hoglint::agreement
