// What the TypeScript of a track declares, against what its migrations have made of the database.
#ifndef HOGLINT_LINT_FACTS_DECLARED_DIFFERENCE_H_
#define HOGLINT_LINT_FACTS_DECLARED_DIFFERENCE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lint/base/span.h"
#include "lint/facts/declared_names.h"
#include "lint/facts/ownership.h"
#include "lint/schema/catalogue.h"
#include "lint/typescript/declared_schema.h"

namespace hoglint {

enum class DeclaredChange : std::uint8_t {
  kMissing,      // declared, and not there
  kGone,         // there, and not declared any more, or an enum that is not exported
  kType,         // of a column; the order of an enum's values, a foreign key's action
  kNullability,  // of a column
};

struct DeclaredDifference {
  DeclaredChange kind{};
  std::string_view thing;  // "table", "enum", "view": what `object` is
  QualifiedName object;
  // "column", "default of column", "identity of column", "expression of column" (generated),
  // "value", "order" (of an enum's values), "index", "primary key", "unique constraint",
  // "foreign key", "check constraint"
  std::string_view part_thing = {};
  std::string part;          // of the object, by its name; empty: all of it
  std::optional<Span> span;  // where it is declared; absent: nowhere
  // kType: "text", "sad, ok", "ON DELETE CASCADE"; kNullability: "NOT NULL" or "nullable"
  std::string declared;
  std::string known;  // the same of the migrations
};

struct DeclaredCompareOptions {
  // The catalogue holds nothing but what was declared once, as a snapshot does.
  bool all_was_declared = false;
  bool views = true;   // it would hold views
  bool checks = true;  // and CHECK constraints
  // What the database has besides; null: nothing. What is declared under a name of the owner's,
  // and what is of the owner's type, is left out: it must not be generated at all.
  const Ownership* owner = nullptr;
};

// Without it fails what the code does: not a mere index or key.
[[nodiscard]] bool BreaksCode(const DeclaredDifference& difference);

// In the order of the declarations, then what is gone by its name. Only what is certain: nothing of
// what could not be followed.
[[nodiscard]] std::vector<DeclaredDifference> CompareWithDeclared(
    const DeclaredSchema& declared, const Catalogue& known, const DeclaredCompareOptions& options);

}  // namespace hoglint

#endif  // HOGLINT_LINT_FACTS_DECLARED_DIFFERENCE_H_
