// CREATE TABLE in its forms, and partitions.
#include <algorithm>

#include "tests/agreement/make.h"

namespace hoglint::agreement {
namespace {

std::string Persistence(Scene& scene) {
  if (scene.Chance(4)) return "UNLOGGED ";
  return scene.Perhaps(3, "TEMPORARY ");
}

std::string Like(Scene& scene) {
  const Relation* source = scene.Any("rpvm");
  if (source == nullptr) return {};
  return "LIKE " + scene.Name(*source) +
         scene.Perhaps(
             40, scene.Of({" INCLUDING ALL", " INCLUDING DEFAULTS", " INCLUDING CONSTRAINTS",
                           " INCLUDING INDEXES", " INCLUDING IDENTITY", " INCLUDING GENERATED",
                           " INCLUDING ALL EXCLUDING INDEXES"}));
}

// " INHERITS (t1)", " PARTITION BY RANGE (c1)" or nothing.
std::string TableTail(Scene& scene, const std::vector<ColumnSketch>& columns) {
  if (scene.Chance(14)) {
    return " PARTITION BY " + scene.Of({"RANGE", "LIST", "HASH"}) + " (" +
           columns[scene.Below(columns.size())].name + ")";
  }
  if (!scene.Chance(14)) return {};
  const Relation* parent = scene.Any("r");
  if (parent == nullptr) return {};
  std::string text = " INHERITS (" + scene.Name(*parent);
  const Relation* second = scene.Any("r");
  if (second != parent && scene.Chance(30)) text += ", " + scene.Name(*second);
  return text + ")";
}

// Bounds that seldom overlap, of the column's type.
std::string Bound(Scene& scene, const Relation& parent) {
  if (scene.Chance(12)) return " DEFAULT";
  const std::size_t at = scene.Below(40);
  const std::string low = std::to_string(at);
  const std::string high = std::to_string(at + 1);
  const PartitionKey& key = *parent.partition_key;
  const Column* column = key.columns.empty() ? nullptr : parent.FindColumn(key.columns.front());
  const bool date = column != nullptr && FamilyOf(*column) == 'd';
  const auto value = [&](const std::string& number) {
    return date ? "'" + std::to_string(2000 + std::stoi(number)) + "-01-01'" : "'" + number + "'";
  };
  if (key.strategy == "hash") return " FOR VALUES WITH (MODULUS 40, REMAINDER " + low + ")";
  if (key.strategy == "list") return " FOR VALUES IN (" + value(low) + ")";
  return " FOR VALUES FROM (" + value(low) + ") TO (" + value(high) + ")";
}

std::string Parts(Scene& scene, const Relation& parent) {
  const Column* column = scene.AnyColumn(parent);
  if (column == nullptr || !scene.Chance(25)) return {};
  return " (" + scene.Name(*column) + scene.Of({" NOT NULL", " DEFAULT NULL", " UNIQUE"}) + ")";
}

}  // namespace

Made MakeCreateTable(Scene& scene) {
  Piece piece{"CREATE " + Persistence(scene) + "TABLE " + scene.Perhaps(8, "IF NOT EXISTS ") +
              scene.NewRelation('t') + " ("};
  std::vector<ColumnSketch> columns;
  const std::size_t count = 1 + scene.Below(5);
  while (columns.size() < count) {
    ColumnSketch column = NewColumnSketch(scene, nullptr);
    if (std::ranges::count(columns, column.name, &ColumnSketch::name) > 0 && !scene.Chance(2)) {
      continue;
    }
    const bool key = columns.empty() && scene.Chance(35);
    piece.parts.push_back(key ? column.name + " " + column.type + " PRIMARY KEY"
                              : ColumnDefinition(scene, column, columns));
    columns.push_back(std::move(column));
  }
  while (scene.Chance(30)) piece.parts.push_back(TableConstraint(scene, nullptr, columns));
  if (scene.Chance(6)) {
    const std::string like = Like(scene);
    if (!like.empty()) piece.parts.push_back(like);
  }
  piece.tail = ")" + TableTail(scene, columns);
  return piece;
}

Made MakeTableAs(Scene& scene) {
  const Relation* source = scene.Any("rpvm");
  if (source == nullptr) return std::nullopt;
  const std::string columns = scene.Chance(40) ? "*" : scene.Columns(*source, 3);
  return Piece{"CREATE TABLE " + scene.NewRelation('t') + " AS SELECT " + columns + " FROM " +
               scene.Name(*source) + scene.Perhaps(20, " WITH NO DATA")};
}

Made MakePartition(Scene& scene) {
  const Relation* parent = scene.Any("p");
  if (parent == nullptr || !parent->partition_key) return std::nullopt;
  if (scene.Chance(20)) {
    return Piece{"CREATE TABLE " + scene.NewRelation('t') + " (LIKE " + scene.Name(*parent) +
                 scene.Perhaps(60, " INCLUDING ALL") + ")"};
  }
  std::string tail = Bound(scene, *parent);
  if (!parent->columns.empty() && scene.Chance(12)) {
    tail += " PARTITION BY RANGE (" + scene.Columns(*parent, 1) + ")";
  }
  return Piece{"CREATE TABLE " + scene.NewRelation('t') + " PARTITION OF " + scene.Name(*parent) +
               Parts(scene, *parent) + tail};
}

Made MakeAttachPartition(Scene& scene) {
  const Relation* parent = scene.Any("p");
  if (parent == nullptr || !parent->partition_key) return std::nullopt;
  const Relation* child = scene.Any("rp");
  for (int attempt = 0; attempt < 6; ++attempt) {
    if (child->columns.size() == parent->columns.size() && child->parents.empty()) break;
    child = scene.Any("rp");
  }
  return Piece{"ALTER TABLE " + scene.Name(*parent) + " ATTACH PARTITION " + scene.Name(*child) +
               Bound(scene, *parent)};
}

// Not CONCURRENTLY, which leaves a CHECK behind that the fold does not make (open: testing.md).
Made MakeDetachPartition(Scene& scene) {
  const Relation* parent = scene.Any("p");
  if (parent == nullptr) return std::nullopt;
  const Relation* child = scene.Any("rp");
  if (!parent->children.empty()) {
    child = scene.catalogue().Get(parent->children[scene.Below(parent->children.size())]);
  }
  return Piece{"ALTER TABLE " + scene.Name(*parent) + " DETACH PARTITION " + scene.Name(*child)};
}

}  // namespace hoglint::agreement
