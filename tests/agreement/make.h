// The statements that the generator makes, a function each. They give nothing where the catalogue
// has no object to make it of.
#ifndef HOGLINT_TESTS_AGREEMENT_MAKE_H_
#define HOGLINT_TESTS_AGREEMENT_MAKE_H_

#include <optional>
#include <string>
#include <vector>

#include "tests/agreement/piece.h"
#include "tests/agreement/scene.h"

namespace hoglint::agreement {

using Made = std::optional<Piece>;
using Maker = Made (*)(Scene&);

struct Weighted {
  std::size_t weight = 0;
  Maker make = nullptr;
};
// One of the makers' pieces, by weight; nothing when none that was tried has one.
Made MakeOneOf(Scene& scene, const std::vector<Weighted>& makers);

// --- parts of statements (make_column.cc, make_constraint.cc) ------------------------------------

// A column that a statement is about to make, or one of the catalogue.
struct ColumnSketch {
  std::string name;  // as SQL
  char family = 'x';
  std::string type;  // as SQL; empty: unknown
};
ColumnSketch SketchOf(Scene& scene, const Column& column);
ColumnSketch NewColumnSketch(Scene& scene, const Relation* relation);
std::string TypeOfFamily(Scene& scene, char family);
// A constant or a call that can be the column's default.
std::string DefaultFor(Scene& scene, const ColumnSketch& column);
// An expression over the column: of any type, and a condition.
std::string ExpressionOver(Scene& scene, const ColumnSketch& column);
std::string ConditionOver(Scene& scene, const std::vector<ColumnSketch>& columns);
// "c1 integer NOT NULL DEFAULT 3": a new column with its constraints. `others`: those before it.
std::string ColumnDefinition(Scene& scene, const ColumnSketch& column,
                             const std::vector<ColumnSketch>& others);
// A table constraint without ADD. `table` is null when it is about to be made.
std::string TableConstraint(Scene& scene, const Relation* table,
                            const std::vector<ColumnSketch>& columns);
// " REFERENCES t (c) ON DELETE CASCADE"; with `column`, to one that can be compared with it.
std::string References(Scene& scene, const ColumnSketch* column);

// --- statements ----------------------------------------------------------------------------------

Made MakeCreateTable(Scene& scene);      // make_table.cc
Made MakePartition(Scene& scene);        // make_table.cc
Made MakeTableAs(Scene& scene);          // make_table.cc
Made MakeAlterTable(Scene& scene);       // make_alter.cc
Made MakeAttachPartition(Scene& scene);  // make_table.cc
Made MakeDetachPartition(Scene& scene);  // make_table.cc
Made MakeIndex(Scene& scene);            // make_index.cc
Made MakeAlterIndex(Scene& scene);       // make_index.cc
Made MakeRename(Scene& scene);           // make_rename.cc
Made MakeSetSchema(Scene& scene);        // make_rename.cc
Made MakeDrop(Scene& scene);             // make_drop.cc
Made MakeView(Scene& scene);             // make_view.cc
Made MakeType(Scene& scene);             // make_type.cc
Made MakeAlterType(Scene& scene);        // make_type.cc
Made MakeDomain(Scene& scene);           // make_type.cc
Made MakeAlterDomain(Scene& scene);      // make_type.cc
Made MakeSequence(Scene& scene);         // make_other.cc
Made MakeSchema(Scene& scene);           // make_other.cc
Made MakeSearchPath(Scene& scene);       // make_other.cc
Made MakeFunction(Scene& scene);         // make_other.cc
Made MakeTableObject(Scene& scene);      // make_other.cc: triggers, policies, rules
Made MakeHarmless(Scene& scene);         // make_other.cc: comments, grants

}  // namespace hoglint::agreement

#endif  // HOGLINT_TESTS_AGREEMENT_MAKE_H_
