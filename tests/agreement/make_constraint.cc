// Table constraints.
#include <algorithm>

#include "tests/agreement/make.h"

namespace hoglint::agreement {
namespace {

std::string Names(Scene& scene, const std::vector<ColumnSketch>& columns, std::size_t most) {
  std::vector<std::string> names;
  const std::size_t wanted = 1 + scene.Below(most);
  for (std::size_t at = 0; at < wanted; ++at) {
    const std::string& name = columns[scene.Below(columns.size())].name;
    if (std::ranges::count(names, name) == 0 || scene.Chance(3)) names.push_back(name);
  }
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

std::string Actions(Scene& scene) {
  return scene.Perhaps(40, " ON DELETE " + scene.Of({"CASCADE", "SET NULL", "RESTRICT", "NO ACTION",
                                                     "SET DEFAULT"})) +
         scene.Perhaps(15, " ON UPDATE " + scene.Of({"CASCADE", "SET NULL", "NO ACTION"})) +
         scene.Perhaps(10, " DEFERRABLE INITIALLY DEFERRED");
}

// The columns of a key of the relation: what a foreign key may reference.
std::string KeyColumns(Scene& scene, const Relation& relation) {
  std::vector<const Constraint*> keys;
  for (const Constraint& constraint : relation.constraints) {
    const bool key = constraint.kind == ConstraintKind::kPrimaryKey ||
                     constraint.kind == ConstraintKind::kUnique;
    if (key) keys.push_back(&constraint);
  }
  if (keys.empty()) return scene.Columns(relation, 1);
  std::string text;
  for (const std::string& column : keys[scene.Below(keys.size())]->columns) {
    text += (text.empty() ? "" : ", ") + Scene::Quote(column);
  }
  return text;
}

// A table with a key that can be compared with the column; any table when there is none.
const Relation* Referenced(Scene& scene, const ColumnSketch* column) {
  for (int attempt = 0; attempt < 8; ++attempt) {
    const Relation* relation = scene.Any("rp");
    if (relation == nullptr) return nullptr;
    const Constraint* key = relation->PrimaryKey();
    if (key == nullptr || key->columns.size() != 1) continue;
    const Column* target = relation->FindColumn(key->columns.front());
    if (column == nullptr || target == nullptr || FamilyOf(*target) == column->family) {
      return relation;
    }
  }
  return scene.Any("rp");
}

std::string Exclusion(Scene& scene, const std::vector<ColumnSketch>& columns) {
  const ColumnSketch& one = columns[scene.Below(columns.size())];
  return "EXCLUDE USING " + scene.Of({"btree", "hash"}) + " (" + one.name + " WITH =)" +
         scene.Perhaps(25, " WHERE (" + ConditionOver(scene, columns) + ")");
}

std::string UsingIndex(Scene& scene, const Relation& table) {
  for (const RelationId id : table.indexes) {
    const Relation* index = scene.catalogue().Get(id);
    if (!index->index->of_constraint && (index->index->unique || scene.Chance(10))) {
      return scene.Of({"UNIQUE USING INDEX ", "PRIMARY KEY USING INDEX "}) +
             Scene::Quote(index->name.name);
    }
  }
  return {};
}

std::string ForeignKey(Scene& scene, const std::vector<ColumnSketch>& columns) {
  const ColumnSketch& one = columns[scene.Below(columns.size())];
  if (scene.Chance(15)) {
    return "FOREIGN KEY (" + Names(scene, columns, 2) + ")" + References(scene, &one);
  }
  return "FOREIGN KEY (" + one.name + ")" + References(scene, &one);
}

std::string Body(Scene& scene, const Relation* table, const std::vector<ColumnSketch>& columns) {
  switch (scene.Below(12)) {
    case 0:
    case 1:
      return "PRIMARY KEY (" + Names(scene, columns, 2) + ")";
    case 2:
    case 3:
      return "UNIQUE" + scene.Perhaps(scene.major() >= 15 ? 10 : 0, " NULLS NOT DISTINCT") + " (" +
             Names(scene, columns, 3) + ")" +
             scene.Perhaps(15, " INCLUDE (" + Names(scene, columns, 1) + ")") +
             scene.Perhaps(10, " DEFERRABLE");
    case 4:
      return Exclusion(scene, columns);
    case 5:
      if (table != nullptr) {
        const std::string body = UsingIndex(scene, *table);
        if (!body.empty()) return body;
      }
      [[fallthrough]];
    case 6:
    case 7:
    case 8:
      return ForeignKey(scene, columns) +
             (table == nullptr ? std::string() : scene.Perhaps(25, " NOT VALID"));
    case 9:
      if (table != nullptr && scene.major() >= 18) {
        return "NOT NULL " + columns[scene.Below(columns.size())].name +
               scene.Perhaps(30, " NOT VALID") + scene.Perhaps(10, " NO INHERIT");
      }
      [[fallthrough]];
    default:
      return "CHECK (" + ConditionOver(scene, columns) + ")" + scene.Perhaps(10, " NO INHERIT") +
             (table == nullptr ? std::string() : scene.Perhaps(20, " NOT VALID"));
  }
}

}  // namespace

std::string References(Scene& scene, const ColumnSketch* column) {
  const Relation* target = Referenced(scene, column);
  if (target == nullptr) return " REFERENCES nowhere (c1)";
  std::string text = " REFERENCES " + scene.Name(*target);
  if (scene.Chance(60)) text += " (" + KeyColumns(scene, *target) + ")";
  return text + Actions(scene);
}

std::string TableConstraint(Scene& scene, const Relation* table,
                            const std::vector<ColumnSketch>& columns) {
  const std::string name = scene.Perhaps(50, "CONSTRAINT " + scene.NewPlain('k') + " ");
  return name + Body(scene, table, columns);
}

}  // namespace hoglint::agreement
