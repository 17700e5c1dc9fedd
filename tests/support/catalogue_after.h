// The catalogue that SQL text leaves behind: how tests of lint/schema speak.
#ifndef HOGLINT_TESTS_SUPPORT_CATALOGUE_AFTER_H_
#define HOGLINT_TESTS_SUPPORT_CATALOGUE_AFTER_H_

#include <string>
#include <string_view>
#include <vector>

#include "lint/schema/apply.h"
#include "lint/schema/catalogue.h"
#include "lint/sql/parse.h"

namespace hoglint::testing {

// What applying some SQL gave.
struct Applied {
  Catalogue catalogue;
  std::vector<Conflict> conflicts;
  std::vector<std::string> not_modelled;
  std::vector<ParseProblem> problems;

  // The messages of the conflicts, those that are not certain with a "?" behind.
  [[nodiscard]] std::vector<std::string> Messages() const;
};

// Applies every statement of the SQL to `start`, all in one batch. Transaction control is ignored.
[[nodiscard]] Applied ApplySql(std::string_view sql, Catalogue start = {},
                               BatchId batch = BatchId{0},
                               ChunkRule chunks = ChunkRule::kWholeFile);

// The catalogue alone.
[[nodiscard]] Catalogue CatalogueAfter(std::string_view sql);

// A relation of the catalogue by name; the test fails when there is none. "t" means public.t.
[[nodiscard]] Relation RelationIn(const Catalogue& catalogue, const std::string& name);

// "id integer not null", "name text default 'x'": the columns in order.
[[nodiscard]] std::vector<std::string> ColumnsIn(const Catalogue& catalogue,
                                                 const std::string& relation);
// "t_pkey p", "t_a_fkey f not valid": sorted by name.
[[nodiscard]] std::vector<std::string> ConstraintsIn(const Catalogue& catalogue,
                                                     const std::string& relation);
// The names of the relation's indexes, sorted.
[[nodiscard]] std::vector<std::string> IndexesIn(const Catalogue& catalogue,
                                                 const std::string& relation);
// The names of all relations of one kind, "schema.name", sorted.
[[nodiscard]] std::vector<std::string> NamesOfKind(const Catalogue& catalogue, RelationKind kind);

}  // namespace hoglint::testing

#endif  // HOGLINT_TESTS_SUPPORT_CATALOGUE_AFTER_H_
