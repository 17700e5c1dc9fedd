// Indexes.
#include "tests/agreement/make.h"

namespace hoglint::agreement {
namespace {

std::string Element(Scene& scene, const Relation& table) {
  const Column* column = scene.AnyColumn(table);
  if (column == nullptr) return "nope";
  if (scene.Chance(25)) return "(" + ExpressionOver(scene, SketchOf(scene, *column)) + ")";
  return scene.Name(*column) + scene.Perhaps(20, scene.Of({" DESC", " NULLS FIRST", " ASC"}));
}

std::string Method(Scene& scene) {
  return scene.Perhaps(12, " USING " + scene.Of({"btree", "hash", "gin", "gist", "brin"}));
}

std::string IndexTail(Scene& scene, const Relation& table) {
  std::string text = scene.Perhaps(10, " INCLUDE (" + scene.Columns(table, 2) + ")");
  if (scene.major() >= 15) text += scene.Perhaps(4, " NULLS NOT DISTINCT");
  text += scene.Perhaps(4, " WITH (fillfactor = 70)");
  const Column* column = scene.AnyColumn(table);
  if (column == nullptr || !scene.Chance(15)) return text;
  return text + " WHERE " + ConditionOver(scene, {SketchOf(scene, *column)});
}

}  // namespace

Made MakeIndex(Scene& scene) {
  const Relation* table = scene.Any(scene.Chance(97) ? "rpm" : "v");
  if (table == nullptr) return std::nullopt;
  std::string head = "CREATE " + scene.Perhaps(30, "UNIQUE ") + "INDEX ";
  head += scene.Perhaps(6, "CONCURRENTLY ");
  if (scene.Chance(60)) head += scene.Perhaps(12, "IF NOT EXISTS ") + scene.NewPlain('i') + " ";
  Piece piece{head + "ON " + scene.Perhaps(8, "ONLY ") + scene.Name(*table) + Method(scene) + " ("};
  do {
    piece.parts.push_back(Element(scene, *table));
  } while (scene.Chance(30));
  piece.tail = ")" + IndexTail(scene, *table);
  return piece;
}

Made MakeAlterIndex(Scene& scene) {
  const Relation* index = scene.Any("I");
  const Relation* child = scene.Any("iI");
  if (index != nullptr && child != nullptr && scene.Chance(60)) {
    return Piece{"ALTER INDEX " + scene.Name(*index) + " ATTACH PARTITION " + scene.Name(*child)};
  }
  if (child == nullptr) return std::nullopt;
  return Piece{"ALTER INDEX " + scene.Name(*child) +
               scene.Of({" SET (fillfactor = 60)", " RESET (fillfactor)"})};
}

}  // namespace hoglint::agreement
