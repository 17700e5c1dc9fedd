// Views and materialised views.
#include "tests/agreement/make.h"

namespace hoglint::agreement {
namespace {

// "c1, lower(c2) AS c3": what a view selects from one relation, whose alias is `as`.
std::string Selected(Scene& scene, const Relation& relation, const std::string& as) {
  if (relation.columns.empty() || scene.Chance(25)) return as + "*";
  std::string text;
  for (const Column* column : scene.SomeColumns(relation, 4)) {
    ColumnSketch sketch = SketchOf(scene, *column);
    sketch.name = as + sketch.name;
    std::string item = sketch.name;
    if (scene.Chance(20)) item = ExpressionOver(scene, sketch) + " AS " + scene.NewColumn(nullptr);
    text += (text.empty() ? "" : ", ") + item;
  }
  return text;
}

std::string Condition(Scene& scene, const Relation& relation) {
  const Column* column = scene.AnyColumn(relation);
  if (column == nullptr || !scene.Chance(25)) return {};
  return " WHERE " + ConditionOver(scene, {SketchOf(scene, *column)});
}

std::string Join(Scene& scene, const Relation& one, const Relation& other) {
  return "SELECT " + Selected(scene, one, "x.") + ", " + scene.Of({"1 AS c7", "count(*) OVER ()"}) +
         " FROM " + scene.Name(one) + " x " + scene.Of({"JOIN ", "LEFT JOIN "}) +
         scene.Name(other) + " y ON " +
         (other.columns.empty() ? "true" : "y." + scene.Columns(other, 1) + " IS NOT NULL");
}

// Of one type: to the fold a union's column has the type of its first branch (open: testing.md).
std::string Union(Scene& scene, const Relation& one, const Relation& other) {
  const Column* column = scene.AnyColumn(one);
  if (column == nullptr) return "SELECT 1 AS c1";
  const Column* same = scene.ColumnOf(other, std::string(1, FamilyOf(*column)));
  if (same == nullptr || same->type != column->type) same = column;
  return "SELECT " + scene.Name(*column) + " AS c1 FROM " + scene.Name(one) + " UNION ALL SELECT " +
         scene.Name(*same) + " FROM " + scene.Name(same == column ? one : other);
}

// Without CTEs, whose columns the fold does not follow: it may take a view for one that reads a
// column (open: testing.md).
std::string Query(Scene& scene, const Relation& one) {
  const Relation* other = scene.Any("rpvm");
  switch (scene.Below(8)) {
    case 0:
      return Join(scene, one, *other);
    case 1:
      return Union(scene, one, *other);
    case 2:
      return "SELECT count(*) AS c1, max(length('x')) AS c2 FROM " + scene.Name(one) +
             Condition(scene, one);
    default:
      return "SELECT " + Selected(scene, one, "") + " FROM " + scene.Name(one) +
             Condition(scene, one);
  }
}

}  // namespace

Made MakeView(Scene& scene) {
  const Relation* source = scene.Any("rprprpvm");
  if (source == nullptr) return std::nullopt;
  if (scene.Chance(25)) {
    return Piece{"CREATE MATERIALIZED VIEW " + scene.Perhaps(10, "IF NOT EXISTS ") +
                 scene.NewRelation('m') + " AS " + Query(scene, *source) +
                 scene.Perhaps(20, " WITH NO DATA")};
  }
  const Relation* existing = scene.Any("v");
  if (existing != nullptr && scene.Chance(25)) {
    return Piece{"CREATE OR REPLACE VIEW " + scene.Name(*existing) + " AS " +
                 Query(scene, *source)};
  }
  return Piece{"CREATE VIEW " + scene.NewRelation('v') +
               (scene.major() >= 15 ? scene.Perhaps(8, " WITH (security_invoker = true)") : "") +
               " AS " + Query(scene, *source)};
}

}  // namespace hoglint::agreement
