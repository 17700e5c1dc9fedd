// One statement through the parser and Apply.
#ifndef HOGLINT_TESTS_AGREEMENT_FOLD_ROAD_H_
#define HOGLINT_TESTS_AGREEMENT_FOLD_ROAD_H_

#include <optional>
#include <string>
#include <vector>

#include "lint/schema/apply.h"
#include "lint/schema/catalogue.h"

namespace hoglint::agreement {

// What the fold makes of a statement.
struct FoldedStatement {
  Catalogue after;
  std::vector<Conflict> conflicts;  // why the server would refuse it
  std::string not_modelled;         // what is not followed, or not read; empty: all is
};

// A sequence begins: should the fold abort, the statements since then are written to stderr.
void BeginTrail();
// Applies a statement to a copy of `before`.
[[nodiscard]] FoldedStatement FoldOne(const Catalogue& before, const std::string& sql);

}  // namespace hoglint::agreement

#endif  // HOGLINT_TESTS_AGREEMENT_FOLD_ROAD_H_
