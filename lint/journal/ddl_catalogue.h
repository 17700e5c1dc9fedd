// From the rows of a snapshot to the catalogue that PostgreSQL would have. Private to lint/journal.
#ifndef HOGLINT_LINT_JOURNAL_DDL_CATALOGUE_H_
#define HOGLINT_LINT_JOURNAL_DDL_CATALOGUE_H_

#include <vector>

#include "lint/journal/ddl.h"
#include "lint/journal/json_problem.h"
#include "lint/schema/catalogue.h"

namespace hoglint::ddl {

// Writes each row as the statement that creates it and applies it to an empty catalogue, so that
// types, names and expressions take the same way as those of the migrations. A row whose SQL does
// not parse is a problem; such a column gets an unknown type, any other object is left out. Places
// inside the catalogue mean nothing.
[[nodiscard]] Catalogue BuildCatalogue(const Ddl& ddl, std::vector<JsonProblem>& problems);

}  // namespace hoglint::ddl

#endif  // HOGLINT_LINT_JOURNAL_DDL_CATALOGUE_H_
