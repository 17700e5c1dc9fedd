// The names that PostgreSQL chooses for constraints, indexes and sequences (ChooseRelationName and
// its neighbours in src/backend/commands/indexcmds.c and src/backend/catalog/pg_constraint.c).
#ifndef HOGLINT_LINT_SCHEMA_OBJECT_NAMES_H_
#define HOGLINT_LINT_SCHEMA_OBJECT_NAMES_H_

#include <string>
#include <string_view>
#include <vector>

#include "lint/schema/catalogue.h"

namespace hoglint::apply {

// name1_name2_label in at most 63 bytes: the longer of the first two is shortened. `name2` may be
// empty. (makeObjectName)
[[nodiscard]] std::string MakeObjectName(std::string_view name1, std::string_view name2,
                                         std::string_view label);

// A name that no relation of the schema has, and for `constraint` no constraint of it either: the
// label is numbered until it is free. (ChooseRelationName)
[[nodiscard]] std::string ChooseRelationName(const Catalogue& catalogue, std::string_view schema,
                                             std::string_view name1, std::string_view name2,
                                             std::string_view label, bool constraint);

// A name that no constraint of the schema has, and none of `others`. (ChooseConstraintName)
[[nodiscard]] std::string ChooseConstraintName(const Catalogue& catalogue, std::string_view schema,
                                               std::string_view name1, std::string_view name2,
                                               std::string_view label,
                                               const std::vector<std::string>& others = {});

// What PostgreSQL calls the columns of an index: the column, the function of an expression, "expr";
// made different from each other. (ChooseIndexColumnNames)
[[nodiscard]] std::vector<std::string> ChooseIndexColumnNames(
    const std::vector<IndexElement>& elements, const std::vector<std::string>& including);

// The columns joined for use in a name, cut as PostgreSQL does. (ChooseIndexNameAddition)
[[nodiscard]] std::string NameAddition(const std::vector<std::string>& columns);

// The column name that a select list would give to the expression; "expr" when it has none.
// (FigureIndexColname)
[[nodiscard]] std::string FigureName(const Expression& expression);

}  // namespace hoglint::apply

#endif  // HOGLINT_LINT_SCHEMA_OBJECT_NAMES_H_
